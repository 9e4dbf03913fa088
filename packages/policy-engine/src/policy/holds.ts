import { conditionOf, dimensions } from './conditions.js';
import type { Circumstances, Dimension, RuleConditions } from './conditions.js';

/** The conditions that do not hold. A dimension that is unknown fulfils none (clocks.md, "Which rule decides"). */
export function failing(when: RuleConditions, circumstances: Circumstances): Dimension[] {
  return dimensions.filter((dimension) => fails(dimension, when, circumstances));
}

/** Whether every condition named holds; none named always holds. */
export function holds(when: RuleConditions, circumstances: Circumstances): boolean {
  return dimensions.every((dimension) => !fails(dimension, when, circumstances));
}

function fails(dimension: Dimension, when: RuleConditions, circumstances: Circumstances): boolean {
  const allowed: readonly string[] | undefined = when[conditionOf[dimension]];
  if (!allowed) return false;
  const value = circumstances[dimension];
  return value === undefined || !allowed.includes(value);
}
