import { useSyncExternalStore } from 'react';
import { serverClock } from '../../apollo/services';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for everything on the page that counts; it rests while nothing does or nobody looks. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => document.hidden || listeners.forEach((tick) => tick()), 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * What `derive` makes of the server's time, every second; the component renders again only when that changes.
 * @param derive must give a primitive
 */
export function useServerClock<Result extends string | number | boolean>(
  derive: (now: number) => Result,
): Result {
  return useSyncExternalStore(subscribe, () => derive(serverClock.now()));
}
