import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { readFragment, type FragmentType } from '../../../gql/fragment-masking';
import { Moment } from '../../../shared/ui/moment';
import { isOpen } from '../promise';
import styles from './promise-chips.module.css';
import { StandingLabel } from './standing-label';

const PromiseChips_ticket = graphql(`
  fragment PromiseChips_ticket on Ticket {
    id
    clocks {
      id
      kind
      state
      startedAt
      dueAt
      stoppedAt
    }
  }
`);

/** Every promise that still has to be kept, the most urgent first: what, how long, until when. */
export function PromiseChips(props: { ticket: FragmentType<typeof PromiseChips_ticket> }) {
  const { t } = useTranslation('ticket');
  const { clocks } = readFragment(PromiseChips_ticket, props.ticket);
  const open = clocks
    .filter(isOpen)
    .sort((a, b) => Date.parse(a.dueAt ?? '9999-12-31') - Date.parse(b.dueAt ?? '9999-12-31'));
  if (open.length === 0) {
    const withTarget = clocks.filter(({ state }) => state === 'MET' || state === 'MISSED');
    const missed = withTarget.some(({ state }) => state === 'MISSED');
    const waiting = clocks.some(({ state }) => state === 'NOT_STARTED');
    return (
      <span className="ac-soft">
        {withTarget.length === 0
          ? t(waiting ? 'list.notStarted' : 'list.noPromise')
          : t(missed ? 'list.someMissed' : 'list.allKept')}
      </span>
    );
  }
  return (
    <ul className={styles.chips}>
      {open.map((clock) => (
        <li key={clock.id} className={styles.chip}>
          <StandingLabel clock={clock} kind={clock.kind} />
          {clock.dueAt && (
            <span className={styles.due}>
              <Moment at={clock.dueAt} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
