/** Instants, durations and the one function that measures between them. */
export * from './duration.js';
export * from './walk.js';
