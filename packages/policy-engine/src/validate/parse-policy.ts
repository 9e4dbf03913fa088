import type { Policy } from '../policy/index.js';
import { checkClockRules } from './check-clock-rules.js';
import { checkPrecedence } from './check-precedence.js';
import { checkRules } from './check-rules.js';
import { checkPrices, checkWarranty } from './check-warranty.js';
import { checkOwners, checkWorkflow } from './check-workflow.js';
import { namesOf } from './names.js';
import type { Problem } from './problem.js';
import type { Check } from './read.js';
import { parse } from './read.js';
import { readPolicy } from './read-policy.js';

export type ParsedPolicy = { readonly policy: Policy } | { readonly problems: readonly Problem[] };

/**
 * Checks unknown data completely before it may become a policy. Shape first, then every part, then the rules against
 * each other: what comes later runs only on what was found whole, and finds all problems of its kind at once.
 */
export function parsePolicy(value: unknown): ParsedPolicy {
  return parse('policy', value, readPolicy, checkPolicy, namesOf);
}

const checkPolicy: Check<Policy> = (policy, report, sound) => {
  checkPrecedence(policy, report);
  checkClockRules(policy, report);
  checkWarranty(policy, report);
  checkOwners(policy, report);
  if (sound('workflow')) checkWorkflow(policy, report);
  if (sound('warranty')) checkPrices(policy, report);
  if (sound('')) checkRules(policy, report);
};
