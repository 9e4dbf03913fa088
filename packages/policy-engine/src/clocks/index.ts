/** From a policy and the facts of a ticket to its clocks, each with its reasons. */
export * from './choose-rules.js';
export * from './clock-result.js';
export * from './evaluate-clocks.js';
export * from './fact.js';
