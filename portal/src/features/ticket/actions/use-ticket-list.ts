import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { Problem } from '../../../apollo/errors';
import { graphql } from '../../../gql';
import type { TicketListQuery } from '../../../gql/graphql';
import { mayAppear, sortChanges, type Rows } from '../live/membership';
import { useReadAnew } from '../live/use-read-anew';
import { useTicketChanges } from '../live/use-ticket-changes';
import { listSearch, listVariables, type ListState } from '../ticket.urls';

const TicketListDocument = graphql(`
  query TicketList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: TicketFilter
    $orderBy: TicketOrder!
  ) {
    serverTime
    changeCursor
    tickets(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        version
        ...TicketTable_ticket
        ...TicketCards_ticket
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

const TicketListChangesDocument = graphql(`
  subscription TicketListChanges($after: String) {
    ticketChanges(after: $after) {
      cursor
      kind
      ticketId
      version
      ticket {
        id
        version
        state {
          key
          category
        }
        assignee {
          id
        }
        ...TicketTable_ticket
        ...TicketCards_ticket
      }
    }
  }
`);

type Page = TicketListQuery['tickets'];

export interface TicketList {
  tickets: Page['nodes'] | undefined;
  pageInfo: Page['pageInfo'] | undefined;
  gone: ReadonlySet<string>;
  newCount: number;
  showNew: () => void;
  error: unknown;
  loading: boolean;
  /** Why the latest could not be read anew; what is shown may be old. */
  behind: Problem | undefined;
  retry: () => void;
}

/** What waits beside one list: new tickets and rows that may no longer be seen. */
interface Waiting {
  of: string;
  fresh: ReadonlySet<string>;
  gone: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/** One page of the list, kept up to date without moving what is being read. */
export function useTicketList(list: ListState, go: (list: ListState) => void): TicketList {
  const client = useApolloClient();
  const { data, previousData, error, loading, refetch } = useQuery(TicketListDocument, {
    variables: listVariables(list),
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    // Reading anew in the background is no reason to stop following.
    notifyOnNetworkStatusChange: false,
  });
  const page = data?.tickets;
  const of = listSearch(list);
  const [state, setWaiting] = useState<Waiting>({ of, fresh: nothing, gone: nothing });
  const waiting = state.of === of ? state : { of, fresh: nothing, gone: nothing };

  const { readAnew: again, behind } = useReadAnew(() => refetch());
  const readAnew = (): void => {
    setWaiting({ of, fresh: nothing, gone: nothing });
    again();
  };

  useTicketChanges({
    document: TicketListChangesDocument,
    after: loading ? undefined : data?.changeCursor,
    onResync: readAnew,
    onChanges: (changes) => {
      const rows: Rows = new Map(page?.nodes.map(({ id, version }) => [id, version]));
      const { update, fresh, gone } = sortChanges(changes, rows, list);
      client.cache.batch({
        update: (cache) => {
          for (const ticketChanges of update) {
            cache.write({
              dataId: 'ROOT_SUBSCRIPTION',
              query: TicketListChangesDocument,
              result: { ticketChanges },
            });
          }
        },
      });
      if (fresh.length > 0 && mayAppear(list, window.scrollY)) readAnew();
      else if (fresh.length > 0 || gone.length > 0) {
        setWaiting({
          of,
          fresh: new Set([...waiting.fresh, ...fresh]),
          gone: new Set([...waiting.gone, ...gone]),
        });
      }
    },
  });

  const shown = page ?? (error ? undefined : previousData?.tickets);
  return {
    tickets: shown?.nodes,
    pageInfo: shown?.pageInfo,
    gone: waiting.gone,
    newCount: waiting.fresh.size,
    showNew: () => {
      window.scrollTo({ top: 0 });
      if (list.after ?? list.before) go({ ...list, after: undefined, before: undefined });
      else readAnew();
    },
    error,
    loading,
    behind,
    retry: again,
  };
}
