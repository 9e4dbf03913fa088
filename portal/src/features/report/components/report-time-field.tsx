import { Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { serverClock } from '../../../apollo/services';
import { useServerClock } from '../../../shared/hooks/use-server-clock';
import { wallTimeOf, type WallTime } from '../report-time';
import styles from './report-time-field.module.css';

export interface ReportTimeFieldProps {
  value: WallTime;
  timeZone: string;
  complaint: string | undefined;
  onChange: (value: WallTime) => void;
}

/** When the fault was reported; the promises count from then, also when it is written down later. */
export function ReportTimeField({ value, timeZone, complaint, onChange }: ReportTimeFieldProps) {
  const { t } = useTranslation('report');
  const latest = useServerClock((now) => wallTimeOf(now, timeZone));
  return (
    <Form.Item
      label={t('reportedAt')}
      htmlFor="reportedAt"
      validateStatus={complaint ? 'error' : undefined}
      help={complaint}
      extra={t('reportedAtHint')}
    >
      <div className={styles.row}>
        <Segmented
          aria-label={t('reportedAt')}
          value={value ? 'earlier' : 'now'}
          options={[
            { value: 'now', label: t('now') },
            { value: 'earlier', label: t('earlier') },
          ]}
          onChange={(when) => onChange(when === 'now' ? '' : wallTimeOf(serverClock.now(), timeZone))}
        />
        {value && (
          <Input
            id="reportedAt"
            type="datetime-local"
            aria-label={t('reportedAt')}
            className={styles.time}
            value={value}
            onChange={({ target }) => onChange(target.value || latest)}
          />
        )}
      </div>
    </Form.Item>
  );
}
