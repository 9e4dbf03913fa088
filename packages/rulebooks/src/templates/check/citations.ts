import { isClause } from '../../clauses/index.js';
import { objectsIn } from '../places.js';
import type { RulebookTemplate } from '../template.js';
import type { Report } from '../../shape/index.js';

/** Only rulebooks that it realises, and clauses that exist, of those or adopted one by one. */
export function checkCitations(template: RulebookTemplate, report: Report): void {
  const { policy, adopts } = template;
  const own: readonly string[] = template.rulebooks;
  if (own[0] !== policy.rulebook) {
    report(
      'rulebooks[0]',
      `应为政策所属规章 ${policy.rulebook}。`,
      `Must be the policy’s own, ${policy.rulebook}.`,
    );
  }
  policy.precedence?.rulebooks.forEach(({ id }, index) => {
    if (own.includes(id)) return;
    report(
      `policy.precedence.rulebooks[${index}].id`,
      `本模板没有采用规章 ${id}；请更正，或列入 rulebooks。`,
      `This template does not realise ${id}; correct it, or list it in rulebooks.`,
    );
  });
  adopts.forEach((id, index) => checkClause(id, `adopts[${index}]`, report));
  for (const [path, value] of objectsIn(template)) {
    if (!('kind' in value && value.kind === 'clause' && 'clause' in value)) continue;
    const id = String(value.clause);
    if (!checkClause(id, `${path}.clause`, report)) continue;
    if (adopts.includes(id) || own.some((rulebook) => id.startsWith(`${rulebook}-`))) continue;
    report(
      `${path}.clause`,
      `条款 ${id} 不属于本模板的规章；请列入 adopts，或改为默认设置。`,
      `Clause ${id} belongs to no rulebook of this template; list it in adopts, or make it a default.`,
    );
  }
}

function checkClause(id: string, path: string, report: Report): boolean {
  if (isClause(id)) return true;
  report(path, `没有条款 ${id}；请核对编号。`, `There is no clause ${id}; check the number.`);
  return false;
}
