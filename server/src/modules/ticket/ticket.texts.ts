import { emailAddress, phoneNumber, Texts } from '../../platform/aggregates';

/** What people call the fields, and how long their texts may be. */
const texts = new Texts({
  subject: { label: { zh: '标题', en: 'the subject' }, limit: 200 },
  description: { label: { zh: '问题描述', en: 'the description' }, limit: 10_000 },
  reporterName: { label: { zh: '报修人', en: 'the name of the reporter' }, limit: 100 },
  reporterPhone: phoneNumber,
  serial: { label: { zh: '序列号', en: 'the serial number' }, limit: 60 },
  body: { label: { zh: '内容', en: 'the text' }, limit: 10_000 },
  note: { label: { zh: '说明', en: 'the note' }, limit: 10_000 },
  reason: { label: { zh: '原因', en: 'the reason' }, limit: 1_000 },
  why: { label: { zh: '约定原因', en: 'why it was agreed' }, limit: 1_000 },
  confirmedBy: { label: { zh: '客户确认人', en: 'who confirmed it for the customer' }, limit: 100 },
  reporterEmail: emailAddress,
  customerName: { label: { zh: '客户名称', en: 'the name of the customer' }, limit: 200 },
  channel: { label: { zh: '告知方式', en: 'how it was told' }, limit: 40 },
  toldTo: { label: { zh: '告知对象', en: 'to whom it was told' }, limit: 100 },
  details: { label: { zh: '登记内容', en: 'the answers on the form' }, limit: 2_000 },
  caption: { label: { zh: '附件说明', en: 'the caption' }, limit: 500 },
  name: { label: { zh: '视图名称', en: 'the name of the view' }, limit: 100 },
});

type TextField = Parameters<typeof texts.required>[0];

/** @throws Refusal REQUIRED or INVALID naming the field */
export const requiredText = (value: string, field: TextField): string => texts.required(field, value);

/** @throws Refusal INVALID naming the field when the text is too long */
export const optionalText = (value: string | null | undefined, field: TextField): string | null =>
  texts.optional(field, value);
