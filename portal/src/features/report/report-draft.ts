import type { Channel, TicketCreateInput } from '../../gql/graphql';
import { lengthOf, limits } from '../../shared/limits';
import { instantOf, type WallTime } from './report-time';

/** What has been typed; kept until it is filed. */
export interface ReportDraft {
  requestType: string;
  serial: string;
  subject: string;
  description: string;
  reporterName: string;
  reporterPhone: string;
  channel: Channel;
  /** Empty: now. */
  reportedAt: WallTime;
  /** One per form, so that sending twice files once. */
  idempotencyKey: string;
}

export type ReportField = Exclude<keyof ReportDraft, 'idempotencyKey'>;
export const reportFields: readonly ReportField[] = [
  'requestType',
  'serial',
  'subject',
  'description',
  'reporterName',
  'reporterPhone',
  'channel',
  'reportedAt',
];

export const emptyReport = (): ReportDraft => ({
  requestType: '',
  serial: '',
  subject: '',
  description: '',
  reporterName: '',
  reporterPhone: '',
  channel: 'PHONE',
  reportedAt: '',
  idempotencyKey: crypto.randomUUID(),
});

export type Complaint = 'required' | 'tooLong' | 'future' | 'incomplete';

const limited = ['serial', 'subject', 'description', 'reporterName', 'reporterPhone'] as const;

/** What the reader has to mend before it is worth asking the server. */
export function complaintsAbout(
  draft: ReportDraft,
  timeZone: string,
  now: number,
): Partial<Record<ReportField, Complaint>> {
  const complaints: Partial<Record<ReportField, Complaint>> = {};
  for (const field of ['requestType', 'serial', 'subject', 'description', 'reporterName'] as const) {
    if (!draft[field].trim()) complaints[field] = 'required';
  }
  for (const field of limited) {
    if (lengthOf(draft[field]) > limits[field]) complaints[field] = 'tooLong';
  }
  if (draft.reportedAt) {
    const instant = instantOf(draft.reportedAt, timeZone);
    if (!instant) complaints.reportedAt = 'incomplete';
    else if (Date.parse(instant) > now) complaints.reportedAt = 'future';
  }
  return complaints;
}

/** @param asDealer the channel of a dealer's report is known to the server */
export function toInput(draft: ReportDraft, timeZone: string, asDealer: boolean): TicketCreateInput {
  return {
    requestType: draft.requestType,
    serial: draft.serial.trim(),
    subject: draft.subject.trim(),
    description: draft.description.trim(),
    reporterName: draft.reporterName.trim(),
    reporterPhone: draft.reporterPhone.trim() || null,
    reportedAt: instantOf(draft.reportedAt, timeZone) ?? null,
    channel: asDealer ? null : draft.channel,
    idempotencyKey: draft.idempotencyKey,
  };
}

/** The field of the form that a refusal is about; undefined when it is about the report as a whole. */
export function fieldOf(path: readonly string[] | null | undefined): ReportField | undefined {
  return reportFields.find((field) => field === path?.at(-1));
}
