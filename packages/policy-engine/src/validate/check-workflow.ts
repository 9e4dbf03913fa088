import type { ApprovalRule, Policy, RuleConditions, WorkflowTransition } from '../policy/index.js';
import { conditionOf, dimensions } from '../policy/index.js';
import { keysOf } from './check-keys.js';
import type { Report } from './problem.js';

/** Notes owners that are required where nobody can become one. */
export function checkOwners({ workflow }: Policy, report: Report): void {
  if (workflow.ownership) return;
  workflow.transitions.forEach(({ requires = [] }, index) => {
    requires.forEach(({ kind }, place) => {
      if (kind === 'owner')
        report(
          `workflow.transitions[${index}].requires[${place}]`,
          '政策没有负责人规则（ownership）；请补上，或删除此项。',
          'The policy has no rule of ownership; add it, or remove this.',
        );
    });
  });
}

/** Notes what makes no sense in a workflow whose keys all name something. */
export function checkWorkflow(policy: Policy, report: Report): void {
  const { states, initial, approvals = [] } = policy.workflow;
  const closed = keysOf(states.filter(({ category }) => category === 'closed'));
  if (closed.includes(initial))
    report(
      'workflow.initial',
      '工单不能一建立就处于关闭状态；请另选一个。',
      'A ticket cannot begin closed; choose another state.',
    );
  if (closed.length > 0) checkStates(policy, closed, report);
  else
    report(
      'workflow.states',
      '至少要有一个 category 为 closed 的状态；请补上。',
      'At least one state needs the category closed; add it.',
    );
  checkSteps(policy, closed, report);
  approvals.forEach((rule, index) => checkQuorum(rule, `workflow.approvals[${index}].quorum`, report));
}

/** States that no ticket can reach, and states in which one of some request type would be stuck for ever. */
function checkStates({ workflow, requestTypes }: Policy, closed: readonly string[], report: Report): void {
  const { states, initial, transitions } = workflow;
  const courses = keysOf(requestTypes).map((type) => {
    const steps = transitions.filter(({ when }) => when?.requestTypes?.includes(type) ?? true);
    return {
      type,
      reachable: spread([initial], steps, ({ from, to }, reached) =>
        from.some((key) => reached.has(key)) ? [to] : [],
      ),
      canEnd: spread(closed, steps, ({ from, to }, reached) => (reached.has(to) ? from : [])),
    };
  });
  states.forEach(({ key }, index) => {
    const path = `workflow.states[${index}]`;
    const reaching = courses.filter(({ reachable }) => reachable.has(key));
    if (reaching.length === 0)
      report(
        path,
        '从初始状态无法到达此状态；请补上流转，或删除此项。',
        'This state cannot be reached from the initial one; add a transition, or remove this.',
      );
    const stuck = reaching.filter(({ canEnd }) => !canEnd.has(key)).map(({ type }) => type);
    if (stuck.length > 0)
      report(
        path,
        `工单进入此状态后无法结束（${stuck.join('、')}）；请补上通向关闭状态的流转。`,
        `A ticket in this state can never end (${stuck.join(', ')}); add a transition towards a closed state.`,
      );
  });
}

/** Everything that a step taken again and again adds to the seeds. */
function spread(
  seeds: readonly string[],
  transitions: readonly WorkflowTransition[],
  step: (transition: WorkflowTransition, reached: ReadonlySet<string>) => readonly string[],
): ReadonlySet<string> {
  const reached = new Set(seeds);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const transition of transitions) step(transition, reached).forEach((key) => reached.add(key));
  }
  return reached;
}

/** Steps that reopen where nothing may be reopened, and requirements that no ticket ever meets with. */
function checkSteps({ workflow, reopening }: Policy, closed: readonly string[], report: Report): void {
  workflow.transitions.forEach(({ from, when = {}, requires = [] }, index) => {
    const path = `workflow.transitions[${index}]`;
    from.forEach((key, place) => {
      if (!reopening && closed.includes(key))
        report(
          `${path}.from[${place}]`,
          '离开关闭状态，但政策没有重开规则（reopening）；请补上，或删除此项。',
          'This leads out of a closed state, but the policy has no rule of reopening; add it, or remove this.',
        );
    });
    requires.forEach(({ when: narrower = {} }, place) => {
      if (!compatible(when, narrower))
        report(
          `${path}.requires[${place}].when`,
          '与流转自身的条件不可能同时成立；请修改其一。',
          'This never holds together with the conditions of the step; change one of them.',
        );
    });
  });
}

function compatible(a: RuleConditions, b: RuleConditions): boolean {
  return dimensions.every((dimension) => {
    const [first, second]: (readonly string[] | undefined)[] = [
      a[conditionOf[dimension]],
      b[conditionOf[dimension]],
    ];
    return !first || !second || first.some((value) => second.includes(value));
  });
}

function checkQuorum({ mode, by, quorum }: ApprovalRule, path: string, report: Report): void {
  if (mode === 'quorum') {
    if (quorum === undefined || quorum > by.length)
      report(
        path,
        `请填写需要几个角色同意，不超过 by 的 ${by.length} 个。`,
        `Say how many roles must agree, at most the ${by.length} of by.`,
      );
  } else if (quorum !== undefined)
    report(
      path,
      '只有 mode 为 quorum 时才填人数；请删除，或修改 mode。',
      'Only the mode quorum has a number; remove it, or change the mode.',
    );
}
