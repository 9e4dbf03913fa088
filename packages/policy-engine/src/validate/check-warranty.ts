import type { Circumstances, CostClass, Policy, PriceRule, WarrantyTerm } from '../policy/index.js';
import { costClasses, coverScopes } from '../policy/index.js';
import { choosePrice } from '../warranty/index.js';
import type { Report } from './problem.js';
import { checkStanding } from './rule-standing.js';

/** Notes what makes no sense in a policy's warranty, by itself. */
export function checkWarranty({ warranty }: Policy, report: Report): void {
  if (!warranty) return;
  const { terms, order, replacement } = warranty;
  terms.forEach((term, index) => checkTerm(term, `warranty.terms[${index}]`, report));
  for (const scope of coverScopes) {
    if (!order.includes(scope))
      report('warranty.order', `缺少 ${scope}；请补上。`, `Lacks ${scope}; add it.`);
  }
  if (replacement.term === 'rest' && replacement.covers)
    report(
      'warranty.replacement.covers',
      '更换件沿用剩余保修期时不使用此项；请删除，或修改 term。',
      'Not used where a replaced unit takes the rest; remove it, or change the term.',
    );
}

function checkTerm({ scope, component, startsAt }: WarrantyTerm, path: string, report: Report): void {
  if (scope === 'component' && component === undefined)
    report(
      `${path}.component`,
      '请写明是哪个部件，或修改 scope。',
      'Name the component, or change the scope.',
    );
  if (scope !== 'component' && component !== undefined)
    report(
      `${path}.component`,
      '只有 scope 为 component 时才写部件；请删除，或修改 scope。',
      'Only a term of scope component names one; remove it, or change the scope.',
    );
  if (startsAt.length > 2)
    report(
      `${path}.startsAt`,
      '最多写两个日期，以较早的为准；请删减。',
      'At most two dates, of which the earlier counts; remove the others.',
    );
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
    `保修之外的 ${named.join('、')} 费用可能没有价格；请补一条 when 留空的。`,
    `Lines for ${named.join(', ')} outside the warranty may have no price; add one with an empty when.`,
  );
}
