import type { Policy } from '../policy/index.js';
import type { Report } from './problem.js';

/** Notes an order of rulebooks that leaves out the policy's own (R11-5). */
export function checkPrecedence({ precedence, rulebook }: Policy, report: Report): void {
  if (precedence?.rulebooks.every(({ id }) => id !== rulebook))
    report(
      'precedence.rulebooks',
      `缺少本政策的规章 ${rulebook}；请补上。`,
      `Lacks the policy's own rulebook ${rulebook}; add it.`,
    );
}
