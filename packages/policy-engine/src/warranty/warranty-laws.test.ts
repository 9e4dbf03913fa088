import * as fc from 'fast-check';
import { dateOf, dayNumber } from '../calendar/index.js';
import { care, decisions, machine, membrane, warranty, whole } from '../testing/warranty.js';
import type { ChargeLine } from './charge.js';
import { replaceUnit } from './replace-unit.js';
import { stampRepair, stampTerms } from './stamp-terms.js';

const metered = { ...whole, id: 'metered', meter: { key: 'hours', limit: 100 } };
const stamps = replaceUnit(
  warranty,
  [
    ...stampTerms(
      { ...warranty, terms: [whole, metered, membrane, care] },
      { ...machine, contracts: [{ term: 'care', from: '2025-06-01' }] },
    ),
    ...stampRepair(warranty, { ticket: 'T7', serial: 'M1', component: { key: 'pump' }, on: '2025-08-31' }),
    ...stampRepair(warranty, { ticket: 'T8', serial: 'M1', on: '2025-12-31' }),
  ],
  { oldSerial: 'X1', newSerial: 'X2', component: 'membrane', on: '2025-05-20' },
);

const days = fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2027-01-01') }).map(dateOf);
const line = fc.record(
  {
    id: fc.constant('l1'),
    costClass: fc.constantFrom('parts' as const, 'labour' as const, 'travel' as const),
    part: fc.constantFrom('pick', 'shaft'),
    component: fc.constantFrom({ key: 'membrane' }, { key: 'membrane', serial: 'X2' }, { key: 'pump' }),
    repeats: fc.constantFrom('T7', 'T8'),
  },
  { requiredKeys: ['id', 'costClass'] },
);
const lines = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((each, index): ChargeLine => ({ ...each, id: `l${index}` })));
const surroundings = fc.record(
  {
    meters: fc.record({ hours: fc.integer({ min: 0, max: 200 }) }),
    voids: fc.array(
      fc.record({
        reason: fc.constantFrom('misuse', 'non-genuine'),
        evidence: fc.subarray(['e1', 'e2']),
        lines: fc.subarray(['l0', 'l1']),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);
const shuffled = <Item>(list: readonly Item[]) => fc.shuffledSubarray([...list], { minLength: list.length });

describe('laws of warranty', () => {
  it('W5 law: the order of stamps and lines does not matter', () => {
    const cases = fc.tuple(
      lines.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
      shuffled(stamps),
    );
    fc.assert(
      fc.property(cases, days, surroundings, ([[list, otherLines], otherStamps], day, around) => {
        const first = decisions(day, list, { stamps, ...around });
        const second = decisions(day, otherLines, { stamps: otherStamps, ...around });
        for (const decided of first) {
          expect(second.find((each) => each.line === decided.line)).toEqual(decided);
        }
      }),
    );
  });

  it('W6 law: a cover that is over by a day never bears a line on a later one', () => {
    fc.assert(
      fc.property(lines, days, days, surroundings, (list, a, b, around) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const before = decisions(early, list, { stamps, ...around });
        const after = decisions(late, list, { stamps, ...around });
        before.forEach(({ reasons }, index) => {
          for (const reason of reasons) {
            if (reason.code !== 'EXPIRED' && reason.code !== 'REPLACED') continue;
            expect(after[index]?.cover?.stamp).not.toBe(reason.stamp);
          }
        });
      }),
    );
  });

  it('W5 law: what is borne, waived and asked is the whole, and every stamp says why', () => {
    fc.assert(
      fc.property(lines, days, surroundings, (list, day, around) => {
        for (const { borne, asked, cover, reasons, outcome } of decisions(day, list, { stamps, ...around })) {
          expect(borne + asked).toBe(100);
          expect(cover === null).toBe(borne === 0);
          expect(outcome).toBe(borne === 100 ? 'covered' : borne === 0 ? 'charged' : 'shared');
          const speaking = reasons.flatMap((reason) => ('stamp' in reason ? [reason.stamp] : []));
          expect(speaking.sort()).toEqual(stamps.map(({ id }) => id).sort());
          expect(reasons.filter(({ code }) => code === 'BEARS')).toHaveLength(borne > 0 ? 1 : 0);
        }
      }),
    );
  });
});
