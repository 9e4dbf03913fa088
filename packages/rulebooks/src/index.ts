/** Clauses, calendars and the templates that a new tenant starts from. Data only; see README.md. */
export * from './calendars/index.js';
export * from './clauses/index.js';
export * from './templates/index.js';
