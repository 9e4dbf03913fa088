import type { ErrorCode, UserErrorCode } from '@aftercare/contract';

/** What a refusal says, in both languages of the product. */
export interface Sentence {
  zh: string;
  en: string;
}

/**
 * A refusal that reaches the asker as a top-level error of the closed list in `packages/contract`, in the
 * reader's language. It is safe to show; anything else that is thrown is masked as INTERNAL_SERVER_ERROR.
 */
export class PublicError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly sentence: Sentence,
    readonly details: Record<string, unknown> = {},
  ) {
    super(sentence.en);
  }
}

export const unauthenticated = () =>
  new PublicError('UNAUTHENTICATED', {
    zh: '请先登录，并以 Bearer 令牌发送访问令牌。',
    en: 'Sign in and send the access token as a bearer token.',
  });
/** One and the same for a link that has ended and one that never was. */
export const linkNotValid = () =>
  new PublicError('UNAUTHENTICATED', {
    zh: '此链接无效或已失效，请向给您链接的人索取新的链接。',
    en: 'This link is not valid, or no longer; ask whoever gave it to you for a new one.',
  });
export const forbidden = () =>
  new PublicError('FORBIDDEN', {
    zh: '您的角色无权进行此操作，请联系管理员。',
    en: 'Your roles do not allow this; ask an administrator.',
  });
export const unnamedOperation = () =>
  new PublicError('OPERATION_RESOLUTION_FAILURE', {
    zh: '请在 operationName 中指明文档里的一个操作。',
    en: 'Name one operation of the document in operationName.',
  });
export const tooManyOperations = () =>
  new PublicError('THROTTLED', {
    zh: '此连接上打开的操作过多，请先结束一些再开始新的。',
    en: 'Too many operations are open on this socket; complete some before you start more.',
  });
export const badInput = (field: string, sentence: Sentence) =>
  new PublicError('BAD_USER_INPUT', sentence, { field });
export const unavailable = () =>
  new PublicError('UNAVAILABLE', {
    zh: '暂时无法连接数据库，未做任何更改，请稍后重试。',
    en: 'The database cannot be reached just now; nothing was changed. Try again shortly.',
  });

/** What is said of anything that nobody thought of; the log tells the rest under the id. */
export const unforeseen = (requestId: string): Sentence => ({
  zh: `服务出现故障；报告问题时请提供此编号：${requestId}。`,
  en: `Something went wrong on our side. Name this id when you report it: ${requestId}.`,
});

/**
 * A domain refusal: something that a person can mend. Services throw it; the payload carries it as a
 * user error with the field's path, and the transaction it was thrown in leaves no trace.
 */
export class Refusal extends Error {
  constructor(
    readonly code: UserErrorCode,
    readonly field: readonly string[],
    readonly sentence: Sentence,
    readonly conflict?: { currentVersion: number; changed: string[] },
  ) {
    super(sentence.en);
  }
}

/** Several things to mend at once. */
export class Refusals extends Error {
  constructor(readonly all: readonly Refusal[]) {
    super(all.map(({ message }) => message).join(' '));
  }
}

/**
 * What is refused.
 * @throws the error itself when it is nothing that the asker can mend
 */
export function refusalsIn(error: unknown): readonly Refusal[] {
  if (error instanceof Refusal) return [error];
  if (error instanceof Refusals) return error.all;
  throw error;
}

/** What was thrown, with the fields of its refusals called as the input at hand calls them. */
export function renamed(error: unknown, fieldOf: (field: readonly string[]) => readonly string[]): unknown {
  const rename = ({ code, field, sentence, conflict }: Refusal) =>
    new Refusal(code, fieldOf(field), sentence, conflict);
  if (error instanceof Refusal) return rename(error);
  return error instanceof Refusals ? new Refusals(error.all.map(rename)) : error;
}
