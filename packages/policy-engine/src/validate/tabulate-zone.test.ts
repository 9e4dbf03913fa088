import type { Instant } from '../time/index.js';
import { tabulateZone } from './tabulate-zone.js';

const hour = 3_600_000;

/** What this platform knows of a zone; the engine itself asks no platform. */
function platform(name: string): (at: Instant) => number | null {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
    return (at) => {
      const text = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(text) ?? [];
      return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    };
  } catch {
    return () => null;
  }
}

const during2026 = (name: string) =>
  tabulateZone({
    name,
    offsetAt: platform(name),
    from: Date.UTC(2026, 0, 1),
    through: Date.UTC(2027, 0, 1),
  });

describe('A6 a zone becomes data', () => {
  const from = Date.UTC(2026, 0, 1);
  it.each([
    [
      'Europe/Berlin',
      [
        { from, minutes: 60 },
        { from: Date.UTC(2026, 2, 29, 1), minutes: 120 },
        { from: Date.UTC(2026, 9, 25, 1), minutes: 60 },
      ],
    ],
    [
      'America/New_York',
      [
        { from, minutes: -300 },
        { from: Date.UTC(2026, 2, 8, 7), minutes: -240 },
        { from: Date.UTC(2026, 10, 1, 6), minutes: -300 },
      ],
    ],
    [
      'Australia/Lord_Howe',
      [
        { from, minutes: 660 },
        { from: Date.UTC(2026, 3, 4, 15), minutes: 630 },
        { from: Date.UTC(2026, 9, 3, 15, 30), minutes: 660 },
      ],
    ],
    ['Asia/Shanghai', [{ from, minutes: 480 }]],
  ])('A6 %s in 2026, to the millisecond', (name, offsets) => {
    expect(during2026(name)).toEqual({ zone: { name, offsets } });
  });

  it('A6 a change of offset for a single day is not missed', () => {
    const begin = Date.UTC(2026, 4, 1, 13, 7);
    const end = begin + 24 * hour;
    const offsetAt = (at: Instant) => (at >= begin && at < end ? 60 : 0);
    expect(tabulateZone({ name: 'X', offsetAt, from, through: Date.UTC(2026, 5, 1) })).toEqual({
      zone: {
        name: 'X',
        offsets: [
          { from, minutes: 0 },
          { from: begin, minutes: 60 },
          { from: end, minutes: 0 },
        ],
      },
    });
  });

  it('A6 a change at the very end is in it, one after it is not', () => {
    const offsetAt = (at: Instant) => (at >= from + hour ? 60 : 0);
    const until = (through: Instant) => tabulateZone({ name: 'X', offsetAt, from, through });
    expect(until(from + hour)).toEqual({
      zone: {
        name: 'X',
        offsets: [
          { from, minutes: 0 },
          { from: from + hour, minutes: 60 },
        ],
      },
    });
    expect(until(from + hour - 1)).toEqual({ zone: { name: 'X', offsets: [{ from, minutes: 0 }] } });
  });
});

describe('a zone that cannot become data', () => {
  it('is refused when the platform does not know its name', () => {
    expect(during2026('Mars/Olympus')).toEqual({
      problems: [
        {
          path: 'zone.name',
          message: {
            zh: '应为 IANA 时区名称，例如 Asia/Shanghai。',
            en: 'Must be an IANA time zone such as Asia/Shanghai.',
          },
        },
      ],
    });
  });

  it.each([
    ['ends before it begins', from2026(-1)],
    ['goes on for ever', Infinity],
    ['goes on for more than sixty years', Date.UTC(2087, 0, 1)],
    ['is no number', NaN],
  ])('is refused when its span %s', (_name, through) => {
    const offsetAt = () => 0;
    const answer = tabulateZone({ name: 'Etc/UTC', offsetAt, from: from2026(0), through });
    expect(answer).toMatchObject({ problems: [{ path: 'zone.offsets' }] });
  });
});

function from2026(milliseconds: number): Instant {
  return Date.UTC(2026, 0, 1) + milliseconds;
}
