import type { Calendar, CalendarDay, Shift } from '@aftercare/policy-engine';
import { dayNumber, weekdays, workOn } from '@aftercare/policy-engine';
import type { CalendarSpecialDay, CalendarYear } from './calendar.types';

/** Special days of a year, by date. */
export const daysOfYear = ({ days }: Pick<Calendar, 'days'>, year: number): CalendarDay[] =>
  days.filter(({ date }) => yearOf(date) === year).sort((a, b) => (a.date < b.date ? -1 : 1));

export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** What a calendar says of a year, as data for a view of it. */
export function calendarYear(calendar: Calendar, year: number): Omit<CalendarYear, 'version'> {
  const { week, known, notices } = calendar;
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return {
    year,
    week: weekdays.map((weekday) => ({ weekday, shifts: week[weekday] ?? [] })),
    days: daysOfYear(calendar, year).map((day) => specialDay(calendar, day)),
    notices,
    workingDays: workingDays(calendar, dayNumber(first), dayNumber(last)),
    provisional: first < known.from || last > known.through,
  };
}

function specialDay({ week }: Calendar, day: CalendarDay): CalendarSpecialDay {
  const { date, kind, name } = day;
  if (day.kind === 'holiday') return { date, kind, name, asWeekday: null, shifts: [] };
  const ownHours: readonly Shift[] | null = typeof day.hours === 'string' ? null : day.hours;
  const asWeekday = typeof day.hours === 'string' ? day.hours : null;
  return { date, kind, name, asWeekday, shifts: ownHours ?? (asWeekday && week[asWeekday]) ?? [] };
}

function workingDays(calendar: Calendar, from: number, through: number): number {
  let count = 0;
  for (let day = from; day <= through; day += 1) if (workOn(calendar, day).length > 0) count += 1;
  return count;
}
