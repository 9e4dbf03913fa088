import type { Fact, OwnerSetFact } from '../facts/index.js';
import type { Policy, RuleSource } from '../policy/index.js';
import { historyOf } from './history.js';

/** Who acts, and in which roles towards this ticket. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly string[];
}

/** Who answers for the ticket; `null` as long as nobody has taken it (R10-G3). */
export function ownerOf(facts: readonly Fact[]): string | null {
  return historyOf(facts, 'owner-set').at(-1)?.owner ?? null;
}

export type HandOverReason = 'NOT_OFFERED' | 'NOT_THE_OWNER' | 'CONSENT_NEEDED';

export interface HandOver {
  readonly facts: readonly Fact[];
  /** The new owner. */
  readonly to: string;
  /** Who hands over. */
  readonly by: Actor;
  /** Whether the new owner consents. */
  readonly consent: boolean;
}

/** The fact to append, without its moments; or why the ticket stays with its owner. */
export type HandOverAnswer =
  | { readonly fact: Omit<OwnerSetFact, 'at' | 'recordedAt'> }
  | {
      readonly reason: HandOverReason;
      /** Roles that may hand over all the same. */
      readonly supervisors: readonly string[];
      readonly source: RuleSource;
    };

/** Hands a ticket to the one who answers for it from now on (workflow.md, "Ownership"). */
export function handOver({ workflow }: Policy, { facts, to, by, consent }: HandOver): HandOverAnswer {
  const { supervisors, source } = workflow.ownership ?? { supervisors: [], source: { kind: 'default' } };
  const refuse = (reason: HandOverReason): HandOverAnswer => ({ reason, supervisors, source });
  if (!workflow.ownership) return refuse('NOT_OFFERED');
  const owner = ownerOf(facts);
  const consents = consent || by.id === to;
  if (owner !== null && !supervisors.some((role) => by.roles.includes(role))) {
    if (by.id !== owner) return refuse('NOT_THE_OWNER');
    if (!consents) return refuse('CONSENT_NEEDED');
  }
  return { fact: { kind: 'owner-set', owner: to, by: by.id, consent: consents } };
}
