/**
 * Codes of top-level GraphQL errors and of plain HTTP refusals: a closed list. Everything the domain
 * refuses travels as a user error inside the payload instead.
 */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'MAX_COST_EXCEEDED',
  'THROTTLED',
  'RESYNC_REQUIRED',
  'UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Codes of `userErrors`: what a person can mend. */
export const userErrorCodes = [
  'REQUIRED',
  'INVALID',
  'NOT_FOUND',
  'CONFLICT',
  'FORBIDDEN',
  'SIGN_IN_FAILED',
  'IDEMPOTENCY_KEY_REUSED',
  'THROTTLED',
] as const;
export type UserErrorCode = (typeof userErrorCodes)[number];
