import * as fc from 'fast-check';
import { addMonths, dateOf, dayNumber, isLocalDate, lastDayOf, weekdayOf } from './civil.js';

const days = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') });
const dates = days.map(dateOf);

describe('dates and day numbers', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11016],
    ['2000-03-01', 11017],
    ['2026-02-14', 20498],
    ['2100-03-01', 47541],
    ['1900-02-28', -25509],
  ])('%s is day %i', (date, day) => {
    expect(dayNumber(date)).toBe(day);
    expect(dateOf(day)).toBe(date);
  });

  it('law: every day has one date, and the next day the next number', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayNumber(dateOf(day))).toBe(day);
        expect(dateOf(day + 1) > dateOf(day)).toBe(true);
        expect(dateOf(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  it('counts weekdays from Monday', () => {
    expect(weekdayOf(dayNumber('2026-02-16'))).toBe(0);
    expect(weekdayOf(dayNumber('2026-02-14'))).toBe(5);
    expect(weekdayOf(dayNumber('1969-12-28'))).toBe(6);
  });
});

describe('a text that is a date', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s exists', (date) => {
    expect(isLocalDate(date)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '2026-01-01T00:00',
    '',
  ])('"%s" does not', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });
});

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it.each([
    ['2025-03-10', 12, '2026-03-10'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 24, '2026-02-28'],
  ])('W22 a term from %s of %i months ends on %s, that day included', (start, months, last) => {
    expect(lastDayOf(start, months)).toBe(last);
  });

  it('law: a longer term never ends earlier, and a later start never either', () => {
    fc.assert(
      fc.property(dates, dates, fc.integer({ min: 1, max: 600 }), (a, b, months) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(lastDayOf(early, months) < lastDayOf(early, months + 1)).toBe(true);
        expect(lastDayOf(early, months) <= lastDayOf(late, months)).toBe(true);
      }),
    );
  });
});
