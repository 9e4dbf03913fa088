import type { ApprovalRule, Policy, RuleConditions, WorkflowTransition } from '../policy/index.js';
import { conditionOf, dimensions } from '../policy/index.js';
import { checkKnown, checkUnique } from './check-keys.js';
import { checkConditions } from './check-references.js';
import type { Report } from './problem.js';

/** Notes what a workflow names and does not have; when nothing of that kind is wrong, what makes no sense in it. */
export function checkWorkflow(policy: Policy, report: Report): void {
  let sound = true;
  checkNames(policy, (path, message) => {
    sound = false;
    report(path, message);
  });
  if (!sound) return;
  checkStates(policy, report);
  checkSteps(policy, report);
  policy.workflow.approvals?.forEach((rule, index) =>
    checkQuorum(rule, `workflow.approvals[${index}].quorum`, report),
  );
}

const keysOf = (items: readonly { readonly key: string }[] = []): string[] => items.map(({ key }) => key);

function checkNames(policy: Policy, report: Report): void {
  const { states, initial, transitions, approvals = [], ownership } = policy.workflow;
  const [stateKeys, approvalKeys] = [keysOf(states), keysOf(approvals)];
  const [records, pauses] = [keysOf(policy.records), keysOf(policy.pauseReasons)];
  for (const [list, items] of Object.entries({ states, transitions, approvals })) {
    checkUnique(keysOf(items), (index) => `workflow.${list}[${index}].key`, report);
  }
  checkKnown(initial, stateKeys, 'workflow.initial', report);
  transitions.forEach(({ from, to, by = [], when = {}, requires = [], effects = [] }, index) => {
    const path = `workflow.transitions[${index}]`;
    from.forEach((key, place) => checkKnown(key, stateKeys, `${path}.from[${place}]`, report));
    checkUnique(from, (place) => `${path}.from[${place}]`, report);
    checkKnown(to, stateKeys, `${path}.to`, report);
    checkUnique(by, (place) => `${path}.by[${place}]`, report);
    checkConditions(when, policy, `${path}.when`, report);
    requires.forEach((requirement, place) => {
      const at = `${path}.requires[${place}]`;
      checkConditions(requirement.when ?? {}, policy, `${at}.when`, report);
      if (requirement.kind === 'record') checkKnown(requirement.record, records, `${at}.record`, report);
      if (requirement.kind === 'approval') {
        checkKnown(requirement.approval, approvalKeys, `${at}.approval`, report);
      }
      if (requirement.kind === 'owner' && !ownership) {
        report(at, {
          zh: '政策没有负责人规则（workflow.ownership）；请补上，或删除此要求。',
          en: 'The policy has no rule of ownership (workflow.ownership); add it, or remove this requirement.',
        });
      }
    });
    effects.forEach((effect, place) => {
      const at = `${path}.effects[${place}]`;
      if (effect.kind === 'record') checkKnown(effect.record, records, `${at}.record`, report);
      if (effect.kind === 'pause' || effect.kind === 'resume') {
        checkKnown(effect.reason, pauses, `${at}.reason`, report);
      }
    });
  });
  approvals.forEach(({ by, deputies = [], pauses: reason }, index) => {
    const path = `workflow.approvals[${index}]`;
    checkUnique(by, (place) => `${path}.by[${place}]`, report);
    checkUnique(deputies, (place) => `${path}.deputies[${place}]`, report);
    if (reason !== undefined) checkKnown(reason, pauses, `${path}.pauses`, report);
  });
}

/** States that no ticket can reach, and states in which one of some request type would be stuck for ever. */
function checkStates({ workflow, requestTypes }: Policy, report: Report): void {
  const { states, initial, transitions } = workflow;
  const start = states.find(({ key }) => key === initial);
  if (start?.category === 'closed') {
    report('workflow.initial', {
      zh: '工单不能一建立就处于关闭状态；请换一个初始状态。',
      en: 'A ticket cannot begin closed; choose another initial state.',
    });
  }
  const closed = keysOf(states.filter(({ category }) => category === 'closed'));
  if (closed.length === 0) {
    report('workflow.states', {
      zh: '至少要有一个 category 为 closed 的状态，否则工单无法结束。',
      en: 'At least one state needs the category closed, or no ticket can ever end.',
    });
    return;
  }
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
    const reaching = courses.filter(({ reachable }) => reachable.has(key));
    if (reaching.length === 0) {
      report(`workflow.states[${index}]`, {
        zh: '从初始状态无法到达此状态；请加一个通向它的流转，或删除此状态。',
        en: 'This state cannot be reached from the initial one; add a transition to it, or remove it.',
      });
    }
    const stuck = reaching.filter(({ canEnd }) => !canEnd.has(key)).map(({ type }) => type);
    if (stuck.length > 0) {
      report(`workflow.states[${index}]`, {
        zh: `工单进入此状态后无法结束（服务类型：${stuck.join('、')}）；请加一个最终通向关闭状态的流转。`,
        en: `A ticket in this state can never end (${stuck.join(', ')}); add a transition that leads towards a closed state.`,
      });
    }
  });
}

/** Steps that reopen where nothing may be reopened, and requirements that no ticket ever meets with. */
function checkSteps({ workflow: { states, transitions }, reopening }: Policy, report: Report): void {
  const closed = keysOf(states.filter(({ category }) => category === 'closed'));
  transitions.forEach(({ from, when = {}, requires = [] }, index) => {
    const path = `workflow.transitions[${index}]`;
    from.forEach((key, place) => {
      if (reopening || !closed.includes(key)) return;
      report(`${path}.from[${place}]`, {
        zh: '此流转离开关闭状态，但政策没有重开规则；请补上 reopening，或删除此状态。',
        en: 'This leads out of a closed state, but the policy has no rule of reopening; add reopening, or remove it here.',
      });
    });
    requires.forEach(({ when: narrower = {} }, place) => {
      if (compatible(when, narrower)) return;
      report(`${path}.requires[${place}].when`, {
        zh: '此条件与流转自身的条件不可能同时成立，要求永远不会生效；请修改其一。',
        en: 'This never holds together with the conditions of the step, so nothing is ever required; change one of them.',
      });
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
  if (mode !== 'quorum' && quorum !== undefined) {
    report(path, {
      zh: '只有 mode 为 quorum 时才填人数；请删除，或修改 mode。',
      en: 'Only the mode quorum has a number; remove it, or change the mode.',
    });
  }
  if (mode === 'quorum' && (quorum === undefined || quorum > by.length)) {
    report(path, {
      zh: `请填写需要几个角色同意，不得超过 by 中的 ${by.length} 个。`,
      en: `Say how many roles must agree, at most the ${by.length} of by.`,
    });
  }
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
