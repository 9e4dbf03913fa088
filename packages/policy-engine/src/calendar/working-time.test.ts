import type { Calendar, Zone } from './calendar.js';
import { china, hour, inChina, minute, office } from '../testing/index.js';
import { timeline, walk } from '../time/index.js';
import { workAt, workFrom, workOn, workingTime } from './working-time.js';
import { dayNumber } from './civil.js';

/** Working milliseconds between two instants. */
function worked(calendar: Calendar, from: number, to: number): number {
  return walk(timeline(workingTime(calendar), []), from, { at: to }).running;
}

/** The moment at which so many working hours have passed. */
function after(calendar: Calendar, from: number, hours: number): number | null {
  return walk(timeline(workingTime(calendar), []), from, { running: hours * hour }).end;
}

const free: Calendar = { ...office, days: [] };

describe('working time', () => {
  it('A4 has several intervals a day, and lunch is none of them', () => {
    expect(worked(free, china('03-02 08:00'), china('03-02 20:00'))).toBe(8 * hour);
    expect(inChina(after(free, china('03-02 11:00'), 2))).toBe('03-02 14:00');
    expect(workAt(free, china('03-02 12:30'))).toBeUndefined();
  });

  it('A4 a deadline at the end of an interval stays there', () => {
    expect(inChina(after(free, china('03-02 09:00'), 3))).toBe('03-02 12:00');
    expect(inChina(after(free, china('03-06 09:00'), 8))).toBe('03-06 18:00');
  });

  it('A5 a shift across midnight belongs to the day on which it begins', () => {
    const nights: Calendar = { ...free, week: { fri: [{ from: '22:00', to: '06:00' }] } };
    expect(worked(nights, china('03-06 00:00'), china('03-08 00:00'))).toBe(8 * hour);
    expect(inChina(after(nights, china('03-07 05:00'), 2))).toBe('03-13 23:00');
    expect(workAt(nights, china('03-07 05:59'))?.day).toBe(dayNumber('2026-03-06'));
  });

  it('A5 a holiday takes the whole shift that begins on it, and leaves the one that ends in it', () => {
    const nights: Calendar = {
      ...free,
      week: { thu: [{ from: '22:00', to: '06:00' }], fri: [{ from: '22:00', to: '06:00' }] },
      days: [{ date: '2026-03-06', kind: 'holiday', name: { zh: '厂庆', en: 'Founding day' } }],
    };
    expect(worked(nights, china('03-05 00:00'), china('03-08 00:00'))).toBe(8 * hour);
    expect(workAt(nights, china('03-06 05:00'))?.day).toBe(dayNumber('2026-03-05'));
  });

  it('B2 a make-up Saturday works by the hours of the weekday it is named for', () => {
    expect(worked(office, china('02-14 00:00'), china('02-15 00:00'))).toBe(8 * hour);
    expect(worked(office, china('02-15 00:00'), china('02-24 00:00'))).toBe(0);
    expect(worked(free, china('02-14 00:00'), china('02-15 00:00'))).toBe(0);
  });

  it('B2 a make-up day may have its own hours', () => {
    const short: Calendar = {
      ...free,
      days: [
        {
          date: '2026-02-14',
          kind: 'working',
          name: { zh: '调休上班', en: 'Make-up day' },
          hours: [{ from: '10:00', to: '15:00' }],
        },
      ],
    };
    expect(worked(short, china('02-14 00:00'), china('02-15 00:00'))).toBe(5 * hour);
  });

  it('B3 8 working hours from Friday 13 February 2026 16:00 fall due on Saturday 14 February 16:00', () => {
    expect(inChina(after(office, china('02-13 16:00'), 8))).toBe('02-14 16:00');
  });

  it.each(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const)(
    'B8 a week of nothing but %s works',
    (day) => {
      const week: Calendar = { ...free, week: { [day]: [{ from: '00:00', to: '24:00' }] } };
      expect(worked(week, china('03-02 00:00'), china('03-30 00:00'))).toBe(4 * 24 * hour);
    },
  );

  it('shifts that touch make one stretch', () => {
    const touching: Calendar = {
      ...free,
      week: {
        mon: [
          { from: '09:00', to: '12:00' },
          { from: '12:00', to: '18:00' },
        ],
      },
    };
    const day = dayNumber('2026-03-02');
    expect(workOn(touching, day)).toEqual([{ from: china('03-02 09:00'), to: china('03-02 18:00'), day }]);
  });
});

describe('A6 the zone is the calendar’s, and its offsets are data', () => {
  const berlin: Zone = {
    name: 'Europe/Berlin',
    offsets: [
      { from: Date.UTC(2025, 9, 26, 1), minutes: 60 },
      { from: Date.UTC(2026, 2, 29, 1), minutes: 120 },
      { from: Date.UTC(2026, 9, 25, 1), minutes: 60 },
    ],
  };
  const inBerlin: Calendar = { ...free, zone: berlin };
  const nights: Calendar = {
    ...inBerlin,
    week: { sat: [{ from: '22:00', to: '06:00' }], sun: [{ from: '06:00', to: '14:00' }] },
  };

  it('the same hours are other instants in another zone', () => {
    expect(worked(inBerlin, Date.UTC(2026, 2, 2, 8), Date.UTC(2026, 2, 2, 17))).toBe(8 * hour);
    expect(worked(free, Date.UTC(2026, 2, 2, 8), Date.UTC(2026, 2, 2, 17))).toBe(2 * hour);
  });

  it('a night that summer time shortens has 7 working hours, one that it lengthens has 9', () => {
    expect(worked(nights, Date.UTC(2026, 2, 28, 12), Date.UTC(2026, 2, 29, 4))).toBe(7 * hour);
    expect(worked(nights, Date.UTC(2026, 9, 24, 12), Date.UTC(2026, 9, 25, 5))).toBe(9 * hour);
  });

  it('an hour that the clocks skip is no working time', () => {
    const skipped: Calendar = { ...inBerlin, week: { sun: [{ from: '02:15', to: '02:45' }] } };
    expect(workOn(skipped, dayNumber('2026-03-29'))).toEqual([]);
    expect(worked(skipped, Date.UTC(2026, 2, 29), Date.UTC(2026, 2, 30))).toBe(0);
  });

  it('an hour that comes twice is worked twice, and the stretches of two days stay in order', () => {
    const around: Calendar = {
      ...inBerlin,
      week: { sat: [{ from: '20:00', to: '02:30' }], sun: [{ from: '02:30', to: '04:00' }] },
    };
    const stretches = [...workFrom(around, Date.UTC(2026, 9, 24, 12))].slice(0, 4);
    expect(stretches.map(({ from, to }) => (to - from) / minute)).toEqual([390, 30, 30, 90]);
    expect(worked(around, Date.UTC(2026, 9, 24, 12), Date.UTC(2026, 9, 25, 12))).toBe(9 * hour);
  });
});

it('B7 a walk over a calendar with hardly any work ends at its horizon', () => {
  const hardly: Calendar = { ...free, week: { mon: [{ from: '09:00', to: '09:01' }] } };
  expect(after(hardly, china('03-02 09:00'), 10)).toBe(china('03-02 09:01') + 599 * 7 * 24 * hour);
  expect(after(hardly, china('03-02 09:00'), 11)).toBeNull();
});
