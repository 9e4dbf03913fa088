import type { Sink } from 'graphql-ws';
import { LiveSocket } from './live-socket';
import type { Session } from './session';

const asked: Sink[] = [];
jest.mock('graphql-ws', () => ({
  createClient: () => ({
    subscribe: (_payload: unknown, sink: Sink) => {
      asked.push(sink);
      return () => undefined;
    },
  }),
}));

const document = { __meta__: { hash: 'sha256:0' } } as never;
const refusal = (code: string) => [{ message: 'Refused.', extensions: { code } }];

function follow() {
  const socket = new LiveSocket({
    url: 'ws://house.example/graphql',
    session: {} as Session,
    locale: () => 'en',
  });
  const resync = jest.fn();
  const leave = socket.follow(document, () => ({}), { next: () => undefined, resync });
  return { socket, resync, leave };
}

beforeEach(() => {
  jest.useFakeTimers();
  asked.length = 0;
});
afterEach(() => jest.useRealTimers());

test.each(['PERSISTED_QUERY_NOT_FOUND', 'BAD_USER_INPUT'])(
  '%s stops the page and is not asked again: only a reload helps',
  async (code) => {
    const { socket } = follow();
    asked[0]?.error(refusal(code));
    await jest.advanceTimersByTimeAsync(120_000);
    expect(socket.state).toBe('stopped');
    expect(asked).toHaveLength(1);
  },
);

test('a trouble of the server is asked again', async () => {
  const { socket } = follow();
  asked[0]?.error(refusal('INTERNAL_SERVER_ERROR'));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveLength(2);
  expect(socket.state).not.toBe('stopped');
});

test('a log that no longer reaches back asks for a new reading', () => {
  const { resync } = follow();
  asked[0]?.error(refusal('RESYNC_REQUIRED'));
  expect(resync).toHaveBeenCalledTimes(1);
});
