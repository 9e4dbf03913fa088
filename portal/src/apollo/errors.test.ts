import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { describeProblem } from './errors';

/** What the server answers when it lets a request not through at all. */
const refused = (status: number, bodyText: string) =>
  new ServerError('refused', { response: { status } as Response, bodyText });
const body = (code: string, details: object = {}) =>
  JSON.stringify({ errors: [{ message: 'Refused.', extensions: { code, ...details } }] });

test('a page of an older version is told to reload, although only the body says so', () => {
  expect(describeProblem(refused(400, body('PERSISTED_QUERY_NOT_FOUND')))).toEqual({ kind: 'outdated' });
});

test('an unforeseen failure carries the id for support, over GraphQL and outside of it', () => {
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: 'r-1' };
  const expected = { kind: 'unexpected', requestId: 'r-1' };
  expect(describeProblem(new CombinedGraphQLErrors({ errors: [{ message: '', extensions }] }))).toEqual(
    expected,
  );
  expect(describeProblem(refused(500, body('INTERNAL_SERVER_ERROR', { requestId: 'r-1' })))).toEqual(
    expected,
  );
});

test('an answer of a gateway is judged by its status', () => {
  expect(describeProblem(refused(502, '<h1>Bad gateway</h1>'))).toEqual({ kind: 'unavailable' });
  expect(describeProblem(refused(401, ''))).toEqual({ kind: 'signed-out' });
});
