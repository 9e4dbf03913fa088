/** Calendars of work as data, with the notices that they come from. */
export * from './china.js';
export * from './zones.js';
