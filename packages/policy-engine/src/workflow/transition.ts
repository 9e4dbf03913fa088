import type { Effect, Policy, WorkflowState } from '../policy/index.js';
import type { Missing, StepInput } from './judge-step.js';
import { judgeStep } from './judge-step.js';

/** A step that may be taken. */
export interface PossibleStep {
  /** Key of the state that it leads to. */
  readonly to: string;
  /** What it does to the clocks; a fact is appended for each (workflow.md, "The answer"). */
  readonly effects: readonly Effect[];
  /** Approvals that it goes before because of danger to people, and that have to follow. */
  readonly owed: readonly string[];
}

/** A step that leads out of a state, by the key of its transition. */
export type Step =
  | ({ readonly key: string; readonly possible: true } & PossibleStep)
  | { readonly key: string; readonly possible: false; readonly missing: readonly Missing[] };

export type RefusalReason = 'UNKNOWN_STATE' | 'UNKNOWN_TRANSITION' | 'NOT_FROM_THIS_STATE' | 'MISSING';

/** A step that may not be taken, all that is missing for it, and the keys of the steps that may be taken. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly allowed: readonly string[];
  /** Empty, save for the reason `MISSING`. */
  readonly missing: readonly Missing[];
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

/** Every step that leads out of the state: possible, or all that is missing for it. */
export function stepsFrom(input: StepInput): Step[] {
  return input.policy.workflow.transitions
    .filter(({ from }) => from.includes(input.state))
    .map((step) => {
      const { missing, owed } = judgeStep(input, step);
      const { key, to, effects = [] } = step;
      return missing.length > 0
        ? { key, possible: false, missing }
        : { key, possible: true, to, effects, owed };
    });
}

/** Where a step leads and what it does, or why it may not be taken. Nothing is changed by asking. */
export function transition(input: StepInput & { readonly step: string }): PossibleStep | Refusal {
  const { states, transitions } = input.policy.workflow;
  const steps = stepsFrom(input);
  const chosen = steps.find(({ key }) => key === input.step);
  if (chosen?.possible) return { to: chosen.to, effects: chosen.effects, owed: chosen.owed };
  const allowed = steps.filter(({ possible }) => possible).map(({ key }) => key);
  if (chosen) return { reason: 'MISSING', allowed, missing: chosen.missing };
  const reason = !states.some(({ key }) => key === input.state)
    ? 'UNKNOWN_STATE'
    : transitions.some(({ key }) => key === input.step)
      ? 'NOT_FROM_THIS_STATE'
      : 'UNKNOWN_TRANSITION';
  return { reason, allowed, missing: [] };
}
