/** The policy engine: policies and facts in, promises, deadlines and their reasons out. Pure; see README.md. */
export {
  chooseRules,
  clockStates,
  evaluateClocks,
  losingReasons,
  openClocks,
  promisesFor,
  sides,
} from './clocks/index.js';
export type {
  ChosenRule,
  ClockExplanation,
  ClockInput,
  ClockResult,
  ClockState,
  Elapsed,
  Fact,
  LosingReason,
  LosingRule,
  NotAResponse,
  PolicyPromise,
  RuleReference,
  Side,
} from './clocks/index.js';
export * from './policy/index.js';
export * from './time/index.js';
export * from './validate/index.js';
export * from './workflow/index.js';
