import type { LocalDate } from './calendar.js';

/** Days since 1970-01-01, which is day 0. */
export type DayNumber = number;

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function parts(date: LocalDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
}

function text(year: number, month: number, day: number): LocalDate {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function lengthOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (monthDays[month - 1] ?? 0);
}

/** Whether a text is a date that exists, written as `2026-02-14`. */
export function isLocalDate(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const [year, month, day] = parts(value);
  return day >= 1 && day <= lengthOf(year, month);
}

/** The number of a date that exists. Years begin in March, so that the leap day is the last (Howard Hinnant). */
export function dayNumber(date: LocalDate): DayNumber {
  const [year, month, day] = parts(date);
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** The date of a day of the years 0 to 9999; the inverse of `dayNumber`. */
export function dateOf(day: DayNumber): LocalDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const index = Math.floor((5 * dayOfYear + 2) / 153);
  const month = index < 10 ? index + 3 : index - 9;
  const year = yearOfEra + era * 400 + (month > 2 ? 0 : 1);
  return text(year, month, dayOfYear - Math.floor((153 * index + 2) / 5) + 1);
}

/** 0 is Monday, 6 is Sunday: the places of `weekdays`. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The same day of a later month; the last of that month when it has no such day. `months` may be negative. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = parts(date);
  const total = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  return text(toYear, toMonth, Math.min(day, lengthOf(toYear, toMonth)));
}

/**
 * The last day of a term of calendar months, that day included: the one that corresponds to its start, or the last
 * of that month. The day of the start is not counted (Civil Code of China, articles 201 and 202; W22).
 */
export function lastDayOf(start: LocalDate, months: number): LocalDate {
  return addMonths(start, months);
}
