import { FileSearchOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { describeProblem } from '../../../apollo/errors';
import { graphql } from '../../../gql';
import { useTitle } from '../../../shared/hooks/use-title';
import { LinkButton } from '../../../shared/ui/link-button';
import { MessagePanel } from '../../../shared/ui/message-panel';
import { PageHeader } from '../../../shared/ui/page-header';
import { Panel } from '../../../shared/ui/panel';
import { ProblemPanel } from '../../../shared/ui/problem-panel';
import { ticketListUrl } from '../../../shared/urls';
import { may, useViewer } from '../../../shared/viewer';
import { AssignButton } from '../components/assign-button';
import { BehindNotice } from '../components/behind-notice';
import { LongText } from '../components/long-text';
import { PromiseList } from '../components/promise-list';
import { StateLabel } from '../components/state-label';
import { TicketComments } from '../components/ticket-comments';
import { TicketFacts } from '../components/ticket-facts';
import { useReadAnew } from '../live/use-read-anew';
import { useTicketChanges } from '../live/use-ticket-changes';
import styles from './ticket-page.module.css';

const TicketPageDocument = graphql(`
  query TicketPage($id: ID!) {
    serverTime
    changeCursor
    ticket(id: $id) {
      id
      version
      number
      subject
      description
      state {
        ...StateLabel_state
      }
      ...AssignButton_ticket
      ...TicketFacts_ticket
      ...PromiseList_ticket
      ...TicketComments_ticket
    }
  }
`);

const TicketPageChangesDocument = graphql(`
  subscription TicketPageChanges($after: String) {
    ticketChanges(after: $after) {
      cursor
      ticketId
    }
  }
`);

export function TicketPage() {
  const { t } = useTranslation('ticket');
  const viewer = useViewer();
  const { id = '' } = useParams();
  const { data, error, loading, refetch } = useQuery(TicketPageDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    // Reading anew in the background is no reason to stop following.
    notifyOnNetworkStatusChange: false,
  });
  const ticket = data?.ticket;
  const list = ticketListUrl((useLocation().state as { list?: string } | null)?.list);
  const { readAnew, behind } = useReadAnew(() => refetch());
  useTitle(ticket ? `${ticket.number} ${ticket.subject}` : t('list.title'));
  useTicketChanges({
    document: TicketPageChangesDocument,
    after: loading ? undefined : data?.changeCursor,
    onResync: readAnew,
    onChanges: (changes) => {
      if (changes.some(({ ticketId }) => ticketId === id)) readAnew();
    },
  });

  if (!data && error) return <ProblemPanel problem={describeProblem(error)} retry={readAnew} />;
  if (!data) return <TicketSkeleton />;
  if (!ticket) {
    return (
      <MessagePanel
        icon={<FileSearchOutlined aria-hidden />}
        title={t('page.missing')}
        text={t('page.missingText')}
        action={
          <LinkButton to={list} type="primary">
            {t('page.toList')}
          </LinkButton>
        }
      />
    );
  }

  return (
    <>
      <PageHeader
        back={{ to: list, label: t('page.back') }}
        above={
          <>
            <span className="ac-number">{ticket.number}</span>
            <StateLabel state={ticket.state} />
          </>
        }
        title={ticket.subject}
        actions={may(viewer, 'ticket:assign') && <AssignButton ticket={ticket} />}
      />
      <BehindNotice behind={behind} retry={readAnew} />
      <div className={styles.columns}>
        <div className={styles.side}>
          <PromiseList ticket={ticket} />
          <TicketFacts ticket={ticket} />
        </div>
        <div className={styles.main}>
          <Panel title={t('description')}>
            <LongText text={ticket.description} />
          </Panel>
          <TicketComments
            ticket={ticket}
            mayComment={may(viewer, 'ticket:comment')}
            mayWriteInternally={viewer.kind === 'STAFF'}
          />
        </div>
      </div>
    </>
  );
}

function TicketSkeleton() {
  const { t } = useTranslation('ticket');
  return (
    <div aria-busy="true" aria-label={t('loading')}>
      <Skeleton active title={{ width: 320 }} paragraph={{ rows: 1, width: 160 }} />
      <div className={styles.columns}>
        <div className={styles.side}>
          <Panel>
            <Skeleton active paragraph={{ rows: 5 }} />
          </Panel>
        </div>
        <div className={styles.main}>
          <Panel>
            <Skeleton active paragraph={{ rows: 8 }} />
          </Panel>
        </div>
      </div>
    </div>
  );
}
