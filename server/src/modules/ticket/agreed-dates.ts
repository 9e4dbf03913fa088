import type { ClockResult, Fact, FactOf } from '@aftercare/policy-engine';
import type { dateOutcomes } from './ticket-course.types';

export interface DateKept {
  fact: FactOf<'agreed'>;
  outcome: (typeof dateOutcomes)[number];
}

/**
 * Every date that was told to the customer, oldest first, and what became of it (R6-3.3): kept by what was promised
 * happening in time, broken by the moment passing, replaced by another date before that.
 */
export function agreedDates(
  facts: readonly Fact[],
  clocks: readonly Pick<ClockResult, 'kind' | 'stoppedAt' | 'state'>[],
  now: number,
): DateKept[] {
  const agreed = facts
    .filter((fact): fact is FactOf<'agreed'> => fact.kind === 'agreed')
    .sort((a, b) => a.at - b.at);
  return agreed.map((fact, index) => {
    const next = agreed.slice(index + 1).find(({ clock }) => clock === fact.clock);
    const clock = clocks.findLast(({ kind }) => kind === fact.clock);
    const stopped = clock?.stoppedAt ?? null;
    if (next && next.at <= fact.due && (stopped === null || next.at <= stopped))
      return { fact, outcome: 'replaced' };
    if (stopped !== null && stopped <= fact.due) {
      return { fact, outcome: clock?.state === 'cancelled' ? 'cancelled' : 'kept' };
    }
    return { fact, outcome: now > fact.due ? 'broken' : 'open' };
  });
}
