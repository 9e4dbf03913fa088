/** The policy engine: policies and facts in, promises, deadlines and their reasons out. Pure; see README.md. */
export * from './calendar/index.js';
export * from './clocks/index.js';
export * from './facts/index.js';
export * from './policy/index.js';
export * from './time/index.js';
export * from './validate/index.js';
export * from './warranty/index.js';
export * from './workflow/index.js';
