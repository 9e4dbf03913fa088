import type { ErrorCode, UserErrorCode } from '@aftercare/contract';

/**
 * A refusal that reaches the asker as a top-level error of the closed list in `packages/contract`.
 * The message is safe to show; anything else that is thrown is masked as INTERNAL_SERVER_ERROR.
 */
export class PublicError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

export const unauthenticated = () =>
  new PublicError('UNAUTHENTICATED', 'Sign in and send the access token as a bearer token.');
export const forbidden = () =>
  new PublicError('FORBIDDEN', 'Your roles do not allow this; ask an administrator of your house.');
export const unnamedOperation = () =>
  new PublicError('OPERATION_RESOLUTION_FAILURE', 'Name one operation of the document in operationName.');
export const tooManyOperations = () =>
  new PublicError(
    'THROTTLED',
    'Too many operations are open on this socket; complete some before you start more.',
  );
export const badInput = (field: string, message: string) =>
  new PublicError('BAD_USER_INPUT', message, { field });
export const unavailable = () =>
  new PublicError(
    'UNAVAILABLE',
    'The database cannot be reached just now; nothing was changed. Try again shortly.',
  );

/** What a domain refusal says, in both languages of the product. */
export interface Sentence {
  zh: string;
  en: string;
}

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
