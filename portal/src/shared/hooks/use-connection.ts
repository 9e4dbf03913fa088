import { useSyncExternalStore } from 'react';
import { liveSocket } from '../../apollo/services';
import type { ConnectionState } from '../../apollo/live-socket';

export type Connection = ConnectionState | 'offline';

function subscribe(listener: () => void): () => void {
  const stop = liveSocket.subscribe(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    stop();
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** How fresh the page can be: live, catching up, or cut off. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => (navigator.onLine ? liveSocket.state : 'offline'));
}
