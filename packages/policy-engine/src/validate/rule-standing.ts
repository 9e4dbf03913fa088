import type { Chosen, Rankable } from '../clocks/index.js';
import { mostCases } from './circumstances-of.js';
import type { Report } from './problem.js';

/** Keeps which rules ever decide, and which lose against one that is equal but says something else. */
export function standingOf<Rule extends Rankable>(rules: readonly Rule[], promise: (rule: Rule) => string) {
  const deciding = new Set<string>();
  const rivals = new Map<number, string>();
  const promises = new Map(rules.map((rule, index) => [rule.id, { index, text: promise(rule) }]));
  return {
    note({ rule, losing }: Chosen<Rule>): void {
      deciding.add(rule.id);
      const won = promises.get(rule.id);
      for (const { rule: loser, reason } of losing) {
        const lost = promises.get(loser.id);
        if (reason !== 'SAME_PROMISE' || !won || !lost || lost.text === won.text) continue;
        rivals.set(Math.max(lost.index, won.index), lost.index > won.index ? rule.id : loser.id);
        // it is told of the contradiction, not that it never decides
        deciding.add(loser.id);
      }
    },
    tell(list: string, report: Report): void {
      rivals.forEach((rival, index) => {
        report(`${list}[${index}]`, {
          zh: `与规则 ${rival} 同级且适用范围重叠，内容却不同；请给其中一条更高的 rank，或写明不同的 when。`,
          en: `Contradicts rule ${rival}, which is equal in rank and detail; give one a higher rank or another when.`,
        });
      });
      rules.forEach(({ id }, index) => {
        if (deciding.has(id)) return;
        report(`${list}[${index}]`, {
          zh: '此规则永远不会生效，总有其他规则优先；请删除，或提高 rank。',
          en: 'This rule never decides, because others always come first; remove it, or raise its rank.',
        });
      });
    },
  };
}

/** Notes that rules have too many cases to be looked through. */
export function tooMany(list: string, report: Report): void {
  report(list, {
    zh: `when 的组合超过 ${mostCases} 种，无法逐一核对；请减少条件。`,
    en: `The conditions make more than ${mostCases} combinations, too many to check; use fewer.`,
  });
}
