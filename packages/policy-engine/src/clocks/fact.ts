import type { StopEvent } from '../policy/index.js';
import type { Instant } from '../time/index.js';

/** On whose side someone acts. Whoever reported is the requester, also when that is a dealer. */
export const sides = ['maker', 'dealer', 'requester'] as const;
export type Side = (typeof sides)[number];

interface Stamp {
  /** When it happened. */
  readonly at: Instant;
  /** When it was written down; may be later than `at`. */
  readonly recordedAt: Instant;
}

export interface ReportedFact extends Stamp {
  readonly kind: 'reported';
  readonly requestType: string;
}

/** Somebody, or a machine, wrote or said something about the ticket. */
export interface RespondedFact extends Stamp {
  readonly kind: 'responded';
  readonly by: Side;
  /** `public` is what the requester can read or hear. */
  readonly audience: 'internal' | 'public';
  /** Sent by a machine, such as a confirmation of receipt. */
  readonly automatic?: boolean;
}

/** Remote guidance was given to the requester; a response as well. */
export interface GuidedFact extends Stamp {
  readonly kind: 'guided';
  readonly by: 'maker' | 'dealer';
}

export interface AssignedFact extends Stamp {
  readonly kind: 'assigned';
  /** Who has it now; an id of the caller's. */
  readonly to: string;
}

export interface ArrivedFact extends Stamp {
  readonly kind: 'arrived';
}

export interface ResolvedFact extends Stamp {
  readonly kind: 'resolved';
}

export interface ClosedFact extends Stamp {
  readonly kind: 'closed';
}

/** What happened to a ticket. Facts are appended and never changed. */
export type Fact =
  ReportedFact | RespondedFact | GuidedFact | AssignedFact | ArrivedFact | ResolvedFact | ClosedFact;

/** Why something that was said is not a first response. */
export type NotAResponse = 'AUTOMATIC' | 'FROM_REQUESTER' | 'INTERNAL';

/** `null` when it is one: a human act of maker or dealer towards the requester. */
export function notAResponse(fact: RespondedFact): NotAResponse | null {
  if (fact.automatic) return 'AUTOMATIC';
  if (fact.by === 'requester') return 'FROM_REQUESTER';
  return fact.audience === 'internal' ? 'INTERNAL' : null;
}

export function countsAs(fact: Fact, event: StopEvent): boolean {
  if (fact.kind === 'responded') return event === 'responded' && notAResponse(fact) === null;
  return fact.kind === event || (fact.kind === 'guided' && event === 'responded');
}

/** The same facts in the same order, whatever the order in which they were learned. */
export function inOrder(facts: readonly Fact[]): Fact[] {
  const canonical = (fact: Fact) => JSON.stringify(Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1)));
  return facts
    .map((fact) => ({ fact, text: canonical(fact) }))
    .sort((a, b) => a.fact.at - b.fact.at || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ fact }) => fact);
}
