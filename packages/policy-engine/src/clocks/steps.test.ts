import * as fc from 'fast-check';
import type { Fact } from '../facts/index.js';
import type { ClockRule, Policy, Reminder } from '../policy/index.js';
import {
  agreed,
  calendarPinned,
  china,
  clocksOf,
  closed,
  inChina,
  natural,
  office,
  paused,
  policyWith,
  reopened,
  reported,
  resolved,
  responded,
  resumed,
  rule,
  severitySet,
  workingDays,
  workingHours,
} from '../testing/index.js';
import { evaluateClocks } from './evaluate-clocks.js';
import { stepsDue } from './steps.js';

const tell = ['dispatcher'];
const reminders: Reminder[] = [
  { id: 'soon', at: 'before', by: workingHours(2), tell },
  { id: 'due', at: 'due', tell },
  { id: 'late', at: 'after', by: workingHours(4), tell: ['manager'] },
];
const repair = rule({
  id: 'repair',
  kind: 'resolution',
  target: workingHours(8),
  stopsAt: 'resolved',
  reminders,
});

const policy: Policy = {
  ...policyWith(rule({ target: workingHours(2), reminders }), repair),
  pauseReasons: [
    {
      key: 'customer',
      label: { zh: '等待客户', en: 'Waiting' },
      limit: natural(7, 'days'),
      source: { kind: 'default' },
    },
  ],
  agreements: { kinds: ['resolution'], by: ['dispatcher'], afterDue: true, source: { kind: 'default' } },
};

const start = reported(china('03-06 16:00'));

function steps(facts: readonly Fact[], now: string, by: Policy = policy): string[] {
  return clocksOf(by, facts, china(now)).flatMap((clock) =>
    clock.steps.map(({ key, at }) => `${key} ${inChina(at)}`),
  );
}

const only = (changes: Partial<ClockRule>): Policy => ({
  ...policy,
  clockRules: [{ ...repair, ...changes }],
});

describe('reminders', () => {
  it('F2 are steps of every clock, F3 before, at and after its due moment, by its calendar', () => {
    expect(steps([start], '03-06 16:00')).toEqual([
      'response#1/soon 03-06 16:00',
      'response#1/due 03-06 18:00',
      'response#1/late 03-09 14:00',
      'resolution#1/soon 03-09 14:00',
      'resolution#1/due 03-09 16:00',
      'resolution#1/late 03-10 11:00',
    ]);
  });

  it('F3 before the start are left out', () => {
    const long: Reminder[] = [{ id: 'soon', at: 'before', by: workingHours(9), tell }];
    expect(steps([start], '03-06 16:00', only({ reminders: long }))).toEqual([]);
  });

  it('F3 in natural time on a working-time clock, and in working time on a natural one', () => {
    const mixed: Reminder[] = [
      { id: 'day-before', at: 'before', by: natural(24, 'hours'), tell },
      { id: 'day-after', at: 'after', by: natural(24, 'hours'), tell },
    ];
    expect(steps([start], '03-06 16:00', only({ reminders: mixed }))).toEqual([
      'resolution#1/day-before 03-08 16:00',
      'resolution#1/day-after 03-10 16:00',
    ]);
    expect(steps([start], '03-06 16:00', only({ target: natural(72, 'hours'), reminders }))).toEqual([
      'resolution#1/soon 03-09 14:00',
      'resolution#1/due 03-09 16:00',
      'resolution#1/late 03-10 11:00',
    ]);
  });

  it('F3 of a target in working days', () => {
    expect(steps([start], '03-06 16:00', only({ target: workingDays(1) }))).toEqual([
      'resolution#1/soon 03-09 16:00',
      'resolution#1/due 03-09 18:00',
      'resolution#1/late 03-10 14:00',
    ]);
  });

  it('F4 never move the target, and move with it when it is paused', () => {
    const facts = [start, paused(china('03-09 10:00')), resumed(china('03-09 15:00'))];
    expect(steps(facts, '03-09 15:00', only({}))).toEqual([
      'resolution#1/soon 03-09 18:00',
      'resolution#1/due 03-10 11:00',
      'resolution#1/late 03-10 16:00',
    ]);
  });

  it('F3 end with the clock: what would come after the stop is left out', () => {
    expect(steps([start, resolved(china('03-09 15:00'))], '03-12 09:00', only({}))).toEqual([
      'resolution#1/soon 03-09 14:00',
    ]);
  });

  it('F3 of a superseded target end where it stood stopped at the time', () => {
    const goingOn: Policy = {
      ...only({}),
      reopening: { mode: 'continue', window: natural(7, 'days'), source: { kind: 'default' } },
      severity: {
        classes: [],
        unclassified: 'general',
        countsFrom: 'original-start',
        source: { kind: 'clause', clause: 'R1-M11.2' },
      },
      clockRules: [repair, { ...repair, id: 'major', when: { severities: ['major'] }, reminders: [] }],
    };
    const facts = [
      start,
      resolved(china('03-09 10:00')),
      severitySet(china('03-09 17:00')),
      closed(china('03-09 18:00')),
      reopened(china('03-10 09:00')),
    ];
    expect(steps(facts, '03-10 10:00', goingOn)).toEqual([]);
  });

  it('F3 of a promise that is late when it begins to hold are told at once, its warnings not at all', () => {
    const facts = [start, severitySet(china('03-09 17:00'))];
    const raised: Policy = {
      ...only({}),
      severity: {
        classes: [],
        unclassified: 'general',
        countsFrom: 'original-start',
        source: { kind: 'clause', clause: 'R1-M11.2' },
      },
      clockRules: [
        repair,
        { ...repair, id: 'major', when: { severities: ['major'] }, target: workingHours(2) },
      ],
    };
    expect(steps(facts, '03-09 17:00', raised)).toEqual([
      'resolution#1/soon 03-09 14:00',
      'resolution#1/due 03-09 16:00',
      'resolution#2/due 03-09 17:00',
      'resolution#2/late 03-09 17:00',
    ]);
  });

  it('F1 have one key per version of the target: a new promise reminds anew, an old step is kept', () => {
    const deal = agreed(china('03-09 15:00'), { clock: 'resolution', due: china('03-12 15:00') });
    expect(steps([start, deal], '03-09 15:00', only({}))).toEqual([
      'resolution#1/soon 03-09 14:00',
      'resolution#2/soon 03-12 12:00',
      'resolution#2/due 03-12 15:00',
      'resolution#2/late 03-13 10:00',
    ]);
  });

  it('F6 a new version of calendar or policy resends nothing: the keys stay', () => {
    const revised = {
      ...office,
      version: 2,
      days: [{ date: '2026-03-09', kind: 'holiday' as const, name: { zh: '停工', en: 'Closed' } }],
    };
    const keys = (facts: readonly Fact[], by: Policy) =>
      evaluateClocks({
        policy: {
          ...by,
          calendarRules: [{ id: 'a', when: {}, rank: 0, calendar: 'office', source: { kind: 'default' } }],
        },
        calendars: [office, revised],
        facts,
        now: china('03-09 09:00'),
      }).flatMap((clock) => clock.steps.map(({ key, at }) => [key, inChina(at)]));
    const before = keys([start], only({}));
    const after = keys([start, calendarPinned(china('03-08 09:00'), { version: 2 })], only({}));
    expect(after.map(([key]) => key)).toEqual(before.map(([key]) => key));
    expect(after[1]).toEqual(['resolution#1/due', '03-10 16:00']);
    const renamed = only({ id: 'repair-2027', target: workingHours(16) });
    expect(keys([start], renamed).map(([key]) => key)).toEqual(before.map(([key]) => key));
  });

  it('a severity that changes nothing keeps the keys', () => {
    const facts = [start, severitySet(china('03-09 09:00'))];
    expect(steps(facts, '03-09 10:00')).toEqual(steps([start], '03-09 10:00'));
  });

  it('F7 a worker that is killed between sending and marking neither loses nor doubles a step', () => {
    const facts = [start, responded(china('03-09 10:00')), resolved(china('03-10 15:00'))];
    const all = stepsDue(clocksOf(policy, facts, china('03-20 09:00')), china('03-20 09:00')).map(
      ({ key }) => key,
    );
    expect(all).toHaveLength(5);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 14 * 24 }), fc.nat(6)), { maxLength: 20 }),
        (wakings) => {
          const sent = new Set<string>();
          const log: string[] = [];
          const wake = (now: number, survives: number) => {
            const due = stepsDue(clocksOf(policy, facts, now), now).filter(({ key }) => !sent.has(key));
            // effect and mark are one; the kill comes between two steps
            for (const { key } of due.slice(0, survives)) {
              sent.add(key);
              log.push(key);
            }
          };
          for (const [hours, survives] of [...wakings].sort(([a], [b]) => a - b)) {
            wake(china('03-06 16:00') + hours * 3_600_000, survives);
          }
          wake(china('03-20 09:00'), Infinity);
          expect([...log].sort()).toEqual([...all].sort());
        },
      ),
    );
  });
});
