import type { CostClass, Policy, WarrantyPolicy, WarrantyTerm } from '../policy/index.js';
import { costClasses, coverScopes } from '../policy/index.js';
import { choosePrice } from '../warranty/index.js';
import { checkKnown, checkUnique } from './check-keys.js';
import { checkConditions } from './check-references.js';
import { circumstancesOf } from './circumstances-of.js';
import type { Report } from './problem.js';
import { standingOf, tooMany } from './rule-standing.js';

/** Notes terms that make no sense, keys that name nothing, and lines that would have no price, or two. */
export function checkWarranty(policy: Policy, report: Report): void {
  const { warranty, requestTypes } = policy;
  if (!warranty) return;
  let sound = true;
  const note: Report = (path, message) => {
    sound = false;
    report(`warranty.${path}`, message);
  };
  const { terms, order, replacement, apart, prices } = warranty;
  checkOnce(warranty, note);
  terms.forEach((term, index) => checkTerm(term, `terms[${index}]`, note));
  for (const scope of coverScopes) {
    if (order.includes(scope)) continue;
    note('order', {
      zh: `缺少 ${scope}，请补上，否则多项保修并存时无法确定先后。`,
      en: `Lacks ${scope}; add it, so that every cover has its place.`,
    });
  }
  if (replacement.term === 'rest' && replacement.covers) {
    note('replacement.covers', {
      zh: '更换件沿用剩余保修期时不使用此项；请删除，或将 term 改为 new 或 longer。',
      en: 'Not used where a replaced unit takes the rest; remove it, or set term to new or longer.',
    });
  }
  const types = requestTypes.map(({ key }) => key);
  apart.requestTypes.forEach((key, index) => checkKnown(key, types, `apart.requestTypes[${index}]`, note));
  prices.forEach(({ when }, index) => checkConditions(when, policy, `prices[${index}].when`, note));
  if (sound) checkPrices(policy, warranty, report);
}

/** Whatever may be named only once. */
function checkOnce(warranty: WarrantyPolicy, report: Report): void {
  const { terms, order, replacement, repair, voidReasons, apart, prices, overrides } = warranty;
  const once = (list: string, keys: readonly string[], field = '') =>
    checkUnique(keys, (index) => `${list}[${index}]${field}`, report);
  const ids = (list: string, items: readonly { readonly id: string }[]) =>
    once(
      list,
      items.map(({ id }) => id),
      '.id',
    );
  const classes = (list: string, items: readonly { readonly costClass: CostClass }[]) =>
    once(
      list,
      items.map(({ costClass }) => costClass),
      '.costClass',
    );
  ids('terms', terms);
  terms.forEach(({ startsAt, covers }, index) => {
    once(`terms[${index}].startsAt`, startsAt);
    classes(`terms[${index}].covers`, covers);
  });
  once('order', order);
  classes('replacement.covers', replacement.covers ?? []);
  classes('repair.covers', repair?.covers ?? []);
  once(
    'voidReasons',
    voidReasons.map(({ key }) => key),
    '.key',
  );
  for (const [list, items] of Object.entries({ voidReasons, prices })) {
    items.forEach((each, index) => once(`${list}[${index}].costClasses`, each.costClasses ?? []));
  }
  once('apart.requestTypes', apart.requestTypes);
  ids('prices', prices);
  once('overrides.approvers', overrides.approvers);
}

function checkTerm({ scope, component, startsAt }: WarrantyTerm, path: string, report: Report): void {
  if (scope === 'component' && component === undefined) {
    report(`${path}.component`, {
      zh: '请写明是哪个部件，或将 scope 改为 machine。',
      en: 'Name the component, or set scope to machine.',
    });
  }
  if (scope !== 'component' && component !== undefined) {
    report(`${path}.component`, {
      zh: '只有 scope 为 component 时才写部件；请删除，或更改 scope。',
      en: 'Only a term of scope component names one; remove it, or change the scope.',
    });
  }
  if (startsAt.length > 2) {
    report(`${path}.startsAt`, {
      zh: '最多写两个日期，以较早的为准；请删减。',
      en: 'At most two dates, of which the earlier counts; remove the others.',
    });
  }
}

/** Tries every class of cost under all circumstances in which something is left to be paid. */
function checkPrices(policy: Policy, { prices }: WarrantyPolicy, report: Report): void {
  const cases = circumstancesOf(policy, prices);
  if (!cases) return tooMany('warranty.prices', report);
  const standing = standingOf(prices, ({ basis }) => basis);
  const unpriced = new Set<CostClass>();
  for (const costClass of costClasses) {
    for (const circumstances of cases) {
      for (const coverage of ['charged', 'shared'] as const) {
        const chosen = choosePrice(policy, costClass, { ...circumstances, coverage });
        if (chosen) standing.note(chosen);
        else unpriced.add(costClass);
      }
    }
  }
  standing.tell('warranty.prices', report);
  if (unpriced.size === 0) return;
  const named = [...unpriced];
  report('warranty.prices', {
    zh: `保修之外的 ${named.join('、')} 费用可能没有价格；请补一条 when 留空的价格规则。`,
    en: `Lines for ${named.join(', ')} outside the warranty may have no price; add a price rule with an empty when.`,
  });
}
