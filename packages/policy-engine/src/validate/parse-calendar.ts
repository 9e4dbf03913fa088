import type { Calendar } from '../calendar/index.js';
import { checkCalendar } from './check-calendar.js';
import type { Problem } from './problem.js';
import { parse } from './read.js';
import { readCalendar } from './read-calendar.js';

export type ParsedCalendar = { readonly calendar: Calendar } | { readonly problems: readonly Problem[] };

/** Checks unknown data completely before it may become a version of a calendar. */
export function parseCalendar(value: unknown): ParsedCalendar {
  return parse('calendar', value, readCalendar, checkCalendar);
}
