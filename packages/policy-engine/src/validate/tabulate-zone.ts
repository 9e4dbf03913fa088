import type { Zone, ZoneOffset } from '../calendar/index.js';
import type { Instant } from '../time/index.js';
import type { Problem } from './problem.js';

/** No zone changes its offset and changes it back within twelve hours. */
const step = 12 * 3_600_000;
const longest = 60 * 366 * 24 * 3_600_000;

/** In both languages, that a name is not known. */
export const noZoneName = [
  '应为 IANA 时区名称，例如 Asia/Shanghai。',
  'Must be an IANA time zone such as Asia/Shanghai.',
] as const;

/** What a zone's name stands for, as the platform knows it. */
export interface ZoneInput {
  /** IANA name, such as `Europe/Berlin`. */
  readonly name: string;
  /** Minutes that local time is ahead of UTC at an instant, a whole number; `null` when the name is not known. */
  readonly offsetAt: (at: Instant) => number | null;
  readonly from: Instant;
  /** Not before `from`, and at most sixty years after it. */
  readonly through: Instant;
}

/**
 * Makes a zone's name into data, once, when a calendar is published (A6): its offset at `from` and every change up to
 * `through`, to the millisecond. A name that the platform does not know, and a span that cannot be tabulated, are
 * refused.
 */
export function tabulateZone(
  input: ZoneInput,
): { readonly zone: Zone } | { readonly problems: readonly Problem[] } {
  const { name, offsetAt, from, through } = input;
  if (!(from <= through && through - from <= longest))
    return refused(
      'zone.offsets',
      '起止颠倒，或超过六十年；请更正。',
      'Ends before it begins, or exceeds sixty years; correct it.',
    );
  const offsets: ZoneOffset[] = [];
  for (let before = from, at = from; ; before = at, at = Math.min(at + step, through)) {
    const minutes = offsetAt(at);
    if (minutes === null) return refused('zone.name', ...noZoneName);
    const last = offsets.at(-1);
    if (minutes !== last?.minutes)
      offsets.push({ from: last ? changeWithin(offsetAt, before, at, last.minutes) : from, minutes });
    if (at === through) return { zone: { name, offsets } };
  }
}

/** The first instant after `from` that no longer has the offset; `to` does not have it. */
function changeWithin(offsetAt: ZoneInput['offsetAt'], from: Instant, to: Instant, minutes: number): Instant {
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === minutes) low = middle;
    else high = middle;
  }
  return high;
}

function refused(path: string, zh: string, en: string): { readonly problems: readonly Problem[] } {
  return { problems: [{ path, message: { zh, en } }] };
}
