import { china, inChina, office } from '../testing/index.js';
import type { Block, DayEnd, OutsideStart } from '../time/index.js';
import type { Calendar } from './calendar.js';
import { afterDays, daysUntil } from './working-days.js';

const free: Calendar = { ...office, days: [] };

interface Case {
  readonly calendar?: Calendar;
  readonly endsAt?: DayEnd;
  readonly startOutside?: OutsideStart;
  readonly paused?: readonly (readonly [string, string])[];
}

/** The wall-clock moment at which so many working days end. */
function due(
  start: string,
  days: number,
  { calendar = free, endsAt = 'end-of-day', startOutside = 'next-opening', paused = [] }: Case = {},
): string | null {
  const blocks = paused.map(([from, to]): Block => ({ kind: 'paused', from: china(from), to: china(to) }));
  return inChina(afterDays(calendar, china(start), { endsAt, startOutside }, blocks, days));
}

describe('A3 working days', () => {
  it('do not count the day of the start, and end with the work of the last day', () => {
    expect(due('03-02 10:00', 3)).toBe('03-05 18:00');
    expect(due('03-02 09:00', 1)).toBe('03-03 18:00');
  });

  it('or at the clock time of the start', () => {
    expect(due('03-02 10:00', 3, { endsAt: 'same-time' })).toBe('03-05 10:00');
    expect(due('03-05 17:59', 2, { endsAt: 'same-time' })).toBe('03-09 17:59');
  });

  it('from outside working time count from the next opening, or from the closing before', () => {
    const sunday = '03-08 14:00';
    expect(due(sunday, 3)).toBe('03-12 18:00');
    expect(due(sunday, 3, { startOutside: 'previous-closing' })).toBe('03-11 18:00');
    expect(due(sunday, 3, { endsAt: 'same-time' })).toBe('03-12 09:00');
    expect(due(sunday, 3, { endsAt: 'same-time', startOutside: 'previous-closing' })).toBe('03-11 18:00');
  });

  it('from the lunch break count from its end, or from its beginning', () => {
    const lunch = '03-02 12:30';
    expect(due(lunch, 1, { endsAt: 'same-time' })).toBe('03-03 13:00');
    expect(due(lunch, 1, { endsAt: 'same-time', startOutside: 'previous-closing' })).toBe('03-03 12:00');
  });

  it('from the very end of the day are outside: that closing, or the next opening', () => {
    expect(due('03-02 18:00', 1, { startOutside: 'previous-closing' })).toBe('03-03 18:00');
    expect(due('03-02 18:00', 1)).toBe('03-04 18:00');
  });

  it('at the same time on a shorter day end with its work, and on a later one with its opening', () => {
    const calendar: Calendar = {
      ...free,
      week: { ...free.week, tue: [{ from: '14:00', to: '16:00' }] },
    };
    expect(due('03-02 17:00', 1, { calendar, endsAt: 'same-time' })).toBe('03-03 16:00');
    expect(due('03-02 10:00', 1, { calendar, endsAt: 'same-time' })).toBe('03-03 14:00');
  });

  it('from a closing end at the closing of a day, whenever that is', () => {
    const calendar: Calendar = { ...free, week: { ...free.week, tue: [{ from: '22:00', to: '06:00' }] } };
    const closing = { calendar, endsAt: 'same-time', startOutside: 'previous-closing' } as const;
    expect(due('03-02 20:00', 1, closing)).toBe('03-04 06:00');
  });

  it('in night shifts belong to the day on which the shift begins', () => {
    const night = [{ from: '22:00', to: '06:00' }];
    const calendar: Calendar = {
      ...free,
      week: { mon: night, tue: night, wed: night, thu: night, fri: night },
    };
    expect(due('03-03 02:00', 1, { calendar, endsAt: 'same-time' })).toBe('03-04 02:00');
    expect(due('03-07 05:00', 1, { calendar })).toBe('03-10 06:00');
  });

  it('B2 include make-up Saturdays and leave out holidays', () => {
    expect(due('02-12 10:00', 2, { calendar: office })).toBe('02-14 18:00');
    expect(due('02-12 10:00', 3, { calendar: office })).toBe('02-24 18:00');
    expect(due('02-12 10:00', 3)).toBe('02-17 18:00');
  });
});

describe('C8 a pause takes from working days only the working time in it', () => {
  it('at the same time: the deadline is later by just that', () => {
    const paused = [['03-03 15:00', '03-04 10:30']] as const;
    expect(due('03-02 10:00', 3, { endsAt: 'same-time', paused })).toBe('03-05 15:30');
  });

  it('at the end of the day: the day on which that lies', () => {
    expect(due('03-02 10:00', 3, { paused: [['03-03 15:00', '03-04 10:30']] })).toBe('03-05 18:00');
    expect(due('03-02 10:00', 3, { paused: [['03-03 09:00', '03-03 18:00']] })).toBe('03-06 18:00');
    expect(due('03-02 10:00', 3, { paused: [['03-02 11:00', '03-04 11:00']] })).toBe('03-09 18:00');
  });

  it('a minute in the evening moves no day, however often', () => {
    const paused = ['03-02', '03-03', '03-04'].map((day) => [`${day} 17:59`, `${day} 18:00`] as const);
    expect(due('03-02 10:00', 3, { paused })).toBe('03-05 18:00');
  });

  it('what is left of the last day when it is paused runs on afterwards', () => {
    expect(due('03-02 10:00', 3, { paused: [['03-05 17:00', '03-06 11:00']] })).toBe('03-06 12:00');
  });

  it('over no working time takes none, whether it begins at a closing or ends at an opening', () => {
    const paused = [['03-03 18:00', '03-04 09:00']] as const;
    expect(due('03-02 10:00', 3, { paused })).toBe('03-05 18:00');
    expect(due('03-02 09:00', 3, { endsAt: 'same-time', paused })).toBe('03-05 09:00');
  });

  it('from an opening to an opening stays at openings', () => {
    const paused = [['03-03 09:00', '03-03 18:00']] as const;
    expect(due('03-02 09:00', 3, { endsAt: 'same-time', paused })).toBe('03-06 09:00');
    expect(due('03-02 09:00', 3, { paused })).toBe('03-06 18:00');
  });
});

it('B1 days and deadline are one count: the deadline is the earliest moment whose count is d', () => {
  const count = { endsAt: 'same-time', startOutside: 'next-opening' } as const;
  const end = afterDays(office, china('02-12 10:00'), count, [], 4) ?? NaN;
  expect(daysUntil(office, china('02-12 10:00'), count, [], end)).toBe(4);
  expect(daysUntil(office, china('02-12 10:00'), count, [], end - 1)).toBe(3);
});

it('B3 a calendar that ignores make-up days is wrong by ten days around the Spring Festival', () => {
  expect(due('02-11 10:00', 3, { calendar: office })).toBe('02-14 18:00');
  const ignored: Calendar = { ...office, days: office.days.filter(({ kind }) => kind === 'holiday') };
  expect(due('02-11 10:00', 3, { calendar: ignored })).toBe('02-24 18:00');
});
