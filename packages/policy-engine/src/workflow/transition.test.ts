import type { Policy } from '../policy/index.js';
import { policyWith, responseRule } from '../testing/index.js';
import { initialState, transition } from './transition.js';

const policy = policyWith(responseRule);

describe('workflow', () => {
  it('a ticket begins in the initial state', () => {
    expect(initialState(policy)).toEqual({
      key: 'reported',
      label: { zh: '待受理', en: 'Reported' },
      category: 'open',
    });
  });

  it('a policy without its initial state is not used silently', () => {
    const broken: Policy = { ...policy, workflow: { ...policy.workflow, initial: 'nowhere' } };
    expect(() => initialState(broken)).toThrow('no state "nowhere"');
  });

  const table: [state: string, leadsTo: Record<string, string>][] = [
    ['reported', { assign: 'work' }],
    ['work', { present: 'acceptance', close: 'closed' }],
    ['acceptance', { rework: 'work', close: 'closed' }],
    ['closed', {}],
  ];
  const keys = policy.workflow.transitions.map(({ key }) => key);
  const pairs = table.flatMap(([state, leadsTo]) => keys.map((key) => ({ state, key, leadsTo })));

  it.each(pairs)('$state × $key', ({ state, key, leadsTo }) => {
    const to = leadsTo[key];
    const expected = to ? { to } : { reason: 'NOT_FROM_THIS_STATE', allowed: Object.keys(leadsTo) };
    expect(transition(policy, state, key)).toEqual(expected);
  });

  it('the table above names every state', () => {
    expect(table.map(([state]) => state)).toEqual(policy.workflow.states.map(({ key }) => key));
  });

  it('names what is unknown', () => {
    expect(transition(policy, 'work', 'fly')).toEqual({
      reason: 'UNKNOWN_TRANSITION',
      allowed: ['present', 'close'],
    });
    expect(transition(policy, 'limbo', 'assign')).toEqual({ reason: 'UNKNOWN_STATE', allowed: [] });
  });
});
