import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useEffectEvent } from 'react';
import { liveSocket } from '../../../apollo/services';
import { createBuffer } from './buffer';

interface Followed {
  ticketChanges: { cursor: string };
}

export interface TicketChangesOptions<Data extends Followed> {
  document: TypedDocumentNode<Data, { after?: string | null }>;
  /** Where the change log stood when the data on the screen was read; nothing is followed before that is known. */
  after: string | undefined;
  onChanges: (changes: Data['ticketChanges'][]) => void;
  /** The log no longer reaches back to what is on the screen: read it anew. */
  onResync: () => void;
}

/** Follows the change log from exactly where the data on the screen was read, across lost connections. */
export function useTicketChanges<Data extends Followed>(options: TicketChangesOptions<Data>): void {
  const { document, after } = options;
  const changed = useEffectEvent(options.onChanges);
  const resync = useEffectEvent(options.onResync);

  useEffect(() => {
    if (after === undefined) return undefined;
    let cursor = after;
    const buffer = createBuffer<Data['ticketChanges']>((changes) => changed(changes));
    const leave = liveSocket.follow(document, () => ({ after: cursor }), {
      next: ({ ticketChanges }) => {
        cursor = ticketChanges.cursor;
        buffer.add(ticketChanges);
      },
      resync: () => resync(),
    });
    return () => {
      leave();
      buffer.stop();
    };
  }, [document, after]);
}
