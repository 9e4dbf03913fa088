import type { Circumstances, CostClass, Policy, PriceRule, WarrantyTerm } from '../policy/index.js';
import { costClasses, coverScopes } from '../policy/index.js';
import { choosePrice } from '../warranty/index.js';
import { tellMisfit, tellMissing } from './check-keys.js';
import type { Report } from './problem.js';
import { checkStanding } from './rule-standing.js';

/** Notes what makes no sense in a policy's warranty, by itself. */
export function checkWarranty({ warranty }: Policy, report: Report): void {
  if (!warranty) return;
  const { terms, order, replacement } = warranty;
  terms.forEach((term, index) => checkTerm(term, `warranty.terms[${index}]`, report));
  for (const scope of coverScopes) {
    if (!order.includes(scope)) tellMissing('warranty.order', scope, report);
  }
  if (replacement.term === 'rest' && replacement.covers)
    tellMisfit('warranty.replacement.covers', 'term', report);
}

function checkTerm({ scope, component }: WarrantyTerm, path: string, report: Report): void {
  const needed = scope === 'component';
  if (needed && component === undefined) tellMissing(path, 'component', report);
  if (!needed && component !== undefined) tellMisfit(`${path}.component`, 'scope', report);
}

/**
 * Notes prices that contradict each other or never decide, and lines that would have none: every class of cost under
 * all circumstances in which something is left to be paid.
 */
export function checkPrices(policy: Policy, report: Report): void {
  if (!policy.warranty) return;
  const path = 'warranty.prices';
  const { prices: rules } = policy.warranty;
  const unpriced = new Set<CostClass>();
  const choose = (circumstances: Circumstances) =>
    costClasses.flatMap((costClass) =>
      (['charged', 'shared'] as const).map((coverage) => {
        const chosen = choosePrice(policy, costClass, { ...circumstances, coverage });
        if (!chosen) unpriced.add(costClass);
        return chosen;
      }),
    );
  const contest = { path, rules, promise: ({ basis }: PriceRule) => basis };
  checkStanding(policy, contest, [{ rules, choose }], report);
  if (unpriced.size === 0) return;
  const named = costClasses.filter((costClass) => unpriced.has(costClass));
  report(
    path,
    `${named.join('、')} 费用可能没有价格；请补一条 when 留空的。`,
    `Lines for ${named.join(', ')} may have no price; add one with an empty when.`,
  );
}
