import { conditionOf, dimensions } from './conditions.js';
import type { Circumstances, Dimension, RuleConditions } from './conditions.js';

/** The conditions that do not hold. A dimension that is unknown fulfils none (clocks.md, "Which rule decides"). */
export function failing(when: RuleConditions, circumstances: Circumstances): Dimension[] {
  return dimensions.filter((dimension) => {
    const allowed: readonly string[] | undefined = when[conditionOf[dimension]];
    const value = circumstances[dimension];
    return allowed !== undefined && (value === undefined || !allowed.includes(value));
  });
}

/** Whether every condition named holds; none named always holds. */
export function holds(when: RuleConditions, circumstances: Circumstances): boolean {
  return failing(when, circumstances).length === 0;
}
