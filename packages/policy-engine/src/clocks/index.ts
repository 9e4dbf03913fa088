/** Which promises hold for a ticket, and how each stands at a moment. */
export * from './choose-rules.js';
export * from './clock-result.js';
export { regionOf, ticketCircumstances } from './circumstances.js';
export * from './evaluate-clocks.js';
export { stepsDue } from './steps.js';
export * from './pins.js';
