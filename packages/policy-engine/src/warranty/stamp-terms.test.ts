import type { WarrantyTerm } from '../policy/index.js';
import { care, decision, machine, policyOf, warranty, whole } from '../testing/warranty.js';
import type { Machine } from './stamp.js';
import { beginStamps, stampRepair, stampTerms } from './stamp-terms.js';

const stampsOf = (terms: readonly WarrantyTerm[], changes: Partial<Machine> = {}) =>
  stampTerms({ ...warranty, terms }, { ...machine, ...changes });

/** Cost class, first and last day of every cover. */
const daysOf = (terms: readonly WarrantyTerm[], changes: Partial<Machine> = {}) =>
  stampsOf(terms, changes).map((stamp) =>
    stamp.state === 'begun'
      ? stamp.covers.map(({ costClass, firstDay, lastDay }) => `${costClass} ${firstDay}..${lastDay}`)
      : `waits for ${stamp.waitsFor.join(', ')}`,
  );

describe('dates that are none', () => {
  it('W1 W22 nothing is stamped by them, and the field is named', () => {
    const shipped = { ...machine, dates: { shipment: '2025-02-30' } };
    expect(() => stampTerms(warranty, shipped)).toThrow('shipment "2025-02-30"');
    const sold = { ...machine, contracts: [{ term: 'care', from: '1 June' }] };
    expect(() => stampTerms(warranty, sold)).toThrow('from "1 June"');
    expect(() => beginStamps([], { receipt: '' })).toThrow('receipt ""');
    expect(() => stampRepair(warranty, { ticket: 'T7', serial: 'M1', on: '2025-13-01' })).toThrow(
      'on "2025-13-01"',
    );
  });
});

describe('terms become stamps', () => {
  it('W1 a stamp holds all that a decision needs, as plain data', () => {
    const [stamp] = stampTerms(warranty, machine);
    expect(JSON.parse(JSON.stringify(stamp))).toEqual({
      id: 'whole/M1',
      state: 'begun',
      scope: 'machine',
      serial: 'M1',
      term: 'whole',
      source: { kind: 'default' },
      coversWearParts: false,
      covers: [
        { costClass: 'parts', percent: 100, months: 12, firstDay: '2025-03-10', lastDay: '2026-03-10' },
        { costClass: 'labour', percent: 100, months: 12, firstDay: '2025-03-10', lastDay: '2026-03-10' },
        { costClass: 'travel', percent: 50, months: 6, firstDay: '2025-03-10', lastDay: '2025-09-10' },
      ],
    });
  });

  it('W1 a policy that changes later changes nothing stamped', () => {
    const stamps = stampTerms(warranty, machine);
    const shorter = { ...whole, covers: [{ costClass: 'parts', percent: 10, months: 1 }] } as const;
    const policy = policyOf({ terms: [shorter] });
    expect(decision('2026-03-10', {}, { policy, stamps })).toMatchObject({ outcome: 'covered', borne: 100 });
  });

  it('W1 a stamp that waits begins by its own months, whatever the policy says by then', () => {
    const waiting = stampsOf([whole], { dates: {} });
    const [begun] = beginStamps(waiting, { acceptance: '2025-08-31' });
    expect(begun).toEqual(stampsOf([whole], { dates: { acceptance: '2025-08-31' } })[0]);
    expect(beginStamps(waiting, { shipment: '2025-08-01' })).toEqual(waiting);
  });

  it('W1 a date learned later does not move what has begun', () => {
    const stamps = stampsOf([{ ...whole, startsAt: ['shipment', 'acceptance'] }]);
    expect(beginStamps(stamps, { shipment: '2024-01-01' })).toEqual(stamps);
  });

  it.each([
    ['shipment', '2025-02-01', '2026-02-01'],
    ['receipt', '2025-02-11', '2026-02-11'],
    ['installation', '2025-02-21', '2026-02-21'],
    ['acceptance', '2025-03-03', '2026-03-03'],
  ] as const)('W2 a term begins at %s if it says so', (basis, first, last) => {
    const dates = {
      shipment: '2025-02-01',
      receipt: '2025-02-11',
      installation: '2025-02-21',
      acceptance: '2025-03-03',
    };
    expect(daysOf([{ ...whole, startsAt: [basis] }], { dates })[0]?.[0]).toBe(`parts ${first}..${last}`);
  });

  it('W2 of two dates the earlier counts, however they are listed', () => {
    const both = { shipment: '2025-02-01', acceptance: '2025-03-03' };
    for (const startsAt of [
      ['shipment', 'acceptance'],
      ['acceptance', 'shipment'],
    ] as const) {
      expect(daysOf([{ ...whole, startsAt }], { dates: both })[0]?.[0]).toBe('parts 2025-02-01..2026-02-01');
      expect(daysOf([{ ...whole, startsAt }], { dates: { acceptance: '2025-03-03' } })[0]?.[0]).toBe(
        'parts 2025-03-03..2026-03-03',
      );
    }
  });

  it('W2 without a date a term has not begun, and says what it waits for', () => {
    expect(daysOf([whole], { dates: { shipment: '2025-02-01' } })).toEqual(['waits for acceptance']);
  });

  it('W3 each class of cost has its own end', () => {
    expect(daysOf([whole])[0]).toEqual([
      'parts 2025-03-10..2026-03-10',
      'labour 2025-03-10..2026-03-10',
      'travel 2025-03-10..2025-09-10',
    ]);
  });

  it('W10 a component has its own term, once for each that the machine has', () => {
    const components = [
      { key: 'membrane', serial: 'X1' },
      { key: 'membrane', serial: 'X2' },
      { key: 'pump' },
    ];
    const stamps = stampTerms(warranty, { ...machine, components });
    expect(stamps.map(({ id }) => id)).toEqual([
      'whole/M1',
      'membrane/M1/membrane/X1',
      'membrane/M1/membrane/X2',
    ]);
  });

  it('a term is for its models only, and a contract only for machines that it was sold for', () => {
    expect(stampsOf([{ ...whole, models: ['TM-200'] }])).toEqual([]);
    expect(stampsOf([{ ...whole, models: ['TM-100'] }])).toHaveLength(1);
    expect(stampTerms(warranty, machine).some(({ scope }) => scope === 'contract')).toBe(false);
  });

  it('a machine has the contract that it was sold, and no other', () => {
    const terms = [care, { ...care, id: 'gold' }];
    expect(stampsOf(terms, { contracts: [{ term: 'gold' }] }).map(({ id }) => id)).toEqual(['gold/M1']);
  });

  it('a contract begins on its own day, and may be sold again', () => {
    const contracts = [
      { term: 'care', from: '2026-03-11' },
      { term: 'care', from: '2027-03-12' },
      { term: 'care' },
    ];
    const sold = stampTerms(warranty, { ...machine, contracts }).filter(({ scope }) => scope === 'contract');
    expect(
      sold.map(({ id, covers: [cover] }) => [id, cover && 'lastDay' in cover ? cover.lastDay : 'waits']),
    ).toEqual([
      ['care/M1/2026-03-11', '2027-03-11'],
      ['care/M1/2027-03-12', '2028-03-12'],
      ['care/M1', '2026-03-10'],
    ]);
  });

  it('W22 a term ends by calendar months, safe at their ends', () => {
    const from = (acceptance: string) => daysOf([whole], { dates: { acceptance } })[0]?.[2];
    expect(from('2025-08-31')).toBe('travel 2025-08-31..2026-02-28');
    expect(from('2023-08-31')).toBe('travel 2023-08-31..2024-02-29');
    expect(from('2025-08-28')).toBe('travel 2025-08-28..2026-02-28');
  });
});

describe('W9 a repair carries its own warranty', () => {
  const done = { ticket: 'T7', serial: 'M1', component: { key: 'pump' }, on: '2026-05-31' };

  it('W9 R4-5.2 begins on the day of completion, with its own months and its ticket', () => {
    const [stamp, ...more] = stampRepair(warranty, done);
    expect(more).toEqual([]);
    expect(stamp).toMatchObject({ id: 'repair:T7/M1/pump', scope: 'repair', ticket: 'T7', state: 'begun' });
    expect(stamp?.covers[0]).toMatchObject({ firstDay: '2026-05-31', lastDay: '2026-08-31' });
  });

  it('W9 no rule, no warranty', () => {
    const { repair: _, ...silent } = warranty;
    expect(stampRepair(silent, done)).toEqual([]);
  });
});
