/** A small policy and short ways to write rules and facts; for the tests of this package only. */
import type { Calendar, Shift } from '../calendar/index.js';
import type { ClockResult } from '../clocks/index.js';
import { evaluateClocks } from '../clocks/index.js';
import type { Fact, FactOf } from '../facts/index.js';
import type { ClockRule, Policy } from '../policy/index.js';
import type { Duration, Instant } from '../time/index.js';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Monday 2 March 2026, 09:00 in China. */
export const monday: Instant = Date.UTC(2026, 2, 2, 1);

export const natural = (amount: number, unit: 'minutes' | 'hours' | 'days'): Duration => ({
  amount,
  unit,
  basis: 'natural',
});
export const workingHours = (amount: number, unit: 'minutes' | 'hours' = 'hours'): Duration => ({
  amount,
  unit,
  basis: 'working-hours',
});
export const workingDays = (
  amount: number,
  endsAt: 'same-time' | 'end-of-day' = 'end-of-day',
  startOutside: 'next-opening' | 'previous-closing' = 'next-opening',
): Duration => ({ amount, unit: 'days', basis: 'working-days', endsAt, startOutside });

/** An instant by China's clocks, such as `02-13 16:00` of 2026, or with a year in front. */
export function china(time: string): Instant {
  const [date = '', clock = ''] = (time.length === 11 ? `2026-${time}` : time).split(' ');
  return Date.parse(`${date}T${clock}:00+08:00`);
}
/** The same back, for tests that read like a wall calendar. */
export function inChina(at: Instant | null): string | null {
  return at === null ? null : new Date(at + 8 * hour).toISOString().slice(5, 16).replace('T', ' ');
}

const officeHours: Shift[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const named = (zh: string, en: string) => ({ zh, en });

/** Monday to Friday 09:00–12:00 and 13:00–18:00, with the Spring Festival of 2026 and its two make-up Saturdays. */
export const office: Calendar = {
  key: 'office',
  version: 1,
  title: named('工作日历', 'Working calendar'),
  publishedAt: Date.UTC(2025, 10, 5),
  zone: { name: 'Asia/Shanghai', offsets: [{ from: 0, minutes: 480 }] },
  week: { mon: officeHours, tue: officeHours, wed: officeHours, thu: officeHours, fri: officeHours },
  days: [
    { date: '2026-02-14', kind: 'working', name: named('春节调休上班', 'Make-up day'), hours: 'fri' },
    ...[15, 16, 17, 18, 19, 20, 21, 22, 23].map((day) => ({
      date: `2026-02-${day}`,
      kind: 'holiday' as const,
      name: named('春节', 'Spring Festival'),
    })),
    { date: '2026-02-28', kind: 'working', name: named('春节调休上班', 'Make-up day'), hours: 'mon' },
  ],
  known: { from: '2026-01-01', through: '2026-12-31' },
  liveClocks: 'recompute',
  notices: [],
};

/** Every clock of facts by the office calendar. */
export function clocksOf(policy: Policy, facts: readonly Fact[], now: Instant): ClockResult[] {
  return evaluateClocks({ policy: { ...onOffice, ...policy }, calendars: [office], facts, now });
}

const onOffice: Pick<Policy, 'calendarRules'> = {
  calendarRules: [{ id: 'office', when: {}, rank: 0, calendar: 'office', source: { kind: 'default' } }],
};

export function rule(changes: Partial<ClockRule>): ClockRule {
  return {
    id: 'response',
    kind: 'response',
    when: {},
    rank: 0,
    target: natural(24, 'hours'),
    startsAt: 'reported',
    stopsAt: 'responded',
    source: { kind: 'clause', clause: 'R4-5.1' },
    ...changes,
  };
}

export const responseRule = rule({});
export const assignmentRule = rule({ id: 'assignment', kind: 'assignment', stopsAt: 'assigned' });

export function policyWith(...clockRules: ClockRule[]): Policy {
  return {
    rulebook: 'R4',
    title: { zh: '掘进机售后服务政策', en: 'After-sales policy for tunneling machines' },
    requestTypes: [
      { key: 'repair', label: { zh: '故障报修', en: 'Repair' } },
      { key: 'training', label: { zh: '操作培训', en: 'Training' } },
    ],
    clockRules,
    workflow: {
      states: [
        { key: 'reported', label: { zh: '待受理', en: 'Reported' }, category: 'open' },
        { key: 'work', label: { zh: '维修中', en: 'Under repair' }, category: 'active' },
        { key: 'acceptance', label: { zh: '待验收', en: 'Awaiting acceptance' }, category: 'waiting' },
        { key: 'closed', label: { zh: '已完成', en: 'Completed' }, category: 'closed' },
      ],
      initial: 'reported',
      transitions: [
        { key: 'assign', label: { zh: '派工', en: 'Assign' }, from: ['reported'], to: 'work' },
        { key: 'present', label: { zh: '提请验收', en: 'Present' }, from: ['work'], to: 'acceptance' },
        { key: 'rework', label: { zh: '返工', en: 'Rework' }, from: ['acceptance'], to: 'work' },
        {
          key: 'close',
          label: { zh: '结案', en: 'Close' },
          from: ['work', 'acceptance'],
          to: 'closed',
          effects: [{ kind: 'event', event: 'closed' }],
        },
      ],
    },
  };
}

/** Makes facts of a kind: `at`, then what differs from the usual. */
const making =
  <Kind extends Fact['kind']>(kind: Kind, usual: Omit<FactOf<Kind>, 'kind' | 'at' | 'recordedAt'>) =>
  (at: Instant, changes: Partial<FactOf<Kind>> = {}): Fact =>
    ({ kind, at, recordedAt: at, ...usual, ...changes }) as Fact;

export const reported = making('reported', { requestType: 'repair' });
export const responded = making('responded', { by: 'maker', audience: 'public' });
export const guided = making('guided', { by: 'maker' });
export const assigned = making('assigned', { to: 'engineer' });
export const arrived = making('arrived', {});
export const resolved = making('resolved', {});
export const closed = making('closed', {});
export const reopened = making('reopened', {});
export const merged = making('merged', { into: 'another' });
export const absorbed = making('absorbed', { ticket: 'another', reportedAt: 0 });
export const recorded = making('recorded', { record: 'guidance-failed' });
export const severitySet = making('severity-set', { severity: 'major', reason: '影响安全' });
export const siteCorrected = making('site-corrected', {
  site: { country: 'CN', province: '32' },
  reason: '地址登记有误',
});
export const customerCorrected = making('customer-corrected', { reason: '设备属于另一客户' });
export const coverageDecided = making('coverage-decided', { coverage: 'charged' });
export const paused = making('paused', { pause: 'p1', reason: 'customer', by: 'dispatcher' });
export const resumed = making('resumed', { pause: 'p1' });
export const agreed = making('agreed', {
  clock: 'arrival',
  due: 0,
  by: 'dispatcher',
  why: '客户要求改期',
  confirmedBy: 'customer',
});
export const calendarPinned = making('calendar-pinned', { calendar: 'office', version: 1 });
export const policyPinned = making('policy-pinned', { version: 1 });
