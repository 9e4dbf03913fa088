import type { ChangeKind, StateCategory } from '../../../gql/graphql';
import type { ListState } from '../ticket.urls';

/** As much of a change as decides where it belongs. */
export interface Change {
  kind: ChangeKind;
  ticketId: string;
  version: number;
  /** Null when the reader may no longer see the ticket. */
  ticket: { state: { category: StateCategory }; assignee: { id: string } | null } | null;
}

/** The rows on the screen: the version known of each ticket id. */
export type Rows = ReadonlyMap<string, number>;

export interface Sorted<Item extends Change> {
  /** Changes of rows on the screen: shown where they are. */
  update: Item[];
  /** New tickets that belong to this list. */
  fresh: string[];
  /** Rows that the reader may no longer see. */
  gone: string[];
}

/**
 * Tells what a list does with changes. Rows never move or vanish while they are read: a row that no longer
 * fits the filter stays until the list is asked for again, and new ones are only counted here.
 */
export function sortChanges<Item extends Change>(changes: Item[], rows: Rows, list: ListState): Sorted<Item> {
  const latest = new Map<string, Item>();
  const created = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'CREATED') created.add(change.ticketId);
    const known = latest.get(change.ticketId)?.version ?? 0;
    if (change.version >= known) latest.set(change.ticketId, change);
  }

  const sorted: Sorted<Item> = { update: [], fresh: [], gone: [] };
  for (const [id, change] of latest) {
    const shown = rows.get(id);
    if (shown !== undefined) {
      if (!change.ticket) sorted.gone.push(id);
      else if (change.version >= shown) sorted.update.push(change);
    } else if (created.has(id) && belongs(change.ticket, list)) {
      sorted.fresh.push(id);
    }
  }
  return sorted;
}

/** Whether a new row may appear by itself: nobody reads anything that it would move. */
export function mayAppear(list: ListState, scrolledTo: number): boolean {
  return scrolledTo === 0 && list.order === 'NEWEST' && !list.after && !list.before;
}

function belongs(ticket: Change['ticket'], list: ListState): boolean {
  if (!ticket) return false;
  if (list.unassigned && ticket.assignee) return false;
  return !list.category || list.category === ticket.state.category;
}
