import type { ClockKind, RuleSource, StartEvent, StopEvent, Target } from '../policy/index.js';
import type { Instant, Span } from '../time/index.js';
import type { NotAResponse } from './fact.js';

/** A rule as it is cited: its id and where it comes from. */
export interface RuleReference {
  readonly id: string;
  readonly source: RuleSource;
}

/** Why a rule that applied did not win. `SAME_PROMISE`: it promises what the winner does; the ids decided. */
export const losingReasons = ['LOWER_RANK', 'LESS_SPECIFIC', 'SAME_PROMISE'] as const;
export type LosingReason = (typeof losingReasons)[number];

export interface LosingRule {
  readonly rule: RuleReference;
  readonly reason: LosingReason;
}

/**
 * `running` and `paused`: not over and not late. `met`: fulfilled, at the due moment at the latest. `missed`: the
 * due moment passed before; stays so when it is fulfilled later. `cancelled`: the ticket ended before it was due,
 * or was made closed. `no-target`: no time is promised; the time taken is kept all the same.
 */
export const clockStates = ['running', 'paused', 'met', 'missed', 'cancelled', 'no-target'] as const;
export type ClockState = (typeof clockStates)[number];

/** Milliseconds, up to the stop or, for a clock that has not stopped, up to now. */
export interface Elapsed {
  /** From start to end, whatever happened in between. */
  readonly actual: number;
  /** What counts towards the target. */
  readonly working: number;
  readonly paused: number;
  /** What counts beyond the target; 0 without a target. */
  readonly overrun: number;
}

/** The events behind the figures. */
export interface ClockExplanation {
  readonly startedBy: StartEvent | null;
  /** When the start was written down; later than the start when somebody reported before the record was made. */
  readonly startRecordedAt: Instant | null;
  /** The event that fulfilled the promise, or `closed` when the ticket ended; `null` while the clock is open. */
  readonly stoppedBy: StopEvent | null;
  /** What was said meanwhile and is not a response. */
  readonly notCounted: readonly { readonly at: Instant; readonly reason: NotAResponse }[];
}

/** One promise of one ticket: what was promised, by which rule, and how it stands. Plain data. */
export interface ClockResult {
  /** Stable while the same rule gives the same kind of clock. */
  readonly key: string;
  readonly kind: ClockKind;
  readonly rule: RuleReference;
  readonly losing: readonly LosingRule[];
  readonly target: Target;
  readonly state: ClockState;
  /** `null` when the clock never ran. */
  readonly startedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly stoppedAt: Instant | null;
  /** From start to stop without gaps; of an open clock the last has no end. */
  readonly spans: readonly Span[];
  readonly elapsed: Elapsed;
  /** The due moment may still move because it lies beyond the published calendar. */
  readonly provisional: boolean;
  readonly explanation: ClockExplanation;
}
