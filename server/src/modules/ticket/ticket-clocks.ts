import type { Calendar, ClockResult, Fact, Policy } from '@aftercare/policy-engine';
import { evaluateClocks, openClocks } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import { newId } from '../../platform/graphql';

/** What a ticket is judged by. */
export interface Rules {
  policy: Policy;
  calendars: readonly Calendar[];
}

/** A clock as it is stored: what lists filter and sort by in columns, the whole result beside it. */
export interface StoredClock {
  id: string;
  key: string;
  kind: string;
  rule_id: string;
  state: string;
  started_at: string | null;
  due_at: string | null;
  stopped_at: string | null;
  result: ClockResult;
}

/** A moment at which something has to happen by itself. */
export interface StoredTimer {
  id: string;
  key: string;
  kind: 'reminder' | 'breach' | 'refresh';
  at: string;
  clock: string;
  reminder: string | null;
  tell: readonly string[];
}

/** What the clocks of a ticket are at a moment, ready to be stored. */
export interface StoredClocks {
  clocks: StoredClock[];
  timers: StoredTimer[];
  /** Nearest due moment of an open clock; `infinity` without one. */
  nextDueAt: string;
  /** When the first promise was missed. */
  missedAt: string | null;
}

/** The clocks that the facts give by the ticket's own rules. */
export function clocksOf(
  ctx: RequestContext,
  { policy, calendars }: Rules,
  facts: readonly Fact[],
): StoredClocks {
  const results = evaluateClocks({ policy, calendars, facts, now: ctx.now.getTime() });
  const [next] = openClocks(results);
  const missed = results.flatMap(missesOf);
  return {
    clocks: results.map((result) => stored(ctx, result)),
    timers: results.flatMap((result) => timersOf(ctx, result)),
    nextDueAt: iso(next?.dueAt ?? null) ?? 'infinity',
    missedAt: missed.length > 0 ? iso(Math.min(...missed)) : null,
  };
}

function stored(ctx: RequestContext, result: ClockResult): StoredClock {
  return {
    id: newId(ctx.now),
    key: result.key,
    kind: result.kind,
    rule_id: result.rule.id,
    state: result.state,
    started_at: iso(result.startedAt),
    due_at: iso(result.dueAt),
    stopped_at: iso(result.stoppedAt),
    result,
  };
}

/** Reminders, the breach, and the end of a pause that reaches its limit; each key is told once (F1). */
function timersOf(ctx: RequestContext, result: ClockResult): StoredTimer[] {
  const { key: clock, version, steps, dueAt, stoppedAt, state, explanation } = result;
  const timer = (kind: StoredTimer['kind'], key: string, at: number, more: Partial<StoredTimer> = {}) => ({
    id: newId(ctx.now),
    kind,
    key,
    at: new Date(at).toISOString(),
    clock,
    reminder: null,
    tell: [],
    ...more,
  });
  const timers = steps.map(({ key, at, reminder, tell }) => timer('reminder', key, at, { reminder, tell }));
  if (dueAt !== null && (stoppedAt === null || state === 'missed')) {
    // at the due moment itself the promise can still be kept
    timers.push(timer('breach', `${clock}#${version}/breach`, dueAt + 1));
  }
  for (const { pause, to, endedBy } of explanation.pauses) {
    if (endedBy === 'limit') timers.push(timer('refresh', `${clock}/${pause}/limit`, to));
  }
  return timers;
}

function missesOf({ state, dueAt, superseded }: ClockResult): number[] {
  return [{ state, dueAt }, ...superseded].flatMap((each) =>
    each.state === 'missed' && each.dueAt !== null ? [each.dueAt] : [],
  );
}

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
