import { randomUUID } from 'node:crypto';
import type { ErrorCode, Locale } from '@aftercare/contract';
import { errorCodes } from '@aftercare/contract';
import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import type { Sentence } from '../errors';
import { PublicError, unforeseen } from '../errors';

const known = new Set<string>(errorCodes);

/** Words of Apollo for requests that it cannot read at all. */
const codesOfApollo: Record<string, ErrorCode> = {
  BAD_REQUEST: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
};

/** HTTP status of a refusal that kept an operation from running at all. */
const statusOf: Partial<Record<PublicError['code'], number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  PERSISTED_QUERY_NOT_FOUND: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  MAX_COST_EXCEEDED: 400,
  THROTTLED: 429,
  UNAVAILABLE: 503,
};

/** A refusal as GraphQL carries it, with the HTTP status it asks for if nothing ran. */
export const graphqlErrorOf = (error: PublicError): GraphQLError =>
  new GraphQLError(error.message, {
    originalError: error,
    extensions: { ...error.details, code: error.code, http: { status: statusOf[error.code] ?? 500 } },
  });

export type ReportInternal = (error: unknown, requestId: string) => void;

/**
 * What leaves the house: a code of the closed list, a message that is safe to show, and for anything
 * unforeseen an id under which the log tells the rest.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: ReportInternal,
  locale: Locale,
): GraphQLFormattedError {
  const cause = rootCause(error);
  const where = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (cause instanceof PublicError) {
    return {
      message: inWords(cause.sentence, locale),
      ...where,
      extensions: { code: cause.code, ...cause.details },
    };
  }
  const said = String(formatted.extensions?.['code']);
  const code = codesOfApollo[said] ?? said;
  if (cause instanceof GraphQLError && known.has(code) && code !== 'INTERNAL_SERVER_ERROR') {
    return { message: withoutSuggestions(formatted.message), ...where, extensions: { code } };
  }
  const requestId = randomUUID();
  report(cause, requestId);
  return {
    message: inWords(unforeseen(requestId), locale),
    ...where,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
}

const inWords = ({ zh, en }: Sentence, locale: Locale) => (locale === 'en' ? en : zh);

/** The same error in the language of whoever asked, which Apollo knows only once it has formatted it. */
export function translated(
  formatted: GraphQLFormattedError,
  error: unknown,
  locale: Locale,
): GraphQLFormattedError {
  const cause = rootCause(error);
  const { code, requestId } = formatted.extensions ?? {};
  if (cause instanceof PublicError) return { ...formatted, message: inWords(cause.sentence, locale) };
  if (code !== 'INTERNAL_SERVER_ERROR') return formatted;
  return { ...formatted, message: inWords(unforeseen(String(requestId)), locale) };
}

/** Who may not read the schema shall not be helped to guess it. */
const withoutSuggestions = (message: string): string => message.replace(/ ?Did you mean .+\?$/s, '');

function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}
