import { decision, decisions, machine, noon, policyOf, shanghai, warranty } from '../testing/warranty.js';
import type { Adjustment, ChargeInput } from './charge.js';
import { decideCharges } from './decide-charges.js';
import { stampTerms } from './stamp-terms.js';

const approver = { id: 'head-1', roles: ['engineer', 'service-head'] };
const adjust = (percent: number, changes: Partial<Adjustment> = {}): Adjustment => ({
  line: 'l1',
  percent,
  why: 'Failed on the first day of use',
  by: 'desk-1',
  approver,
  ...changes,
});

const result = (changes: Partial<ChargeInput>) =>
  decideCharges({
    policy: policyOf(),
    stamps: stampTerms(warranty, machine),
    machine,
    reportedAt: noon('2026-03-11'),
    zone: shanghai,
    circumstances: { requestType: 'repair' },
    lines: [{ id: 'l1', costClass: 'parts' }],
    ...changes,
  });

describe('W5 overriding', () => {
  it('W5 a charged line becomes borne, and keeps what it was, why and by whose leave', () => {
    const found = decision('2026-03-11', {}, { overrides: [adjust(100)] });
    expect(found).toMatchObject({
      outcome: 'covered',
      borne: 100,
      asked: 0,
      cover: null,
      price: null,
      overridden: {
        was: { outcome: 'charged', borne: 0 },
        by: 'desk-1',
        why: 'Failed on the first day of use',
        approver,
      },
    });
    expect(found.reasons.some(({ code }) => code === 'EXPIRED')).toBe(true);
  });

  it('W5 a covered line becomes charged, and uses no warranty', () => {
    expect(decision('2026-03-10', {}, { overrides: [adjust(0)] })).toMatchObject({
      outcome: 'charged',
      asked: 100,
      cover: null,
      price: { basis: 'cost-fee' },
      routes: ['quotation', 'goodwill'],
      overridden: { was: { outcome: 'covered', borne: 100 } },
    });
  });

  it('W5 a share may be overridden too, and the cover stays', () => {
    expect(decision('2026-03-10', {}, { overrides: [adjust(70)] })).toMatchObject({
      outcome: 'shared',
      borne: 70,
      asked: 30,
      cover: { stamp: 'whole/M1' },
    });
  });

  it('W5 only the line that it names is overridden', () => {
    const lines = [
      { id: 'l1', costClass: 'parts' },
      { id: 'l2', costClass: 'parts' },
    ] as const;
    const found = decisions('2026-03-11', lines, { overrides: [adjust(100)] });
    expect(found.map(({ outcome }) => outcome)).toEqual(['covered', 'charged']);
  });
});

describe('W7 goodwill', () => {
  it('W7 R5-6.1 waives a charge without using a warranty', () => {
    expect(decision('2026-03-11', {}, { goodwill: [adjust(100)] })).toMatchObject({
      outcome: 'waived',
      borne: 0,
      asked: 0,
      cover: null,
      routes: [],
      goodwill: { percent: 100, why: 'Failed on the first day of use', approver },
      overridden: null,
    });
  });

  it('W7 waives a part of it', () => {
    expect(decision('2026-03-11', {}, { goodwill: [adjust(30)] })).toMatchObject({
      outcome: 'shared',
      asked: 70,
      goodwill: { percent: 30 },
      price: { basis: 'cost-fee' },
    });
  });

  it('W7 never waives more than is left', () => {
    const travel = { costClass: 'travel' } as const;
    expect(decision('2025-09-10', travel, { goodwill: [adjust(80)] })).toMatchObject({
      outcome: 'waived',
      borne: 50,
      goodwill: { percent: 50 },
    });
    expect(decision('2025-09-10', {}, { goodwill: [adjust(80)] })).toMatchObject({
      outcome: 'covered',
      goodwill: null,
    });
  });
});

describe('W5 what an override or goodwill lacks', () => {
  const { approver: _, ...unapproved } = adjust(100);
  const roles = ['service-head'];
  it.each([
    ['no reason', adjust(100, { why: ' ' }), [{ code: 'WHY' }]],
    ['nobody who approves', unapproved, [{ code: 'APPROVER', roles }]],
    [
      'an approver without the role',
      adjust(100, { approver: { id: 'e', roles: ['engineer'] } }),
      [{ code: 'APPROVER', roles }],
    ],
    [
      'an approver without a name',
      adjust(100, { approver: { ...approver, id: '' } }),
      [{ code: 'APPROVER', roles }],
    ],
    [
      'an approver with a blank name',
      adjust(100, { approver: { ...approver, id: ' ' } }),
      [{ code: 'APPROVER', roles }],
    ],
    ['nobody who asks for it', adjust(100, { by: ' ' }), [{ code: 'BY' }]],
    ['R5-4.3 whoever approves their own', adjust(100, { by: approver.id }), [{ code: 'OWN_MATTER' }]],
    ['a line that is not there', adjust(100, { line: 'l9' }), [{ code: 'LINE' }]],
    ['more than all', adjust(101), [{ code: 'PERCENT' }]],
    ['less than nothing', adjust(-1), [{ code: 'PERCENT' }]],
    ['no whole percent', adjust(33.3), [{ code: 'PERCENT' }]],
    ['all at once', { ...unapproved, why: '' }, [{ code: 'WHY' }, { code: 'APPROVER', roles }]],
  ])('W5 %s is refused, and nothing is decided', (_name, adjustment, missing) => {
    for (const [kind, list] of [
      ['override', 'overrides'],
      ['goodwill', 'goodwill'],
    ] as const)
      expect(result({ [list]: [adjustment] })).toEqual({ refusals: [{ kind, at: 0, missing }] });
  });

  it('W5 a line may be overridden once', () => {
    expect(result({ overrides: [adjust(100), adjust(0), adjust(0)] })).toEqual({
      refusals: [
        { kind: 'override', at: 1, missing: [{ code: 'TWICE' }] },
        { kind: 'override', at: 2, missing: [{ code: 'TWICE' }] },
      ],
    });
    expect(result({ overrides: [adjust(0)], goodwill: [adjust(50)] })).toMatchObject({
      judgedOn: '2026-03-11',
    });
  });

  it('W5 nobody has to approve anything for a line that is not there', () => {
    const adjustment = { ...unapproved, line: 'l9', why: '' };
    expect(result({ goodwill: [adjustment, adjustment] })).toEqual({
      refusals: [0, 1].map((at) => ({
        kind: 'goodwill',
        at,
        missing: [{ code: 'LINE' }, { code: 'WHY' }],
      })),
    });
  });

  it('W7 goodwill of nothing is none', () => {
    expect(result({ goodwill: [adjust(0)] })).toEqual({
      refusals: [{ kind: 'goodwill', at: 0, missing: [{ code: 'PERCENT' }] }],
    });
  });

  it('W6 the answer names the day by which it was judged', () => {
    expect(result({})).toMatchObject({ judgedOn: '2026-03-11' });
  });
});
