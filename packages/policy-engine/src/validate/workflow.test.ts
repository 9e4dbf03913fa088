import type { ApprovalRule, Policy, RuleConditions, WorkflowTransition } from '../policy/index.js';
import type { BadInput } from '../testing/problems.js';
import { inEnglish, refuses } from '../testing/problems.js';
import { workshop } from '../testing/workshop.js';
import { parsePolicy } from './parse-policy.js';

const { workflow } = workshop;
const label = { zh: '某项', en: 'Item' };
const source = { kind: 'default' };

function withWorkflow(changes: object): unknown {
  return { ...workshop, workflow: { ...workflow, ...changes } };
}
/** With a change of one transition; that of `close` is number 8. */
function withStep(key: string, changes: { [Field in keyof WorkflowTransition]?: unknown }): unknown {
  const transitions = workflow.transitions.map((step) => (step.key === key ? { ...step, ...changes } : step));
  return withWorkflow({ transitions });
}
function withClose(...requires: object[]): unknown {
  return withStep('close', { requires });
}
const withAgreements = {
  ...workshop,
  agreements: { kinds: ['response'], by: ['desk'], afterDue: false, source },
};
const requiringAgreement = (clock: string) => ({
  ...workflow,
  transitions: workflow.transitions.map((step) =>
    step.key === 'close' ? { ...step, requires: [{ kind: 'agreement', clock, fresh: true, source }] } : step,
  ),
});
function withEffect(effect: object): unknown {
  return withStep('close', { effects: [effect] });
}
function withApproval(changes: { [Field in keyof ApprovalRule]?: unknown }): unknown {
  const [first, ...others] = workflow.approvals ?? [];
  return withWorkflow({ approvals: [{ ...first, ...changes }, ...others] });
}
const more = (state: object, ...steps: object[]) =>
  withWorkflow({
    states: [...workflow.states, state],
    transitions: [...workflow.transitions, ...steps],
  });
const without = (part: 'reopening' | 'ownership'): Policy => {
  const { reopening: _reopening, ...policy } = workshop;
  const { ownership: _ownership, ...steps } = workflow;
  return part === 'reopening' ? policy : { ...workshop, workflow: steps };
};

describe('a sound workflow', () => {
  it('survives storage and comes back equal', () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(workshop)))).toEqual({ policy: workshop });
  });

  it('may do without approvals, owner and reopening, where no step needs them', () => {
    const transitions = workflow.transitions
      .filter(({ key }) => key !== 'resume')
      .map(({ requires: _requires, ...step }) => step);
    const { reopening: _reopening, ...policy } = workshop;
    const { states, initial } = workflow;
    expect(inEnglish(parsePolicy({ ...policy, workflow: { states, initial, transitions } }))).toEqual([]);
  });
});

describe('the shape of a workflow', () => {
  const cases: BadInput[] = [
    ['no states', withWorkflow({ states: [] }), 'workflow.states: Must be a list with at least 1 '],
    [
      'an unknown category',
      more({ key: 'odd', label, category: 'done' }),
      'workflow.states[9].category: Must be one of: open',
    ],
    ['a step from nowhere', withStep('close', { from: [] }), 'workflow.transitions[8].from: Must be a list'],
    ['a step for nobody', withStep('close', { by: [] }), 'workflow.transitions[8].by: Must be a list with'],
    [
      'an unknown requirement',
      withClose({ kind: 'mood', source }),
      'workflow.transitions[8].requires[0].kind: Must be one of: record, approval, agreement, owner',
    ],
    [
      'a requirement without its source',
      withClose({ kind: 'owner' }),
      'workflow.transitions[8].requires[0].source: This is required',
    ],
    [
      'a fresh owner',
      withClose({ kind: 'owner', source, fresh: true }),
      'workflow.transitions[8].requires[0].fresh: Unknown field',
    ],
    [
      'freshness by word',
      withClose({ kind: 'record', record: 'explained', source, fresh: 'yes' }),
      'workflow.transitions[8].requires[0].fresh: Must be true or false',
    ],
    [
      'an event that no step makes',
      withEffect({ kind: 'event', event: 'responded' }),
      'workflow.transitions[8].effects[0].event: Must be one of: arrived, resolved, closed',
    ],
    ['a way of approving', withApproval({ mode: 'most' }), 'workflow.approvals[0].mode: Must be one of: one'],
    ['an approval that nobody gives', withApproval({ by: [] }), 'workflow.approvals[0].by: Must be a list'],
    [
      'a quorum of nobody',
      withApproval({ mode: 'quorum', quorum: 0 }),
      'workflow.approvals[0].quorum: Must be a whole number from 1 to',
    ],
    [
      'a record that nobody writes down',
      { ...workshop, records: [{ key: 'explained', label, by: [] }] },
      'records[0].by: Must be a list with at least 1 ',
    ],
    [
      'an owner without supervisors',
      withWorkflow({ ownership: { supervisors: [], source } }),
      'workflow.ownership.supervisors: Must be a list',
    ],
  ];
  refuses(parsePolicy, cases);
});

describe('what a workflow names', () => {
  const step = { key: 'odd', label, from: ['work'], to: 'closed' };
  const conditions = (when: RuleConditions) => withStep('close', { when });
  const cases: BadInput[] = [
    ['an unknown initial state', withWorkflow({ initial: 'new' }), 'workflow.initial: "new" does not exist'],
    [
      'a state given twice',
      more({ key: 'work', label, category: 'active' }),
      'workflow.states[9].key: "work" is given twice',
    ],
    [
      'a transition given twice',
      withWorkflow({ transitions: [...workflow.transitions, { ...step, key: 'close' }] }),
      'workflow.transitions[11].key: "close" is given twice',
    ],
    [
      'an approval given twice',
      withWorkflow({ approvals: [...(workflow.approvals ?? []), workflow.approvals?.[0]] }),
      'workflow.approvals[5].key: "treatment" is given twice',
    ],
    [
      'a step from an unknown state',
      withStep('close', { from: ['feedback', 'void'] }),
      'workflow.transitions[8].from[1]: "void" does not exist',
    ],
    [
      'a step from one state twice',
      withStep('close', { from: ['feedback', 'feedback'] }),
      'workflow.transitions[8].from[1]: "feedback" is given twice',
    ],
    [
      'a step to an unknown state',
      withStep('close', { to: 'void' }),
      'workflow.transitions[8].to: "void" does not exist',
    ],
    [
      'a role given twice',
      withStep('close', { by: ['desk', 'desk'] }),
      'workflow.transitions[8].by[1]: "desk" is given twice',
    ],
    [
      'a condition on an unknown request type',
      conditions({ requestTypes: ['repair', 'upgrade'] }),
      'workflow.transitions[8].when.requestTypes[1]: "upgrade" does not exist',
    ],
    [
      'a condition on an unknown severity',
      conditions({ severities: ['fatal'] }),
      'workflow.transitions[8].when.severities[0]: "fatal" does not exist; there are: general, major',
    ],
    [
      'a requirement with such a condition',
      withClose({ kind: 'owner', source, when: { severities: ['fatal'] } }),
      'workflow.transitions[8].requires[0].when.severities[0]: "fatal" does not exist',
    ],
    [
      'a required record that is none',
      withClose({ kind: 'record', record: 'sung', source }),
      'workflow.transitions[8].requires[0].record: "sung" does not exist; there are: contract-signed',
    ],
    [
      'a required approval that is none',
      withClose({ kind: 'approval', approval: 'blessing', source }),
      'workflow.transitions[8].requires[0].approval: "blessing" does not exist; there are: treatment',
    ],
    [
      'R10-G3 an owner required without a rule of ownership',
      without('ownership'),
      'workflow.transitions[8].requires[1]: Lacks workflow.ownership; add it.',
    ],
    [
      'R6-3.3 an agreement required about what nobody may agree',
      { ...withAgreements, workflow: requiringAgreement('arrival') },
      'workflow.transitions[8].requires[0].clock: "arrival" does not exist; there are: response',
    ],
    [
      'R6-3.3 an agreement required where the policy knows none',
      { ...workshop, workflow: requiringAgreement('response') },
      'workflow.transitions[8].requires[0].clock: "response" does not exist; there is none yet',
    ],
    [
      'an effect on an unknown record',
      withEffect({ kind: 'record', record: 'sung' }),
      'workflow.transitions[8].effects[0].record: "sung" does not exist',
    ],
    [
      'a pause for an unknown reason',
      withEffect({ kind: 'pause', reason: 'lunch' }),
      'workflow.transitions[8].effects[0].reason: "lunch" does not exist; there are: customer, approval',
    ],
    [
      'the end of a pause that nobody can begin',
      withEffect({ kind: 'resume', reason: 'lunch' }),
      'workflow.transitions[8].effects[0].reason: "lunch" does not exist',
    ],
    [
      'an approval that pauses for an unknown reason',
      withApproval({ pauses: 'lunch' }),
      'workflow.approvals[0].pauses: "lunch" does not exist',
    ],
    [
      'a role that approves twice',
      withApproval({ by: ['head', 'head'] }),
      'workflow.approvals[0].by[1]: "head" is given twice',
    ],
    [
      'a deputy given twice',
      withApproval({ deputies: ['director', 'director'] }),
      'workflow.approvals[0].deputies[1]: "director" is given twice',
    ],
  ];
  refuses(parsePolicy, cases);
});

describe('the sense of a workflow', () => {
  const cases: BadInput[] = [
    [
      'a ticket that begins closed',
      withWorkflow({ initial: 'closed' }),
      'workflow.initial: A ticket cannot begin closed',
    ],
    [
      'a workflow without an end',
      withWorkflow({ states: workflow.states.map((state) => ({ ...state, category: 'active' })) }),
      'workflow.states: Lacks category: closed; add it.',
    ],
    [
      'a state that nothing leads to',
      more(
        { key: 'island', label, category: 'active' },
        { key: 'leave', label, from: ['island'], to: 'work' },
      ),
      'workflow.states[9]: This state cannot be reached',
    ],
    [
      'a dead end',
      more({ key: 'limbo', label, category: 'waiting' }, { key: 'wait', label, from: ['work'], to: 'limbo' }),
      'workflow.states[9]: A ticket in this state may never end (repair, training)',
    ],
    [
      'a dead end for one request type only',
      withStep('close', { when: { requestTypes: ['repair'] } }),
      'workflow.states[6]: A ticket in this state may never end (training)',
    ],
    [
      'a state that tickets of some region could never leave',
      more(
        { key: 'limbo', label, category: 'waiting' },
        { key: 'wait', label, from: ['work'], to: 'limbo' },
        { key: 'go', label, from: ['limbo'], to: 'feedback', when: { regions: ['in-province'] } },
      ),
      'workflow.states[9]: A ticket in this state may never end (repair, training); add an unconditional',
    ],
    [
      'a deputy who decides anyhow',
      withApproval({ deputies: ['director', 'head'] }),
      'workflow.approvals[0].deputies[1]: "head" is given twice',
    ],
    [
      'more to agree than there are',
      withApproval({ mode: 'quorum', by: ['head', 'quality'], quorum: 3 }),
      'workflow.approvals[0].quorum: Does not fit by;',
    ],
    [
      'a quorum without its number',
      withApproval({ mode: 'quorum' }),
      'workflow.approvals[0]: Lacks quorum; add it.',
    ],
    [
      'a number without a quorum',
      withApproval({ mode: 'all', quorum: 1 }),
      'workflow.approvals[0].quorum: Does not fit mode;',
    ],
    [
      'a requirement that no ticket ever meets with',
      withStep('close', {
        when: { severities: ['general'] },
        requires: [{ kind: 'owner', source, when: { severities: ['major'] } }],
      }),
      'workflow.transitions[8].requires[0].when: Does not fit workflow.transitions[8].when;',
    ],
    [
      'E1 a step out of a closed state without a rule of reopening',
      without('reopening'),
      'workflow.transitions[10].from[0]: Lacks reopening; add it.',
    ],
    [
      'E2 a step into a closed state whose clocks would never stop',
      withStep('close', { effects: [{ kind: 'event', event: 'resolved' }] }),
      'workflow.transitions[8].from[0]: Lacks event closed; add it.',
    ],
    [
      'E2 the event of closing on a step that does not close',
      withStep('answer', { effects: [{ kind: 'event', event: 'closed' }] }),
      'workflow.transitions[7].from[0]: Does not fit event closed; remove it, or change',
    ],
    [
      'E1 a step out of a closed state that would start no clock again',
      withStep('resume', { effects: [{ kind: 'pause', reason: 'customer' }] }),
      'workflow.transitions[10].from[0]: Lacks event reopened; add it.',
    ],
    [
      'E1 the event of reopening on a step that does not reopen',
      withStep('rework', { effects: [{ kind: 'event', event: 'reopened' }] }),
      'workflow.transitions[5].from[0]: Does not fit event reopened;',
    ],
    [
      'E1 one step that reopens for some of its states only',
      withStep('resume', { from: ['closed', 'acceptance'] }),
      'workflow.transitions[10].from[1]: Does not fit event reopened;',
    ],
  ];
  refuses(parsePolicy, cases);

  it('E1 from one closed state to another nothing is closed or reopened', () => {
    const { reopening: _reopening, ...policy } = workshop;
    const transitions = workflow.transitions.map(({ effects, ...step }) =>
      step.key === 'resume' ? { ...step, to: 'cancelled' } : { ...step, ...(effects && { effects }) },
    );
    expect(inEnglish(parsePolicy({ ...policy, workflow: { ...workflow, transitions } }))).toEqual([]);
  });

  it('R6-3.3 a date may be required where somebody may agree one', () => {
    const asked = { ...withAgreements, workflow: requiringAgreement('response') };
    expect(parsePolicy(asked)).not.toHaveProperty('problems');
  });

  it('a quorum of all is one', () => {
    const all = withApproval({ mode: 'quorum', by: ['head', 'quality'], quorum: 2 });
    expect(inEnglish(parsePolicy(all))).toEqual([]);
  });

  it('conditions that overlap, or speak of other things, are no contradiction', () => {
    const overlapping = withStep('answer', {
      when: { severities: ['general', 'major'] },
      requires: [
        { kind: 'owner', source, when: { severities: ['major'] } },
        { kind: 'owner', source, when: { coverages: ['covered'] } },
      ],
    });
    expect(inEnglish(parsePolicy(overlapping))).toEqual([]);
  });

  it('finds all of them at once', () => {
    const { reopening: _reopening, ...policy } = workshop;
    const many = { ...workflow, initial: 'closed', approvals: [{ ...workflow.approvals?.[0], quorum: 1 }] };
    const problems = inEnglish(parsePolicy({ ...policy, workflow: many }));
    expect(problems.map((text) => text.split(': ')[0])).toEqual(
      expect.arrayContaining([
        'workflow.initial',
        'workflow.transitions[10].from[0]',
        'workflow.approvals[0].quorum',
      ]),
    );
  });
});
