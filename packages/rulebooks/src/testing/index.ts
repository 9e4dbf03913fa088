/** Tickets as tests tell them: facts at Beijing time, clocks as one reads them, and a walk through a workflow. */
export * from './facts.js';
export * from './walk.js';
