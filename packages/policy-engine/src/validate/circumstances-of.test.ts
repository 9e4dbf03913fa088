import type { RuleConditions } from '../policy/index.js';
import { full, sound } from '../testing/full-policy.js';
import { circumstancesOf } from './circumstances-of.js';

describe('the cases that rules can tell apart', () => {
  const casesOf = (...whens: RuleConditions[]) =>
    circumstancesOf(
      { ...sound, severity: full.severity },
      whens.map((when) => ({ when })),
    );

  it('is one when no rule has conditions', () => {
    expect(casesOf({}, {})).toEqual([
      { requestType: 'repair', severity: 'general', region: 'in-province', coverage: 'covered' },
    ]);
  });

  it('has one value of each sort, and one that nobody names', () => {
    const cases = casesOf({ channels: ['hotline', 'mail'] }, { regions: ['special'], channels: ['mail'] });
    expect(cases?.map(({ channel, region }) => [channel, region])).toEqual([
      ['hotline', 'in-province'],
      ['mail', 'in-province'],
      [undefined, 'in-province'],
      ['hotline', 'special'],
      ['mail', 'special'],
      [undefined, 'special'],
    ]);
  });

  it('knows no class of severity beyond those of the policy', () => {
    expect(casesOf({ severities: ['general', 'major'] })).toHaveLength(1);
    expect(casesOf({ severities: ['major'] })).toHaveLength(2);
  });
});
