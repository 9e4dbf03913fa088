/** What happened to a ticket, and which of it counts as which event. */
export * from './events.js';
export * from './fact.js';
