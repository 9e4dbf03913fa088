import type { ApprovalRule, Policy, RuleConditions, WorkflowTransition } from '../policy/index.js';
import { conditionOf, dimensions } from '../policy/index.js';
import { checkUnique, keysOf, tellMisfit, tellMissing } from './check-keys.js';
import type { Report } from './problem.js';

/** Notes owners that are required where nobody can become one. */
export function checkOwners({ workflow }: Policy, report: Report): void {
  if (workflow.ownership) return;
  workflow.transitions.forEach(({ requires = [] }, index) => {
    requires.forEach(({ kind }, place) => {
      if (kind === 'owner')
        tellMissing(`workflow.transitions[${index}].requires[${place}]`, 'workflow.ownership', report);
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
  else tellMissing('workflow.states', 'category: closed', report);
  checkSteps(policy, closed, report);
  approvals.forEach((rule, index) => {
    const path = `workflow.approvals[${index}]`;
    checkQuorum(rule, path, report);
    checkUnique(
      [...rule.by, ...(rule.deputies ?? [])],
      (place) => `${path}.deputies[${place - rule.by.length}]`,
      report,
    );
  });
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
      // any other condition may fail for ever
      canEnd: spread(closed, steps, ({ from, to, when = {} }, reached) =>
        reached.has(to) && Object.keys(when).every((name) => name === 'requestTypes') ? from : [],
      ),
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
        `工单进入此状态后可能无法结束（${stuck.join('、')}）；请补上通向关闭状态的无条件流转。`,
        `A ticket in this state may never end (${stuck.join(', ')}); add an unconditional way to a closed state.`,
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

/** Steps without the event of closing or reopening, or with that of another; and requirements never met with. */
function checkSteps({ workflow, reopening }: Policy, closed: readonly string[], report: Report): void {
  workflow.transitions.forEach(({ from, to, when = {}, requires = [], effects = [] }, index) => {
    const path = `workflow.transitions[${index}]`;
    const ends = closed.includes(to);
    from.forEach((key, place) => {
      const changes = closed.includes(key) !== ends;
      if (changes && !ends && !reopening) tellMissing(`${path}.from[${place}]`, 'reopening', report);
      for (const event of ['closed', 'reopened'] as const) {
        const needed = changes && ends === (event === 'closed');
        const has = effects.some((effect) => effect.kind === 'event' && effect.event === event);
        const at = `${path}.from[${place}]`;
        if (needed && !has) tellMissing(at, `event ${event}`, report);
        if (has && !needed) tellMisfit(at, `event ${event}`, report);
      }
    });
    requires.forEach(({ when: narrower = {} }, place) => {
      if (!compatible(when, narrower)) tellMisfit(`${path}.requires[${place}].when`, `${path}.when`, report);
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
  const counts = mode === 'quorum';
  if (quorum === undefined) {
    if (counts) tellMissing(path, 'quorum', report);
  } else if (!counts || quorum > by.length) tellMisfit(`${path}.quorum`, counts ? 'by' : 'mode', report);
}
