import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { act, renderHook } from '@testing-library/react';
import { useReadAnew } from './use-read-anew';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

test('a reading that fails is shown and tried again, less and less often, until it succeeds', async () => {
  const read = jest.fn(async () => {
    if (read.mock.calls.length < 3) throw new TypeError('fetch failed');
  });
  const { result } = renderHook(() => useReadAnew(read));
  act(() => result.current.readAnew());
  await pass(0);
  expect(result.current.behind).toEqual({ kind: 'offline' });
  await pass(1_000);
  expect(read).toHaveBeenCalledTimes(2);
  await pass(1_999);
  expect(read).toHaveBeenCalledTimes(2);
  await pass(1);
  expect(read).toHaveBeenCalledTimes(3);
  expect(result.current.behind).toBeUndefined();
  await pass(60_000);
  expect(read).toHaveBeenCalledTimes(3);
});

test('a page of an older version does not ask for ever', async () => {
  const outdated = new CombinedGraphQLErrors({
    errors: [{ message: '', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
  });
  const read = jest.fn().mockRejectedValue(outdated);
  const { result } = renderHook(() => useReadAnew(read));
  act(() => result.current.readAnew());
  await pass(60_000);
  expect(result.current.behind).toEqual({ kind: 'outdated' });
  expect(read).toHaveBeenCalledTimes(1);
});

test('a page that is left asks no more', async () => {
  const read = jest.fn().mockRejectedValue(new TypeError('fetch failed'));
  const { result, unmount } = renderHook(() => useReadAnew(read));
  act(() => result.current.readAnew());
  await pass(0);
  unmount();
  await pass(60_000);
  expect(read).toHaveBeenCalledTimes(1);
});
