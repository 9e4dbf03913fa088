import type { RuleConditions, Workflow, WorkflowTransition } from '@aftercare/policy-engine';
import type { RulebookTemplate } from '../template.js';
import type { Report } from '../../shape/index.js';

const speaksOf = (when: RuleConditions | undefined, requestType: string): boolean =>
  when?.requestTypes?.includes(requestType) ?? true;

/** The steps that a ticket of this type can come to. */
function stepsOf({ initial, transitions }: Workflow, requestType: string): WorkflowTransition[] {
  const reached = new Set([initial]);
  const taken = () =>
    transitions.filter(
      ({ from, when }) => speaksOf(when, requestType) && from.some((key) => reached.has(key)),
    );
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { to } of taken()) reached.add(to);
  }
  return taken();
}

/** Records that these steps ask a ticket of this type for, or write. */
const recordsOf = (steps: readonly WorkflowTransition[], requestType: string): Set<string> =>
  new Set(
    steps.flatMap(({ requires = [], effects = [] }) => [
      ...requires.flatMap((each) =>
        each.kind === 'record' && speaksOf(each.when, requestType) ? [each.record] : [],
      ),
      ...effects.flatMap((each) => (each.kind === 'record' ? [each.record] : [])),
    ]),
  );

/** A clock that starts or stops with a record would wait for ever where no step of the workflow brings that record. */
export function checkClockEvents({ policy }: RulebookTemplate, report: Report): void {
  const { clockRules, records = [], requestTypes, workflow } = policy;
  const brought = requestTypes.map(({ key }) => [key, recordsOf(stepsOf(workflow, key), key)] as const);
  clockRules.forEach((rule, index) => {
    for (const field of ['startsAt', 'stopsAt'] as const) {
      const event = rule[field];
      if (!records.some(({ key }) => key === event)) continue;
      const without = brought.flatMap(([type, known]) =>
        speaksOf(rule.when, type) && !known.has(event) ? [type] : [],
      );
      if (without.length === 0) continue;
      report(
        `policy.clockRules[${index}].${field}`,
        `没有流转要求或写入记录“${event}”（${without.join('、')}）；请在流转中加上，或改用其他事件。`,
        `No step asks for or writes the record "${event}" (${without.join(', ')}); let one, or use another event.`,
      );
    }
  });
}
