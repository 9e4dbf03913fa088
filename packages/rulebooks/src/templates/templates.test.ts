import type { Policy } from '@aftercare/policy-engine';
import { evaluateClocks, initialState, parsePolicy, promisesFor, transition } from '@aftercare/policy-engine';
import { clause } from '../clauses/index.js';
import { templates } from './index.js';

const all = Object.entries<Policy>(templates);
const hour = 3_600_000;
const reportedAt = Date.UTC(2026, 2, 2, 1);

describe.each(all)('template %s', (rulebook, policy) => {
  it('is a sound policy', () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ policy });
  });

  it('cites only clauses of its own rulebook that exist', () => {
    expect(policy.rulebook).toBe(rulebook);
    for (const { source } of policy.clockRules) {
      if (source.kind === 'clause') expect(clause(source.clause).rulebook).toBe(rulebook);
    }
  });

  it('says of every default why it is one', () => {
    for (const { source } of policy.clockRules) {
      if (source.kind === 'default') expect(source.note?.zh).toMatch(/\p{Script=Han}.*。$/u);
    }
  });

  it('speaks Chinese and English', () => {
    const { requestTypes, workflow } = policy;
    const texts = [
      policy.title,
      ...[...requestTypes, ...workflow.states, ...workflow.transitions].map((each) => each.label),
    ];
    for (const { zh, en } of texts) {
      expect(zh).toMatch(/^[\p{Script=Han}，、]+$/u);
      expect(en).toMatch(/^[A-Z][A-Za-z -]+$/);
    }
  });

  it('takes repairs, and a new ticket waits to be assigned', () => {
    expect(promisesFor(policy, 'repair')).not.toEqual([]);
    expect(initialState(policy).category).toBe('open');
    const assigned = transition(policy, initialState(policy).key, 'assign');
    const category =
      'to' in assigned && policy.workflow.states.find(({ key }) => key === assigned.to)?.category;
    expect(category).toBe('active');
  });
});

describe('what the rulebooks promise for a repair', () => {
  const promised = (policy: Policy, requestType = 'repair') =>
    promisesFor(policy, requestType).map(({ kind, target, rule }) => ({
      kind,
      target: target === 'no-target' ? target : `${target.amount} ${target.unit} ${target.basis}`,
      source: rule.source.kind === 'clause' ? rule.source.clause : rule.source.kind,
    }));

  it('R1-C6 technical guidance at once, without a figure', () => {
    expect(promised(templates.R1)).toEqual([{ kind: 'guidance', target: 'no-target', source: 'R1-C6' }]);
  });

  it('R3-4 a prompt answer, without a figure', () => {
    expect(promised(templates.R3)).toEqual([{ kind: 'response', target: 'no-target', source: 'R3-4' }]);
  });

  it('R4-5.1 answers and assigns within 24 h', () => {
    expect(promised(templates.R4)).toEqual([
      { kind: 'response', target: '24 hours natural', source: 'R4-5.1' },
      { kind: 'assignment', target: '24 hours natural', source: 'R4-5.1' },
    ]);
    const clocks = evaluateClocks({
      policy: templates.R4,
      facts: [
        { kind: 'reported', at: reportedAt, recordedAt: reportedAt, requestType: 'repair' },
        { kind: 'assigned', at: reportedAt + 24 * hour, recordedAt: reportedAt + 24 * hour, to: 'engineer' },
      ],
      now: reportedAt + 25 * hour,
    });
    expect(clocks.map(({ kind, state, dueAt }) => [kind, state, dueAt])).toEqual([
      ['response', 'missed', reportedAt + 24 * hour],
      ['assignment', 'met', reportedAt + 24 * hour],
    ]);
  });

  it('R4-2.3 gives no time for anything but repairs, so the template claims none', () => {
    for (const requestType of ['warranty', 'training', 'parts']) {
      expect(promised(templates.R4, requestType)).toEqual([
        { kind: 'response', target: 'no-target', source: 'default' },
      ]);
    }
  });

  it('R6-3.2 a technician promptly, without a figure', () => {
    expect(promised(templates.R6)).toEqual([{ kind: 'response', target: 'no-target', source: 'R6-3.2' }]);
  });
});

describe('R4-4.1 to R4-4.7', () => {
  it('a repair goes from the appointment through seven steps to its end', () => {
    const walked = [initialState(templates.R4).key];
    for (const key of ['assign', 'diagnose', 'quote', 'start-work', 'present', 'accept', 'close']) {
      const answer = transition(templates.R4, walked.at(-1) ?? '', key);
      walked.push('to' in answer ? answer.to : `refused: ${key}`);
    }
    expect(walked).toEqual([
      'appointment',
      'reception',
      'diagnosis',
      'quotation',
      'work',
      'acceptance',
      'feedback',
      'closed',
    ]);
  });

  it('R4-4.4 no work before the contract is signed', () => {
    const leadingToWork = templates.R4.workflow.transitions
      .filter(({ to }) => to === 'work')
      .map(({ key }) => key);
    expect(leadingToWork).toEqual(['start-work', 'rework']);
    expect(transition(templates.R4, 'diagnosis', 'start-work')).toMatchObject({
      reason: 'NOT_FROM_THIS_STATE',
    });
  });

  it('R4-4.6 an objection at acceptance leads back to work', () => {
    expect(transition(templates.R4, 'acceptance', 'rework')).toEqual({ to: 'work' });
  });
});
