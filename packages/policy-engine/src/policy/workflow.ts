import type { ClockKind } from './clock-rules.js';
import type { RuleConditions } from './conditions.js';
import type { LocalizedText, RuleSource } from './source.js';

/** `open` nobody works on it yet, `active` someone does, `waiting` for another party, `closed` it is over. */
export const stateCategories = ['open', 'active', 'waiting', 'closed'] as const;
export type StateCategory = (typeof stateCategories)[number];

export interface WorkflowState {
  readonly key: string;
  readonly label: LocalizedText;
  readonly category: StateCategory;
}

/**
 * What must be so before a step. `record`: it was written down; `approval`: it was given; `agreement`: a date was
 * agreed with the customer (R6-3.3); `owner`: somebody is accountable (R10-G3).
 */
export type Requirement = {
  /** Left out: always. */
  readonly when?: RuleConditions;
  readonly source: RuleSource;
} & (
  | {
      readonly kind: 'record';
      readonly record: string;
      /** Written down after the ticket last entered the state that it leaves; older ones do not count. */
      readonly fresh?: boolean;
    }
  | {
      readonly kind: 'approval';
      readonly approval: string;
      /** Asked for after the ticket last entered the state that it leaves. */
      readonly fresh?: boolean;
    }
  | {
      readonly kind: 'agreement';
      /** One of the policy's `agreements.kinds`. */
      readonly clock: ClockKind;
      /** Agreed after the ticket last entered the state that it leaves. */
      readonly fresh?: boolean;
    }
  | { readonly kind: 'owner' }
);

/** Events that a step may make happen. */
export const stepEvents = ['arrived', 'resolved', 'closed', 'reopened'] as const;

/**
 * What a step does to the clocks, as facts that are appended with it. `closed` is the event of every step into a closed
 * state, `reopened` that of every step out of one, and of no other.
 */
export type Effect =
  | { readonly kind: 'event'; readonly event: (typeof stepEvents)[number] }
  | { readonly kind: 'record'; readonly record: string }
  | { readonly kind: 'pause'; readonly reason: string }
  | { readonly kind: 'resume'; readonly reason: string };

export interface WorkflowTransition {
  readonly key: string;
  readonly label: LocalizedText;
  readonly from: readonly string[];
  readonly to: string;
  /** Roles that may take it; left out: everybody who works on the ticket. */
  readonly by?: readonly string[];
  /** For which tickets it is offered; left out: all. */
  readonly when?: RuleConditions;
  readonly requires?: readonly Requirement[];
  readonly effects?: readonly Effect[];
  readonly source?: RuleSource;
}

/** Somebody's consent that a step waits for. */
export interface ApprovalRule {
  readonly key: string;
  readonly label: LocalizedText;
  /** Roles that decide. */
  readonly by: readonly string[];
  /** Roles that decide when nobody of `by` is there. */
  readonly deputies?: readonly string[];
  /** `one` suffices, `all` roles must agree in any order, `in-order` of the list, or `quorum` of them. */
  readonly mode: 'one' | 'all' | 'in-order' | 'quorum';
  /** How many roles, for `quorum`. */
  readonly quorum?: number;
  /** Whether it may be given by word of mouth and written down later. */
  readonly oral: boolean;
  /** Whether danger to people lets the step go first and the approval follow. */
  readonly safetyException: boolean;
  /** Reason under which the clocks pause while it is awaited; left out: they run on. */
  readonly pauses?: string;
  readonly source: RuleSource;
}

/** One person answers for a ticket from intake to close (R10-G3). */
export interface OwnershipRule {
  /** Roles that may hand a ticket over without the new owner's consent. */
  readonly supervisors: readonly string[];
  readonly source: RuleSource;
}

export interface Workflow {
  readonly states: readonly WorkflowState[];
  /** Key of the state in which a ticket is made. */
  readonly initial: string;
  readonly transitions: readonly WorkflowTransition[];
  readonly approvals?: readonly ApprovalRule[];
  readonly ownership?: OwnershipRule;
}
