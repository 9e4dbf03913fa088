import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { readFragment, type FragmentType } from '../../../gql/fragment-masking';
import { useLocalized } from '../../../shared/hooks/use-localized';
import { useTimeFormat } from '../../../shared/hooks/use-time-format';
import { explainClock, type Policy } from '../explain-clock';
import styles from './reasons.module.css';

const Reasons_clock = graphql(`
  fragment Reasons_clock on Clock {
    id
    kind
    state
    explanation {
      rule {
        id
        source
        clause {
          id
          text {
            zh
            en
          }
        }
        note {
          zh
          en
        }
      }
      target {
        amount
        unit
        basis
      }
      startedBy
      startedAt
      stoppedBy
      stoppedAt
      dueAt
      spans {
        kind
        from
        to
      }
      losing {
        reason
        rule {
          id
          source
          clause {
            id
            text {
              zh
              en
            }
          }
          note {
            zh
            en
          }
        }
      }
      startRecordedAt
      notCounted {
        at
        reason
      }
      provisional
    }
  }
`);

/** The engine's reasons for one deadline, as sentences. */
export function Reasons(props: { clock: FragmentType<typeof Reasons_clock>; policy: Policy }) {
  const { t } = useTranslation('ticket');
  const { t: shared } = useTranslation('shared');
  const clock = readFragment(Reasons_clock, props.clock);
  const localized = useLocalized();
  const { full } = useTimeFormat();
  return (
    <ol className={styles.reasons}>
      {explainClock(clock, props.policy, { t, shared, localized, time: full }).map(
        ({ topic, text, quote }, place) => (
          <li key={place} data-topic={topic}>
            {text}
            {quote && <blockquote className={styles.quote}>{quote}</blockquote>}
          </li>
        ),
      )}
    </ol>
  );
}
