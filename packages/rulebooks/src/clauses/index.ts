/** The register: one entry per clause of the eleven rulebooks, and the look-up by id. */
import { r1 } from './r1.js';
import { r2 } from './r2.js';
import { r3 } from './r3.js';
import { r4 } from './r4.js';
import { r5 } from './r5.js';
import { r6 } from './r6.js';
import { r7 } from './r7.js';
import { r8 } from './r8.js';
import { r9 } from './r9.js';
import { r10 } from './r10.js';
import { r11 } from './r11.js';
import type { Clause, Rulebook } from './rulebook.js';

export type { Clause, Rulebook, RulebookId } from './rulebook.js';

export const rulebooks: readonly Rulebook[] = [r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11];

const register = new Map(rulebooks.flatMap(({ clauses }) => clauses.map((each) => [each.id, each] as const)));

/** Whether some rulebook has a clause of this id. */
export const isClause = (id: string): boolean => register.has(id);

/**
 * The clause of an id such as `R4-5.1`.
 * @throws RangeError when no rulebook has it.
 */
export function clause(id: string): Clause {
  const found = register.get(id);
  if (!found) throw new RangeError(`Unknown clause "${id}"; an id carries its rulebook, such as R4-5.1.`);
  return found;
}
