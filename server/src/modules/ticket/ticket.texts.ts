import { required, tooLong } from './ticket.errors';

/** What people call the fields, and how long their texts may be. */
const texts = {
  subject: { label: { zh: '标题', en: 'the subject' }, limit: 200 },
  description: { label: { zh: '问题描述', en: 'the description' }, limit: 10_000 },
  reporterName: { label: { zh: '报修人', en: 'the name of the reporter' }, limit: 100 },
  reporterPhone: { label: { zh: '联系电话', en: 'the telephone number' }, limit: 40 },
  serial: { label: { zh: '序列号', en: 'the serial number' }, limit: 60 },
  body: { label: { zh: '内容', en: 'the text' }, limit: 10_000 },
  note: { label: { zh: '说明', en: 'the note' }, limit: 10_000 },
  reason: { label: { zh: '原因', en: 'the reason' }, limit: 1_000 },
  why: { label: { zh: '约定原因', en: 'why it was agreed' }, limit: 1_000 },
  confirmedBy: { label: { zh: '客户确认人', en: 'who confirmed it for the customer' }, limit: 100 },
  reporterEmail: { label: { zh: '电子邮箱', en: 'the e-mail address' }, limit: 200 },
  customerName: { label: { zh: '客户名称', en: 'the name of the customer' }, limit: 200 },
  caption: { label: { zh: '附件说明', en: 'the caption' }, limit: 500 },
} as const;

type TextField = keyof typeof texts;

/** @throws Refusal REQUIRED or INVALID naming the field */
export function requiredText(value: string, field: TextField): string {
  const text = optionalText(value, field);
  if (text === null) throw required(field, texts[field].label);
  return text;
}

/** @throws Refusal INVALID naming the field when the text is too long */
export function optionalText(value: string | null | undefined, field: TextField): string | null {
  // PostgreSQL cannot hold the zero character
  const text = (value ?? '').replaceAll('\0', '').trim();
  const { label, limit } = texts[field];
  if ([...text].length > limit) throw tooLong(field, label, limit);
  return text === '' ? null : text;
}
