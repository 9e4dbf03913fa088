import { useId, useState } from 'react';
import { DownOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { readFragment, type FragmentType } from '../../../gql/fragment-masking';
import type { PromiseList_ticketFragment } from '../../../gql/graphql';
import { promiseWords } from '../../../shared/format/duration';
import { Moment } from '../../../shared/ui/moment';
import { Panel } from '../../../shared/ui/panel';
import { Reasons } from './reasons';
import styles from './promise-list.module.css';
import { StandingLabel } from './standing-label';

const PromiseList_ticket = graphql(`
  fragment PromiseList_ticket on Ticket {
    id
    policy {
      id
      number
      effectiveFrom
      title {
        zh
        en
      }
    }
    clocks {
      id
      kind
      state
      startedAt
      dueAt
      stoppedAt
      rule {
        id
        clause {
          id
        }
      }
      target {
        amount
        unit
        basis
      }
      ...Reasons_clock
    }
  }
`);

/** Every promise of a ticket: what, until when, how it stands, and why. */
export function PromiseList(props: { ticket: FragmentType<typeof PromiseList_ticket> }) {
  const { t } = useTranslation('ticket');
  const { clocks, policy } = readFragment(PromiseList_ticket, props.ticket);
  return (
    <Panel title={t('promises.title')}>
      {clocks.length === 0 ? (
        <p className="ac-soft">{t('promises.none')}</p>
      ) : (
        <ul>
          {clocks.map((clock) => (
            <PromiseItem key={clock.id} clock={clock} policy={policy} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface PromiseItemProps {
  clock: PromiseList_ticketFragment['clocks'][number];
  policy: PromiseList_ticketFragment['policy'];
}

function PromiseItem({ clock, policy }: PromiseItemProps) {
  const { t } = useTranslation('ticket');
  const { t: shared } = useTranslation('shared');
  const [open, setOpen] = useState(false);
  const reasons = useId();
  return (
    <li className={styles.promise}>
      <div className={styles.head}>
        <h3 className={styles.kind}>{shared(`clockKind.${clock.kind}`)}</h3>
        <StandingLabel clock={clock} />
      </div>
      <p>
        {clock.target ? promiseWords(clock.kind, clock.target, shared) : t('promises.noTarget')}
        <span className={styles.source}>
          {clock.rule.clause ? t('promises.clause', { clause: clock.rule.clause.id }) : t('promises.default')}
        </span>
      </p>
      <div className={styles.foot}>
        <span className="ac-soft">
          {clock.stoppedAt ? (
            <>
              {t('promises.stopped')} <Moment at={clock.stoppedAt} />
            </>
          ) : (
            clock.dueAt && (
              <>
                {t('promises.due')} <Moment at={clock.dueAt} />
              </>
            )
          )}
        </span>
        <Button
          type="link"
          className={styles.why}
          icon={open ? <DownOutlined aria-hidden rotate={180} /> : <QuestionCircleOutlined aria-hidden />}
          aria-expanded={open}
          aria-controls={reasons}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'promises.hideWhy' : 'promises.why')}
          <span className="ac-hidden">{shared(`clockKind.${clock.kind}`)}</span>
        </Button>
      </div>
      <div id={reasons}>{open && <Reasons clock={clock} policy={policy} />}</div>
    </li>
  );
}
