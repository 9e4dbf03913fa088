import type { ClockResult, Fact, Policy } from '@aftercare/policy-engine';
import { evaluateClocks, openClocks } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import { newId } from '../../platform/graphql';
import { calendars } from '../policy';

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

/** The clocks that the facts give by the ticket's own policy, ready to be stored. */
export function clocksOf(ctx: RequestContext, policy: Policy, facts: readonly Fact[]) {
  const results = evaluateClocks({ policy, calendars, facts, now: ctx.now.getTime() });
  const [next] = openClocks(results);
  return {
    clocks: results.map((result) => stored(ctx, result)),
    nextDueAt: next?.dueAt == null ? 'infinity' : new Date(next.dueAt).toISOString(),
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

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
