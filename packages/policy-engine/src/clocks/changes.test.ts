import type { Fact } from '../facts/index.js';
import type { Policy } from '../policy/index.js';
import {
  agreed,
  arrived,
  china,
  clocksOf,
  coverageDecided,
  customerCorrected,
  hour,
  inChina,
  natural,
  paused,
  policyWith,
  recorded,
  reported,
  resumed,
  rule,
  severitySet,
  siteCorrected,
} from '../testing/index.js';
import type { ClockResult } from './clock-result.js';

const arrival = (id: string, hours: number, when: object) =>
  rule({ id, kind: 'arrival', when, target: natural(hours, 'hours'), stopsAt: 'arrived' });

const label = { zh: '级别', en: 'Class' };
const severity = {
  classes: [
    { key: 'general', label },
    { key: 'major', label },
  ],
  unclassified: 'general',
  source: { kind: 'clause', clause: 'R1-M11.2' },
} as const;

const bySeverity: Policy = {
  ...policyWith(arrival('general', 48, {}), arrival('major', 24, { severities: ['major'] })),
  severity: { ...severity, countsFrom: 'original-start' },
  pauseReasons: [{ key: 'customer', label, limit: natural(7, 'days'), source: { kind: 'default' } }],
};
const fromChange: Policy = { ...bySeverity, severity: { ...severity, countsFrom: 'change' } };

function clock(policy: Policy, facts: readonly Fact[], now: string): ClockResult {
  const [found, ...others] = clocksOf(policy, facts, china(now));
  if (!found || others.length > 0) throw new Error('Not one clock');
  return found;
}

const start = reported(china('03-02 09:00'));
const raised = severitySet(china('03-02 15:00'));

describe('severity changes', () => {
  it('D1 counts the new target from the original start, if the policy says so', () => {
    expect(clock(bySeverity, [start, raised], '03-02 16:00')).toMatchObject({
      version: 2,
      rule: { id: 'major' },
      startedAt: china('03-02 09:00'),
      dueAt: china('03-03 09:00'),
    });
  });

  it('D1 or from the change', () => {
    expect(clock(fromChange, [start, raised], '03-02 16:00')).toMatchObject({
      version: 2,
      startedAt: china('03-02 15:00'),
      dueAt: china('03-03 15:00'),
    });
  });

  it('D1 keeps the pauses so far', () => {
    const facts = [start, paused(china('03-02 10:00')), resumed(china('03-02 13:00')), raised];
    expect(clock(bySeverity, facts, '03-02 16:00').dueAt).toBe(china('03-03 12:00'));
    const still = [start, paused(china('03-02 14:00')), raised, resumed(china('03-02 17:00'))];
    expect(clock(fromChange, still, '03-02 18:00').dueAt).toBe(china('03-03 17:00'));
  });

  it('D2 the superseded target is cancelled, never met, and says why', () => {
    expect(clock(bySeverity, [start, raised, arrived(china('03-02 17:00'))], '03-05 09:00')).toMatchObject({
      state: 'met',
      superseded: [
        {
          version: 1,
          rule: { id: 'general' },
          dueAt: china('03-04 09:00'),
          at: china('03-02 15:00'),
          because: 'severity',
          why: '影响安全',
          state: 'cancelled',
        },
      ],
    });
  });

  it('D3 a target that was missed before the change stays missed', () => {
    const late = severitySet(china('03-04 10:00'));
    expect(clock(fromChange, [start, late], '03-04 11:00')).toMatchObject({
      state: 'running',
      dueAt: china('03-05 10:00'),
      superseded: [{ state: 'missed', dueAt: china('03-04 09:00') }],
    });
  });

  it('the same class again, or one that changes no promise, supersedes nothing', () => {
    const same = severitySet(china('03-02 15:00'), { severity: 'general' });
    expect(clock(fromChange, [start, same], '03-02 16:00')).toMatchObject({ version: 1, superseded: [] });
    const flat: Policy = { ...fromChange, clockRules: [arrival('general', 48, {})] };
    expect(clock(flat, [start, raised], '03-02 16:00')).toMatchObject({
      version: 1,
      dueAt: china('03-04 09:00'),
    });
  });

  it('after the clock has stopped changes nothing', () => {
    const facts = [start, arrived(china('03-02 12:00')), raised];
    expect(clock(bySeverity, facts, '03-02 16:00')).toMatchObject({ version: 1, state: 'met' });
  });

  it('a class that is no longer promised anything ends the clock as cancelled', () => {
    const majorOnly: Policy = {
      ...bySeverity,
      clockRules: [arrival('major', 24, { severities: ['major'] })],
    };
    const facts = [
      { ...start, severity: 'major' } as Fact,
      severitySet(china('03-02 15:00'), { severity: 'general' }),
    ];
    expect(clock(majorOnly, facts, '03-10 09:00')).toMatchObject({
      state: 'cancelled',
      stoppedAt: china('03-02 15:00'),
      explanation: { stoppedBy: 'no-rule' },
    });
    expect(clocksOf(majorOnly, [start], china('03-02 16:00'))).toEqual([]);
    expect(clock(majorOnly, [start, raised], '03-02 16:00')).toMatchObject({
      version: 1,
      startedAt: china('03-02 09:00'),
    });
  });
});

describe('where the site is', () => {
  const byRegion: Policy = {
    ...policyWith(
      arrival('near', 24, { regions: ['in-province'] }),
      arrival('far', 48, { regions: ['out-of-province'] }),
      rule({
        id: 'special',
        kind: 'arrival',
        when: { regions: ['special'] },
        target: 'no-target',
        stopsAt: 'arrived',
      }),
    ),
    home: { basis: 'registered-seat', provinces: ['32'], source: { kind: 'default' } },
  };
  const at = (province: string, country = 'CN') =>
    reported(china('03-02 09:00'), { site: { country, province } });

  it('R1-C6 in-province within 24 h, out of province within 48 h, elsewhere by agreement', () => {
    expect(inChina(clock(byRegion, [at('32')], '03-02 10:00').dueAt)).toBe('03-03 09:00');
    expect(inChina(clock(byRegion, [at('65')], '03-02 10:00').dueAt)).toBe('03-04 09:00');
    for (const place of [at('71'), at('81'), at('82'), at('32', 'DE')])
      expect(clock(byRegion, [place], '03-02 10:00').state).toBe('no-target');
    expect(clocksOf(byRegion, [start], china('03-02 10:00'))).toEqual([]);
  });

  it('a ticket may name its own home, such as the nearest service point', () => {
    const own = { ...at('65'), home: ['65'] } as Fact;
    expect(inChina(clock(byRegion, [own], '03-02 10:00').dueAt)).toBe('03-03 09:00');
  });

  it('D7 a corrected province recomputes the arrival, with the reason', () => {
    const corrected = siteCorrected(china('03-02 11:00'));
    expect(clock(byRegion, [at('65'), corrected], '03-02 12:00')).toMatchObject({
      rule: { id: 'near' },
      dueAt: china('03-03 09:00'),
      superseded: [{ rule: { id: 'far' }, because: 'site', why: '地址登记有误' }],
      explanation: { circumstances: { region: 'in-province' } },
    });
  });

  it('D7 corrected to where nobody knows, the region is unknown', () => {
    const nowhere = siteCorrected(china('03-02 11:00'), { site: undefined });
    const policy: Policy = {
      ...policyWith(
        arrival('near', 24, { regions: ['in-province'] }),
        arrival('nowhere', 72, { regions: ['unknown'] }),
      ),
      home: byRegion.home,
    };
    expect(clock(policy, [at('32'), nowhere], '03-02 12:00')).toMatchObject({
      rule: { id: 'nowhere' },
      superseded: [{ rule: { id: 'near' }, because: 'site' }],
      explanation: { circumstances: { region: 'unknown' } },
    });
  });

  it('the group of a corrected customer counts, and none where they are in none', () => {
    const policy = policyWith(arrival('any', 48, {}), arrival('key', 12, { customerGroups: ['key'] }));
    const reported = { ...at('32'), customerGroup: 'key' } as Fact;
    const nobodys = customerCorrected(china('03-02 11:00'));
    const keys = customerCorrected(china('03-02 12:00'), { customerGroup: 'key' });
    const seen = (...facts: Fact[]) => clock(policy, [reported, ...facts], '03-02 13:00');
    expect(seen()).toMatchObject({ rule: { id: 'key' }, superseded: [] });
    expect(seen(nobodys)).toMatchObject({
      rule: { id: 'any' },
      dueAt: china('03-04 09:00'),
      superseded: [{ rule: { id: 'key' }, because: 'customer', why: '设备属于另一客户' }],
    });
    expect(seen(nobodys, keys)).toMatchObject({ rule: { id: 'key' }, dueAt: china('03-02 21:00') });
  });

  it('who bears the costs may matter too', () => {
    const policy: Policy = {
      ...policyWith(arrival('any', 48, {}), arrival('paid', 72, { coverages: ['charged'] })),
    };
    expect(clock(policy, [start, coverageDecided(china('03-02 11:00'))], '03-02 12:00')).toMatchObject({
      rule: { id: 'paid' },
      superseded: [{ because: 'coverage', why: null }],
    });
  });
});

describe('agreed deadlines (R1-C2, R1-C6: special cases by agreement)', () => {
  const agreeable: Policy = {
    ...policyWith(arrival('arrival', 24, {})),
    agreements: {
      kinds: ['arrival'],
      by: ['dispatcher'],
      afterDue: false,
      source: { kind: 'clause', clause: 'R1-C2' },
    },
    pauseReasons: bySeverity.pauseReasons ?? [],
  };
  const later = agreed(china('03-02 10:00'), { due: china('03-05 14:00') });

  it('override the rule, with who and why, and the rule stays named', () => {
    expect(clock(agreeable, [start, later], '03-04 09:00')).toMatchObject({
      state: 'running',
      version: 2,
      rule: { id: 'arrival' },
      dueAt: china('03-05 14:00'),
      agreement: { by: 'dispatcher', why: '客户要求改期', confirmedBy: 'customer', at: china('03-02 10:00') },
      superseded: [
        { state: 'cancelled', dueAt: china('03-03 09:00'), because: 'agreement', why: '客户要求改期' },
      ],
    });
  });

  it('are missed like any other', () => {
    expect(clock(agreeable, [start, later], '03-05 15:00')).toMatchObject({
      state: 'missed',
      elapsed: { overrun: hour },
    });
  });

  it('are superseded only by another agreement', () => {
    const again = agreed(china('03-03 10:00'), { due: china('03-06 14:00') });
    const policy: Policy = { ...bySeverity, agreements: agreeable.agreements };
    expect(clock(policy as Policy, [start, later, raised, again], '03-04 09:00')).toMatchObject({
      version: 3,
      rule: { id: 'general' },
      dueAt: china('03-06 14:00'),
    });
  });

  it('are moved by pauses that begin after them, not by one that held already', () => {
    const before = [start, paused(china('03-02 09:30')), later, resumed(china('03-02 12:00'))];
    expect(inChina(clock(agreeable, before, '03-04 09:00').dueAt)).toBe('03-05 14:00');
    const after = [start, later, paused(china('03-03 09:00')), resumed(china('03-03 12:00'))];
    expect(inChina(clock(agreeable, after, '03-04 09:00').dueAt)).toBe('03-05 17:00');
  });

  it('D3 come too late after the due moment, unless the policy lets them; the miss stays', () => {
    const late = agreed(china('03-03 10:00'), { due: china('03-05 14:00') });
    expect(clock(agreeable, [start, late], '03-04 09:00')).toMatchObject({
      state: 'missed',
      version: 1,
      explanation: { refused: [{ at: china('03-03 10:00'), reason: 'TOO_LATE' }] },
    });
    const lenient: Policy = {
      ...agreeable,
      agreements: { kinds: ['arrival'], by: ['manager'], afterDue: true, source: { kind: 'default' } },
    };
    expect(clock(lenient, [start, late], '03-04 09:00')).toMatchObject({
      state: 'running',
      dueAt: china('03-05 14:00'),
      superseded: [{ state: 'missed' }],
    });
  });

  it('for a date in the past, or a kind that may not be agreed, do not count', () => {
    const past = agreed(china('03-02 10:00'), { due: china('03-02 10:00') });
    expect(clock(agreeable, [start, past], '03-02 11:00').explanation.refused).toEqual([
      { at: china('03-02 10:00'), reason: 'IN_THE_PAST' },
    ]);
    const { agreements: _, ...silent } = agreeable;
    expect(clock(silent, [start, later], '03-02 11:00')).toMatchObject({
      dueAt: china('03-03 09:00'),
      explanation: { refused: [{ reason: 'NOT_AGREEABLE' }] },
    });
  });

  it('made with the report, or before it, hold from the beginning', () => {
    for (const at of ['03-02 09:00', '03-01 15:00']) {
      expect(
        clock(agreeable, [start, agreed(china(at), { due: china('03-05 14:00') })], '03-04 09:00'),
      ).toMatchObject({
        state: 'running',
        version: 1,
        startedAt: china('03-02 09:00'),
        dueAt: china('03-05 14:00'),
        superseded: [],
      });
    }
    const past = agreed(china('03-02 09:00'), { due: china('03-02 09:00') });
    expect(clock(agreeable, [start, past], '03-02 10:00')).toMatchObject({
      agreement: null,
      explanation: { refused: [{ at: china('03-02 09:00'), reason: 'IN_THE_PAST' }] },
    });
  });

  it('that do not count are not what superseded the target', () => {
    const moved: Policy = {
      ...policyWith(arrival('near', 24, { regions: ['in-province'] }), arrival('far', 48, {})),
      home: { basis: 'plant', provinces: ['32'], source: { kind: 'default' } },
    };
    const facts = [start, later, siteCorrected(china('03-02 10:00'))];
    expect(clock(moved, facts, '03-02 11:00')).toMatchObject({
      superseded: [{ because: 'site', why: '地址登记有误' }],
      explanation: { refused: [{ reason: 'NOT_AGREEABLE' }] },
    });
  });

  it('start a clock that has not started', () => {
    const waiting: Policy = {
      ...agreeable,
      clockRules: [{ ...arrival('arrival', 24, {}), startsAt: 'guidance-failed' }],
    };
    expect(clock(waiting, [start], '03-02 11:00').state).toBe('not-started');
    expect(clock(waiting, [start, later], '03-02 11:00')).toMatchObject({
      state: 'running',
      startedAt: china('03-02 10:00'),
      explanation: { startedBy: 'agreed' },
    });
    const again = agreed(china('03-02 10:30'), { due: china('03-06 14:00') });
    expect(clock(waiting, [start, later, again], '03-02 11:00').startedAt).toBe(china('03-02 10:00'));
    expect(clock(waiting, [start, recorded(china('03-02 09:30')), later], '03-02 11:00').startedAt).toBe(
      china('03-02 09:30'),
    );
  });
});
