/** From unknown data to a policy, a calendar or facts, or to the list of what is wrong and how to mend it. */
export { checkCalendars } from './check-calendars.js';
export { parseCalendar } from './parse-calendar.js';
export type { ParsedCalendar } from './parse-calendar.js';
export { parseFacts } from './parse-facts.js';
export type { ParsedFacts } from './parse-facts.js';
export { parsePolicy } from './parse-policy.js';
export type { ParsedPolicy } from './parse-policy.js';
export type { Problem } from './problem.js';
export { tabulateZone } from './tabulate-zone.js';
export type { ZoneInput } from './tabulate-zone.js';
