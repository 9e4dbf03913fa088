import type { Fact, FactOf } from '../facts/index.js';
import { inOrder } from '../facts/index.js';

/** The facts of some kinds, in order. */
export function historyOf<Kind extends Fact['kind']>(
  facts: readonly Fact[],
  ...kinds: readonly Kind[]
): FactOf<Kind>[] {
  return inOrder(facts.filter((fact) => kinds.some((kind) => kind === fact.kind))) as FactOf<Kind>[];
}
