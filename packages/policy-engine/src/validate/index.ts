/** From unknown data to a policy, or to the list of what is wrong with it and how to mend it. */
export { parsePolicy } from './parse-policy.js';
export type { ParsedPolicy } from './parse-policy.js';
export type { Problem } from './problem.js';
