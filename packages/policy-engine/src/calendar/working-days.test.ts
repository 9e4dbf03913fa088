import { china, inChina, office } from '../testing/index.js';
import type { Block, DayEnd, OutsideStart } from '../time/index.js';
import type { Calendar } from './calendar.js';
import { countDays } from './working-days.js';

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
  return inChina(countDays(calendar, china(start), { endsAt, startOutside }, blocks, { days }).end);
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

describe('C8 a pause takes from working days those at whose end the clock was paused', () => {
  it('one over an end point takes that day', () => {
    expect(due('03-02 10:00', 3, { paused: [['03-03 15:00', '03-04 09:00']] })).toBe('03-06 18:00');
  });

  it('one within a day takes none', () => {
    expect(due('03-02 10:00', 3, { paused: [['03-03 09:00', '03-03 17:59']] })).toBe('03-05 18:00');
  });

  it('one over no working time takes none, whether it begins at a closing or ends at an opening', () => {
    expect(due('03-02 10:00', 3, { paused: [['03-03 18:00', '03-04 09:00']] })).toBe('03-05 18:00');
    expect(due('03-02 09:00', 3, { endsAt: 'same-time', paused: [['03-03 18:00', '03-04 09:00']] })).toBe(
      '03-05 09:00',
    );
  });

  it('at the same time as the opening it is the time after it that decides', () => {
    expect(due('03-02 09:00', 3, { endsAt: 'same-time', paused: [['03-04 09:00', '03-04 09:01']] })).toBe(
      '03-06 09:00',
    );
  });
});

it('B1 days and deadline are one count: the deadline is the earliest moment whose count is d', () => {
  const count = { endsAt: 'same-time', startOutside: 'next-opening' } as const;
  const { end } = countDays(office, china('02-12 10:00'), count, [], { days: 4 });
  const at = end ?? NaN;
  expect(countDays(office, china('02-12 10:00'), count, [], { at }).days).toBe(4);
  expect(countDays(office, china('02-12 10:00'), count, [], { at: at - 1 }).days).toBe(3);
});

it('B3 a calendar that ignores make-up days is wrong by ten days around the Spring Festival', () => {
  expect(due('02-11 10:00', 3, { calendar: office })).toBe('02-14 18:00');
  const ignored: Calendar = { ...office, days: office.days.filter(({ kind }) => kind === 'holiday') };
  expect(due('02-11 10:00', 3, { calendar: ignored })).toBe('02-24 18:00');
});
