import { useCallback, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Credentials, SignInAnswer } from '../../../apollo/session';
import { client, session } from '../../../apollo/services';
import { nextPath } from '../sign-in.urls';

export interface SignIn {
  busy: boolean;
  answer: SignInAnswer | undefined;
  /** Seconds until the server listens again, 0 when it does. */
  wait: number;
  signIn: (credentials: Credentials) => Promise<void>;
  startOver: () => void;
}

/** Signs in and goes where the reader wanted to go. */
export function useSignIn(): SignIn {
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SignInAnswer>();
  const [wait, setWait] = useState(0);
  const [search] = useSearchParams();
  const navigate = useNavigate();

  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1_000);
    return () => clearTimeout(timer);
  }, [wait]);

  const signIn = useCallback(
    async (credentials: Credentials) => {
      setBusy(true);
      const next = await session.signIn(credentials);
      setAnswer(next);
      setWait(next.kind === 'throttled' ? next.retryAfterSeconds : 0);
      if (next.kind === 'signed-in') {
        // Another person may have used this tab before.
        await client.clearStore();
        await navigate(nextPath(search), { replace: true });
      }
      setBusy(false);
    },
    [navigate, search],
  );

  return { busy, answer, wait, signIn, startOver: () => setAnswer(undefined) };
}
