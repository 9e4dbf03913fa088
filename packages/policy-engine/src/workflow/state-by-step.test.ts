import type { Fact } from '../facts/index.js';
import { asked, decided, entered, ownedBy, workshop, wroteDown } from '../testing/workshop.js';
import { transition } from './transition.js';

/** Asked by somebody who may take every step, for a major fault that is charged. */
function take(state: string, step: string, facts: readonly Fact[] = []) {
  const circumstances = { requestType: 'repair', severity: 'major', coverage: 'charged' } as const;
  const actor = { id: 'wang', roles: ['desk', 'engineer'] };
  return transition({
    policy: workshop,
    state,
    circumstances,
    facts,
    actor,
    openChildren: 0,
    now: 100,
    step,
  });
}

describe('state × step', () => {
  const contract = 'RECORD contract-signed';
  const closing = 'RECORD explained, OWNER';
  /** Without facts: where each step leads, or what is missing. */
  const bare: Record<string, Record<string, string>> = {
    appointment: { assign: 'reception', cancel: 'cancelled' },
    reception: { diagnose: 'diagnosis', answer: 'feedback', cancel: 'cancelled' },
    diagnosis: { quote: 'quotation', answer: 'feedback', cancel: 'cancelled' },
    quotation: { 'start-work': `${contract}, APPROVAL treatment`, cancel: 'cancelled' },
    work: { present: 'RECORD tested' },
    acceptance: { rework: 'work', accept: 'RECORD accepted' },
    feedback: { close: closing },
    closed: { resume: 'work' },
    cancelled: {},
  };
  /** The same with everything written down, approved and owned. */
  const served: typeof bare = {
    ...bare,
    quotation: { 'start-work': 'work', cancel: 'cancelled' },
    work: { present: 'acceptance' },
    acceptance: { rework: 'work', accept: 'feedback' },
    feedback: { close: 'closed' },
  };
  const facts: Fact[] = [
    entered(50, 'work'),
    ...['contract-signed', 'tested', 'accepted', 'explained'].map((record) => wroteDown(60, record)),
    asked(60, 'treatment'),
    decided(70, 'treatment', 'given', 'li/head'),
    ownedBy(60, 'wang'),
  ];
  const keys = workshop.workflow.transitions.map(({ key }) => key);
  const pairs = [
    { table: 'bare', expected: bare, facts: [] },
    { table: 'served', expected: served, facts },
  ].flatMap(({ table, expected, facts }) =>
    Object.entries(expected).flatMap(([state, leadsTo]) =>
      keys.map((key) => ({ table, state, key, facts, expected: leadsTo[key] ?? 'NOT_FROM_THIS_STATE' })),
    ),
  );

  it.each(pairs)('$table: $state × $key', ({ state, key, facts, expected }) => {
    const answer = take(state, key, facts);
    const told =
      'to' in answer
        ? answer.to
        : answer.missing
            .map((each) => [each.kind, 'record' in each && each.record, 'approval' in each && each.approval])
            .map((words) => words.filter(Boolean).join(' '))
            .join(', ') || answer.reason;
    expect(told).toBe(expected);
  });

  it('the tables name every state', () => {
    const states = workshop.workflow.states.map(({ key }) => key);
    expect(Object.keys(bare)).toEqual(states);
    expect(Object.keys(served)).toEqual(states);
  });

  it('names what is unknown, and the steps that are possible', () => {
    expect(take('diagnosis', 'fly')).toEqual({
      reason: 'UNKNOWN_TRANSITION',
      allowed: ['quote', 'answer', 'cancel'],
      missing: [],
    });
    expect(take('limbo', 'assign')).toEqual({ reason: 'UNKNOWN_STATE', allowed: [], missing: [] });
    expect(take('quotation', 'assign')).toEqual({
      reason: 'NOT_FROM_THIS_STATE',
      allowed: ['cancel'],
      missing: [],
    });
  });
});
