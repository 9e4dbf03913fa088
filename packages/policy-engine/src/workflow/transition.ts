import type { Policy, WorkflowState } from '../policy/index.js';

export const refusalReasons = ['UNKNOWN_STATE', 'UNKNOWN_TRANSITION', 'NOT_FROM_THIS_STATE'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** A transition that may not happen, and the keys of those that may. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly allowed: readonly string[];
}

/**
 * The state in which a ticket is made.
 * @throws RangeError when the policy was not checked by `parsePolicy` and names a state that it does not have.
 */
export function initialState({ workflow, rulebook }: Policy): WorkflowState {
  const state = workflow.states.find(({ key }) => key === workflow.initial);
  if (!state) throw new RangeError(`Policy ${rulebook} has no state "${workflow.initial}" to begin with.`);
  return state;
}

/** Where a transition leads from a state, or why it does not. */
export function transition(
  { workflow }: Policy,
  state: string,
  key: string,
): { readonly to: string } | Refusal {
  const allowed = workflow.transitions.filter(({ from }) => from.includes(state));
  const chosen = allowed.find((candidate) => candidate.key === key);
  if (chosen) return { to: chosen.to };
  const refuse = (reason: RefusalReason): Refusal => ({ reason, allowed: allowed.map((each) => each.key) });
  if (!workflow.states.some((each) => each.key === state)) return refuse('UNKNOWN_STATE');
  const exists = workflow.transitions.some((candidate) => candidate.key === key);
  return refuse(exists ? 'NOT_FROM_THIS_STATE' : 'UNKNOWN_TRANSITION');
}
