import type { Fact } from '../facts/index.js';
import type { Policy } from '../policy/index.js';
import { checkFacts } from './check-facts.js';
import { namesOf } from './names.js';
import type { Problem } from './problem.js';
import { parse } from './read.js';
import { readFacts } from './read-facts.js';

export type ParsedFacts = { readonly facts: readonly Fact[] } | { readonly problems: readonly Problem[] };

/** Checks the facts of one ticket completely, against the policy that it is judged by. Paths begin at the list. */
export function parseFacts(policy: Policy, value: unknown): ParsedFacts {
  return parse('facts', value, readFacts, checkFacts, () => namesOf(policy));
}
