import type { Calendar } from '../calendar/index.js';
import { inEnglish, refuses } from '../testing/problems.js';
import { parseCalendar } from './parse-calendar.js';

const name = { zh: '某', en: 'Some' };
const day = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const night = { from: '22:00', to: '06:00' };
const sound: Calendar = {
  key: 'china',
  version: 1,
  title: name,
  publishedAt: Date.UTC(2025, 10, 4),
  zone: { name: 'Asia/Shanghai', offsets: [{ from: 0, minutes: 480 }] },
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
  days: [
    { date: '2026-02-14', kind: 'working', name, hours: 'fri' },
    { date: '2026-02-16', kind: 'holiday', name },
    { date: '2026-02-28', kind: 'working', name, hours: [{ from: '08:00', to: '24:00' }] },
  ],
  known: { from: '2026-01-01', through: '2026-12-31' },
  liveClocks: 'recompute',
  notices: [{ title: name, issuedOn: '2025-11-04' }],
};

const special = (date: string, hours: unknown) => ({ date, kind: 'working', name, hours });
const withDays = (...days: unknown[]) => ({ ...sound, days });
const withWeek = (week: unknown) => ({ ...sound, week, days: [] });
const withOffsets = (...offsets: unknown[]) => ({ ...sound, zone: { name: 'Europe/Berlin', offsets } });
const problemsOf = (value: unknown) => inEnglish(parseCalendar(value));

describe('a sound calendar', () => {
  it('survives storage and comes back equal', () => {
    expect(parseCalendar(JSON.parse(JSON.stringify(sound)))).toEqual({ calendar: sound });
  });

  it('B8 may work on any days of the week, and needs neither special days nor notices', () => {
    expect(problemsOf({ ...sound, week: { sun: day }, days: [], notices: [] })).toEqual([]);
  });

  it('A5 may work through the night, shift after shift', () => {
    const round = [{ from: '06:00', to: '14:00' }, { from: '14:00', to: '22:00' }, night];
    expect(problemsOf(withWeek({ mon: round, tue: round, sun: [night] }))).toEqual([]);
    const whole = [{ from: '00:00', to: '24:00' }];
    expect(problemsOf(withWeek({ mon: whole, tue: whole }))).toEqual([]);
  });

  it('A5 may have a night shift into a holiday', () => {
    const holiday = { date: '2026-05-01', kind: 'holiday', name };
    expect(
      problemsOf({ ...withWeek({ thu: [night], fri: [{ from: '07:00', to: '16:00' }] }), days: [holiday] }),
    ).toEqual([]);
  });
});

describe('the name of a zone', () => {
  it.each(['UTC', 'Asia/Shanghai', 'America/Port-au-Prince', 'America/Argentina/Buenos_Aires', 'Etc/GMT+8'])(
    'A6 may be %s',
    (name) => {
      expect(problemsOf({ ...sound, zone: { ...sound.zone, name } })).toEqual([]);
    },
  );
});

describe('a calendar that cannot be right', () => {
  refuses(parseCalendar, [
    ['no calendar at all', undefined, ': This is required'],
    ['a version below 1', { ...sound, version: 0 }, 'version: Must be a whole number from 1 to'],
    [
      'a publication that is no instant',
      { ...sound, publishedAt: '2025-11-04' },
      'publishedAt: Must be a whole number',
    ],
    [
      'a publication beyond the year 9999',
      { ...sound, publishedAt: 253_402_300_800_000 },
      'publishedAt: Must be a whole number from -62135596800000 to',
    ],
    [
      'a zone without name',
      { ...sound, zone: { ...sound.zone, name: '' } },
      'zone.name: Must be an IANA time zone such as Asia/Shanghai',
    ],
    ['B7 a week without working time', withWeek({}), 'week: The week has no shifts;'],
    [
      'B7 a working weekday without shifts',
      withWeek({ mon: [] }),
      'week.mon: Must be a list with at least 1 ',
    ],
    [
      'an unknown weekday',
      withWeek({ monday: day }),
      'week.monday: Unknown field; remove it or use one of: mon, tue',
    ],
    [
      'a time that is none',
      withWeek({ mon: [{ from: '9:00', to: '18:00' }] }),
      'week.mon[0].from: Must be a time of day',
    ],
    [
      'a time after the end of the day',
      withWeek({ mon: [{ from: '09:00', to: '24:30' }] }),
      'week.mon[0].to: Must be a time of day',
    ],
    [
      'a shift that begins at the end of the day',
      withWeek({ mon: [{ from: '24:00', to: '06:00' }] }),
      'week.mon[0].from: Must be a time of day',
    ],
    [
      'A5 a shift of no length',
      withWeek({ mon: [{ from: '09:00', to: '09:00' }] }),
      'week.mon[0].to: The same as from; a whole day is 00:00–24:00',
    ],
    [
      'A4 more shifts than there are hours',
      withWeek({
        mon: Array.from({ length: 25 }, (_, at) => ({ from: `12:${10 + at}`, to: `12:${11 + at}` })),
      }),
      'week.mon: Must be a list with at least 1 and at most 24 items',
    ],
    [
      'more special days than are looked at',
      withDays(...Array<unknown>(4_001).fill(sound.days[0])),
      'days: Must be a list with at least 0 and at most 4000 items',
    ],
    [
      'A6 more offsets than any zone has',
      withOffsets(...Array.from({ length: 501 }, (_, from) => ({ from, minutes: from % 2 }))),
      'zone.offsets: Must be a list with at least 1 and at most 500 items',
    ],
    [
      'A6 a zone that is no name of one',
      { ...sound, zone: { ...sound.zone, name: 'China time' } },
      'zone.name: Must be an IANA time zone such as Asia/Shanghai',
    ],
    [
      'A4 shifts of a day that overlap',
      withWeek({ mon: [day[1], { from: '17:59', to: '20:00' }] }),
      'week.mon[1]: Overlaps a shift beside it',
    ],
    [
      'A4 a shift given twice',
      withWeek({ mon: [day[0], day[0]] }),
      'week.mon[1]: Overlaps a shift beside it',
    ],
    [
      'A5 a night shift into the next morning’s',
      withWeek({ mon: [night], tue: [{ from: '05:59', to: '14:00' }] }),
      'week.mon[0]: Overlaps a shift beside it',
    ],
    [
      'A5 a Sunday night into Monday',
      withWeek({ sun: [night], mon: [{ from: '00:00', to: '08:00' }] }),
      'week.sun[0]: Overlaps a shift beside it',
    ],
    [
      'A5 a night shift into a make-up day',
      { ...withWeek({ fri: [night] }), days: [special('2026-02-28', [{ from: '05:00', to: '12:00' }])] },
      'days[0].hours[0]: Overlaps a shift beside it',
    ],
    [
      'A5 a make-up night into an ordinary day',
      { ...withWeek({ mon: [{ from: '05:00', to: '12:00' }] }), days: [special('2026-03-01', [night])] },
      'days[0].hours[0]: Overlaps a shift beside it',
    ],
    [
      'A5 a make-up day with a weekday’s hours into the next',
      {
        ...withWeek({ mon: [{ from: '05:00', to: '12:00' }], fri: [night] }),
        days: [special('2026-03-01', 'fri')],
      },
      'days[0].hours: Overlaps a shift beside it',
    ],
    [
      'B2 a make-up day like a free weekday',
      withDays(special('2026-02-14', 'sun')),
      'days[0].hours: Does not fit week.sun; remove it',
    ],
    [
      'B2 a make-up day like no weekday',
      withDays(special('2026-02-14', 'friday')),
      'days[0].hours: Must be one of: mon, tue',
    ],
    [
      'B2 a make-up day without hours',
      withDays(special('2026-02-14', undefined)),
      'days[0].hours: This is required',
    ],
    [
      'a day of no kind',
      withDays({ date: '2026-02-14', kind: 'half', name }),
      'days[0].kind: Must be one of: holiday, working',
    ],
    [
      'a date given twice',
      withDays(...sound.days, sound.days[1]),
      'days[3].date: "2026-02-16" is given twice',
    ],
    [
      'a date that does not exist',
      withDays({ date: '2026-02-29', kind: 'holiday', name }),
      'days[0].date: Must be a date that exists',
    ],
    [
      'B5 a special day outside what is known',
      withDays({ date: '2027-01-01', kind: 'holiday', name }),
      'days[0].date: Does not fit known;',
    ],
    [
      'B5 a special day before what is known',
      withDays({ date: '2025-12-31', kind: 'holiday', name }),
      'days[0].date: Does not fit known;',
    ],
    [
      'B5 a known time that ends before it starts',
      { ...sound, days: [], known: { from: '2026-12-31', through: '2026-01-01' } },
      'known.through: Must come after known.from',
    ],
    ['A6 a zone without offsets', withOffsets(), 'zone.offsets: Must be a list with at least 1 '],
    [
      'A6 offsets out of order',
      withOffsets({ from: 2, minutes: 60 }, { from: 1, minutes: 120 }),
      'zone.offsets[1].from: Must come after zone.offsets[0].from',
    ],
    [
      'A6 two offsets from one moment',
      withOffsets({ from: 2, minutes: 60 }, { from: 2, minutes: 120 }),
      'zone.offsets[1].from: Must come after zone.offsets[0].from',
    ],
    [
      'A6 an offset beyond eighteen hours',
      withOffsets({ from: 0, minutes: -1081 }),
      'zone.offsets[0].minutes: Must be a whole number from -1080 to 1080',
    ],
    [
      'B4 a version that says nothing of live clocks',
      { ...sound, liveClocks: undefined },
      'liveClocks: This is required',
    ],
  ]);

  it('finds all of them at once', () => {
    const bad = { ...withWeek({}), known: { from: '2026-12-31', through: '2026-01-01' } };
    expect(problemsOf(bad)).toHaveLength(2);
  });
});
