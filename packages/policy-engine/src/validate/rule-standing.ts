import type { Chosen, Rankable } from '../clocks/index.js';
import type { Circumstances, Policy, RuleConditions } from '../policy/index.js';
import { circumstancesOf, mostCases } from './circumstances-of.js';
import type { Report } from './problem.js';

/** A list of rules, and what a rule says, as text to compare. */
export interface Contest<Rule extends Rankable> {
  readonly path: string;
  readonly rules: readonly Rule[];
  readonly promise: (rule: Rule) => string;
}

/** Rules whose conditions tell the cases apart, and what is chosen in a case. */
export interface Round<Rule extends Rankable> {
  readonly rules: readonly { readonly when: RuleConditions }[];
  readonly choose: (circumstances: Circumstances) => readonly (Chosen<Rule> | undefined)[];
}

/** Notes rules that never decide, and rules that lose against one that is equal but says something else. */
export function checkStanding<Rule extends Rankable>(
  policy: Policy,
  { path, rules, promise }: Contest<Rule>,
  rounds: readonly Round<Rule>[],
  report: Report,
): void {
  const ids = rules.map(({ id }) => id);
  const says = rules.map(promise);
  const deciding = new Set<string>();
  const rivals = new Map<number, string>();
  for (const round of rounds) {
    const cases = circumstancesOf(policy, round.rules);
    if (!cases)
      return report(
        path,
        `when 的组合超过 ${mostCases} 种；请减少条件。`,
        `The conditions make more than ${mostCases} combinations; use fewer.`,
      );
    for (const chosen of cases.flatMap(round.choose)) {
      if (!chosen) continue;
      const { id } = chosen.rule;
      deciding.add(id);
      for (const { rule: loser, reason } of chosen.losing) {
        if (reason !== 'SAME_PROMISE') continue;
        const [won, lost] = [ids.indexOf(id), ids.indexOf(loser.id)];
        if (says[won] === says[lost]) continue;
        rivals.set(Math.max(won, lost), lost > won ? id : loser.id);
        // it is told of the contradiction, not that it never decides
        deciding.add(loser.id);
      }
    }
  }
  rivals.forEach((rival, index) => {
    report(
      `${path}[${index}]`,
      `与同级规则 ${rival} 矛盾；请调整其一的 rank 或 when。`,
      `Contradicts rule ${rival}, equal in rank and detail; change rank or when of one.`,
    );
  });
  ids.forEach((id, index) => {
    if (!deciding.has(id))
      report(
        `${path}[${index}]`,
        '此规则不会生效；请删除，或提高 rank。',
        'This rule never decides; remove it, or raise its rank.',
      );
  });
}
