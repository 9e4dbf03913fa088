import type { Policy } from '../policy/index.js';
import { checkReferences } from './check-references.js';
import { checkRules } from './check-rules.js';
import { checkWorkflow } from './check-workflow.js';
import type { Problem, Report } from './problem.js';
import { readPolicy } from './read-policy.js';

export type ParsedPolicy = { readonly policy: Policy } | { readonly problems: readonly Problem[] };

/**
 * Checks unknown data completely before it may become a policy. Shape first, then references, then sense: a later
 * check runs only on what the earlier ones found whole, and each finds all problems of its kind at once.
 */
export function parsePolicy(value: unknown): ParsedPolicy {
  const problems: Problem[] = [];
  const report: Report = (path, message) => problems.push({ path, message });
  const policy = readPolicy({ report }, value);
  if (problems.length === 0) checkReferences(policy, report);
  if (problems.length === 0) {
    checkRules(policy, report);
    checkWorkflow(policy.workflow, report);
  }
  return problems.length === 0 ? { policy } : { problems };
}
