import * as fc from 'fast-check';
import { full } from '../testing/full-policy.js';
import { parseCalendar } from './parse-calendar.js';
import { parseFacts } from './parse-facts.js';
import { parsePolicy } from './parse-policy.js';

const policy = JSON.parse(JSON.stringify(full)) as typeof full;
const calendar = {
  key: 'china',
  version: 1,
  title: { zh: '工作日历', en: 'Calendar' },
  publishedAt: 0,
  zone: { name: 'Asia/Shanghai', offsets: [{ from: 0, minutes: 480 }] },
  week: { mon: [{ from: '22:00', to: '06:00' }], fri: [{ from: '09:00', to: '18:00' }] },
  days: [
    { date: '2026-02-14', kind: 'working', name: { zh: '调休', en: 'Make-up day' }, hours: 'fri' },
    { date: '2026-02-16', kind: 'holiday', name: { zh: '春节', en: 'Spring Festival' } },
  ],
  known: { from: '2026-01-01', through: '2026-12-31' },
  liveClocks: 'keep',
  notices: [],
};
const facts = [
  { kind: 'reported', at: 1, recordedAt: 2, requestType: 'repair', site: { country: 'CN', province: '32' } },
  { kind: 'paused', at: 3, recordedAt: 3, pause: 'p', reason: 'parts', by: 'engineer' },
  { kind: 'resumed', at: 4, recordedAt: 4, pause: 'p' },
  { kind: 'agreed', at: 5, recordedAt: 5, clock: 'response', due: 9, by: 'a', why: 'b', confirmedBy: 'c' },
  { kind: 'closed', at: 6, recordedAt: 6 },
  { kind: 'reopened', at: 7, recordedAt: 7 },
];

const junk = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    '',
    'x',
    'no-target',
    'constructor',
    '24:00',
    '2026-02-30',
    0,
    -1,
    1.5,
    1e300,
    NaN,
  ),
  fc.constantFrom<unknown>(true, [], {}, [[]], [null], { kind: 'clause' }, { basis: 'working-days' }, [
    'repair',
  ]),
);

/** Every place in a value, as the names that lead there. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, below]) => placesIn(below, [...path, name]))];
}

/** The value with something else in one of its places. */
function withAt(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === name ? withAt(item, rest, other) : item));
  const fields = value as Record<string, unknown>;
  return { ...fields, [name]: withAt(fields[name], rest, other) };
}

const parsers: [name: string, sound: unknown, parse: (value: unknown) => object][] = [
  ['a policy', policy, parsePolicy],
  ['a calendar', calendar, parseCalendar],
  ['a list of facts', facts, (value) => parseFacts(full, value)],
];

describe('whatever comes in', () => {
  it.each(parsers)(
    'law: %s is taken as it is, or refused with a place and a remedy',
    (_name, sound, parse) => {
      expect(parse(sound)).not.toHaveProperty('problems');
      const places = fc.constantFrom(...placesIn(sound));
      fc.assert(
        fc.property(places, junk, places, junk, (place, other, secondPlace, second) => {
          let value = withAt(sound, place, other);
          // the second place may be gone
          try {
            value = withAt(value, secondPlace, second);
          } catch {
            return;
          }
          const [[key, answer] = []] = Object.entries(parse(value));
          if (key !== 'problems') return expect(answer).toEqual(value);
          const problems = answer as { path: string; message: { zh: string; en: string } }[];
          expect(problems.length).toBeGreaterThan(0);
          for (const { path, message } of problems) {
            expect(path).toMatch(/^([\w-]+|\[\d+\])?((\.[\w-]+)|\[\d+\])*$/);
            expect(message.zh).toMatch(/\p{Script=Han}.*。$/su);
            expect(message.en).toMatch(/^[A-Z"].*\.$/s);
          }
        }),
        { numRuns: 1_000, seed: 20_260_302 },
      );
    },
  );

  it.each(parsers)('law: %s is refused when anything but data is given', (_name, _sound, parse) => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parse(value)).toHaveProperty('problems');
      }),
      { numRuns: 300, seed: 20_260_302 },
    );
  });
});
