import type { ClockRule, Policy, Workflow } from '../policy/index.js';
import { assignmentRule, natural, policyWith, responseRule, rule } from '../testing/index.js';
import { parsePolicy } from './parse-policy.js';

const sound = policyWith(responseRule, assignmentRule);

/** The problems as `path: what to do`, in English. */
function problemsOf(value: unknown): string[] {
  const parsed = parsePolicy(value);
  return 'problems' in parsed ? parsed.problems.map(({ path, message }) => `${path}: ${message.en}`) : [];
}

function withRule(changes: { [Field in keyof ClockRule]?: unknown }): unknown {
  return { ...sound, clockRules: [{ ...responseRule, ...changes }] };
}

function withWorkflow(changes: Partial<Workflow>): Policy {
  return { ...sound, workflow: { ...sound.workflow, ...changes } };
}

const label = { zh: '某', en: 'Some' };

describe('a sound policy', () => {
  it('survives storage and comes back equal', () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(sound)))).toEqual({ policy: sound });
  });

  it('keeps conditions and defaults with their note', () => {
    const source = { kind: 'default', note: { zh: '默认', en: 'Ours' } } as const;
    const policy = policyWith(responseRule, rule({ id: 'b', when: { requestTypes: ['training'] }, source }));
    expect(parsePolicy(policy)).toEqual({ policy });
  });
});

describe('every problem names its place and the remedy', () => {
  const cases: [name: string, value: unknown, problem: string][] = [
    ['no policy at all', null, ': This is required'],
    ['not an object', [], ': Must be an object'],
    ['a missing field', { ...sound, title: undefined }, 'title: This is required'],
    [
      'a blank text',
      { ...sound, title: { zh: ' ', en: 'Policy' } },
      'title.zh: Must be text that is not blank',
    ],
    [
      'an unknown field',
      { ...sound, titel: 'x' },
      'titel: Unknown field; remove it or use one of: rulebook, title',
    ],
    ['a field that hides', JSON.parse('{"__proto__": {"rulebook": "R4"}}'), '__proto__: Unknown field'],
    ['an empty list', { ...sound, requestTypes: [] }, 'requestTypes: Must be a list with at least one item'],
    ['a bad key', withRule({ id: 'My Rule' }), 'clockRules[0].id: Use lower-case letters'],
    [
      'an unknown kind',
      withRule({ kind: 'departure' }),
      'clockRules[0].kind: Must be one of: response, assignment',
    ],
    ['a fractional rank', withRule({ rank: 0.5 }), 'clockRules[0].rank: Must be a whole number'],
    ['an unknown event', withRule({ stopsAt: 'danced' }), 'clockRules[0].stopsAt: Must be one of: responded'],
    [
      'a misspelt condition',
      withRule({ when: { requestType: ['repair'] } }),
      'clockRules[0].when.requestType: Unknown',
    ],
    ['a target of words', withRule({ target: 'soon' }), 'clockRules[0].target: Must be a duration'],
    [
      'a zero duration',
      withRule({ target: natural(0, 'hours') }),
      'clockRules[0].target.amount: The duration must be',
    ],
    [
      'a negative duration',
      withRule({ target: natural(-4, 'hours') }),
      'clockRules[0].target.amount: The duration',
    ],
    [
      'a broken amount',
      withRule({ target: natural(1.5, 'hours') }),
      'clockRules[0].target.amount: Must be a whole',
    ],
    [
      'an absurd duration',
      withRule({ target: natural(8785, 'hours') }),
      'clockRules[0].target.amount: A target may not',
    ],
    [
      'A1 working time without a calendar',
      withRule({ target: { amount: 3, unit: 'days', basis: 'working-days' } }),
      'clockRules[0].target.basis: Counting in working-days needs a working calendar, which is not supported yet; use natural',
    ],
    [
      'a duration without its basis',
      withRule({ target: { amount: 2, unit: 'days' } }),
      'clockRules[0].target.basis: This is required',
    ],
    [
      'a clause without its rulebook',
      withRule({ source: { kind: 'clause', clause: '5.1' } }),
      'clockRules[0].source.clause: A clause id begins with its rulebook',
    ],
    [
      'a default that cites a clause',
      withRule({ source: { kind: 'default', clause: 'R4-5.1' } }),
      'clockRules[0].source.clause: A default cites no clause',
    ],
    [
      'a clause with a note',
      withRule({ source: { kind: 'clause', clause: 'R4-5.1', note: label } }),
      'clockRules[0].source.note: A clause speaks for itself',
    ],
    [
      'an unknown request type',
      withRule({ when: { requestTypes: ['upgrade'] } }),
      'clockRules[0].when.requestTypes[0]: "upgrade" does not exist; there are: repair, training',
    ],
    [
      'a request type named twice in a rule',
      withRule({ when: { requestTypes: ['repair', 'repair'] } }),
      'clockRules[0].when.requestTypes[1]: "repair" is given twice',
    ],
    [
      'a request type given twice',
      { ...sound, requestTypes: [...sound.requestTypes, { key: 'repair', label }] },
      'requestTypes[2].key: "repair" is given twice',
    ],
    [
      'a rule id given twice',
      policyWith(responseRule, responseRule),
      'clockRules[1].id: "response" is given twice',
    ],
    [
      'a request type without any rule',
      withRule({ when: { requestTypes: ['repair'] } }),
      'requestTypes[1]: No rule covers this request type; add one, with target no-target',
    ],
    [
      'D5 contradictory equals',
      policyWith(responseRule, rule({ id: 'other', target: natural(8, 'hours') })),
      'clockRules[1]: Contradicts rule response',
    ],
    [
      'a rule that never decides',
      policyWith(rule({ id: 'low', target: natural(8, 'hours') }), rule({ id: 'high', rank: 1 })),
      'clockRules[0]: This rule never decides',
    ],
    ['an unknown initial state', withWorkflow({ initial: 'new' }), 'workflow.initial: "new" does not exist'],
    [
      'a ticket that begins closed',
      withWorkflow({ initial: 'closed' }),
      'workflow.initial: A ticket cannot begin closed',
    ],
    [
      'a state given twice',
      withWorkflow({ states: [...sound.workflow.states, { key: 'work', label, category: 'active' }] }),
      'workflow.states[4].key: "work" is given twice',
    ],
    [
      'a state that nothing leads to',
      withWorkflow({ states: [...sound.workflow.states, { key: 'island', label, category: 'closed' }] }),
      'workflow.states[4]: This state cannot be reached',
    ],
    [
      'a dead end',
      withWorkflow({
        states: [...sound.workflow.states, { key: 'limbo', label, category: 'waiting' }],
        transitions: [...sound.workflow.transitions, { key: 'wait', label, from: ['work'], to: 'limbo' }],
      }),
      'workflow.states[4]: A ticket in this state can never end',
    ],
    [
      'a workflow without an end',
      withWorkflow({ states: sound.workflow.states.map((state) => ({ ...state, category: 'active' })) }),
      'workflow.states: At least one state needs the category closed',
    ],
    [
      'a transition given twice',
      withWorkflow({
        transitions: [...sound.workflow.transitions, { key: 'close', label, from: ['work'], to: 'closed' }],
      }),
      'workflow.transitions[4].key: "close" is given twice',
    ],
    [
      'a transition from nowhere',
      withWorkflow({ transitions: [{ key: 'assign', label, from: ['void'], to: 'work' }] }),
      'workflow.transitions[0].from[0]: "void" does not exist',
    ],
    [
      'a transition to nowhere',
      withWorkflow({ transitions: [{ key: 'assign', label, from: ['reported'], to: 'void' }] }),
      'workflow.transitions[0].to: "void" does not exist',
    ],
  ];

  it.each(cases)('%s', (_name, value, problem) => {
    const problems = problemsOf(value);
    expect(problems.filter((each) => each.startsWith(problem))).toHaveLength(1);
  });

  it.each(cases)('%s, in Chinese too', (_name, value) => {
    const parsed = parsePolicy(value);
    const messages = 'problems' in parsed ? parsed.problems.map(({ message }) => message.zh) : [];
    expect(messages.length).toBeGreaterThan(0);
    messages.forEach((message) => expect(message).toMatch(/\p{Script=Han}.*。$/u));
  });

  it('finds all of them at once', () => {
    expect(problemsOf(withRule({ rank: 'high', target: natural(-1, 'days'), kind: 'x' }))).toHaveLength(3);
  });

  it('the same promise given twice is no contradiction', () => {
    const repair = rule({ id: 'repair', when: { requestTypes: ['repair'] } });
    const both = rule({ id: 'both', when: { requestTypes: ['repair', 'training'] } });
    expect(problemsOf(policyWith(rule({ id: 'all', rank: -1 }), both, repair))).toEqual([
      expect.stringContaining('clockRules[0]: This rule never decides'),
      expect.stringContaining('clockRules[2]: This rule never decides'),
    ]);
  });

  it('D5 another promise of higher rank, or for fewer requests, is no contradiction', () => {
    const eight = { target: natural(8, 'hours'), when: { requestTypes: ['repair'] } };
    const four = { target: natural(4, 'hours'), when: { requestTypes: ['repair'] } };
    expect(problemsOf(policyWith(responseRule, rule({ id: 'eight', ...eight })))).toEqual([]);
    const two = policyWith(
      responseRule,
      rule({ id: 'eight', ...eight }),
      rule({ id: 'four', ...four, rank: 1 }),
    );
    expect(problemsOf(two)).toEqual([expect.stringContaining('clockRules[1]: This rule never decides')]);
  });

  it('an answer of 366 days is long, but not absurd', () => {
    expect(problemsOf(withRule({ target: natural(366, 'days') }))).toEqual([]);
  });
});
