import { useEffect, useEffectEvent, useState } from 'react';
import { describeProblem, type Problem } from '../../../apollo/errors';

const firstWait = 1_000;
const longestWait = 20_000;

export interface ReadAnew {
  readAnew: () => void;
  /** Why the last reading failed: what is shown may be old until one succeeds. */
  behind: Problem | undefined;
}

/** Reads what is on the screen once more, and again until that succeeds, unless only a reload can help. */
export function useReadAnew(read: () => Promise<unknown>): ReadAnew {
  const [failed, setFailed] = useState<{ times: number; problem: Problem }>();

  const readAnew = (): void =>
    void read().then(
      () => setFailed(undefined),
      (error: unknown) => {
        // Another reading took its place.
        if (error instanceof Error && error.name === 'AbortError') return;
        const problem = describeProblem(error);
        setFailed((before) => ({ times: (before?.times ?? 0) + 1, problem }));
      },
    );
  const again = useEffectEvent(readAnew);

  useEffect(() => {
    if (!failed || failed.problem.kind === 'outdated') return undefined;
    const retry = (): void => again();
    const timer = setTimeout(retry, Math.min(longestWait, firstWait * 2 ** (failed.times - 1)));
    window.addEventListener('online', retry);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', retry);
    };
  }, [failed]);

  return { readAnew, behind: failed?.problem };
}
