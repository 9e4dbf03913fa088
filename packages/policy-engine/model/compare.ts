import type { ClockResult } from '../src/clocks/clock-result.js';
import { clocksThrough } from './clocks.js';
import type { Case } from './target.js';
import { BeyondWindow, minuteOf } from './minutes.js';
import type { Window } from './minutes.js';
import { comparable, verdictOf } from './verdict.js';
import type { Verdict } from './verdict.js';
import { dayLength } from './working-time.js';

export type Engine = (input: Case) => readonly ClockResult[];

/** The widest window holds every walk that the specification allows. */
const paddings = [40, 500, 5000];

/** What the model says, looked at through a window or, if that is too narrow, through wider ones. */
export function modelled(input: Case, window?: Window): Verdict[] {
  const minutes = [...input.facts.map(({ at }) => minuteOf(at)), minuteOf(input.now)];
  const from = Math.min(...minutes);
  const to = Math.max(...minutes);
  const whole = (minute: number) => Math.floor(minute / (20 * dayLength)) * 20 * dayLength;
  const windows = paddings.map((days) => ({
    from: whole(from) - days * dayLength,
    to: whole(to) + (days + 20) * dayLength,
  }));
  for (const look of window ? [window, ...windows] : windows) {
    try {
      return clocksThrough(look, input);
    } catch (error) {
      if (!(error instanceof BeyondWindow)) throw error;
    }
  }
  throw new RangeError('A walk goes beyond what the specification allows.');
}

export interface Difference {
  readonly path: string;
  /** What the model says. */
  readonly expected: unknown;
  /** What the engine says. */
  readonly found: unknown;
}

function firstDifference(expected: unknown, found: unknown, path: string): Difference | null {
  if (Object.is(expected, found)) return null;
  if (typeof expected !== 'object' || typeof found !== 'object' || expected === null || found === null) {
    return { path, expected, found };
  }
  const left = new Map<string, unknown>(Object.entries(expected));
  const right = new Map<string, unknown>(Object.entries(found));
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const difference = firstDifference(left.get(key), right.get(key), `${path}.${key}`);
    if (difference) return difference;
  }
  return null;
}

/** The first thing about which model and engine disagree. */
export function differenceOf(engine: Engine, input: Case, expected: readonly Verdict[]): Difference | null {
  let found: Verdict[];
  try {
    found = engine(input).map(verdictOf);
  } catch (error) {
    return { path: 'error', expected: null, found: String(error) };
  }
  const byKey = (verdicts: readonly Verdict[]) =>
    Object.fromEntries(comparable(verdicts).map((verdict) => [verdict.key, verdict]));
  return firstDifference(byKey(expected), byKey(found), 'clocks');
}

/** Everything smaller by one piece. */
function* smaller(input: Case): Generator<Case> {
  const without = <T>(items: readonly T[], index: number) => items.filter((_, at) => at !== index);
  for (const index of input.facts.keys()) yield { ...input, facts: without(input.facts, index) };
  const { policy } = input;
  for (const index of policy.clockRules.keys()) {
    yield { ...input, policy: { ...policy, clockRules: without(policy.clockRules, index) } };
  }
  for (const [index, rule] of policy.clockRules.entries()) {
    if (!rule.reminders && !rule.planned) continue;
    const { reminders: _reminders, planned: _planned, ...plain } = rule;
    yield { ...input, policy: { ...policy, clockRules: policy.clockRules.with(index, plain) } };
  }
  if (policy.pauseReasons) {
    for (const index of policy.pauseReasons.keys()) {
      yield { ...input, policy: { ...policy, pauseReasons: without(policy.pauseReasons, index) } };
    }
  }
  for (const name of ['precedence', 'agreements', 'reopening', 'severity', 'home'] as const) {
    if (!policy[name]) continue;
    const { [name]: _left, ...rest } = policy;
    yield { ...input, policy: rest };
  }
  for (const index of (policy.calendarRules ?? []).keys()) {
    yield {
      ...input,
      policy: { ...policy, calendarRules: without(policy.calendarRules ?? [], index) },
    };
  }
  for (const index of input.calendars.keys()) {
    yield { ...input, calendars: without(input.calendars, index) };
  }
  for (const [index, calendar] of input.calendars.entries()) {
    for (const day of calendar.days.keys()) {
      yield {
        ...input,
        calendars: input.calendars.with(index, { ...calendar, days: without(calendar.days, day) }),
      };
    }
  }
}

/** The smallest case near this one about which they still disagree in the same place. */
export function shrunk(
  engine: Engine,
  input: Case,
  window?: Window,
): { input: Case; difference: Difference } | null {
  const judged = (candidate: Case) => {
    try {
      return differenceOf(engine, candidate, modelled(candidate, window));
    } catch {
      return null;
    }
  };
  const first = judged(input);
  if (!first) return null;
  let best = { input, difference: first };
  for (let found = true; found;) {
    found = false;
    for (const candidate of smaller(best.input)) {
      const difference = judged(candidate);
      if (!difference || (difference.path === 'error' && first.path !== 'error')) continue;
      best = { input: candidate, difference };
      found = true;
      break;
    }
  }
  return best;
}
