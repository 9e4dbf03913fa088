import { useSyncExternalStore } from 'react';
import { session } from '../../apollo/services';
import type { SessionStatus } from '../../apollo/session';

export function useSessionStatus(): SessionStatus {
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.status,
  );
}
