import { useEffect, useState } from 'react';
import type { LocalizedText } from '../../../shared/format/text';

export interface Demo {
  password: string;
  tenants: { slug: string; name: LocalizedText; people: string[] }[];
}

/** The demo sign-ins, on a server that offers a demo. */
export function useDemo(): Demo | undefined {
  const [demo, setDemo] = useState<Demo>();
  useEffect(() => {
    const request = new AbortController();
    fetch('/auth/demo', { signal: request.signal, headers: { 'x-aftercare': 'portal' } })
      .then(async (response) => (response.ok ? setDemo((await response.json()) as Demo) : undefined))
      // No demo to offer is no trouble of the reader's.
      .catch(() => undefined);
    return () => request.abort();
  }, []);
  return demo;
}
