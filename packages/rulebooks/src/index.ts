/** Clauses, calendars, what is asked at intake, and the templates that a new tenant starts from. Data, and the checks of it; see README.md. */
export * from './calendars/index.js';
export * from './clauses/index.js';
export * from './intake/index.js';
export * from './templates/index.js';
