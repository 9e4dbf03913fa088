/** When work is done: calendars as published versions, and what they make of time. */
export * from './calendar.js';
export * from './civil.js';
export * from './working-days.js';
export * from './working-time.js';
export * from './zone.js';
