import { useSyncExternalStore } from 'react';

/** Whether a media query holds, e.g. `(min-width: 768px)`. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Wide enough for tables and a side menu. */
export const useIsWide = (): boolean => useMedia('(min-width: 768px)');
