/** What is asked for when a request comes in: fields as data, and the check of what was answered. */
export * from './check-details.js';
export * from './intake.js';
export * from './parse-intake.js';
