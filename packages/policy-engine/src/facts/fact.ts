import type { LocalDate } from '../calendar/calendar.js';
import type { ClockKind, Coverage, EventKey } from '../policy/index.js';
import type { Instant } from '../time/index.js';

/** On whose side someone acts. Whoever reported is the requester, also when that is a dealer. */
export const sides = ['maker', 'dealer', 'requester'] as const;
export type Side = (typeof sides)[number];

/** Where a machine stands, as far as promises depend on it. */
export interface SitePlace {
  /** ISO 3166 code, such as `CN`. */
  readonly country: string;
  /** First two digits of the GB/T 2260 code, such as `32` for Jiangsu. */
  readonly province?: string;
}

interface Stamp {
  /** When it happened. */
  readonly at: Instant;
  /** When it was written down; may be later than `at`. */
  readonly recordedAt: Instant;
}

export interface ReportedFact extends Stamp {
  readonly kind: 'reported';
  readonly requestType: string;
  readonly channel?: string;
  readonly severity?: string;
  readonly customerGroup?: string;
  readonly site?: SitePlace;
  /** Provinces that count as home for this ticket, where the policy does not look at a fixed place. */
  readonly home?: readonly string[];
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

/** Closed, and then it went on. */
export interface ReopenedFact extends Stamp {
  readonly kind: 'reopened';
}

/** Another ticket goes on in place of this one, which ends. */
export interface MergedFact extends Stamp {
  readonly kind: 'merged';
  readonly into: string;
}

/** This ticket goes on for another one as well, which had been reported at `reportedAt`. */
export interface AbsorbedFact extends Stamp {
  readonly kind: 'absorbed';
  readonly ticket: string;
  readonly reportedAt: Instant;
  /** When other events that start clocks had happened there, such as failed guidance. */
  readonly started?: { readonly [event: EventKey]: Instant };
}

/** Something that the policy lists among its records was written down. */
export interface RecordedFact extends Stamp {
  readonly kind: 'recorded';
  readonly record: string;
  readonly by?: string;
  /** What was told with it, where the policy asks for a date. */
  readonly date?: LocalDate;
}

export interface SeveritySetFact extends Stamp {
  readonly kind: 'severity-set';
  readonly severity: string;
  readonly reason: string;
}

export interface SiteCorrectedFact extends Stamp {
  readonly kind: 'site-corrected';
  /** Left out: where the machine stands is not known. */
  readonly site?: SitePlace;
  readonly reason: string;
}

/** The machine is another customer's than the report said. */
export interface CustomerCorrectedFact extends Stamp {
  readonly kind: 'customer-corrected';
  /** Key of that customer's group; left out: they are in none. */
  readonly customerGroup?: string;
  readonly reason: string;
}

export interface CoverageDecidedFact extends Stamp {
  readonly kind: 'coverage-decided';
  readonly coverage: Coverage;
}

export interface PausedFact extends Stamp {
  readonly kind: 'paused';
  /** Id of this pause; several may overlap. */
  readonly pause: string;
  /** Key of one of the policy's pause reasons. */
  readonly reason: string;
  readonly by: string;
}

export interface ResumedFact extends Stamp {
  readonly kind: 'resumed';
  readonly pause: string;
}

/** A date was agreed with the customer in place of the rule's. */
export interface AgreedFact extends Stamp {
  readonly kind: 'agreed';
  readonly clock: ClockKind;
  readonly due: Instant;
  readonly by: string;
  readonly why: string;
  readonly confirmedBy: string;
}

/** A version of a calendar by which the ticket is judged from here on. */
export interface CalendarPinnedFact extends Stamp {
  readonly kind: 'calendar-pinned';
  readonly calendar: string;
  readonly version: number;
  /** Key of the one clock that it is for; left out: all. */
  readonly clock?: string;
}

/** A version of the policy by which the ticket is judged from here on. */
export interface PolicyPinnedFact extends Stamp {
  readonly kind: 'policy-pinned';
  readonly version: number;
}

export interface StateEnteredFact extends Stamp {
  readonly kind: 'state-entered';
  readonly state: string;
}

export interface OwnerSetFact extends Stamp {
  readonly kind: 'owner-set';
  readonly owner: string;
  /** Who handed the ticket over; an id of the caller's. */
  readonly by?: string;
  /** Whether the new owner consented; a supervisor needs no consent (R10-G3). */
  readonly consent?: boolean;
}

/** A decision about an approval. `oral`: given by word of mouth and written down afterwards. */
export interface ApprovalFact extends Stamp {
  readonly kind: 'approval';
  readonly approval: string;
  readonly decision: 'asked' | 'given' | 'refused';
  /** Who asked or decided; an id of the caller's. */
  readonly by: string;
  /** The role in which they decided. */
  readonly role?: string;
  readonly oral?: boolean;
  /** When asked: people are in danger, so that the step goes first, where the policy allows it. */
  readonly safety?: boolean;
}

/** What happened to a ticket. Facts are appended and never changed. */
export type Fact =
  | ReportedFact
  | RespondedFact
  | GuidedFact
  | AssignedFact
  | ArrivedFact
  | ResolvedFact
  | ClosedFact
  | ReopenedFact
  | MergedFact
  | AbsorbedFact
  | RecordedFact
  | SeveritySetFact
  | SiteCorrectedFact
  | CustomerCorrectedFact
  | CoverageDecidedFact
  | PausedFact
  | ResumedFact
  | AgreedFact
  | CalendarPinnedFact
  | PolicyPinnedFact
  | StateEnteredFact
  | OwnerSetFact
  | ApprovalFact;

export type FactOf<Kind extends Fact['kind']> = Extract<Fact, { readonly kind: Kind }>;
