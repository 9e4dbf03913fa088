import type { Workflow, WorkflowTransition } from '../policy/index.js';
import type { Report } from './problem.js';

/** Notes states that a ticket can never reach, and states in which it would be stuck for ever. */
export function checkWorkflow({ states, initial, transitions }: Workflow, report: Report): void {
  const start = states.find(({ key }) => key === initial);
  if (start?.category === 'closed') {
    report('workflow.initial', {
      zh: '工单不能一建立就处于关闭状态；请换一个初始状态。',
      en: 'A ticket cannot begin closed; choose another initial state.',
    });
  }
  const closed = states.filter(({ category }) => category === 'closed').map(({ key }) => key);
  if (closed.length === 0) {
    report('workflow.states', {
      zh: '至少要有一个 category 为 closed 的状态，否则工单无法结束。',
      en: 'At least one state needs the category closed, or no ticket can ever end.',
    });
    return;
  }
  const reachable = spread([initial], transitions, ({ from, to }, reached) =>
    from.some((key) => reached.has(key)) ? [to] : [],
  );
  const canEnd = spread(closed, transitions, ({ from, to }, reached) => (reached.has(to) ? from : []));
  states.forEach(({ key }, index) => {
    if (!reachable.has(key)) {
      report(`workflow.states[${index}]`, {
        zh: '从初始状态无法到达此状态；请加一个通向它的流转，或删除此状态。',
        en: 'This state cannot be reached from the initial one; add a transition to it, or remove it.',
      });
    }
    if (!canEnd.has(key)) {
      report(`workflow.states[${index}]`, {
        zh: '工单进入此状态后无法结束；请加一个最终通向关闭状态的流转。',
        en: 'A ticket in this state can never end; add a transition that leads towards a closed state.',
      });
    }
  });
}

/** Everything that a step taken again and again adds to the seeds. */
function spread(
  seeds: readonly string[],
  transitions: readonly WorkflowTransition[],
  step: (transition: WorkflowTransition, reached: ReadonlySet<string>) => readonly string[],
): Set<string> {
  const reached = new Set(seeds);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const transition of transitions) step(transition, reached).forEach((key) => reached.add(key));
  }
  return reached;
}
