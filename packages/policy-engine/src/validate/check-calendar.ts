import type { Calendar, Shift } from '../calendar/index.js';
import { dateOf, dayLength, dayNumber, timeOfDay, weekdayOf, weekdays } from '../calendar/index.js';
import { checkUnique, tellEarlier } from './check-keys.js';
import type { Report } from './problem.js';

/** A shift in milliseconds from the midnight of its date, and where its hours stand. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly path: string;
}

/** The hours of a date, and whether it is a special day. */
interface Plan {
  readonly special: boolean;
  readonly shifts: readonly Stretch[];
}

/** Notes what makes a calendar unusable: no working time, hours that overlap, days and offsets out of place. */
export function checkCalendar(calendar: Calendar, report: Report): void {
  const { week, days, known, zone } = calendar;
  if (!weekdays.some((weekday) => week[weekday])) {
    report('week', {
      zh: '一周没有工作时间；请至少给一天填写班次。',
      en: 'The week has no working time; give a day its shifts.',
    });
  }
  if (known.through < known.from) {
    tellEarlier('known.through', 'known.from', report);
  }
  checkUnique(
    days.map(({ date }) => date),
    (index) => `days[${index}].date`,
    report,
  );
  days.forEach((day, index) => {
    if (day.date < known.from || day.date > known.through) {
      report(`days[${index}].date`, {
        zh: '不在 known 范围内；请扩大范围，或删除此日。',
        en: 'Lies outside known; extend that, or remove the day.',
      });
    }
    if (day.kind === 'working' && typeof day.hours === 'string' && !week[day.hours]) {
      report(`days[${index}].hours`, {
        zh: '这一天没有工作时间；请换一天，或填写班次。',
        en: 'That weekday has no working time; name another, or give shifts.',
      });
    }
  });
  zone.offsets.forEach(({ from }, index) => {
    const before = `zone.offsets[${index - 1}].from`;
    if (from <= (zone.offsets[index - 1]?.from ?? -Infinity)) {
      tellEarlier(`zone.offsets[${index}].from`, before, report);
    }
  });
  checkOverlaps(calendar, report);
}

/** Shifts of a date, and of dates that follow each other; touching is no overlap. */
function checkOverlaps({ week, days }: Calendar, report: Report): void {
  const plans = weekdays.map((weekday): Plan => {
    return { special: false, shifts: stretches(week[weekday], (shift) => `week.${weekday}[${shift}]`) };
  });
  const ordinary = (day: number): Plan => plans[(day + 7) % 7] ?? { special: false, shifts: [] };
  const special = new Map<string, Plan>(
    days.map((day, index) => {
      const path = `days[${index}].hours`;
      if (day.kind === 'holiday') return [day.date, { special: true, shifts: [] }];
      const shifts =
        typeof day.hours === 'string'
          ? stretches(week[day.hours], () => path)
          : stretches(day.hours, (shift) => `${path}[${shift}]`);
      return [day.date, { special: true, shifts }];
    }),
  );
  const told = new Set<string>();
  const tell = (path: string) => {
    if (told.has(path)) return;
    told.add(path);
    report(path, {
      zh: '与相邻班次重叠；请调整起止时间。',
      en: 'Overlaps a shift beside it; change one of the times.',
    });
  };
  for (const { shifts } of plans) tellWithin(shifts, tell);
  weekdays.forEach((_, day) => tellBetween(ordinary(day), ordinary(day + 1), tell));
  const planOn = (day: number) => special.get(dateOf(day)) ?? ordinary(weekdayOf(day));
  for (const [date, plan] of special) {
    const day = dayNumber(date);
    tellWithin(plan.shifts, tell);
    tellBetween(planOn(day - 1), plan, tell);
    tellBetween(plan, planOn(day + 1), tell);
  }
}

function stretches(shifts: readonly Shift[] = [], path: (index: number) => string): Stretch[] {
  return shifts.map(({ from, to }, index) => {
    const [start, end] = [timeOfDay(from), timeOfDay(to)];
    return { from: start, to: end > start ? end : end + dayLength, path: path(index) };
  });
}

function tellWithin(shifts: readonly Stretch[], tell: (path: string) => void): void {
  shifts.forEach((shift, index) => {
    const earlier = shifts.slice(0, index);
    if (earlier.some(({ from, to }) => from < shift.to && shift.from < to)) tell(shift.path);
  });
}

/** A night shift into the next morning: told at the date that is special, as the ordinary week may be right. */
function tellBetween(today: Plan, tomorrow: Plan, tell: (path: string) => void): void {
  for (const late of today.shifts) {
    for (const early of tomorrow.shifts) {
      if (late.to - dayLength > early.from) tell(tomorrow.special && !today.special ? early.path : late.path);
    }
  }
}
