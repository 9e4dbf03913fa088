import type { RuleConditions } from './conditions.js';
import type { LocalizedText, RuleSource } from './source.js';

/** What a line of a ticket costs for. */
export const costClasses = ['parts', 'labour', 'travel'] as const;
export type CostClass = (typeof costClasses)[number];

/** Dates of a machine's life at which a term can begin. */
export const startBases = ['shipment', 'receipt', 'installation', 'acceptance'] as const;
export type StartBasis = (typeof startBases)[number];

/** What a cover is for; also the order in which covers are taken (W16). */
export const coverScopes = ['repair', 'component', 'machine', 'contract'] as const;
export type CoverScope = (typeof coverScopes)[number];

/** `machine`: the whole of it; `component`: one of its components (W10); `contract`: sold beside the warranty. */
export const termScopes = ['machine', 'component', 'contract'] as const;
export type TermScope = (typeof termScopes)[number];

/** What a replaced unit gets: the rest of the old term, a new one, or whichever ends later (W8). */
export const replacementTerms = ['rest', 'new', 'longer'] as const;
export type ReplacementTerm = (typeof replacementTerms)[number];

/** How much of one class of cost a term bears, and for how long. */
export interface Cover {
  readonly costClass: CostClass;
  /** 1 to 100. */
  readonly percent: number;
  /** Calendar months from the start of the term. */
  readonly months: number;
}

/** A warranty term as the maker writes it; stamped on a machine as dates (W1). */
export interface WarrantyTerm {
  readonly id: string;
  readonly label: LocalizedText;
  readonly scope: TermScope;
  /** Key of the component, for scope `component`. For the classes of cost named here it replaces the machine's term. */
  readonly component?: string;
  /** Models that it is for; left out: all. */
  readonly models?: readonly string[];
  /** One date, or the earlier of two (W2). */
  readonly startsAt: readonly StartBasis[];
  readonly covers: readonly Cover[];
  /** A meter that may end it first, such as 5,000 cutting hours (W11). */
  readonly meter?: { readonly key: string; readonly limit: number };
  /** Whether wear parts are covered too; a contract may say so (W4). */
  readonly coversWearParts: boolean;
  readonly source: RuleSource;
}

/** What ends the cover of a case, if there is evidence (W15). */
export interface VoidReason {
  readonly key: string;
  readonly label: LocalizedText;
  /** Classes of cost that it ends; left out: all. */
  readonly costClasses?: readonly CostClass[];
  readonly source: RuleSource;
}

/**
 * What is asked for what no cover bears: the maker's cost fee (工本费), the list price, or nothing, as for the
 * commissioning that was sold with the machine.
 */
export const priceBases = ['cost-fee', 'list', 'waived'] as const;
export type PriceBasis = (typeof priceBases)[number];

export interface PriceRule {
  readonly id: string;
  readonly when: RuleConditions;
  /** Left out: for all. */
  readonly costClasses?: readonly CostClass[];
  readonly rank: number;
  readonly basis: PriceBasis;
  readonly source: RuleSource;
}

export interface WarrantyPolicy {
  readonly terms: readonly WarrantyTerm[];
  /** Which cover is taken first when several apply (W16). */
  readonly order: readonly CoverScope[];
  /** Wear parts by model; `models` left out: for every model (W4). */
  readonly wearParts: {
    readonly lists: readonly { readonly models?: readonly string[]; readonly parts: readonly string[] }[];
    readonly source: RuleSource;
  };
  readonly replacement: {
    readonly term: ReplacementTerm;
    /** The new term; left out: that of the old one, begun anew. */
    readonly covers?: readonly Cover[];
    readonly source: RuleSource;
  };
  /** What a repair carries itself (W9, R4-5.2); left out: nothing. */
  readonly repair?: {
    readonly covers: readonly Cover[];
    /** The record that says that a repair was done and taken over; left out: whatever is resolved counts as one. */
    readonly after?: string;
    /** Whether a wear part that was fitted and fails early is covered; left out: no. */
    readonly coversWearParts?: boolean;
    readonly source: RuleSource;
  };
  readonly voidReasons: readonly VoidReason[];
  /** Request types that never touch the warranty, such as maintenance and training (W17). */
  readonly apart: { readonly requestTypes: readonly string[]; readonly source: RuleSource };
  readonly prices: readonly PriceRule[];
  /** Goodwill and overriding (W5, W7): who may approve. */
  readonly overrides: { readonly approvers: readonly string[]; readonly source: RuleSource };
}
