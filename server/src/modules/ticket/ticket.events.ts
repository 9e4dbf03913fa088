import type { RequestContext } from '../../platform/context';
import type { Inside, Part } from '../../platform/database';
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

/** Whether the ticket goes to another dealer or customer. */
export const changesParty = ({ ticket, set }: TicketHappening): boolean =>
  'customer_id' in set && (set['customer_id'] !== ticket.customerId || set['dealer_id'] !== ticket.dealerId);

/** What a room above wants with it. */
export interface Consequences {
  /** Written in the same transaction. */
  writes: readonly Part[];
  /** Done when it has happened for good. */
  afterwards?: () => void;
}

export type TicketListener = (
  ctx: RequestContext,
  happening: TicketHappening,
  inside: Pick<Inside, 'query'>,
) => Consequences | Promise<Consequences>;

/** Tells the rooms above what happens to tickets. */
export class TicketEvents {
  private readonly listeners: TicketListener[] = [];

  listen(listener: TicketListener): void {
    this.listeners.push(listener);
  }

  /** What the listeners want with it. */
  async consequencesOf(...happened: Parameters<TicketListener>): Promise<Required<Consequences>> {
    const wanted: Consequences[] = [];
    for (const listener of this.listeners) wanted.push(await listener(...happened));
    return {
      writes: wanted.flatMap(({ writes }) => writes),
      afterwards: () => wanted.forEach(({ afterwards }) => afterwards?.()),
    };
  }
}
