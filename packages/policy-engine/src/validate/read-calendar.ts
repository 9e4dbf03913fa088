import type { Calendar, Shift } from '../calendar/index.js';
import { liveClockRules, weekdays } from '../calendar/index.js';
import type { Place, Read, Reader } from './read.js';
import {
  integerWithin,
  listBy,
  listOf,
  objectOf,
  oneOf,
  readInstant,
  readKey,
  readVersion,
  textLike,
  variantOf,
} from './read.js';
import { readDate, readLocalized } from './read-parts.js';
import { noZoneName } from './tabulate-zone.js';

const timeOfDay = (pattern: RegExp) =>
  textLike(
    (time) => pattern.test(time),
    '应为时刻，例如 08:30；下班可写 24:00。',
    'Must be a time of day such as 08:30, or 24:00 where a shift ends.',
  );

const readTimes: Read<Shift> = objectOf({
  from: timeOfDay(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: timeOfDay(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
});

const readShift: Read<Shift> = (reader, place) => {
  const shift = readTimes(reader, place);
  reader.later(() => {
    if (shift.from === shift.to)
      reader.report(
        `${place.path}.to`,
        '与 from 相同；全天请写 00:00–24:00。',
        'The same as from; a whole day is 00:00–24:00.',
      );
  });
  return shift;
};

const readShifts = listOf(readShift, 1, 24);

const readWeekday = oneOf(...weekdays);

const readHours = (reader: Reader, place: Place) =>
  typeof place.value === 'string' ? readWeekday(reader, place) : readShifts(reader, place);

/** The shape of a version of a calendar. What fields say about each other comes after. */
export const readCalendar: Read<Calendar> = objectOf({
  key: readKey,
  version: readVersion,
  title: readLocalized,
  publishedAt: readInstant,
  zone: objectOf({
    name: textLike((name) => /^(UTC|[A-Za-z_]+(\/[\w+-]+)+)$/.test(name), ...noZoneName),
    offsets: listOf(objectOf({ from: readInstant, minutes: integerWithin(-18 * 60, 18 * 60) }), 1, 500),
  }),
  week: objectOf(
    {},
    {
      mon: readShifts,
      tue: readShifts,
      wed: readShifts,
      thu: readShifts,
      fri: readShifts,
      sat: readShifts,
      sun: readShifts,
    },
  ),
  days: listBy(
    'date',
    variantOf('kind', {
      holiday: objectOf({ date: readDate, name: readLocalized }),
      working: objectOf({ date: readDate, name: readLocalized, hours: readHours }),
    }),
    0,
    4_000,
  ),
  known: objectOf({ from: readDate, through: readDate }),
  liveClocks: oneOf(...liveClockRules),
  notices: listOf(objectOf({ title: readLocalized, issuedOn: readDate }), 0),
});
