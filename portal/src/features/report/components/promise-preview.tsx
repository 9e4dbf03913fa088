import { ClockCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { readFragment, type FragmentType } from '../../../gql/fragment-masking';
import type { PromisePreview_requestTypeFragment } from '../../../gql/graphql';
import { promiseWords } from '../../../shared/format/duration';
import { useLocalized } from '../../../shared/hooks/use-localized';
import { useServerClock } from '../../../shared/hooks/use-server-clock';
import { Moment } from '../../../shared/ui/moment';
import { Panel } from '../../../shared/ui/panel';
import { previewDue } from '../report-time';
import styles from './promise-preview.module.css';

const PromisePreview_requestType = graphql(`
  fragment PromisePreview_requestType on RequestType {
    key
    label {
      zh
      en
    }
    promises {
      kind
      target {
        amount
        unit
        basis
      }
      countsFromReport
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
  }
`);

type Promised = PromisePreview_requestTypeFragment['promises'][number];

export interface PromisePreviewProps {
  requestType: FragmentType<typeof PromisePreview_requestType> | undefined;
  /** ISO instant from which the promises would count; undefined: now. */
  reportedAt: string | undefined;
}

/** What the maker promises for the chosen service, before anything is filed. */
export function PromisePreview(props: PromisePreviewProps) {
  const { t } = useTranslation('report');
  const requestType = readFragment(PromisePreview_requestType, props.requestType);
  return (
    <Panel title={t('preview.title')}>
      <div aria-live="polite">
        {!requestType && <p className="ac-soft">{t('preview.choose')}</p>}
        {requestType?.promises.length === 0 && <p className="ac-soft">{t('preview.none')}</p>}
        <ul className={styles.promises}>
          {requestType?.promises.map((promised) => (
            <PromiseLine key={promised.kind} promised={promised} reportedAt={props.reportedAt} />
          ))}
        </ul>
      </div>
    </Panel>
  );
}

function PromiseLine({ promised, reportedAt }: { promised: Promised; reportedAt: string | undefined }) {
  const { t } = useTranslation('report');
  const { t: shared } = useTranslation('shared');
  const localized = useLocalized();
  const { kind, target, countsFromReport, rule } = promised;
  // A preview to the minute: it need not render every second.
  const start = useServerClock((now) =>
    reportedAt ? Date.parse(reportedAt) : Math.floor(now / 60_000) * 60_000,
  );
  const due = target && countsFromReport && previewDue(target, start);
  return (
    <li className={styles.promise}>
      {target ? <ClockCircleOutlined aria-hidden /> : <MinusCircleOutlined aria-hidden />}
      <div>
        <p className={styles.words}>
          {target
            ? promiseWords(kind, target, shared)
            : t('preview.noTarget', { kind: shared(`clockKind.${kind}`) })}
        </p>
        {target && !countsFromReport && <p>{t('preview.later')}</p>}
        {due && (
          <p>
            {t('preview.due')} <Moment at={due} />
          </p>
        )}
        <p className="ac-soft">
          {rule.clause
            ? t('preview.clause', { clause: rule.clause.id, text: localized(rule.clause.text) })
            : [t('preview.default'), rule.note && localized(rule.note)].filter(Boolean).join(': ')}
        </p>
      </div>
    </li>
  );
}
