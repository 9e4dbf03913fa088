import type { Calendar } from '../calendar/index.js';
import type { ClockRule, Policy } from '../policy/index.js';
import {
  arrived,
  china,
  clocksOf,
  hour,
  inChina,
  minute,
  natural,
  office,
  policyWith,
  reported,
  resolved,
  responded,
  responseRule,
  rule,
  siteCorrected,
  workingDays,
  workingHours,
} from '../testing/index.js';
import type { ClockResult } from './clock-result.js';
import { evaluateClocks, timeLeft } from './evaluate-clocks.js';

const returnRule = rule({
  id: 'return',
  kind: 'return',
  target: workingDays(3),
  stopsAt: 'resolved',
  source: { kind: 'clause', clause: 'R11-3.3.3.2' },
});
const repairRule = rule({ id: 'repair', kind: 'resolution', target: workingHours(8), stopsAt: 'resolved' });

function only(policy: Policy, facts: Parameters<typeof clocksOf>[1], now: number): ClockResult {
  const [first] = clocksOf(policy, facts, now);
  if (!first) throw new Error('No clock');
  return first;
}

describe('working time', () => {
  it('A2 clocks of natural time, working hours and working days run side by side on one ticket', () => {
    const facts = [reported(china('03-06 16:00'))];
    const results = clocksOf(policyWith(responseRule, repairRule, returnRule), facts, china('03-06 16:00'));
    expect(results.map(({ kind, dueAt }) => [kind, inChina(dueAt)])).toEqual([
      ['response', '03-07 16:00'],
      ['resolution', '03-09 16:00'],
      ['return', '03-11 18:00'],
    ]);
  });

  it('A1 two working days are not 48 working hours', () => {
    const facts = [reported(china('03-02 10:00'))];
    const due = (target: ClockRule['target']) =>
      inChina(only(policyWith(rule({ ...repairRule, target })), facts, china('03-02 10:00')).dueAt);
    expect(due(workingDays(2, 'same-time'))).toBe('03-04 10:00');
    expect(due(workingHours(48))).toBe('03-10 10:00');
    expect(due(natural(2, 'days'))).toBe('03-04 10:00');
  });

  it('H1 keeps spans, working and overrun time by the calendar', () => {
    const facts = [reported(china('03-02 11:00')), resolved(china('03-03 14:30'))];
    expect(only(policyWith(repairRule), facts, china('03-05 09:00'))).toMatchObject({
      state: 'missed',
      dueAt: china('03-03 11:00'),
      spans: [
        { kind: 'running', from: china('03-02 11:00'), to: china('03-02 12:00') },
        { kind: 'outside', from: china('03-02 12:00'), to: china('03-02 13:00') },
        { kind: 'running', from: china('03-02 13:00'), to: china('03-02 18:00') },
        { kind: 'outside', from: china('03-02 18:00'), to: china('03-03 09:00') },
        { kind: 'running', from: china('03-03 09:00'), to: china('03-03 12:00') },
        { kind: 'outside', from: china('03-03 12:00'), to: china('03-03 13:00') },
        { kind: 'running', from: china('03-03 13:00'), to: china('03-03 14:30') },
      ],
      elapsed: { actual: 27.5 * hour, working: 10.5 * hour, overrun: 2.5 * hour, left: null },
    });
  });

  it('H1 counts the working days that passed', () => {
    const facts = [reported(china('03-02 11:00'))];
    expect(only(policyWith(returnRule), facts, china('03-04 18:00')).elapsed.days).toBe(2);
    expect(only(policyWith(returnRule), facts, china('03-04 17:59')).elapsed.days).toBe(1);
  });

  it('H5 the time left is a matter of two moments, not of a counter: a sleeping tab wakes up right', () => {
    const result = only(policyWith(repairRule), [reported(china('03-06 16:00'))], china('03-06 16:00'));
    expect(result.elapsed.left).toBe(8 * hour);
    const left = (at: string) => timeLeft(result, [office], china(at));
    expect(left('03-06 17:59')).toBe(6 * hour + minute);
    expect(left('03-08 03:00')).toBe(6 * hour);
    expect(left('03-09 15:30')).toBe(30 * minute);
    expect(left('03-09 16:30')).toBe(0);
  });

  it('a planned moment is shown beside the latest one (R1-C5, 5 to 7 days)', () => {
    const duration = rule({
      id: 'commissioning',
      kind: 'duration',
      target: natural(7, 'days'),
      planned: natural(5, 'days'),
      startsAt: 'arrived',
      stopsAt: 'resolved',
    });
    const facts = [reported(china('03-02 09:00')), arrived(china('03-03 09:00'))];
    expect(only(policyWith(duration), facts, china('03-03 09:00'))).toMatchObject({
      startedAt: china('03-03 09:00'),
      plannedAt: china('03-08 09:00'),
      dueAt: china('03-10 09:00'),
    });
    expect(only(policyWith(duration), facts.slice(0, 1), china('03-04 09:00'))).toMatchObject({
      state: 'not-started',
      startedAt: null,
      dueAt: null,
    });
  });
});

describe('B5 beyond the published year', () => {
  const late = [reported(china('2026-12-30 10:00'))];

  it('a deadline is provisional, and by the ordinary week', () => {
    expect(only(policyWith(returnRule), late, china('2026-12-30 10:00'))).toMatchObject({
      provisional: true,
      dueAt: china('2027-01-04 18:00'),
    });
  });

  it('a deadline on the last known day is not, nor is natural time', () => {
    const next = rule({ ...returnRule, target: workingDays(1) });
    expect(only(policyWith(next), late, china('2026-12-30 10:00'))).toMatchObject({
      provisional: false,
      dueAt: china('2026-12-31 18:00'),
    });
    const week = rule({ target: natural(7, 'days') });
    expect(only(policyWith(week), late, china('2026-12-30 10:00')).provisional).toBe(false);
  });

  it('a start before the known range is provisional too', () => {
    expect(
      only(policyWith(repairRule), [reported(china('2025-12-31 16:00'))], china('2026-03-01 09:00')),
    ).toMatchObject({ provisional: true });
  });
});

describe('B10 which calendar counts', () => {
  const site: Calendar = {
    ...office,
    key: 'site',
    week: { sat: [{ from: '08:00', to: '20:00' }], sun: [{ from: '08:00', to: '20:00' }] },
  };
  const arrivalRule = rule({ id: 'arrival', kind: 'arrival', target: workingHours(2), stopsAt: 'arrived' });
  const policy: Policy = {
    ...policyWith(rule({ target: workingHours(2) }), arrivalRule),
    home: { basis: 'plant', provinces: ['32'], source: { kind: 'default' } },
    calendarRules: [
      { id: 'maker', when: {}, rank: 0, calendar: 'office', source: { kind: 'default' } },
      {
        id: 'far-sites',
        when: { regions: ['out-of-province'] },
        kinds: ['arrival'],
        rank: 0,
        calendar: 'site',
        source: { kind: 'default' },
      },
    ],
  };
  const evaluate = (facts: Parameters<typeof clocksOf>[1]) =>
    evaluateClocks({ policy, calendars: [office, site], facts, now: china('03-07 07:00') });

  it('is a rule, and the result says which and why, with the rules that lost', () => {
    const far = reported(china('03-07 06:00'), { site: { country: 'CN', province: '65' } });
    expect(evaluate([far])).toMatchObject([
      { kind: 'response', dueAt: china('03-09 11:00'), calendar: { key: 'office', losing: [] } },
      {
        kind: 'arrival',
        dueAt: china('03-07 10:00'),
        calendar: {
          key: 'site',
          version: 1,
          rule: { id: 'far-sites' },
          losing: [{ rule: { id: 'maker' }, reason: 'LESS_SPECIFIC' }],
        },
      },
    ]);
  });

  it('D7 a corrected site brings the other calendar, and the reason is kept', () => {
    const near = reported(china('03-07 06:00'), { site: { country: 'CN', province: '32' } });
    const corrected = siteCorrected(china('03-07 06:30'), {
      site: { country: 'CN', province: '65' },
      reason: '设备已迁至乌鲁木齐',
    });
    expect(evaluate([near, corrected])[1]).toMatchObject({
      version: 2,
      dueAt: china('03-07 10:00'),
      superseded: [
        { dueAt: china('03-09 11:00'), because: 'site', why: '设备已迁至乌鲁木齐', state: 'cancelled' },
      ],
    });
  });

  it('a working-time clock that no calendar rule covers is an error that names the rule', () => {
    const without = { ...policy, calendarRules: [] };
    const facts = [reported(china('03-07 06:00'))];
    expect(() =>
      evaluateClocks({ policy: without, calendars: [office], facts, now: china('03-07 06:00') }),
    ).toThrow('"response" counts working time');
    expect(() => evaluateClocks({ policy, calendars: [], facts, now: china('03-07 06:00') })).toThrow(
      'Calendar "office" was not given',
    );
  });
});

it('C5 an answer in working time meets its own clock only', () => {
  const facts = [reported(china('03-06 16:00')), responded(china('03-07 10:00'))];
  expect(
    clocksOf(policyWith(rule({ target: workingHours(4) }), repairRule), facts, china('03-09 09:00')),
  ).toMatchObject([
    { kind: 'response', state: 'met', dueAt: china('03-09 11:00'), elapsed: { working: 2 * hour } },
    { kind: 'resolution', state: 'running' },
  ]);
});

it('B7 a ten-year deadline on one working minute a week is reached', () => {
  const hardly: Calendar = { ...office, days: [], week: { mon: [{ from: '09:00', to: '09:01' }] } };
  const policy: Policy = {
    ...policyWith(rule({ target: workingHours(521, 'minutes') })),
    calendarRules: [{ id: 'a', when: {}, rank: 0, calendar: 'office', source: { kind: 'default' } }],
  };
  const facts = [reported(china('03-02 09:00'))];
  const [clock] = evaluateClocks({ policy, calendars: [hardly], facts, now: china('03-02 09:00') });
  expect(new Date(clock?.dueAt ?? 0).toISOString()).toBe('2036-02-18T01:01:00.000Z');
});
