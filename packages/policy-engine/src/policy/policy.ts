import type { Duration } from '../time/index.js';

/** A text in both languages of the product. */
export interface LocalizedText {
  readonly zh: string;
  readonly en: string;
}

/** Where a rule comes from: a clause of the rulebook (id such as `R4-5.1`), or a default that no clause states. */
export type RuleSource =
  | { readonly kind: 'clause'; readonly clause: string }
  | { readonly kind: 'default'; readonly note?: LocalizedText };

/** Kinds of promise, in the order in which they are shown. A ticket has at most one clock of each kind. */
export const clockKinds = ['response', 'assignment', 'guidance', 'arrival', 'resolution'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Events that can start a clock. */
export const startEvents = ['reported'] as const;
export type StartEvent = (typeof startEvents)[number];

/** Events that can fulfil a promise. Which fact counts as which event is said at `Fact`. */
export const stopEvents = ['responded', 'guided', 'assigned', 'arrived', 'resolved', 'closed'] as const;
export type StopEvent = (typeof stopEvents)[number];

/** To what a rule applies. Every condition named must hold; none named means always. */
export interface RuleConditions {
  readonly requestTypes?: readonly string[];
}

/** A promised time, or the explicit statement that none is promised. */
export type Target = Duration | 'no-target';

/** One promise: from which event to which event, within what time. */
export interface ClockRule {
  readonly id: string;
  readonly kind: ClockKind;
  readonly when: RuleConditions;
  /** Among rules of one kind that apply, the highest rank wins, then the one with more conditions. */
  readonly rank: number;
  readonly target: Target;
  readonly startsAt: StartEvent;
  readonly stopsAt: StopEvent;
  readonly source: RuleSource;
}

export interface RequestType {
  readonly key: string;
  readonly label: LocalizedText;
}

/** `open` nobody works on it yet, `active` someone does, `waiting` for another party, `closed` it is over. */
export const stateCategories = ['open', 'active', 'waiting', 'closed'] as const;
export type StateCategory = (typeof stateCategories)[number];

export interface WorkflowState {
  readonly key: string;
  readonly label: LocalizedText;
  readonly category: StateCategory;
}

export interface WorkflowTransition {
  readonly key: string;
  readonly label: LocalizedText;
  readonly from: readonly string[];
  readonly to: string;
}

export interface Workflow {
  readonly states: readonly WorkflowState[];
  /** Key of the state in which a ticket is made. */
  readonly initial: string;
  readonly transitions: readonly WorkflowTransition[];
}

/** One version of a maker's rules. Published versions never change. */
export interface Policy {
  /** Id of the rulebook that it was made from, such as `R4`. */
  readonly rulebook: string;
  readonly title: LocalizedText;
  readonly requestTypes: readonly RequestType[];
  readonly clockRules: readonly ClockRule[];
  readonly workflow: Workflow;
}
