import type { LocalizedText } from '../policy/index.js';
import type { Instant } from '../time/index.js';

/** A date without a zone, such as `2026-02-14`. */
export type LocalDate = string;

/** A time of day, `00:00` to `24:00`. */
export type ClockTime = string;

/** Hours of work. `to` not after `from` means the next morning: the shift belongs to the day on which it begins. */
export interface Shift {
  readonly from: ClockTime;
  readonly to: ClockTime;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** From a moment on, local time is UTC plus so many minutes. */
export interface ZoneOffset {
  readonly from: Instant;
  readonly minutes: number;
}

/**
 * A time zone as data: its offsets, made once when the calendar is published (A6). The first also holds for all time
 * before its own moment.
 */
export interface Zone {
  /** IANA name, such as `Asia/Shanghai`. */
  readonly name: string;
  readonly offsets: readonly ZoneOffset[];
}

/** A day that is not what its weekday says. */
export type CalendarDay =
  | { readonly date: LocalDate; readonly kind: 'holiday'; readonly name: LocalizedText }
  | {
      readonly date: LocalDate;
      readonly kind: 'working';
      readonly name: LocalizedText;
      /** The weekday whose hours hold, or the day's own hours. */
      readonly hours: Weekday | readonly Shift[];
    };

/** What a new version does to clocks that still run by an older one (B4). */
export const liveClockRules = ['recompute', 'keep'] as const;

/** One published version of a calendar of work. It never changes. */
export interface Calendar {
  readonly key: string;
  readonly version: number;
  readonly title: LocalizedText;
  readonly publishedAt: Instant;
  readonly zone: Zone;
  /** The ordinary week; a weekday that is left out is free. */
  readonly week: { readonly [Day in Weekday]?: readonly Shift[] };
  readonly days: readonly CalendarDay[];
  /** The first and last date whose holidays are published; results beyond are provisional (B5). */
  readonly known: { readonly from: LocalDate; readonly through: LocalDate };
  readonly liveClocks: (typeof liveClockRules)[number];
  /** Where the days come from, such as the notice of a year's holidays. */
  readonly notices: readonly { readonly title: LocalizedText; readonly issuedOn: LocalDate }[];
}
