import type { Calendar } from '../src/calendar/calendar.js';
import type { AgreedFact, Fact } from '../src/facts/index.js';
import type { ClockRule, Policy } from '../src/policy/index.js';
import type { Choice } from './choosing.js';
import type { Minute } from './minutes.js';
import type { Verdict } from './verdict.js';

/** Everything that the clocks of a ticket depend on. */
export interface Case {
  readonly policy: Policy;
  readonly calendars: readonly Calendar[];
  readonly facts: readonly Fact[];
  readonly now: number;
}

/** A promise as it was chosen at a moment. */
export interface Target {
  readonly version: number;
  readonly choice: Choice<ClockRule>;
  readonly calendarKey: string | null;
  readonly agreement: AgreedFact | null;
  /** The moment from which it holds. */
  readonly since: Minute;
  /** The first agreement, which starts a clock that has not started. */
  readonly agreedFirst: Minute | null;
  /** The change of severity from which it counts. */
  readonly countsFrom: Minute | null;
}

export type Superseded = Verdict['superseded'][number];
export type Refused = Verdict['refused'][number][];

/** What a clock came to in one life. */
export interface Course {
  readonly verdict: Verdict;
  readonly fulfilledBy: string | null;
}
