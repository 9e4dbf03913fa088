import type { Calendar } from '../calendar/index.js';
import type { Fact } from '../facts/index.js';
import type { Policy } from '../policy/index.js';
import {
  absorbed,
  calendarPinned,
  china,
  closed,
  inChina,
  office,
  policyPinned,
  policyWith,
  reported,
  resolved,
  rule,
  workingDays,
  workingHours,
} from '../testing/index.js';
import { evaluateClocks } from './evaluate-clocks.js';
import { policyFor, repinsFor } from './pins.js';

const policy: Policy = {
  ...policyWith(
    rule({ target: workingHours(4) }),
    rule({ id: 'return', kind: 'return', target: workingDays(3), stopsAt: 'resolved' }),
  ),
  calendarRules: [{ id: 'office', when: {}, rank: 0, calendar: 'office', source: { kind: 'default' } }],
};

/** The holiday is prolonged while it runs, as in 2020: 24 and 25 February become free. */
const prolonged: Calendar = {
  ...office,
  version: 2,
  publishedAt: china('02-20 09:00'),
  days: [
    ...office.days,
    ...['2026-02-24', '2026-02-25'].map((date) => ({
      date,
      kind: 'holiday' as const,
      name: { zh: '春节假期延长', en: 'Holiday prolonged' },
    })),
  ],
};

const start = reported(china('02-13 16:00'));
const evaluate = (facts: readonly Fact[], now: string, calendars = [office, prolonged]) =>
  evaluateClocks({ policy, calendars, facts, now: china(now) });

describe('B4 a revised calendar', () => {
  const facts = [start, resolved(china('03-05 09:00'))];

  it('changes nothing by itself: a ticket is judged by the version that it was pinned to', () => {
    const [, clock] = evaluate([start], '02-26 09:00');
    expect(clock).toMatchObject({ state: 'missed', dueAt: china('02-25 18:00'), calendar: { version: 1 } });
  });

  it('gives one fact to append per live clock, none for what is over, late or by another calendar', () => {
    const clocks = evaluate([start], '02-20 10:00');
    expect(clocks.map(({ state }) => state)).toEqual(['missed', 'running']);
    expect(repinsFor(prolonged, clocks, china('02-20 10:00'))).toEqual([
      {
        kind: 'calendar-pinned',
        at: china('02-20 10:00'),
        recordedAt: china('02-20 10:00'),
        calendar: 'office',
        version: 2,
        clock: 'return',
      },
    ]);
    expect(repinsFor({ ...prolonged, key: 'site' }, clocks, china('02-20 10:00'))).toEqual([]);
    expect(repinsFor(office, clocks, china('02-20 10:00'))).toEqual([]);
  });

  it('or leaves live clocks alone, if it says so', () => {
    expect(repinsFor({ ...prolonged, liveClocks: 'keep' }, evaluate([start], '02-20 10:00'), 0)).toEqual([]);
  });

  it('G1 the pin is the latest such fact, and the new due moment follows from it', () => {
    const pin = calendarPinned(china('02-20 10:00'), { version: 2, clock: 'return' });
    const [response, returning] = evaluate([...facts, pin], '03-06 09:00');
    expect(response).toMatchObject({ calendar: { version: 1 } });
    expect(returning).toMatchObject({ version: 1, calendar: { version: 2 } });
    expect(inChina(returning?.dueAt ?? null)).toBe('02-27 18:00');
  });

  it('G3 a later pin changes neither what is over nor what was late by then', () => {
    const late = calendarPinned(china('02-25 18:01'), { version: 2 });
    expect(evaluate([start, late], '02-26 09:00')[1]).toMatchObject({
      state: 'missed',
      calendar: { version: 1 },
    });
    const inTime = calendarPinned(china('02-25 18:00'), { version: 2 });
    expect(evaluate([start, inTime], '02-26 09:00')[1]).toMatchObject({
      state: 'running',
      calendar: { version: 2 },
    });
    const over = [start, closed(china('02-14 10:00')), calendarPinned(china('02-14 10:00'), { version: 2 })];
    expect(evaluate(over, '02-26 09:00')[1]).toMatchObject({ state: 'cancelled', calendar: { version: 1 } });
  });

  it('G1 a pin made before the clock started counts, also when a merged ticket moves the start before it', () => {
    const waiting: Policy = {
      ...policy,
      clockRules: [
        rule({
          id: 'return',
          kind: 'return',
          target: workingDays(3),
          startsAt: 'goods-in',
          stopsAt: 'resolved',
        }),
      ],
    };
    const merging = [
      start,
      calendarPinned(china('02-25 10:00'), { version: 2 }),
      absorbed(china('02-26 10:00'), {
        reportedAt: china('02-12 09:00'),
        started: { 'goods-in': china('02-12 10:00') },
      }),
    ];
    const calendars = [office, prolonged];
    expect(
      evaluateClocks({ policy: waiting, calendars, facts: merging, now: china('02-26 11:00') }),
    ).toMatchObject([
      { startedAt: china('02-12 10:00'), calendar: { version: 2 }, dueAt: china('02-26 18:00') },
    ]);
  });

  it('without any pin the newest version counts that was published when the report was recorded', () => {
    const recordedLater = reported(china('02-13 16:00'), { recordedAt: china('02-20 09:00') });
    expect(evaluate([recordedLater], '02-20 10:00')[1]).toMatchObject({ calendar: { version: 2 } });
    expect(evaluate([start], '02-20 10:00', [prolonged])[1]).toMatchObject({ calendar: { version: 2 } });
  });

  it('B5 the year that was missing makes a provisional deadline certain', () => {
    const facts = [reported(china('2026-12-30 10:00'))];
    const nextYear: Calendar = {
      ...office,
      version: 3,
      publishedAt: china('2026-12-30 15:00'),
      days: [{ date: '2027-01-01', kind: 'holiday', name: { zh: '元旦', en: 'New Year' } }],
      known: { from: '2026-01-01', through: '2027-12-31' },
    };
    const calendars = [office, nextYear];
    const before = evaluate(facts, '2026-12-30 16:00', calendars);
    expect(before[1]).toMatchObject({ provisional: true, dueAt: china('2027-01-04 18:00') });
    const pins = repinsFor(nextYear, before, china('2026-12-30 16:00'));
    expect(evaluate([...facts, ...pins], '2026-12-30 16:00', calendars)[1]).toMatchObject({
      provisional: false,
      dueAt: china('2027-01-05 18:00'),
    });
  });

  it('a pin to a version that was not given is an error that names it', () => {
    expect(() =>
      evaluate([start, calendarPinned(china('02-13 16:00'), { version: 9 })], '02-20 10:00'),
    ).toThrow('Version 9 of calendar "office" was not given');
  });
});

describe('versions of a policy', () => {
  const versions = [
    { version: 1, effectiveFrom: china('2025-01-01 00:00') },
    { version: 2, effectiveFrom: china('2026-03-01 00:00') },
    { version: 3, effectiveFrom: china('2026-03-01 00:00') },
  ];

  it('G2 the one in force when the ticket started counts, not the one in force now', () => {
    expect(
      policyFor(versions, [reported(china('02-28 23:59'), { recordedAt: china('03-05 09:00') })])?.version,
    ).toBe(1);
    expect(policyFor(versions, [reported(china('03-01 00:00'))])?.version).toBe(3);
    expect(policyFor(versions, [reported(china('2024-12-31 23:59'))])).toBeNull();
    expect(policyFor(versions, [])).toBeNull();
  });

  it('G1 the version that the ticket was pinned to last counts', () => {
    const facts = [
      policyPinned(china('02-28 10:00'), { version: 1 }),
      policyPinned(china('03-02 10:00'), { version: 2 }),
      reported(china('02-28 10:00')),
    ];
    expect(policyFor(versions, facts)?.version).toBe(2);
    expect(policyFor(versions, [...facts].reverse())?.version).toBe(2);
    expect(policyFor(versions, [policyPinned(china('02-28 10:00'), { version: 9 })])).toBeNull();
  });
});
