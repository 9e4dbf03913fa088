import { PublicError, Refusal } from '../errors';

export const keyMissing = () =>
  new Refusal('REQUIRED', ['idempotencyKey'], {
    zh: '请填写提交编号，每次提交用一个新的编号。',
    en: 'Send an idempotency key: a new one for each thing that is to be done.',
  });

export const keyTooLong = (limit: number) =>
  new Refusal('INVALID', ['idempotencyKey'], {
    zh: `提交编号最多 ${limit} 个字，请换一个短的编号。`,
    en: `Shorten the idempotency key to at most ${limit} characters.`,
  });

export const keyReused = () =>
  new Refusal('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey'], {
    zh: '这个提交编号已用于另一次不同的提交，请换一个新的编号。',
    en: 'This idempotency key was used for a different request; make a new one.',
  });

export const answerNotKept = () =>
  new PublicError('UNAVAILABLE', {
    zh: '答复尚未保存时失去了数据库连接；请用同一提交编号重新发送，不会重复执行。',
    en: 'The database was lost before the answer could be kept. Send the same request with the same key again; nothing is done twice.',
  });
