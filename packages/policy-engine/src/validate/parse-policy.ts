import type { Policy } from '../policy/index.js';
import { checkClockRules } from './check-clock-rules.js';
import { checkReferences } from './check-references.js';
import { checkRules } from './check-rules.js';
import { checkWarranty } from './check-warranty.js';
import { checkWorkflow } from './check-workflow.js';
import type { Problem } from './problem.js';
import { parse } from './read.js';
import { readPolicy } from './read-policy.js';

export type ParsedPolicy = { readonly policy: Policy } | { readonly problems: readonly Problem[] };

/**
 * Checks unknown data completely before it may become a policy. Shape first, then every part, then the rules against
 * each other: what comes later runs only on what was found whole, and finds all problems of its kind at once.
 */
export function parsePolicy(value: unknown): ParsedPolicy {
  const parsed = parse(value, readPolicy, [
    [checkReferences, checkClockRules, checkWorkflow, checkWarranty],
    [checkRules],
  ]);
  return 'problems' in parsed ? parsed : { policy: parsed.value };
}
