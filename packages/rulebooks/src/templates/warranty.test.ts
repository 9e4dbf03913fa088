import type { ChargeDecision, ChargeInput, ChargeLine } from '@aftercare/policy-engine';
import { decideCharges, stampRepair, stampTerms } from '@aftercare/policy-engine';
import { at, calendar } from '../testing/index.js';
import { templates } from './index.js';

type Rulebook = keyof typeof templates;

const warrantyOf = (rulebook: Rulebook) => {
  const { warranty } = templates[rulebook].policy;
  if (!warranty) throw new Error(`${rulebook} has no warranty.`);
  return warranty;
};

/** A machine whose dates of life all are 10 March 2025, so that twelve months end on 10 March 2026. */
const machine = {
  serial: 'EX-001',
  model: 'EX',
  dates: {
    shipment: '2025-03-10',
    receipt: '2025-03-10',
    installation: '2025-03-10',
    acceptance: '2025-03-10',
  },
};

function decide(
  rulebook: Rulebook,
  on: string,
  line: Omit<ChargeLine, 'id'>,
  more: Partial<ChargeInput> = {},
): ChargeDecision | undefined {
  const result = decideCharges({
    policy: templates[rulebook].policy,
    stamps: stampTerms(warrantyOf(rulebook), machine),
    machine,
    reportedAt: at(`${on} 10:00`),
    zone: calendar.zone,
    circumstances: { requestType: 'repair' },
    lines: [{ id: 'line', ...line }],
    ...more,
  });
  return 'decisions' in result ? result.decisions[0] : undefined;
}

const summary = (decision: ChargeDecision | undefined) =>
  decision && `${decision.outcome} · ${decision.price ? decision.price.basis : 'nothing'}`;
const codes = (decision: ChargeDecision | undefined) => decision?.reasons.map(({ code }) => code);

describe('R1-C7 repair for life', () => {
  it('R1-C7 a wear part is outside the warranty and asked at cost fee', () => {
    const decision = decide('R1', '2025-06-01', { costClass: 'parts', part: 'filter-cartridge' });
    expect(summary(decision)).toBe('charged · cost-fee');
    expect(decision?.reasons).toContainEqual(
      expect.objectContaining({
        code: 'WEAR_PART',
        source: { kind: 'default', note: expect.objectContaining({ zh: expect.stringContaining('R1-C7') }) },
      }),
    );
    expect(decision?.price?.rule.source).toEqual({ kind: 'clause', clause: 'R1-C7' });
  });

  it('R1-C7 any other part is covered until the last day, and asked at cost fee the day after', () => {
    const pump = { costClass: 'parts', part: 'blower' } as const;
    expect(summary(decide('R1', '2026-03-10', pump))).toBe('covered · nothing');
    const expired = decide('R1', '2026-03-11', pump);
    expect(summary(expired)).toBe('charged · cost-fee');
    expect(expired?.routes).toEqual(['quotation', 'goodwill']);
  });

  it('R1-M11.2a misuse ends the cover only with evidence', () => {
    const claim = (evidence: string[]) => ({ voids: [{ reason: 'misuse', evidence }] });
    const line = { costClass: 'labour' } as const;
    expect(summary(decide('R1', '2025-06-01', line, claim([])))).toBe('covered · nothing');
    expect(codes(decide('R1', '2025-06-01', line, claim([])))).toContain('VOID_WITHOUT_EVIDENCE');
    expect(summary(decide('R1', '2025-06-01', line, claim(['photo'])))).toBe('charged · cost-fee');
  });

  it('W17 commissioning and training never use up the warranty, and are not charged beside the plant', () => {
    for (const requestType of ['commissioning', 'training']) {
      const decision = decide(
        'R1',
        '2025-06-01',
        { costClass: 'labour' },
        { circumstances: { requestType } },
      );
      expect([summary(decision), decision?.cover]).toEqual(['waived · waived', null]);
    }
  });
});

describe('R3-6.2 genuine parts only', () => {
  it('R3-6.2 a part that is not genuine ends the cover with evidence, by a default beside the clause', () => {
    const decision = decide(
      'R3',
      '2025-06-01',
      { costClass: 'parts', part: 'inlet-valve' },
      { voids: [{ reason: 'non-genuine', evidence: ['photo'] }] },
    );
    expect(summary(decision)).toBe('charged · list');
    expect(decision?.reasons).toContainEqual(
      expect.objectContaining({
        code: 'VOID',
        source: { kind: 'default', note: expect.objectContaining({ zh: expect.stringContaining('R3-6.2') }) },
      }),
    );
  });

  it('W17 maintenance never uses up the warranty', () => {
    const decision = decide(
      'R3',
      '2025-06-01',
      { costClass: 'labour' },
      { circumstances: { requestType: 'maintenance' } },
    );
    expect([summary(decision), codes(decision)?.includes('APART')]).toEqual(['charged · list', true]);
  });
});

describe('R4-5.2 the repair carries a warranty of its own', () => {
  const stamps = [
    ...stampTerms(warrantyOf('R4'), machine),
    ...stampRepair(warrantyOf('R4'), { ticket: 'T1', serial: 'EX-001', on: '2026-05-06' }),
  ];
  const again = { costClass: 'labour', repeats: 'T1' } as const;

  it('R4-5.2 bears what did not hold, through its last day, also after the machine’s own term', () => {
    expect(summary(decide('R4', '2026-08-06', again, { stamps }))).toBe('covered · nothing');
    expect(decide('R4', '2026-08-06', again, { stamps })?.cover?.lastDay).toBe('2026-08-06');
    expect(summary(decide('R4', '2026-08-07', again, { stamps }))).toBe('charged · list');
  });

  it('R4-5.2 bears nothing that is no repeat of that repair', () => {
    expect(summary(decide('R4', '2026-06-01', { costClass: 'labour' }, { stamps }))).toBe('charged · list');
  });

  it('W11 3,000 cutting hours end the machine’s term first', () => {
    const line = { costClass: 'parts', part: 'gearbox' } as const;
    const hours = (reading: number) => ({ meters: { 'cutting-hours': reading } });
    expect(summary(decide('R4', '2025-06-01', line, hours(2999)))).toBe('covered · nothing');
    expect(codes(decide('R4', '2025-06-01', line, hours(3000)))).toContain('METER_REACHED');
  });
});

describe('R6 a system', () => {
  it('W3 parts and labour end on days of their own', () => {
    expect(summary(decide('R6', '2026-09-10', { costClass: 'parts', part: 'breaker' }))).toBe(
      'covered · nothing',
    );
    expect(summary(decide('R6', '2026-09-10', { costClass: 'labour' }))).toBe('charged · list');
  });
});

describe('W10 a component is never worse off than its machine', () => {
  const withComponent = (key: string) => ({ ...machine, components: [{ key, serial: 'K1' }] });
  const judged = (rulebook: Rulebook, component: string, costClass: ChargeLine['costClass'], on: string) =>
    decide(
      rulebook,
      on,
      { costClass, component: { key: component, serial: 'K1' } },
      { stamps: stampTerms(warrantyOf(rulebook), withComponent(component)) },
    )?.borne;

  it('W10 the membrane: all of the first year, half of the second', () => {
    const on = (day: string) => judged('R1', 'membrane', 'parts', day);
    expect([on('2026-03-10'), on('2026-03-11'), on('2027-03-10'), on('2027-03-11')]).toEqual([
      100, 50, 50, 0,
    ]);
  });

  it('W10 labour on the cutting motor: all of the first year, half of the six months after', () => {
    const on = (day: string) => judged('R4', 'cutting-motor', 'labour', day);
    expect([on('2026-03-10'), on('2026-03-11'), on('2026-09-10'), on('2026-09-11')]).toEqual([
      100, 50, 50, 0,
    ]);
  });

  it('W11 3,000 cutting hours end the motor’s term as they end the machine’s', () => {
    const stamps = stampTerms(warrantyOf('R4'), withComponent('cutting-motor'));
    const decision = decide(
      'R4',
      '2025-06-01',
      { costClass: 'parts', component: { key: 'cutting-motor', serial: 'K1' } },
      { stamps, meters: { 'cutting-hours': 3000 } },
    );
    expect([decision?.borne, codes(decision)]).toEqual([0, expect.arrayContaining(['METER_REACHED'])]);
  });

  it.each(Object.keys(templates) as Rulebook[])(
    'W10 %s on the last day of the machine’s term',
    (rulebook) => {
      const { terms } = warrantyOf(rulebook);
      const [whole] = terms.filter(({ scope }) => scope === 'machine');
      const components = [...new Set(terms.flatMap(({ component }) => component ?? []))];
      expect(components.length).toBeGreaterThan(0);
      for (const component of components) {
        for (const { costClass, percent, months } of whole?.covers ?? []) {
          const lastDay = months === 18 ? '2026-09-10' : months === 12 ? '2026-03-10' : '2025-09-10';
          expect([component, costClass, judged(rulebook, component, costClass, lastDay)]).toEqual([
            component,
            costClass,
            percent,
          ]);
        }
      }
    },
  );
});
