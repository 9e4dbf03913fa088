/** Terms stamped on machines, and who bears each line of a ticket. See docs/warranty.md. */
export * from './charge.js';
export { choosePrice } from './choose-price.js';
export { coverageOf, decideCharges } from './decide-charges.js';
export * from './replace-unit.js';
export * from './stamp.js';
export { beginStamps, stampRepair, stampTerms } from './stamp-terms.js';
