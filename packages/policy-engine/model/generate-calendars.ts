import type { Calendar, CalendarDay, Shift, Weekday, Zone } from '../src/calendar/calendar.js';
import type { Minute } from './minutes.js';
import { instantOf, minuteOf } from './minutes.js';
import type { Random } from './random.js';
import { dayLength } from './working-time.js';
import type { DayNumber } from './working-time.js';

const utc = (text: string) => Date.parse(`${text}Z`);

const fixed = (name: string, minutes: number): Zone => ({ name, offsets: [{ from: 0, minutes }] });
const changing = (name: string, first: number, ...changes: (readonly [string, number])[]): Zone => ({
  name,
  offsets: [{ from: 0, minutes: first }, ...changes.map(([from, minutes]) => ({ from: utc(from), minutes }))],
});

const steady = [fixed('Asia/Shanghai', 480), fixed('Asia/Kathmandu', 345), fixed('UTC', 0)] as const;
const summer = [
  changing(
    'Europe/Berlin',
    60,
    ['2026-03-29T01:00', 120],
    ['2026-10-25T01:00', 60],
    ['2027-03-28T01:00', 120],
    ['2027-10-31T01:00', 60],
  ),
  changing(
    'America/New_York',
    -300,
    ['2026-03-08T07:00', -240],
    ['2026-11-01T06:00', -300],
    ['2027-03-14T07:00', -240],
    ['2027-11-07T06:00', -300],
  ),
  changing(
    'Australia/Lord_Howe',
    660,
    ['2026-04-04T15:00', 630],
    ['2026-10-03T15:30', 660],
    ['2027-04-03T15:00', 630],
    ['2027-10-02T15:30', 660],
  ),
] as const;

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const time = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const shift = (from: number, to: number): Shift => ({ from: time(from), to: time(to) });
const dateText = (day: DayNumber) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Ways to work. None lets shifts of one day, or of neighbouring days, overlap. */
const styles = ['office', 'split', 'night', 'early', 'around', 'odd'] as const;
type Style = (typeof styles)[number];

function hoursOf(style: Style, random: Random): Shift[] {
  const quarter = (from: number, to: number) => random.between(from * 4, to * 4) * 15;
  switch (style) {
    case 'office':
      return [shift(540, 720), shift(780, 1080)];
    case 'split': {
      const first = quarter(6, 9);
      const second = quarter(11, 14);
      const third = quarter(16, 19);
      const all = [
        shift(first, first + random.between(4, 8) * 15),
        shift(second, second + random.between(4, 8) * 15),
        shift(third, third + random.between(4, 12) * 15),
      ];
      const some = random.some(all, 0.7);
      return some.length > 0 ? some : all.slice(0, 1);
    }
    case 'night': {
      const evening = shift(quarter(18, 23), random.pick([0, 90, 120, 150, 240, 360]));
      return random.chance(0.5) ? [shift(360, quarter(8, 16)), evening] : [evening];
    }
    case 'early':
      return [shift(random.pick([0, 30, 60, 120]), quarter(3, 7)), shift(quarter(8, 12), quarter(13, 24))];
    case 'around':
      return random.chance(0.5) ? [shift(480, 480)] : [shift(0, 1440)];
    case 'odd': {
      const from = random.between(360, 1200);
      return [shift(from, from + random.between(61, 239))];
    }
  }
}

/** What several tickets have in common: calendars, and a time in which they happen. */
export interface World {
  readonly calendars: readonly Calendar[];
  readonly from: Minute;
  readonly days: number;
}

function weekOf(style: Style, random: Random): Calendar['week'] {
  const usual = hoursOf(style, random);
  const week: { [Day in Weekday]?: readonly Shift[] } = {};
  const share = random.pick([0.4, 0.75, 0.9]);
  for (const day of weekdays) {
    if (!random.chance(share)) continue;
    week[day] = style === 'around' || random.chance(0.7) ? usual : hoursOf(style, random);
  }
  if (Object.keys(week).length < 2) {
    week.tue = usual;
    week.fri = usual;
  }
  return week;
}

function specialDays(
  week: Calendar['week'],
  style: Style,
  first: DayNumber,
  days: number,
  random: Random,
): CalendarDay[] {
  const name = { zh: '节假日安排', en: 'Holiday arrangement' };
  const special: CalendarDay[] = [];
  const named = weekdays.filter((day) => week[day]);
  for (let day = first - 3; day <= first + days + 6; day++) {
    if (!random.chance(0.3)) continue;
    const date = dateText(day);
    const free = !week[weekdays[(day + 3) % 7] ?? 'mon'];
    if (!free && random.chance(0.65)) special.push({ date, kind: 'holiday', name });
    else if (style !== 'around' && random.chance(0.4)) {
      special.push({ date, kind: 'working', name, hours: hoursOf(style, random) });
    } else {
      special.push({
        date,
        kind: 'working',
        name,
        hours: named[random.between(0, named.length - 1)] ?? 'mon',
      });
    }
  }
  return special;
}

function around(style: Style, week: Calendar['week'], random: Random): Calendar['week'] {
  if (style !== 'around') return week;
  const hours = hoursOf(style, random);
  return Object.fromEntries(Object.keys(week).map((day) => [day, hours]));
}

export function generateWorld(random: Random): World {
  const days = random.chance(0.006) ? random.between(40, 80) : random.between(2, 6);
  const zone = random.chance(0.55) ? random.pick(summer) : random.pick(steady);
  const turns = zone.offsets.slice(1).map(({ from }) => minuteOf(from));
  const turn = turns[random.between(0, turns.length - 1)];
  const from =
    turn !== undefined && random.chance(0.85)
      ? turn - random.between(0, Math.min(days, 8) * dayLength)
      : minuteOf(utc('2026-01-05T00:00')) + random.between(0, 500 * dayLength);
  const firstDay = Math.floor(from / dayLength);
  const lastDay = firstDay + days;
  const calendars = (['plant', 'dealer'] as const).flatMap((key): Calendar[] => {
    const style = random.pick(styles);
    const week = around(style, weekOf(style, random), random);
    return Array.from({ length: random.between(1, 3) }, (_, index) => {
      const special = specialDays(week, style, firstDay, days, random);
      const through = random.chance(0.4) ? random.between(firstDay - 1, lastDay + 3) : lastDay + 400;
      return {
        key,
        version: index + 1,
        title: { zh: '工作日历', en: 'Working calendar' },
        publishedAt: instantOf(from + (index - 1) * random.between(1, days) * dayLength),
        zone,
        week,
        days: special.filter(({ date }) => date <= dateText(through)),
        known: {
          from: dateText(random.chance(0.1) ? firstDay + random.between(0, 2) : firstDay - 400),
          through: dateText(through),
        },
        liveClocks: 'recompute',
        notices: [],
      };
    });
  });
  return { calendars, from, days };
}
