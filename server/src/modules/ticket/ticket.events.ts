import type { RequestContext } from '../../platform/context';
import type { Part } from '../../platform/database';
import type { NotedFact } from './amend-ticket';
import type { TicketRow } from './ticket-at-work';

/** A moment that came: a reminder, or a promise that was missed. */
export interface FiredTimer {
  kind: 'reminder' | 'breach' | 'refresh';
  /** Told once (F1). */
  key: string;
  at: Date;
  /** Key of the clock. */
  clock: string;
  /** Roles that are told. */
  tell: string[];
}

/** Something happened to a ticket: facts, new values of its columns, or a timer. */
export interface TicketHappening {
  /** As it was before. */
  ticket: TicketRow;
  facts: readonly NotedFact[];
  set: Readonly<Record<string, unknown>>;
  timer?: FiredTimer;
}

/** What a room above wants written with it, in the same transaction. */
export type TicketListener = (ctx: RequestContext, happening: TicketHappening) => readonly Part[];

/** Tells the rooms above what happens to tickets. */
export class TicketEvents {
  private readonly listeners: TicketListener[] = [];

  listen(listener: TicketListener): void {
    this.listeners.push(listener);
  }

  /** What the listeners want written with it. */
  consequencesOf(ctx: RequestContext, happening: TicketHappening): Part[] {
    return this.listeners.flatMap((listener) => listener(ctx, happening));
  }
}
