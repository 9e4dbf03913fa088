import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';
import type { ErrorCode } from '@aftercare/contract';
import type { GraphQLFormattedError } from 'graphql';
import { SessionUnavailable } from './session';

/** What a person can be told about a failed request; the words are in the `shared` texts. */
export type ProblemKind =
  | 'offline'
  | 'signed-out'
  | 'forbidden'
  | 'throttled'
  | 'outdated'
  | 'unavailable'
  | 'unexpected';

export interface Problem {
  kind: ProblemKind;
  /** Given to support to find the request in the server's log. */
  requestId?: string;
}

const kinds: Record<ErrorCode, ProblemKind> = {
  UNAUTHENTICATED: 'signed-out',
  FORBIDDEN: 'forbidden',
  BAD_USER_INPUT: 'unexpected',
  GRAPHQL_PARSE_FAILED: 'unexpected',
  GRAPHQL_VALIDATION_FAILED: 'outdated',
  OPERATION_RESOLUTION_FAILURE: 'unexpected',
  PERSISTED_QUERY_NOT_FOUND: 'outdated',
  MAX_COST_EXCEEDED: 'unexpected',
  THROTTLED: 'throttled',
  RESYNC_REQUIRED: 'unexpected',
  UNAVAILABLE: 'unavailable',
  INTERNAL_SERVER_ERROR: 'unexpected',
};

/** The first error of an answer, be it GraphQL's or that of a request the server did not let through. */
function firstError(error: unknown): GraphQLFormattedError | undefined {
  if (CombinedGraphQLErrors.is(error)) return error.errors[0];
  if (!ServerError.is(error)) return undefined;
  try {
    return (JSON.parse(error.bodyText) as { errors?: GraphQLFormattedError[] }).errors?.[0];
  } catch {
    // A gateway in between answers in words of its own.
    return undefined;
  }
}

/** The code of the first error, if the server gave one. */
export function errorCode(error: unknown): ErrorCode | undefined {
  const code = firstError(error)?.extensions?.['code'];
  return typeof code === 'string' && code in kinds ? (code as ErrorCode) : undefined;
}

export function describeProblem(error: unknown): Problem {
  const code = errorCode(error);
  const requestId = firstError(error)?.extensions?.['requestId'];
  if (code) return { kind: kinds[code], ...(typeof requestId === 'string' ? { requestId } : {}) };
  if (ServerError.is(error) || ServerParseError.is(error)) {
    const { statusCode } = error;
    return { kind: statusCode === 401 ? 'signed-out' : statusCode === 429 ? 'throttled' : 'unavailable' };
  }
  // `fetch` reports every failure to reach the server as a TypeError.
  if (error instanceof SessionUnavailable || error instanceof TypeError) return { kind: 'offline' };
  return { kind: 'unexpected' };
}

/** Whether the server refused the token, by code or by status. */
export function isUnauthenticated(error: unknown): boolean {
  return describeProblem(error).kind === 'signed-out';
}
