import type { Zone } from '../calendar/index.js';
import {
  care,
  decision,
  decisions,
  machine,
  policyOf,
  verdictOf,
  verdictsOf,
  warranty,
  whole,
} from '../testing/warranty.js';
import { coverageOf } from './decide-charges.js';
import { stampTerms } from './stamp-terms.js';

const ofMembrane = { component: { key: 'membrane', serial: 'X1' } };
const withContract = { ...machine, contracts: [{ term: 'care', from: '2025-06-01' }] };
const contractStamps = stampTerms(warranty, withContract);

describe('what cannot be computed on', () => {
  const line = { id: 'l1', costClass: 'parts' } as const;
  it('W6 A7 a report at no moment', () => {
    expect(() => decisions('2026-01-10', [line], { reportedAt: NaN })).toThrow('reportedAt NaN');
    expect(() => decisions('2026-01-10', [line], { reportedAt: 0.5 })).toThrow('reportedAt 0.5');
  });

  it('W5 two lines of one id', () => {
    expect(() => decisions('2026-01-10', [line, { ...line, costClass: 'labour' }])).toThrow(RangeError);
  });

  it('W1 stamps with days that are none', () => {
    const stamps = stampTerms(warranty, machine).map((stamp) =>
      stamp.state === 'begun'
        ? { ...stamp, covers: stamp.covers.map((cover) => ({ ...cover, lastDay: '2026-02-29' })) }
        : stamp,
    );
    expect(() => decisions('2026-01-10', [line], { stamps })).toThrow('lastDay "2026-02-29"');
  });
});

describe('who bears a line', () => {
  it('W3 parts, labour and travel each have their own percentage and end', () => {
    const lines = (['parts', 'labour', 'travel'] as const).map((costClass) => ({ id: costClass, costClass }));
    const shares = (day: string) => decisions(day, lines).map(({ outcome, asked }) => [outcome, asked]);
    expect(shares('2025-09-10')).toEqual([
      ['covered', 0],
      ['covered', 0],
      ['shared', 50],
    ]);
    expect(shares('2025-09-11')).toEqual([
      ['covered', 0],
      ['covered', 0],
      ['charged', 100],
    ]);
  });

  it('W5 every line has its own decision and reasons', () => {
    const [plain, wearing] = decisions('2026-01-10', [
      { id: 'a', costClass: 'parts', part: 'shaft' },
      { id: 'b', costClass: 'parts', part: 'pick' },
    ]);
    expect(plain).toEqual({
      line: 'a',
      outcome: 'covered',
      borne: 100,
      goodwill: null,
      asked: 0,
      price: null,
      cover: { stamp: 'whole/M1', lastDay: '2026-03-10' },
      routes: [],
      reasons: [
        {
          stamp: 'whole/M1',
          scope: 'machine',
          code: 'BEARS',
          percent: 100,
          lastDay: '2026-03-10',
          unread: null,
        },
        {
          stamp: 'membrane/M1/membrane/X1',
          scope: 'component',
          code: 'OTHER_COMPONENT',
          component: { key: 'membrane', serial: 'X1' },
        },
      ],
      overridden: null,
    });
    expect(wearing).toMatchObject({ line: 'b', outcome: 'charged', borne: 0, asked: 100, cover: null });
  });

  it('W6 the day of the report decides, and stands in the result', () => {
    expect(decision('2026-03-10').outcome).toBe('covered');
    const late = decision('2026-03-11');
    expect(late.outcome).toBe('charged');
    expect(verdictOf(late, 'whole/M1')).toMatchObject({
      code: 'EXPIRED',
      lastDay: '2026-03-10',
      reportedOn: '2026-03-11',
    });
  });

  it('W7 R5-6.1 expired is no refusal: a quotation and goodwill stay open', () => {
    expect(decision('2036-01-01')).toMatchObject({
      outcome: 'charged',
      routes: ['quotation', 'goodwill'],
      price: { basis: 'cost-fee' },
    });
    expect(decision('2025-09-10', { costClass: 'travel' }).routes).toEqual(['quotation', 'goodwill']);
  });

  it('W22 the last day is included, in the zone of the site', () => {
    // 23:30 in Urumqi on the last day, 01:30 of the day after in Shanghai
    const reportedAt = Date.parse('2026-03-10T23:30:00+06:00');
    const urumqi: Zone = { name: 'Asia/Urumqi', offsets: [{ from: 0, minutes: 360 }] };
    expect(decision('2026-03-10', {}, { reportedAt, zone: urumqi }).outcome).toBe('covered');
    expect(decision('2026-03-10', {}, { reportedAt }).outcome).toBe('charged');
    const midnight = Date.parse('2026-03-11T00:00:00+06:00');
    expect(decision('2026-03-10', {}, { reportedAt: midnight, zone: urumqi }).outcome).toBe('charged');
  });

  it('a term that has not begun bears nothing, and says what it waits for or when it begins', () => {
    const stamps = stampTerms(warranty, { ...machine, dates: {} });
    expect(verdictOf(decision('2025-05-01', {}, { stamps }), 'whole/M1')).toMatchObject({
      code: 'NOT_BEGUN',
      waitsFor: ['acceptance'],
    });
    expect(verdictOf(decision('2025-03-09'), 'whole/M1')).toMatchObject({
      code: 'NOT_BEGUN',
      firstDay: '2025-03-10',
      reportedOn: '2025-03-09',
    });
    expect(decision('2025-03-10').outcome).toBe('covered');
  });

  it('a class of cost that no cover names is charged', () => {
    const line = { costClass: 'travel', ...ofMembrane } as const;
    expect(verdictOf(decision('2025-10-01', line), 'membrane/M1/membrane/X1')).toMatchObject({
      code: 'COST_CLASS_NOT_COVERED',
      costClass: 'travel',
    });
  });

  it('stamps of other machines are not looked at', () => {
    const stamps = stampTerms(warranty, { ...machine, serial: 'M9' });
    expect(decision('2025-10-01', {}, { stamps })).toMatchObject({ outcome: 'charged', reasons: [] });
  });
});

describe('W16 several covers', () => {
  it('W16 the order of the policy decides, and the later ones are named', () => {
    const found = decision('2025-10-01', {}, { stamps: contractStamps });
    expect(found.cover?.stamp).toBe('whole/M1');
    expect(verdictsOf(found)).toEqual([
      'whole/M1: BEARS',
      'care/M1/2025-06-01: LATER_IN_ORDER',
      'membrane/M1/membrane/X1: OTHER_COMPONENT',
    ]);
    const policy = policyOf({ order: ['contract', 'repair', 'component', 'machine'] });
    expect(decision('2025-10-01', {}, { stamps: contractStamps, policy })).toMatchObject({
      cover: { stamp: 'care/M1/2025-06-01' },
      borne: 80,
      outcome: 'shared',
    });
  });

  it('W16 of one scope the better percent counts, then the later end, then the id', () => {
    const contract = (id: string, percent: number, months: number) => ({
      ...care,
      id,
      covers: [{ costClass: 'parts' as const, percent, months }],
    });
    const bearing = (...terms: ReturnType<typeof contract>[]) => {
      const contracts = terms.map(({ id }) => ({ term: id }));
      const stamps = stampTerms({ ...warranty, terms }, { ...machine, contracts });
      return decision('2025-10-01', {}, { stamps }).cover?.stamp;
    };
    expect(bearing(contract('a', 50, 36), contract('b', 60, 12))).toBe('b/M1');
    expect(bearing(contract('a', 50, 12), contract('b', 50, 36))).toBe('b/M1');
    expect(bearing(contract('b', 50, 12), contract('a', 50, 12))).toBe('a/M1');
  });

  it('W16 covers are not added up', () => {
    const stamps = stampTerms(
      {
        ...warranty,
        terms: [
          { ...care, id: 'a' },
          { ...care, id: 'b' },
        ],
      },
      {
        ...machine,
        contracts: [{ term: 'a' }, { term: 'b' }],
      },
    );
    expect(decision('2025-10-01', {}, { stamps })).toMatchObject({ borne: 80, asked: 20 });
  });
});

describe('W17 apart from the warranty', () => {
  it('W17 training and maintenance never use up a warranty', () => {
    const found = decision('2025-10-01', {}, { circumstances: { requestType: 'training' } });
    expect(found).toMatchObject({ outcome: 'charged', cover: null, price: { basis: 'list' } });
    expect(verdictsOf(found)).toEqual(['membrane/M1/membrane/X1: APART', 'whole/M1: APART']);
  });
});

describe('the price of what is left', () => {
  it('R7-5.3 within the warranty a repair is free, outside it the policy’s price is asked', () => {
    expect(decision('2026-03-10')).toMatchObject({ asked: 0, price: null });
    expect(decision('2026-03-11')).toMatchObject({ asked: 100, price: { basis: 'cost-fee' } });
  });

  it('names the rule, and those that lost', () => {
    expect(decision('2026-03-11').price).toEqual({
      basis: 'cost-fee',
      rule: { id: 'cost-fee', source: { kind: 'clause', clause: 'R1-C7' } },
      losing: [{ rule: { id: 'list', source: { kind: 'default' } }, reason: 'LESS_SPECIFIC' }],
    });
  });

  it('may depend on the class of cost, and on whether a part was borne', () => {
    const source = whole.source;
    const policy = policyOf({
      prices: [
        ...warranty.prices,
        { id: 'a', when: {}, costClasses: ['travel'], rank: 1, basis: 'list', source },
        { id: 'b', when: { coverages: ['shared'] }, rank: 2, basis: 'waived', source },
      ],
    });
    expect(decision('2026-03-11', {}, { policy }).price?.rule.id).toBe('cost-fee');
    expect(decision('2026-03-11', { costClass: 'travel' }, { policy }).price?.rule.id).toBe('a');
    // half is borne, and the maker asks nothing for the other half
    expect(decision('2025-09-10', { costClass: 'travel' }, { policy })).toMatchObject({
      borne: 50,
      asked: 0,
      outcome: 'waived',
      routes: [],
      price: { basis: 'waived', rule: { id: 'b' } },
    });
  });

  it('is unknown where no rule holds, and the line is charged all the same', () => {
    expect(decision('2026-03-11', {}, { policy: policyOf({ prices: [] }) })).toMatchObject({
      outcome: 'charged',
      price: null,
    });
  });
});

describe('a ticket as a whole', () => {
  const coverage = (day: string, ...costClasses: ('parts' | 'travel')[]) =>
    coverageOf(
      decisions(
        day,
        costClasses.map((costClass) => ({ id: costClass, costClass })),
      ),
    );

  it('is covered, charged or shared as its lines are', () => {
    expect(coverage('2025-09-10', 'parts')).toBe('covered');
    expect(coverage('2025-09-10', 'parts', 'travel')).toBe('shared');
    expect(coverage('2025-09-11', 'parts', 'travel')).toBe('shared');
    expect(coverage('2026-03-11', 'parts', 'travel')).toBe('charged');
    expect(coverage('2026-03-11')).toBe('undecided');
  });

  it('cannot be decided by a policy that says nothing about warranty', () => {
    const { warranty: _, ...policy } = policyOf();
    expect(() => decision('2026-03-11', {}, { policy })).toThrow('Policy R4 says nothing about warranty');
  });
});
