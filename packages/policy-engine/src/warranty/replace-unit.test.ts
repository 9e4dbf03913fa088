import type { WarrantyPolicy } from '../policy/index.js';
import { care, decision, machine, membrane, warranty, whole } from '../testing/warranty.js';
import { replaceUnit } from './replace-unit.js';
import type { Replacement } from './replace-unit.js';
import { beginStamps, stampRepair, stampTerms } from './stamp-terms.js';

const newMachine: Replacement = { oldSerial: 'M1', newSerial: 'M2', on: '2025-12-01' };
const newMembrane: Replacement = {
  oldSerial: 'X1',
  newSerial: 'X2',
  component: 'membrane',
  on: '2025-05-20',
};

const under = (replacement: Partial<WarrantyPolicy['replacement']>): WarrantyPolicy => ({
  ...warranty,
  replacement: { ...warranty.replacement, ...replacement },
});

/** First cover of each new stamp. */
const heirsOf = (policy: WarrantyPolicy, unit: Replacement, stamps = stampTerms(policy, machine)) =>
  replaceUnit(policy, stamps, unit)
    .filter(({ replaces }) => replaces)
    .map(({ id, covers: [cover] }) =>
      cover && 'lastDay' in cover
        ? `${id} ${cover.percent}% ${cover.firstDay}..${cover.lastDay}`
        : `${id} waits`,
    );

describe('W8 a replaced unit', () => {
  it('W8 a replaced unit takes the rest of the old term', () => {
    expect(heirsOf(under({ term: 'rest' }), newMachine)).toEqual([
      'whole/M1@2025-12-01 100% 2025-12-01..2026-03-10',
      'membrane/M1/membrane/X1@2025-12-01 100% 2025-12-01..2025-06-10',
    ]);
  });

  it('W8 a replaced unit takes a new term', () => {
    expect(heirsOf(under({ term: 'new' }), newMembrane)).toEqual([
      'membrane/M1/membrane/X1@2025-05-20 100% 2025-05-20..2025-08-20',
    ]);
  });

  it('W8 a new term may be of its own length', () => {
    const covers = [{ costClass: 'parts', percent: 60, months: 6 }] as const;
    expect(heirsOf(under({ term: 'new', covers }), newMembrane)).toEqual([
      'membrane/M1/membrane/X1@2025-05-20 60% 2025-05-20..2025-11-20',
    ]);
  });

  it('W8 a replaced unit takes the longer, class by class of cost', () => {
    const covers = [
      { costClass: 'parts', percent: 60, months: 3 },
      { costClass: 'travel', percent: 60, months: 3 },
    ] as const;
    const policy = under({ term: 'longer', covers });
    const [heir] = replaceUnit(policy, stampTerms(policy, machine), newMachine).filter(
      ({ replaces }) => replaces?.stamp === 'whole/M1',
    );
    expect(heir?.covers).toEqual([
      // the rest ends on 10 March 2026, a new term on 1 March
      { costClass: 'parts', percent: 100, months: 12, firstDay: '2025-12-01', lastDay: '2026-03-10' },
      { costClass: 'labour', percent: 100, months: 12, firstDay: '2025-12-01', lastDay: '2026-03-10' },
      // the old one ended on 10 September 2025
      { costClass: 'travel', percent: 60, months: 3, firstDay: '2025-12-01', lastDay: '2026-03-01' },
    ]);
  });

  it('W8 of two that end on one day it takes the better percent', () => {
    const covers = [{ costClass: 'parts', percent: 80, months: 3 }] as const;
    const half = { ...whole, covers: [{ costClass: 'parts', percent: 50, months: 12 }] } as const;
    const policy = { ...under({ term: 'longer', covers }), terms: [half] };
    expect(heirsOf(policy, { ...newMachine, on: '2025-12-10' })).toEqual([
      'whole/M1@2025-12-10 80% 2025-12-10..2026-03-10',
    ]);
  });

  it('W8 both serials are kept, and nothing is deleted', () => {
    const before = stampTerms(warranty, machine);
    const after = replaceUnit(warranty, before, newMembrane);
    expect(after).toHaveLength(3);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).toEqual({ ...before[1], replaced: { by: 'X2', on: '2025-05-20' } });
    expect(after[2]).toMatchObject({
      serial: 'M1',
      component: { key: 'membrane', serial: 'X2' },
      replaces: { stamp: 'membrane/M1/membrane/X1', serial: 'X1', on: '2025-05-20' },
    });
  });

  it('W8 from the day after, the old unit is not covered any more and the new one is', () => {
    const stamps = replaceUnit(warranty, stampTerms(warranty, machine), newMembrane);
    const part = { component: { key: 'membrane' } };
    expect(decision('2025-05-19', part, { stamps }).cover?.stamp).toBe('membrane/M1/membrane/X1');
    const onTheDay = { component: { key: 'membrane', serial: 'X1' } };
    expect(decision('2025-05-20', onTheDay, { stamps }).cover?.stamp).toBe('membrane/M1/membrane/X1');
    expect(decision('2025-05-21', part, { stamps })).toMatchObject({
      cover: { stamp: 'membrane/M1/membrane/X1@2025-05-20', lastDay: '2025-06-10' },
    });
  });

  it('W8 a machine replaced twice keeps the whole chain', () => {
    const once = replaceUnit(warranty, stampTerms({ ...warranty, terms: [whole] }, machine), newMachine);
    const twice = replaceUnit(warranty, once, { oldSerial: 'M2', newSerial: 'M3', on: '2026-01-15' });
    expect(twice.map(({ serial, replaced }) => [serial, replaced?.by])).toEqual([
      ['M1', 'M2'],
      ['M2', 'M3'],
      ['M3', undefined],
    ]);
    expect(twice[2]).toMatchObject({ covers: [{ lastDay: '2026-03-10' }, {}, {}] });
    // what was replaced cannot be replaced again
    expect(replaceUnit(warranty, twice, newMachine)).toEqual(twice);
  });

  it('W8 a component without a term of its own takes it from the machine, which keeps its own', () => {
    const contracts = [{ term: 'care', from: '2026-02-01' }];
    const stamps = stampTerms({ ...warranty, terms: [whole, care] }, { ...machine, contracts });
    const pump = { oldSerial: 'P1', newSerial: 'P2', component: 'pump', on: '2025-12-01' };
    const after = replaceUnit(under({ term: 'new' }), stamps, pump);
    expect(after.slice(0, 2)).toEqual(stamps);
    expect(after).toHaveLength(3);
    expect(after[2]).toMatchObject({
      id: 'whole/M1/pump/P2@2025-12-01',
      scope: 'component',
      component: { key: 'pump', serial: 'P2' },
      covers: [{ lastDay: '2026-12-01' }, {}, {}],
    });
    // a line of a report before the replacement is still the machine's
    const line = { component: { key: 'pump' } };
    expect(decision('2025-11-30', line, { stamps: after }).cover?.stamp).toBe('whole/M1');
    expect(decision('2026-12-01', line, { stamps: after }).outcome).toBe('covered');
  });

  it('W8 another unit of the same kind keeps its term', () => {
    const components = [
      { key: 'membrane', serial: 'X1' },
      { key: 'membrane', serial: 'X9' },
    ];
    const stamps = stampTerms({ ...warranty, terms: [membrane] }, { ...machine, components });
    const after = replaceUnit(warranty, stamps, newMembrane);
    expect(after.map(({ component, replaced }) => [component?.serial, replaced?.by])).toEqual([
      ['X1', 'X2'],
      ['X9', undefined],
      ['X2', undefined],
    ]);
  });

  it('W8 a contract is not prolonged, and a term that waits goes on waiting', () => {
    const owned = { ...machine, contracts: [{ term: 'care', from: '2025-06-01' }] };
    const sold = stampTerms({ ...warranty, terms: [care] }, owned);
    expect(heirsOf(under({ term: 'new' }), newMachine, sold)).toEqual([
      'care/M1/2025-06-01@2025-12-01 80% 2025-12-01..2026-06-01',
    ]);
    const waiting = stampTerms({ ...warranty, terms: [whole] }, { ...machine, dates: {} });
    expect(heirsOf(under({ term: 'new' }), newMachine, waiting)).toEqual(['whole/M1@2025-12-01 waits']);
    const begun = beginStamps(replaceUnit(warranty, waiting, newMachine), { acceptance: '2026-01-10' });
    expect(begun.map(({ serial, state }) => [serial, state])).toEqual([
      ['M1', 'waiting'],
      ['M2', 'begun'],
    ]);
  });

  it('W8 a term that begins later keeps its first day', () => {
    const owned = { ...machine, contracts: [{ term: 'care', from: '2026-01-01' }] };
    const sold = stampTerms({ ...warranty, terms: [care] }, owned);
    expect(heirsOf(warranty, newMachine, sold)).toEqual([
      'care/M1/2026-01-01@2025-12-01 80% 2026-01-01..2027-01-01',
    ]);
  });

  it('W8 what replaces a repaired component keeps the warranty of the repair', () => {
    const repaired = stampRepair(warranty, {
      ticket: 'T7',
      serial: 'M1',
      component: { key: 'pump', serial: 'P1' },
      on: '2026-05-31',
    });
    const pump = { oldSerial: 'P1', newSerial: 'P2', component: 'pump', on: '2026-07-01' };
    expect(heirsOf(warranty, pump, repaired)).toEqual([
      'repair:T7/M1/pump/P1@2026-07-01 100% 2026-07-01..2026-08-31',
    ]);
  });
});

describe('W8 W10 a machine that is replaced with its components', () => {
  it('W10 the terms of its components go on, each for the component that came new', () => {
    const replaced = replaceUnit(under({ term: 'new' }), stampTerms(warranty, machine), newMachine);
    const fitted = { ...newMembrane, on: newMachine.on };
    expect(heirsOf(under({ term: 'new' }), fitted, replaced).slice(-1)).toEqual([
      'membrane/M1/membrane/X1@2025-12-01@2025-12-01 100% 2025-12-01..2026-03-01',
    ]);
    const last = replaceUnit(under({ term: 'new' }), replaced, fitted).at(-1);
    expect(last).toMatchObject({ serial: 'M2', component: { key: 'membrane', serial: 'X2' } });
  });

  it('W8 on a day that is none nothing is replaced', () => {
    expect(() => replaceUnit(warranty, [], { ...newMachine, on: '2025-02-29' })).toThrow('on "2025-02-29"');
    const stamps = stampTerms(warranty, machine).map((stamp) =>
      stamp.state === 'begun'
        ? { ...stamp, covers: stamp.covers.map((cover) => ({ ...cover, firstDay: '10 March' })) }
        : stamp,
    );
    expect(() => replaceUnit(warranty, stamps, newMachine)).toThrow('firstDay "10 March"');
  });
});

describe('W11 meters of a replaced unit', () => {
  const metered = { ...whole, meter: { key: 'hours', limit: 5_000 } };
  const meters = { hours: 3_000 };
  const untilOf = (term: 'rest' | 'new' | 'longer', unit: Replacement) => {
    const stamps = stampTerms({ ...warranty, terms: [metered] }, machine);
    return replaceUnit(under({ term }), stamps, { meters, ...unit }).at(-1)?.meter;
  };

  it('W11 the meter of a new machine begins at 0', () => {
    expect(untilOf('rest', newMachine)).toEqual({ key: 'hours', limit: 5_000, until: 2_000 });
    expect(untilOf('rest', { ...newMachine, meters: { hours: 5_001 } })?.until).toBe(0);
    expect(untilOf('new', newMachine)).toEqual({ key: 'hours', limit: 5_000, until: 5_000 });
  });

  it('W11 the meter of a machine with a new component goes on', () => {
    const pump = { oldSerial: 'P1', newSerial: 'P2', component: 'pump', on: '2025-12-01' };
    expect(untilOf('rest', pump)).toEqual({ key: 'hours', limit: 5_000, until: 5_000 });
    expect(untilOf('longer', pump)).toEqual({ key: 'hours', limit: 5_000, until: 8_000 });
  });
});
