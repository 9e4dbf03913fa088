import type { Duration } from '../time/index.js';
import type { RuleConditions } from './conditions.js';
import type { LocalizedText, RuleSource } from './source.js';

/** Kinds of promise, in the order in which they are shown. In one life a ticket has at most one clock of each kind. */
export const clockKinds = [
  'response',
  'assignment',
  'contact',
  'guidance',
  'answer',
  'arrival',
  'duration',
  'resolution',
  'return',
  'follow-up',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Events that every ticket can have. Which fact counts as which event is said at `Fact`. */
export const ticketEvents = [
  'reported',
  'responded',
  'guided',
  'assigned',
  'arrived',
  'resolved',
  'closed',
] as const;
export type TicketEvent = (typeof ticketEvents)[number];

/** What starts or stops a clock: an event of every ticket, or the key of a record of this policy. */
export type EventKey = string;

/** A promised time, or the explicit statement that none is promised. */
export type Target = Duration | 'no-target';

/** A moment at which somebody is told, measured from the due moment on the clock's own calendar. */
export interface Reminder {
  readonly id: string;
  readonly at: 'before' | 'due' | 'after';
  /** How long before or after; left out at the due moment itself. Its basis is natural or working hours. */
  readonly by?: Duration;
  /** Roles that are told. */
  readonly tell: readonly string[];
}

/** One promise: from which event to which, within what time. */
export interface ClockRule {
  readonly id: string;
  readonly kind: ClockKind;
  readonly when: RuleConditions;
  /** Among rules of one kind and rulebook that apply, the highest rank wins, then the one with more conditions. */
  readonly rank: number;
  readonly target: Target;
  /** When it is planned to be done, at the latest moment of the target or before (R1-C5, 5–7 days). */
  readonly planned?: Duration;
  readonly startsAt: EventKey;
  readonly stopsAt: EventKey;
  readonly reminders?: readonly Reminder[];
  readonly source: RuleSource;
}

/** Which calendar counts for which clocks (B10); chosen like a clock rule. */
export interface CalendarRule {
  readonly id: string;
  readonly when: RuleConditions;
  /** Left out: for every kind. */
  readonly kinds?: readonly ClockKind[];
  readonly rank: number;
  /** Key of a calendar. */
  readonly calendar: string;
  readonly source: RuleSource;
}

/** Why a clock may be paused, and for how long. */
export interface PauseReason {
  readonly key: string;
  readonly label: LocalizedText;
  /** Natural time after which the clock goes on by itself. */
  readonly limit: Duration;
  /** Kinds of clock that it stops; left out: all. */
  readonly clocks?: readonly ClockKind[];
  readonly source: RuleSource;
}

/** From when a promise counts after a change of severity (D1). */
export const countsFrom = ['original-start', 'change'] as const;
export type CountsFrom = (typeof countsFrom)[number];

/** Classes of severity, such as general and major (R1-M11.2). */
export interface SeverityRule {
  /** From the least grave to the gravest. */
  readonly classes: readonly { readonly key: string; readonly label: LocalizedText }[];
  /** The class of a ticket that nobody has classified. */
  readonly unclassified: string;
  readonly countsFrom: CountsFrom;
  readonly source: RuleSource;
}

/** Dates agreed with the customer instead of the rule's (R1-C2: special cases by agreement). */
export interface AgreementRule {
  readonly kinds: readonly ClockKind[];
  /** Roles that may agree one. */
  readonly by: readonly string[];
  /** Whether one may still be agreed after the promise was missed; the miss stays on record. */
  readonly afterDue: boolean;
  readonly source: RuleSource;
}

/** What reopening does to the clocks that closing had ended (E1). */
export const reopeningModes = ['continue', 'restart', 'new-cycle'] as const;
export type ReopeningMode = (typeof reopeningModes)[number];

export interface ReopeningRule {
  readonly mode: ReopeningMode;
  /** Natural time after closing; later a new ticket is made. */
  readonly window: Duration;
  readonly source: RuleSource;
}

/** From where "in-province" is judged. */
export const homeBases = ['registered-seat', 'plant', 'service-point', 'engineer-base', 'dealer'] as const;
export type HomeBasis = (typeof homeBases)[number];

export interface HomeRule {
  readonly basis: HomeBasis;
  /** First two digits of the GB/T 2260 code; used unless a ticket names its own home. */
  readonly provinces: readonly string[];
  readonly source: RuleSource;
}

/** Which rulebook prevails where several say something about the same (R11-5). */
export interface PrecedenceRule {
  /** `rank`: in the order listed, first prevails. `newest`: by the date in force. */
  readonly by: 'rank' | 'newest';
  /** `clause`: promise by promise. `whole`: where the prevailing one promises anything, the others promise nothing. */
  readonly scope: 'clause' | 'whole';
  readonly rulebooks: readonly { readonly id: string; readonly inForceFrom: string }[];
  readonly source: RuleSource;
}
