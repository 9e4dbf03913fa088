import type { Calendar, Shift } from '../calendar/index.js';
import { dateOf, dayLength, dayNumber, fromMidnight, weekdayOf, weekdays } from '../calendar/index.js';
import { tellEarlier, tellMisfit } from './check-keys.js';
import type { Report } from './problem.js';

/** A shift in milliseconds from the midnight of its date, and where its hours stand. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly path: string;
  /** Whether it is that of a special day. */
  readonly special: boolean;
}

/** Notes what makes a calendar unusable: no working time, hours that overlap, days and offsets out of place. */
export function checkCalendar(calendar: Calendar, report: Report): void {
  const { week, days, known, zone } = calendar;
  if (!weekdays.some((weekday) => week[weekday]))
    report('week', '一周没有班次；请补上。', 'The week has no shifts; add some.');
  if (known.through < known.from) tellEarlier('known.through', 'known.from', report);
  days.forEach((day, index) => {
    if (day.date < known.from || day.date > known.through) tellMisfit(`days[${index}].date`, 'known', report);
    if (day.kind === 'working' && typeof day.hours === 'string' && !week[day.hours])
      tellMisfit(`days[${index}].hours`, `week.${day.hours}`, report);
  });
  zone.offsets.forEach(({ from }, index) => {
    const before = zone.offsets[index - 1];
    if (before && from <= before.from)
      tellEarlier(`zone.offsets[${index}].from`, `zone.offsets[${index - 1}].from`, report);
  });
  for (const path of overlaps(calendar))
    report(path, '与相邻班次重叠；请调整起止时间。', 'Overlaps a shift beside it; change one of the times.');
}

/** Shifts that overlap others of their date, or of the dates beside it; touching is no overlap. */
function overlaps({ week, days }: Calendar): ReadonlySet<string> {
  const plans = weekdays.map((weekday) => stretches(week[weekday], (shift) => `week.${weekday}[${shift}]`));
  const special = new Map<string, readonly Stretch[]>(
    days.map((day, index) => {
      const path = `days[${index}].hours`;
      const hours = day.kind === 'working' ? day.hours : [];
      return [
        day.date,
        typeof hours === 'string'
          ? stretches(week[hours], () => path, true)
          : stretches(hours, (shift) => `${path}[${shift}]`, true),
      ];
    }),
  );
  const ordinary = (day: number) => plans[weekdayOf(day)] ?? [];
  const actual = (day: number) => special.get(dateOf(day)) ?? ordinary(day);
  // any seven days in a row stand for the ordinary week
  return new Set([
    ...weekdays.flatMap((_, day) => overlapsOn(day, ordinary)),
    ...[...special.keys()].flatMap((date) => overlapsOn(dayNumber(date), actual)),
  ]);
}

function overlapsOn(day: number, planOn: (day: number) => readonly Stretch[]): string[] {
  const [before, today, after] = [planOn(day - 1), planOn(day), planOn(day + 1)];
  const within = today.filter((shift, index) =>
    today.slice(0, index).some(({ from, to }) => from < shift.to && shift.from < to),
  );
  return [...within.map(({ path }) => path), ...overnight(before, today), ...overnight(today, after)];
}

function stretches(
  shifts: readonly Shift[] = [],
  path: (index: number) => string,
  special = false,
): Stretch[] {
  return shifts.map((shift, index) => ({ ...fromMidnight(shift), path: path(index), special }));
}

/** Night shifts into the next morning: told at the date that is special, as the ordinary week may be right. */
function overnight(today: readonly Stretch[], tomorrow: readonly Stretch[]): string[] {
  return today.flatMap((late) =>
    tomorrow
      .filter((early) => late.to - dayLength > early.from)
      .map((early) => (early.special && !late.special ? early.path : late.path)),
  );
}
