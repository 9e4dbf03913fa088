import {
  decision,
  decisions,
  machine,
  membrane,
  verdictOf,
  verdictsOf,
  warranty,
  whole,
} from '../testing/warranty.js';
import { stampRepair, stampTerms } from './stamp-terms.js';

const worn = { part: 'pick' };
const ofMembrane = { component: { key: 'membrane', serial: 'X1' } };
const withContract = { ...machine, contracts: [{ term: 'care', from: '2025-06-01' }] };
const contractStamps = stampTerms(warranty, withContract);

describe('W4 wear parts', () => {
  it('W4 R1-C7 a wear part is outside the warranty, and costs the fee', () => {
    const found = decision('2025-10-01', worn);
    expect(found).toMatchObject({ outcome: 'charged', price: { basis: 'cost-fee' } });
    expect(verdictOf(found, 'whole/M1')).toMatchObject({
      code: 'WEAR_PART',
      part: 'pick',
      source: { kind: 'clause', clause: 'R1-C7' },
    });
  });

  it('W4 a list is for its models only', () => {
    const seal = { part: 'seal' };
    expect(decision('2025-10-01', seal).outcome).toBe('covered');
    expect(decision('2025-10-01', seal, { machine: { serial: 'M1', model: 'TM-200' } }).outcome).toBe(
      'charged',
    );
  });

  it('W4 a contract may cover wear parts', () => {
    const found = decision('2025-10-01', worn, { stamps: contractStamps });
    expect(found).toMatchObject({ outcome: 'shared', borne: 80, asked: 20 });
    expect(found.cover?.stamp).toBe('care/M1/2025-06-01');
  });

  it('W4 the labour of fitting one is one for a wear part as well, if the line names it', () => {
    expect(decision('2025-10-01', { costClass: 'labour', ...worn }).outcome).toBe('charged');
    expect(decision('2025-10-01', { costClass: 'labour' }).outcome).toBe('covered');
  });
});

describe('W10 components', () => {
  it('W10 a component with its own term has no other: the machine may have longer', () => {
    expect(decision('2025-06-10', ofMembrane).cover?.stamp).toBe('membrane/M1/membrane/X1');
    const late = decision('2025-06-11', ofMembrane);
    expect(late.outcome).toBe('charged');
    expect(verdictsOf(late)).toEqual(['membrane/M1/membrane/X1: EXPIRED', 'whole/M1: OWN_TERM']);
  });

  it('W10 for classes of cost that its own term does not name the machine bears it', () => {
    const late = decision('2025-06-11', { costClass: 'labour', ...ofMembrane });
    expect(late).toMatchObject({ outcome: 'covered', cover: { stamp: 'whole/M1' } });
  });

  it('W10 its own term may be the longer', () => {
    const pump = {
      ...membrane,
      id: 'pump',
      component: 'pump',
      covers: whole.covers.map((c) => ({ ...c, months: 24 })),
    };
    const stamps = stampTerms(
      { ...warranty, terms: [whole, pump] },
      { ...machine, components: [{ key: 'pump' }] },
    );
    const found = decision('2027-03-10', { component: { key: 'pump', serial: 'P1' } }, { stamps });
    expect(found).toMatchObject({ outcome: 'covered', cover: { stamp: 'pump/M1/pump' } });
    expect(decision('2027-03-10', {}, { stamps }).outcome).toBe('charged');
  });

  it('W10 two terms of one component: all of the first year, half of the second', () => {
    const pump = (id: string, percent: number, months: number) => ({
      ...membrane,
      id,
      component: 'pump',
      covers: [{ costClass: 'parts' as const, percent, months }],
    });
    const stamps = stampTerms(
      { ...warranty, terms: [pump('first', 100, 12), pump('both', 50, 24)] },
      { ...machine, components: [{ key: 'pump' }] },
    );
    const line = { component: { key: 'pump' } };
    expect(decision('2026-03-10', line, { stamps }).borne).toBe(100);
    expect(decision('2026-03-11', line, { stamps }).borne).toBe(50);
    expect(decision('2027-03-11', line, { stamps }).borne).toBe(0);
  });

  it('W10 another unit of the same kind is another component', () => {
    const other = decision('2025-05-01', { component: { key: 'membrane', serial: 'X9' } });
    expect(verdictsOf(other)).toEqual(['whole/M1: BEARS', 'membrane/M1/membrane/X1: OTHER_COMPONENT']);
  });
});

describe('W11 a meter', () => {
  const stamps = stampTerms(
    { ...warranty, terms: [{ ...whole, meter: { key: 'hours', limit: 5_000 } }] },
    machine,
  );

  it('W11 ends the term first, when its limit is reached', () => {
    expect(decision('2025-10-01', {}, { stamps, meters: { hours: 4_999 } }).outcome).toBe('covered');
    const reached = decision('2025-10-01', {}, { stamps, meters: { hours: 5_000 } });
    expect(reached.outcome).toBe('charged');
    expect(verdictOf(reached, 'whole/M1')).toMatchObject({
      code: 'METER_REACHED',
      meter: 'hours',
      until: 5_000,
      reading: 5_000,
    });
  });

  it('W11 that nobody has read ends nothing, and the decision says so', () => {
    const found = decision('2025-10-01', {}, { stamps, meters: { cuts: 9_000 } });
    expect(found.outcome).toBe('covered');
    expect(verdictOf(found, 'whole/M1')).toMatchObject({ unread: 'hours' });
    const read = decision('2025-10-01', {}, { stamps, meters: { hours: 10 } });
    expect(verdictOf(read, 'whole/M1')).toMatchObject({ unread: null });
  });
});

describe('W9 the warranty of a repair', () => {
  const repair = (component?: { key: string }) =>
    stampRepair(warranty, { ticket: 'T7', serial: 'M1', on: '2026-05-31', ...(component && { component }) });

  it('W9 R4-5.2 bears what was repaired, after the machine’s own has ended', () => {
    const stamps = [...stampTerms(warranty, machine), ...repair({ key: 'pump' })];
    const pump = { component: { key: 'pump' } };
    expect(decision('2026-08-31', pump, { stamps })).toMatchObject({
      outcome: 'covered',
      cover: { stamp: 'repair:T7/M1/pump', lastDay: '2026-08-31' },
    });
    expect(decision('2026-09-01', pump, { stamps }).outcome).toBe('charged');
    expect(decision('2026-08-31', { component: { key: 'motor' } }, { stamps }).outcome).toBe('charged');
  });

  it('W9 one that names no component bears what repeats it, and nothing else', () => {
    const stamps = repair();
    expect(decision('2026-08-31', { repeats: 'T7' }, { stamps }).outcome).toBe('covered');
    expect(verdictsOf(decision('2026-08-31', { repeats: 'T6' }, { stamps }))).toEqual([
      'repair:T7/M1: OTHER_REPAIR',
    ]);
    expect(verdictsOf(decision('2026-08-31', {}, { stamps }))).toEqual(['repair:T7/M1: OTHER_REPAIR']);
  });

  it('W9 a wear part that was fitted is covered only if the maker says so', () => {
    const stamps = repair({ key: 'head' });
    const pick = { ...worn, component: { key: 'head' } };
    expect(decision('2026-06-15', pick, { stamps }).outcome).toBe('charged');
    const generous = {
      ...warranty,
      repair: { covers: [], source: whole.source, ...warranty.repair, coversWearParts: true },
    };
    const worse = stampRepair(generous, {
      ticket: 'T7',
      serial: 'M1',
      component: { key: 'head' },
      on: '2026-05-31',
    });
    expect(decision('2026-06-15', pick, { stamps: worse }).outcome).toBe('covered');
  });
});

describe('W15 what ends the cover', () => {
  it('W15 R11-3.2.2 misuse needs evidence, which the decision shows', () => {
    const found = decision(
      '2025-10-01',
      {},
      { voids: [{ reason: 'misuse', evidence: ['photo-1', 'finding-2'] }] },
    );
    expect(found.outcome).toBe('charged');
    expect(verdictOf(found, 'whole/M1')).toMatchObject({
      code: 'VOID',
      reason: 'misuse',
      evidence: ['photo-1', 'finding-2'],
    });
  });

  it.each([[[]], [['', ' ']]])(
    'W15 without evidence (%j) nothing is void, and the claim is named',
    (evidence) => {
      const found = decision('2025-10-01', {}, { voids: [{ reason: 'misuse', evidence }] });
      expect(found.outcome).toBe('covered');
      expect(found.reasons[0]).toEqual({ code: 'VOID_WITHOUT_EVIDENCE', reason: 'misuse' });
    },
  );

  it('W15 a reason that the policy does not know changes nothing', () => {
    const found = decision('2025-10-01', {}, { voids: [{ reason: 'weather', evidence: ['e'] }] });
    expect(found.outcome).toBe('covered');
    expect(found.reasons[0]).toEqual({ code: 'VOID_UNKNOWN', reason: 'weather' });
  });

  it('W15 R3-6.2 parts that are not genuine end the cover of parts, not of labour', () => {
    const voids = [{ reason: 'non-genuine', evidence: ['photo-1'] }];
    expect(decision('2025-10-01', {}, { voids }).outcome).toBe('charged');
    expect(decision('2025-10-01', { costClass: 'labour' }, { voids }).outcome).toBe('covered');
  });

  it('W15 a claim about one line leaves the others', () => {
    const [a, b] = decisions(
      '2025-10-01',
      [
        { id: 'a', costClass: 'parts' },
        { id: 'b', costClass: 'parts' },
      ],
      { voids: [{ reason: 'misuse', evidence: ['e'], lines: ['b'] }] },
    );
    expect([a?.outcome, b?.outcome]).toEqual(['covered', 'charged']);
    const other = [{ reason: 'misuse', evidence: [], lines: ['b'] }];
    expect(verdictsOf(decision('2025-10-01', {}, { voids: other }))).not.toContain('VOID_WITHOUT_EVIDENCE');
  });

  it('W15 it is named only where it took a cover away', () => {
    const late = decision('2026-04-01', {}, { voids: [{ reason: 'misuse', evidence: ['e'] }] });
    expect(verdictOf(late, 'whole/M1')?.code).toBe('EXPIRED');
  });
});
