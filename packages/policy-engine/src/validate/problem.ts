import type { LocalizedText } from '../policy/index.js';

/** One thing to mend. */
export interface Problem {
  /** Where, such as `clockRules[2].target.amount`; empty for the policy as a whole. */
  readonly path: string;
  /** What is wrong and what to do about it. */
  readonly message: LocalizedText;
}

/** Notes a problem at a path, in both languages. */
export type Report = (path: string, zh: string, en: string) => void;
