import { CustomerServiceOutlined, InboxOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { describeProblem } from '../../../apollo/errors';
import { useIsWide } from '../../../shared/hooks/use-media';
import { useTitle } from '../../../shared/hooks/use-title';
import { LinkButton } from '../../../shared/ui/link-button';
import { MessagePanel } from '../../../shared/ui/message-panel';
import { PageHeader } from '../../../shared/ui/page-header';
import { ProblemPanel } from '../../../shared/ui/problem-panel';
import { newTicketUrl, ticketListUrl } from '../../../shared/urls';
import { may, useViewer } from '../../../shared/viewer';
import { useTicketList } from '../actions/use-ticket-list';
import { BehindNotice } from '../components/behind-notice';
import { ListFilters } from '../components/list-filters';
import { ListSkeleton } from '../components/list-skeleton';
import { NewTicketsPill } from '../components/new-tickets-pill';
import { Pager } from '../components/pager';
import { TicketCards } from '../components/ticket-cards';
import { TicketTable } from '../components/ticket-table';
import { listSearch, readListState, type ListState } from '../ticket.urls';

export function TicketListPage() {
  const { t } = useTranslation('ticket');
  const viewer = useViewer();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const list = readListState(search);
  const go = (next: ListState): void => void navigate(ticketListUrl(listSearch(next)));
  const { tickets, pageInfo, gone, newCount, showNew, error, loading, behind, retry } = useTicketList(
    list,
    go,
  );
  const wide = useIsWide();
  const mayReport = may(viewer, 'ticket:create');
  useTitle(t('list.title'));

  const report = (
    <LinkButton to={newTicketUrl()} type="primary" icon={<CustomerServiceOutlined aria-hidden />}>
      {t('list.report')}
    </LinkButton>
  );
  const filtered = list.category !== undefined || list.unassigned;

  return (
    <>
      <PageHeader
        title={t('list.title')}
        below={viewer.dealer && t('list.ofDealer', { dealer: viewer.dealer.name })}
        actions={mayReport && report}
      />
      <ListFilters list={list} onChange={go} />
      {tickets && <BehindNotice behind={behind} retry={retry} />}
      <NewTicketsPill count={newCount} onShow={showNew} />
      {!tickets && error && <ProblemPanel problem={describeProblem(error)} retry={retry} />}
      {!tickets && !error && <ListSkeleton />}
      {tickets?.length === 0 && (
        <MessagePanel
          icon={<InboxOutlined aria-hidden />}
          title={t(filtered ? 'list.emptyFiltered' : 'list.empty')}
          text={t(filtered ? 'list.emptyFilteredText' : 'list.emptyText')}
          action={
            filtered ? (
              <LinkButton to={ticketListUrl()}>{t('list.clearFilters')}</LinkButton>
            ) : (
              mayReport && report
            )
          }
        />
      )}
      {tickets && tickets.length > 0 && (
        <>
          {wide ? (
            <TicketTable tickets={tickets} loading={loading} gone={gone} />
          ) : (
            <TicketCards tickets={tickets} gone={gone} />
          )}
          {pageInfo && <Pager list={list} pageInfo={pageInfo} onTurn={go} />}
        </>
      )}
    </>
  );
}
