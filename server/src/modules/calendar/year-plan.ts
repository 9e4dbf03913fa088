import type { Calendar, CalendarDay } from '@aftercare/policy-engine';
import { dateOf, dayNumber, isLocalDate } from '@aftercare/policy-engine';
import { zoneOf } from '@aftercare/rulebooks';
import type { Refusal } from '../../platform/errors';
import { Refusals } from '../../platform/errors';
import { yearOf } from './calendar-year';
import { endsBeforeItBegins, hoursNotClear, noDate, yearOutOfReach } from './calendar.errors';
import type {
  CalendarHolidayInput,
  CalendarMakeUpDayInput,
  CalendarYearPublishInput,
} from './calendar.inputs';

/** A special day with the place of the input that asked for it; none for a day of another year. */
interface PlacedDay {
  day: CalendarDay;
  place?: readonly string[];
}

/** What is to be published, not checked yet, and where in the input each of its days stands. */
export interface YearPlan {
  content: Calendar;
  /** Path in the input of a path in the content. */
  placeOf: (path: string) => readonly string[];
}

const day = 86_400_000;

/**
 * The newest version with the special days of one year replaced, as the next version.
 * @throws Refusals naming every date that is none of the year, and the year if it is out of reach
 */
export function planYear(newest: Calendar, input: CalendarYearPublishInput, publishedAt: Date): YearPlan {
  const { year, notice, liveClocks } = input;
  const { known } = newest;
  const [first, last] = [yearOf(known.from), yearOf(known.through) + 1];
  if (year < first || year > last) throw yearOutOfReach(first, last);
  const days = [
    ...newest.days.filter(({ date }) => yearOf(date) !== year).map((kept): PlacedDay => ({ day: kept })),
    ...daysAsked(input),
  ].sort((a, b) => (a.day.date < b.day.date ? -1 : 1));
  const through = year === last ? `${year}-12-31` : known.through;
  const content: Calendar = {
    ...newest,
    version: newest.version + 1,
    publishedAt: publishedAt.getTime(),
    zone: zoneThrough(newest, known.from, through),
    days: days.map((each) => each.day),
    known: { from: known.from, through },
    liveClocks,
    notices: notice ? [...newest.notices, { ...notice, title: { ...notice.title } }] : newest.notices,
  };
  return { content, placeOf: (path) => placeIn(days, newest.notices.length, path) };
}

function daysAsked({ year, holidays, makeUpDays }: CalendarYearPublishInput): PlacedDay[] {
  const refused: Refusal[] = [];
  const within = (date: string, place: readonly string[]): boolean => {
    const sound = isLocalDate(date) && yearOf(date) === year;
    if (!sound) refused.push(noDate(place, year));
    return sound;
  };
  const asked = [
    ...holidays.flatMap((holiday, index) => daysOff(holiday, ['holidays', `${index}`], within, refused)),
    ...makeUpDays.flatMap((worked, index) => makeUpDay(worked, ['makeUpDays', `${index}`], within, refused)),
  ];
  if (refused.length > 0) throw new Refusals(refused);
  return asked;
}

type Within = (date: string, place: readonly string[]) => boolean;

function daysOff(
  { from, through, name }: CalendarHolidayInput,
  place: readonly string[],
  within: Within,
  refused: Refusal[],
): PlacedDay[] {
  const last = through ?? from;
  // both are looked at, so that both are told
  if ([within(from, [...place, 'from']), within(last, [...place, 'through'])].includes(false)) return [];
  if (last < from) refused.push(endsBeforeItBegins([...place, 'through']));
  const count = dayNumber(last) - dayNumber(from) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    day: { date: dateOf(dayNumber(from) + index), kind: 'holiday', name: { ...name } },
    place,
  }));
}

function makeUpDay(
  { date, name, asWeekday, shifts }: CalendarMakeUpDayInput,
  place: readonly string[],
  within: Within,
  refused: Refusal[],
): PlacedDay[] {
  const hours = asWeekday ?? shifts?.map(({ from, to }) => ({ from, to }));
  if (!hours || (asWeekday && shifts)) refused.push(hoursNotClear([...place, 'asWeekday']));
  if (!within(date, [...place, 'date']) || !hours) return [];
  return [{ day: { date, kind: 'working', name: { ...name }, hours }, place }];
}

/** The zone as the platform knows it now, made into data once, when it is published (A6). */
function zoneThrough({ zone }: Calendar, from: string, through: string): Calendar['zone'] {
  const made = zoneOf(zone.name, Date.parse(from) - day, Date.parse(through) + 2 * day);
  if ('problems' in made) throw new Error(`The zone ${zone.name} is not known here.`);
  return made.zone;
}

/** Names of the input for those of the content. */
const inputNames: Record<string, string> = { hours: 'shifts' };

function placeIn(days: readonly PlacedDay[], notices: number, path: string): readonly string[] {
  const [list, index, ...rest] = path.match(/[^.[\]]+/g) ?? [];
  const named = rest.map((name) => inputNames[name] ?? name);
  if (list === 'days') {
    const place = days[Number(index)]?.place;
    if (!place) return ['year'];
    return place[0] === 'holidays' && named[0] === 'date' ? place : [...place, ...named];
  }
  return list === 'notices' && Number(index) === notices ? ['notice', ...named] : [];
}
