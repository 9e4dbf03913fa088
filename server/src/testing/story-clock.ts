import type { Clock } from '../platform/clock';

/** When every story begins: Tuesday, 2 June 2026, 09:00 in Shanghai. */
export const storyStart = new Date('2026-06-02T01:00:00.000Z');

/** A clock that stands still until it is told otherwise. */
export class StoryClock implements Clock {
  private at = storyStart;

  now(): Date {
    return this.at;
  }

  set(instant: string | Date): void {
    this.at = new Date(instant);
  }

  /** Moves on by whole minutes, hours and days. */
  advance({ days = 0, hours = 0, minutes = 0 }: { days?: number; hours?: number; minutes?: number }): void {
    this.at = new Date(this.at.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);
  }
}

/** A moment as the clock on the wall in Shanghai shows it. */
export const instant = (local: string): string => `${local.replace(' ', 'T')}:00+08:00`;

/** What the clock on the wall in Shanghai shows; seconds only where there are any. */
export const local = (moment: string): string =>
  new Date(Date.parse(moment) + 8 * 3_600_000)
    .toISOString()
    .replace('T', ' ')
    .replace(/(:00)?\.000Z$/, '');
