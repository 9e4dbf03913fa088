import type { Chosen } from '../clocks/index.js';
import { chooseAmong } from '../clocks/index.js';
import type { Circumstances, CostClass, Policy, PriceRule } from '../policy/index.js';
import { holds } from '../policy/index.js';

/** The rule that makes the price of a line that is not borne in full; chosen as calendar rules are. */
export function choosePrice(
  policy: Policy,
  costClass: CostClass,
  circumstances: Circumstances,
): Chosen<PriceRule> | undefined {
  const holding = (policy.warranty?.prices ?? []).filter(
    ({ costClasses, when }) => (costClasses?.includes(costClass) ?? true) && holds(when, circumstances),
  );
  return chooseAmong(holding, policy);
}
