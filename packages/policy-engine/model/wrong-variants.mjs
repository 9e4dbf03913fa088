// Engines that are wrong in one place each, as a product might be. `node scripts/wrong-variants.mjs` proves that the
// named test catches each of them.
import calendar from './wrong-variants/calendar.mjs';
import clocks from './wrong-variants/clocks.mjs';
import warrantyAndWorkflow from './wrong-variants/warranty-workflow.mjs';

/**
 * `file` and `in`, which holds the test, lie under src; `find` occurs exactly once; `test` is the full name.
 * @typedef {{ id: string, what: string, file: string, find: string, replace: string, in: string, test: string }} Variant
 */

/** @type {Variant[]} */
export const variants = [...clocks, ...calendar, ...warrantyAndWorkflow];
