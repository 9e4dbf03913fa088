/** Checking values of unknown shape: what each part has to look like, and the faults with their places. */
export * from './parts.js';
export * from './report.js';
export * from './shape.js';
