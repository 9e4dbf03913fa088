import type { Circumstances, ClockKind, EventKey, RuleReference, Target } from '../policy/index.js';
import type { Instant, Span } from '../time/index.js';
import type { NotAResponse } from '../facts/index.js';

/**
 * Why a rule that applied did not win. `OVERRULED`: another rulebook prevails (R11-5). `SAME_PROMISE`: it promises
 * what the winner does; the ids decided.
 */
export const losingReasons = ['OVERRULED', 'LOWER_RANK', 'LESS_SPECIFIC', 'SAME_PROMISE'] as const;
export type LosingReason = (typeof losingReasons)[number];

export interface LosingRule {
  readonly rule: RuleReference;
  readonly reason: LosingReason;
}

/**
 * `not-started`: what starts it has not happened. `running` and `paused`: not over and not late. `met`: fulfilled, at
 * the due moment at the latest. `missed`: the due moment passed before; stays so when it is fulfilled later.
 * `cancelled`: it ended before it was due without being fulfilled. `no-target`: no time is promised; the time taken is
 * kept all the same.
 */
export const clockStates = [
  'not-started',
  'running',
  'paused',
  'met',
  'missed',
  'cancelled',
  'no-target',
] as const;
export type ClockState = (typeof clockStates)[number];

/** Milliseconds, up to the stop or, for a clock that has not stopped, up to now. */
export interface Elapsed {
  /** From start to end, whatever happened in between. */
  readonly actual: number;
  /** What counts towards the target. */
  readonly working: number;
  /** What would have counted and was paused. */
  readonly paused: number;
  /** What counts beyond the due moment; 0 without one. */
  readonly overrun: number;
  /** Working days whose end points counted; `null` unless the target counts working days. */
  readonly days: number | null;
  /** What has yet to run until the due moment; `null` unless the clock is open and has one. */
  readonly left: number | null;
}

/** A date that was agreed in place of the rule's: who, why, and who confirmed it. */
export interface Agreement {
  readonly at: Instant;
  readonly due: Instant;
  readonly by: string;
  readonly why: string;
  readonly confirmedBy: string;
}

/** Which calendar the clock runs by, the rule that chose it and those that lost (B10). */
export interface ClockCalendar {
  readonly key: string;
  readonly version: number;
  readonly rule: RuleReference;
  readonly losing: readonly LosingRule[];
}

export const supersedingReasons = [
  'severity',
  'site',
  'customer',
  'coverage',
  'agreement',
  'reopened',
] as const;
export type SupersedingReason = (typeof supersedingReasons)[number];

/** A target that another took the place of. Never met by that (D2); a miss that had happened stays one (D3). */
export interface SupersededTarget {
  readonly version: number;
  readonly rule: RuleReference;
  readonly losing: readonly LosingRule[];
  readonly target: Target;
  readonly agreement: Agreement | null;
  readonly startedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly at: Instant;
  readonly because: SupersedingReason;
  /** What was given as the reason of the change, if anything was. */
  readonly why: string | null;
  /** `met` only for a target whose ticket was reopened. */
  readonly state: 'cancelled' | 'missed' | 'no-target' | 'met';
}

/** One moment at which somebody is to be told; `key` is told once, however often it is computed (F1). */
export interface ClockStep {
  readonly key: string;
  readonly at: Instant;
  readonly reminder: string;
  readonly tell: readonly string[];
}

/** A pause of this clock. `to` is when it ended, or will end by itself; `stop`: with the clock, `closing`: with its life. */
export interface ClockPause {
  readonly pause: string;
  readonly reason: string;
  readonly by: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly endedBy: 'resumed' | 'limit' | 'stop' | 'closing';
}

export const refusedAgreements = ['NOT_AGREEABLE', 'IN_THE_PAST', 'TOO_LATE'] as const;

/** What the figures rest on. */
export interface ClockExplanation {
  readonly circumstances: Circumstances;
  readonly startedBy: EventKey | null;
  /** When the start was written down; later than the start when somebody reported before the record was made. */
  readonly startRecordedAt: Instant | null;
  /**
   * The event that fulfilled the promise; `closed` or `merged` when the ticket ended; `no-rule` when it stopped being
   * promised; `null` while the clock is open.
   */
  readonly stoppedBy: EventKey | 'merged' | 'no-rule' | null;
  /** What was said meanwhile and is not a response. */
  readonly notCounted: readonly { readonly at: Instant; readonly reason: NotAResponse }[];
  readonly pauses: readonly ClockPause[];
  /** Agreements that did not count. */
  readonly refused: readonly { readonly at: Instant; readonly reason: (typeof refusedAgreements)[number] }[];
  /** Time between closing and reopening that this clock went through. */
  readonly closedBetween: readonly { readonly from: Instant; readonly to: Instant }[];
}

/** One promise of one ticket: what was promised, by which rule, and how it stands. Plain data. */
export interface ClockResult {
  /** The kind; in a later life of its own clocks with the number of the life. */
  readonly key: string;
  readonly kind: ClockKind;
  readonly life: number;
  /** Counts the targets that this clock had. */
  readonly version: number;
  readonly rule: RuleReference;
  readonly losing: readonly LosingRule[];
  readonly target: Target;
  readonly startsAt: EventKey;
  readonly stopsAt: EventKey;
  readonly agreement: Agreement | null;
  /** `null` for a clock that runs by natural time. */
  readonly calendar: ClockCalendar | null;
  readonly state: ClockState;
  /** `null` when the clock never ran. */
  readonly startedAt: Instant | null;
  readonly plannedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly stoppedAt: Instant | null;
  /** From start to stop without gaps; of an open clock the last has no end. */
  readonly spans: readonly Span[];
  readonly elapsed: Elapsed;
  /** The due moment may still move because it lies beyond the published calendar. */
  readonly provisional: boolean;
  readonly superseded: readonly SupersededTarget[];
  readonly steps: readonly ClockStep[];
  readonly explanation: ClockExplanation;
}
