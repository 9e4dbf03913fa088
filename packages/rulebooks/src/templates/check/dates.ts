import type { RulebookTemplate } from '../template.js';
import type { Report } from '../../shape/index.js';

/** Records that acts of their own write down: an explanation, a guidance that failed, a withdrawal. None of them takes a date. */
const withoutDate = ['explained', 'guidance-failed', 'withdrawal-recorded'];

/** A record can ask for a date only where it is always written down by somebody who is asked for it. */
export function checkDates({ policy }: RulebookTemplate, report: Report): void {
  const { records = [], workflow } = policy;
  const written = workflow.transitions.flatMap(({ effects = [] }) =>
    effects.flatMap((effect) => (effect.kind === 'record' ? [effect.record] : [])),
  );
  records.forEach(({ key, date }, index) => {
    if (!date || ![...withoutDate, ...written].includes(key)) return;
    report(
      `policy.records[${index}].date`,
      `记录“${key}”也会随其他操作自动写入，届时无人填写日期；请删去此项，或换一项记录。`,
      `The record "${key}" is also written by an act that takes no date; remove this, or let another record ask for it.`,
    );
  });
}
