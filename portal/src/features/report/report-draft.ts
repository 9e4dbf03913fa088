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
  /** Answers to what the form of the request type asks, by key. */
  details: Record<string, string>;
  channel: Channel;
  /** Empty: now. */
  reportedAt: WallTime;
  /** One per form, so that sending twice files once. */
  idempotencyKey: string;
}

export type CommonField = Exclude<keyof ReportDraft, 'idempotencyKey' | 'details'>;
type DetailField = `detail-${string}`;
export type ReportField = CommonField | DetailField;
const commonFields: readonly CommonField[] = [
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
  details: {},
  channel: 'PHONE',
  reportedAt: '',
  idempotencyKey: crypto.randomUUID(),
});

export type Complaint = 'required' | 'tooLong' | 'future' | 'incomplete';

const limited = ['serial', 'subject', 'description', 'reporterName', 'reporterPhone'] as const;

/** Something that the form of the request type asks. */
export interface Asked {
  key: string;
  required: boolean;
  /** Asked only where another answer is one of these. */
  dependsOn?: { field: string; among: string[] } | null;
}

export const detailField = (key: string): DetailField => `detail-${key}`;

/** What is asked, given what has been answered so far. */
export function fieldsAsked<Field extends Asked>(
  intake: readonly Field[],
  details: ReportDraft['details'],
): Field[] {
  const asked: Field[] = [];
  for (const field of intake) {
    const { dependsOn } = field;
    const chosen = asked.some(({ key }) => key === dependsOn?.field) && details[dependsOn?.field ?? ''];
    if (!dependsOn || (chosen && dependsOn.among.includes(chosen))) asked.push(field);
  }
  return asked;
}

/** What the reader has to mend before it is worth asking the server. */
export function complaintsAbout(
  draft: ReportDraft,
  asked: readonly Asked[],
  timeZone: string,
  now: number,
): Partial<Record<ReportField, Complaint>> {
  const complaints: Partial<Record<ReportField, Complaint>> = {};
  for (const field of ['requestType', 'serial', 'subject', 'description', 'reporterName'] as const) {
    if (!draft[field].trim()) complaints[field] = 'required';
  }
  for (const { key, required } of asked) {
    if (required && !draft.details[key]?.trim()) complaints[detailField(key)] = 'required';
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
export function toInput(
  draft: ReportDraft,
  asked: readonly Asked[],
  timeZone: string,
  asDealer: boolean,
): TicketCreateInput {
  const details = asked.flatMap(({ key }) => {
    const value = draft.details[key]?.trim();
    return value ? [{ key, value }] : [];
  });
  return {
    requestType: draft.requestType,
    serial: draft.serial.trim(),
    subject: draft.subject.trim(),
    description: draft.description.trim(),
    reporterName: draft.reporterName.trim(),
    reporterPhone: draft.reporterPhone.trim() || null,
    details,
    reportedAt: instantOf(draft.reportedAt, timeZone) ?? null,
    channel: asDealer ? null : draft.channel,
    idempotencyKey: draft.idempotencyKey,
  };
}

/** The field of the form that a refusal is about; undefined when it is about the report as a whole. */
export function fieldOf(path: readonly string[] | null | undefined): ReportField | undefined {
  const last = path?.at(-1);
  if (last !== undefined && path?.at(-2) === 'details') return detailField(last);
  return commonFields.find((field) => field === last);
}
