import { Alert, Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { serverClock } from '../../../apollo/services';
import type { Channel, ReportPageQuery } from '../../../gql/graphql';
import { useDraft } from '../../../shared/hooks/use-draft';
import { useMedia } from '../../../shared/hooks/use-media';
import { limits } from '../../../shared/limits';
import { Panel } from '../../../shared/ui/panel';
import { useToast } from '../../../shared/ui/toast';
import { ticketUrl } from '../../../shared/urls';
import { useViewer } from '../../../shared/viewer';
import { useFileReport } from '../actions/use-file-report';
import {
  complaintsAbout,
  detailField,
  emptyReport,
  fieldsAsked,
  toInput,
  type CommonField,
  type Complaint,
  type ReportDraft,
  type ReportField,
} from '../report-draft';
import { instantOf } from '../report-time';
import { IntakeFields, useIntakeForm } from './intake-fields';
import { MachineLookup } from './machine-lookup';
import { PromisePreview } from './promise-preview';
import styles from './report-form.module.css';
import { ReportTimeField } from './report-time-field';
import { RequestTypeChoice } from './request-type-choice';
import { TextField } from './text-field';

const channelsOfDesk: readonly Channel[] = ['PHONE', 'EMAIL', 'FAX', 'WEB', 'LETTER', 'VISIT'];

const limitOf: Partial<Record<ReportField, number>> = limits;

/** Files a request. Nothing typed is lost: not by a refusal, a reload, a lost connection or a lost session. */
export function ReportForm({ requestTypes }: { requestTypes: ReportPageQuery['requestTypes'] }) {
  const { t } = useTranslation(['report', 'shared']);
  const viewer = useViewer();
  const asDealer = viewer.kind === 'DEALER';
  const { timeZone } = viewer.tenant;
  const navigate = useNavigate();
  const toast = useToast();
  const [draft, change, clear] = useDraft(`report.${viewer.tenant.slug}`, emptyReport);
  const [complaints, setComplaints] = useState<Partial<Record<ReportField, string>>>({});
  const [general, setGeneral] = useState<string[]>([]);
  const { file, busy } = useFileReport();
  const roomy = useMedia('(min-width: 1024px)');

  const form = useIntakeForm(draft.requestType);
  const asked = fieldsAsked(form.intake, draft.details);

  const mend = (field: ReportField, part: Partial<ReportDraft>): void => {
    change(part);
    setComplaints(({ [field]: _mended, ...others }) => others);
  };
  const set = (field: CommonField) => (value: string) => mend(field, { [field]: value });
  const answer = (key: string, value: string) =>
    mend(detailField(key), { details: { ...draft.details, [key]: value } });

  const complain = (found: Partial<Record<ReportField, string>>, sentences: string[]): void => {
    setComplaints(found);
    setGeneral(sentences);
    const first = Object.keys(found)[0];
    if (first) document.querySelector<HTMLElement>(`#${first}, [name=${first}]`)?.focus();
    else window.scrollTo({ top: 0 });
  };

  const submit = async (): Promise<void> => {
    const found = Object.entries(complaintsAbout(draft, asked, timeZone, serverClock.now())) as [
      ReportField,
      Complaint,
    ][];
    if (found.length > 0) {
      return complain(
        Object.fromEntries(
          found.map(([field, complaint]) => [field, t(`complaint.${complaint}`, { limit: limitOf[field] })]),
        ),
        [],
      );
    }
    const filed = await file(toInput(draft, asked, timeZone, asDealer));
    switch (filed.kind) {
      case 'filed':
        clear();
        void toast.success(t('filed', { number: filed.number }));
        return navigate(ticketUrl(filed.id));
      case 'refused':
        if (filed.keyIsSpent) change({ idempotencyKey: crypto.randomUUID() });
        return complain(filed.fields, [...filed.general, ...(filed.keyIsSpent ? [t('firstWasFiled')] : [])]);
      case 'failed':
        return complain({}, [`${t(`shared:problem.${filed.problem.kind}.title`)}${t('kept')}`]);
    }
  };

  const preview = (
    <PromisePreview
      requestType={requestTypes.find(({ key }) => key === draft.requestType)}
      reportedAt={instantOf(draft.reportedAt, timeZone)}
    />
  );

  return (
    <div className={styles.columns}>
      <Panel>
        <Form
          layout="vertical"
          noValidate
          disabled={busy}
          onFinish={() => void submit()}
          className={styles.form}
        >
          {general.map((sentence) => (
            <Alert key={sentence} type="error" showIcon title={sentence} className={styles.alert} />
          ))}
          <RequestTypeChoice
            requestTypes={requestTypes}
            value={draft.requestType}
            complaint={complaints.requestType}
            onChange={set('requestType')}
          />
          {!roomy && draft.requestType && <div className={styles.preview}>{preview}</div>}
          <MachineLookup value={draft.serial} complaint={complaints.serial} onChange={set('serial')} />
          <TextField
            id="subject"
            label={t('subject')}
            placeholder={t('subjectPlaceholder')}
            required
            limit={limits.subject}
            value={draft.subject}
            complaint={complaints.subject}
            onChange={set('subject')}
          />
          <TextField
            id="description"
            label={t('description')}
            placeholder={t('descriptionPlaceholder')}
            required
            rows={4}
            limit={limits.description}
            value={draft.description}
            complaint={complaints.description}
            onChange={set('description')}
          />
          {form.error && (
            <Alert
              type="warning"
              showIcon
              title={t('formFailed')}
              action={
                <Button onClick={() => void form.refetch().catch(() => undefined)}>
                  {t('shared:problem.retry')}
                </Button>
              }
              className={styles.alert}
            />
          )}
          <IntakeFields fields={asked} details={draft.details} complaints={complaints} onChange={answer} />
          <div className={styles.pair}>
            <TextField
              id="reporterName"
              label={t('reporterName')}
              required
              limit={limits.reporterName}
              autoComplete="name"
              value={draft.reporterName}
              complaint={complaints.reporterName}
              onChange={set('reporterName')}
            />
            <TextField
              id="reporterPhone"
              label={t('reporterPhone')}
              type="tel"
              limit={limits.reporterPhone}
              autoComplete="tel"
              value={draft.reporterPhone}
              complaint={complaints.reporterPhone}
              onChange={set('reporterPhone')}
            />
          </div>
          {!asDealer && (
            <Form.Item label={t('channel')} htmlFor="channel" help={complaints.channel}>
              <Select
                id="channel"
                className={styles.channel}
                value={draft.channel}
                onChange={set('channel')}
                options={channelsOfDesk.map((value) => ({ value, label: t(`shared:channel.${value}`) }))}
              />
            </Form.Item>
          )}
          <ReportTimeField
            value={draft.reportedAt}
            timeZone={timeZone}
            complaint={complaints.reportedAt}
            onChange={set('reportedAt')}
          />
          <div className={styles.foot}>
            <Button type="primary" htmlType="submit" size="large" loading={busy} disabled={form.loading}>
              {t('submit')}
            </Button>
            <span className="ac-soft">{t('draftKept')}</span>
          </div>
        </Form>
      </Panel>
      {roomy && <aside className={styles.aside}>{preview}</aside>}
    </div>
  );
}
