import type { StateCategory, TicketFilter, TicketOrder } from '../../gql/graphql';

export const categories: readonly StateCategory[] = ['OPEN', 'ACTIVE', 'WAITING', 'CLOSED'];
export const orders: readonly TicketOrder[] = [
  'NEWEST',
  'DUE_SOONEST',
  'OLDEST_REPORTED',
  'RECENTLY_UPDATED',
];
const orderWords: Record<TicketOrder, string> = {
  NEWEST: 'newest',
  DUE_SOONEST: 'due',
  OLDEST_REPORTED: 'reported',
  RECENTLY_UPDATED: 'updated',
};

const stillOpen = categories.filter((category) => category !== 'CLOSED');

/** Rows on one page of the list. */
export const pageSize = 25;

/** Everything that decides which rows the list shows; it lives in the URL and nowhere else. */
export interface ListState {
  category: StateCategory | undefined;
  unassigned: boolean;
  order: TicketOrder;
  /** At most one of the two: the rows after, or before, that cursor. */
  after: string | undefined;
  before: string | undefined;
}

export function readListState(search: URLSearchParams): ListState {
  const after = search.get('after') ?? undefined;
  return {
    category: categories.find((category) => category.toLowerCase() === search.get('state')),
    unassigned: search.get('unassigned') === '1',
    order: orders.find((order) => orderWords[order] === search.get('order')) ?? 'NEWEST',
    after,
    before: after === undefined ? (search.get('before') ?? undefined) : undefined,
  };
}

export function listSearch(state: ListState): string {
  const search = new URLSearchParams();
  if (state.category) search.set('state', state.category.toLowerCase());
  if (state.unassigned) search.set('unassigned', '1');
  if (state.order !== 'NEWEST') search.set('order', orderWords[state.order]);
  if (state.after) search.set('after', state.after);
  else if (state.before) search.set('before', state.before);
  const text = search.toString();
  return text && `?${text}`;
}

/** The list with other filters starts at its first page. */
export function withFilter(
  state: ListState,
  change: Partial<Pick<ListState, 'category' | 'unassigned' | 'order'>>,
): ListState {
  return { ...state, ...change, after: undefined, before: undefined };
}

export function listVariables(state: ListState): {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
  filter: TicketFilter;
  orderBy: TicketOrder;
} {
  // what is closed waits for nobody, unless the closed ones are asked for
  const wanted = state.category ? [state.category] : state.unassigned ? stillOpen : undefined;
  return {
    ...(state.before ? { last: pageSize, before: state.before } : { first: pageSize, after: state.after }),
    filter: {
      ...(wanted ? { categories: wanted } : {}),
      ...(state.unassigned ? { unassigned: true } : {}),
    },
    orderBy: state.order,
  };
}
