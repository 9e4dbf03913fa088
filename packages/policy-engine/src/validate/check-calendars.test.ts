import type { Calendar } from '../calendar/index.js';
import type { CalendarRule, ClockRule } from '../policy/index.js';
import { policyWith, rule } from '../testing/index.js';
import { checkCalendars } from './check-calendars.js';

const name = { zh: '某', en: 'Some' };

/** One working minute every Monday, unless said otherwise. */
function calendar(changes: Partial<Calendar> = {}): Calendar {
  return {
    key: 'minute',
    version: 1,
    title: name,
    publishedAt: Date.UTC(2026, 0, 1),
    zone: { name: 'Asia/Shanghai', offsets: [{ from: 0, minutes: 480 }] },
    week: { mon: [{ from: '09:00', to: '09:01' }] },
    days: [],
    known: { from: '2026-01-01', through: '2026-12-31' },
    liveClocks: 'keep',
    notices: [],
    ...changes,
  };
}

const by = (key: string, changes: Partial<CalendarRule> = {}): CalendarRule => ({
  id: key,
  when: {},
  rank: 0,
  calendar: key,
  source: { kind: 'default' },
  ...changes,
});
const minutes = (amount: number) => ({ amount, unit: 'minutes', basis: 'working-hours' }) as const;
const days = (amount: number) =>
  ({
    amount,
    unit: 'days',
    basis: 'working-days',
    endsAt: 'end-of-day',
    startOutside: 'next-opening',
  }) as const;

function told(rules: ClockRule[], calendars: Calendar[], calendarRules = [by('minute')]): string[] {
  return checkCalendars({ ...policyWith(...rules), calendarRules }, calendars).map(
    ({ path, message }) => `${path}: ${message.en}`,
  );
}
const unreached = (path: string, key = 'minute') =>
  `${path}: Not reached within twelve years on calendar "${key}"; shorten it.`;

describe('B7 every promise in working time can be kept', () => {
  it('B7 no problem where twelve years are enough', () => {
    expect(told([rule({ target: minutes(600) })], [calendar()])).toEqual([]);
    expect(told([rule({ target: days(600) })], [calendar()])).toEqual([]);
  });

  it('B7 a promise beyond twelve years is told with its rule', () => {
    expect(told([rule({}), rule({ id: 'b', target: minutes(700) })], [calendar()])).toEqual([
      unreached('clockRules[1].target'),
    ]);
    expect(told([rule({ target: days(700) })], [calendar()])).toEqual([unreached('clockRules[0].target')]);
  });

  it('B7 so are planned times and reminders', () => {
    const reminders = [
      { id: 'now', at: 'due', tell: ['desk'] },
      { id: 'late', at: 'after', by: minutes(700), tell: ['desk'] },
    ] as const;
    expect(told([rule({ planned: days(700), reminders })], [calendar()])).toEqual([
      unreached('clockRules[0].planned'),
      unreached('clockRules[0].reminders[1].by'),
    ]);
  });

  it('B4 the newest version counts, in whatever order they are given', () => {
    const busy = calendar({ version: 2, week: { mon: [{ from: '09:00', to: '18:00' }] } });
    const long = [rule({ target: minutes(700) })];
    expect(told(long, [busy, calendar()])).toEqual([]);
    expect(told(long, [calendar({ version: 3 }), busy])).toEqual([unreached('clockRules[0].target')]);
  });

  it('B10 only calendars count by which a rule can come to be measured', () => {
    const busy = calendar({ key: 'busy', week: { mon: [{ from: '09:00', to: '18:00' }] } });
    const long = rule({ target: minutes(700), when: { regions: ['in-province'] } });
    const rules = (region: 'in-province' | 'special') => [
      by('busy'),
      by('minute', { when: { regions: [region] } }),
    ];
    expect(told([long], [busy, calendar()], rules('special'))).toEqual([]);
    expect(told([long], [busy, calendar()], rules('in-province'))).toEqual([
      unreached('clockRules[0].target'),
    ]);
  });

  it('B10 a calendar for other kinds of clock does not count', () => {
    const busy = calendar({ key: 'busy', week: { mon: [{ from: '09:00', to: '18:00' }] } });
    const rules = [rule({ target: minutes(700) }), rule({ id: 'b', kind: 'arrival', target: minutes(1) })];
    const byKind = [by('busy'), by('minute', { kinds: ['arrival'], rank: 1 })];
    expect(told(rules, [busy, calendar()], byKind)).toEqual([]);
  });

  it('B10 a calendar that is not there is told with its rule', () => {
    expect(
      told([rule({ target: minutes(1) })], [calendar()], [by('minute'), by('night', { kinds: ['arrival'] })]),
    ).toEqual(['calendarRules[1].calendar: "night" does not exist; there are: minute.']);
    expect(told([rule({})], [], [by('night')])).toEqual([
      'calendarRules[0].calendar: "night" does not exist; there is none yet.',
    ]);
  });
});
