import type { Circumstances, RuleConditions } from './conditions.js';
import { failing, holds } from './holds.js';

const ticket: Circumstances = { requestType: 'repair', severity: 'major', region: 'unknown' };

describe('conditions', () => {
  const cases: [name: string, when: RuleConditions, fails: string[]][] = [
    ['none named always hold', {}, []],
    ['one value of several suffices', { requestTypes: ['training', 'repair'] }, []],
    ['every one named must hold', { requestTypes: ['repair'], severities: ['general'] }, ['severity']],
    [
      'all that fail are named',
      { requestTypes: ['parts'], severities: ['general'] },
      ['requestType', 'severity'],
    ],
    [
      'what is unknown fulfils none',
      { coverages: ['undecided'], channels: ['hotline'] },
      ['channel', 'coverage'],
    ],
    ['an unknown region is one that a rule may name', { regions: ['unknown'] }, []],
  ];

  it.each(cases)('%s', (_name, when, fails) => {
    expect(failing(when, ticket)).toEqual(fails);
    expect(holds(when, ticket)).toBe(fails.length === 0);
  });
});
