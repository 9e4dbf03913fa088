import type { ClockRule, Policy } from '../policy/index.js';
import { appliesTo, chooseRules, specificity } from '../clocks/index.js';
import type { Report } from './problem.js';

/** Notes rules that contradict each other, can never decide, or leave a request type without any promise. */
export function checkRules(policy: Policy, report: Report): void {
  const { clockRules, requestTypes } = policy;
  clockRules.forEach((rule, index) => {
    const rival = clockRules.slice(0, index).find((earlier) => contradicts(earlier, rule, policy));
    if (rival) {
      report(`clockRules[${index}]`, {
        zh: `与规则 ${rival.id} 同级且适用范围重叠，承诺却不同；请给其中一条更高的 rank，或写明不同的 when。`,
        en: `Contradicts rule ${rival.id}: same rank and equally specific, but another promise. Give one of them a higher rank, or different conditions in when.`,
      });
    }
  });
  const deciding = new Set<string>();
  requestTypes.forEach(({ key }, index) => {
    const chosen = chooseRules(policy, key);
    chosen.forEach(({ rule }) => deciding.add(rule.id));
    if (chosen.length === 0) {
      report(`requestTypes[${index}]`, {
        zh: '没有任何规则适用于此类请求；请补一条规则，不承诺时限时 target 填 no-target。',
        en: 'No rule covers this request type; add one, with target no-target when no time is promised.',
      });
    }
  });
  clockRules.forEach((rule, index) => {
    if (deciding.has(rule.id)) return;
    report(`clockRules[${index}]`, {
      zh: '此规则永远不会生效，总有其他规则优先；请删除，或提高 rank。',
      en: 'This rule never decides, because others always come first; remove it, or raise its rank.',
    });
  });
}

function contradicts(a: ClockRule, b: ClockRule, { requestTypes }: Policy): boolean {
  return (
    a.kind === b.kind &&
    a.rank === b.rank &&
    specificity(a) === specificity(b) &&
    promise(a) !== promise(b) &&
    requestTypes.some(({ key }) => appliesTo(a, key) && appliesTo(b, key))
  );
}

function promise({ target, startsAt, stopsAt }: ClockRule): string {
  const time = target === 'no-target' ? [target] : [target.amount, target.unit, target.basis];
  return JSON.stringify([...time, startsAt, stopsAt]);
}
