import type { RequestContext } from '../platform/context';
import type { Services } from '../house';
import type { TicketService } from '../modules/ticket';
import type { DemoPerson } from './demo-house';

/** Somebody of the maker, or the clerk of the dealer whose machine it is. */
export type Who = DemoPerson | 'dealer';

/** Where an act happens: the ticket, the asker and the key under which it happens once. */
export interface Stage {
  services: Services;
  ctx: RequestContext;
  /** Public id. */
  ticketId: string;
  key: string;
  /** The ticket's version, and whether it was assigned at this very moment. */
  standing(): Promise<{ version: number; assignedNow: boolean }>;
  /** Public id of a member of the maker. */
  memberId(who: DemoPerson): string;
  /** Hours after the act. */
  later(hours: number): Date;
  /** The day so many days after the act. */
  dayIn(days: number): string;
}

/** One thing that somebody does about a ticket, in hours after what was done before. */
export interface Act {
  after: number;
  by: Who;
  /** Key of the workflow's step, if it is one. */
  step?: string;
  run(stage: Stage): Promise<unknown>;
}

type CreateInput = Parameters<TicketService['create']>[1];

/** A ticket of the demo, and what became of it. */
export interface Story extends Pick<
  CreateInput,
  'requestType' | 'serial' | 'subject' | 'description' | 'channel' | 'severity'
> {
  /** What the form of the request type asks; days count from the filing. */
  details?: Readonly<Record<string, string | { inDays: number }>>;
  /** For a machine that nobody registered, told by a photograph of its nameplate: whose it is, and where. */
  unregistered?: { customerName: string; province: string };
  /** Who files it. */
  by: Who;
  /** Whose request it is, and the end of the number that calls back. */
  reporter: string;
  /** Days before loading at which it was filed. */
  daysAgo: number;
  /** How many hours earlier it was reported, if it lay about. */
  reportedBefore?: number;
  course: readonly Act[];
}

/** A course as far as a step of the workflow, and no further. */
export function until(step: string, course: readonly Act[]): Act[] {
  const last = course.findLastIndex((act) => act.step === step);
  if (last < 0) throw new Error(`The course has no step ${step}.`);
  return course.slice(0, last + 1);
}
