import type { EventKey } from '../policy/index.js';
import type { Fact, RespondedFact } from './fact.js';

/** Why something that was said is not a first response. */
export type NotAResponse = 'AUTOMATIC' | 'FROM_REQUESTER' | 'INTERNAL';

/** `null` when it is one: a human act of maker or dealer towards the requester (C4). */
export function notAResponse(fact: RespondedFact): NotAResponse | null {
  if (fact.automatic) return 'AUTOMATIC';
  if (fact.by === 'requester') return 'FROM_REQUESTER';
  return fact.audience === 'internal' ? 'INTERNAL' : null;
}

export function countsAs(fact: Fact, event: EventKey): boolean {
  if (fact.kind === 'responded') return event === 'responded' && notAResponse(fact) === null;
  if (fact.kind === 'recorded') return fact.record === event;
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
