import type { Calendar } from '../calendar/index.js';
import type { Fact } from '../facts/index.js';
import type { Policy } from '../policy/index.js';
import { checkFacts } from './check-facts.js';
import { namesOf } from './names.js';
import type { Problem, Report } from './problem.js';
import { parse } from './read.js';
import { readFacts } from './read-facts.js';

export type ParsedFacts = { readonly facts: readonly Fact[] } | { readonly problems: readonly Problem[] };

/**
 * Checks the facts of one ticket completely, against the policy that it is judged by and, if they are given, all versions
 * of its calendars. Paths begin at the list.
 */
export function parseFacts(policy: Policy, value: unknown, calendars?: readonly Calendar[]): ParsedFacts {
  const check = (facts: readonly Fact[], report: Report) => checkFacts(facts, report, calendars);
  return parse('facts', value, readFacts, check, () => namesOf(policy));
}
