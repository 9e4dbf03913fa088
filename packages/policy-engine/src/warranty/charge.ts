import type { LocalDate, Zone } from '../calendar/index.js';
import type { LosingRule } from '../clocks/index.js';
import type {
  Circumstances,
  CostClass,
  CoverScope,
  Policy,
  PriceBasis,
  RuleReference,
  RuleSource,
  StartBasis,
} from '../policy/index.js';
import type { Instant } from '../time/index.js';
import type { Component, Machine, WarrantyStamp } from './stamp.js';

/** Something of a ticket that has to be paid for. */
export interface ChargeLine {
  readonly id: string;
  readonly costClass: CostClass;
  /** Number of the part that it is for. */
  readonly part?: string;
  readonly component?: Component;
  /** The ticket whose repair did not hold. */
  readonly repeats?: string;
}

/** A claim that something ended the cover of this case (W15). */
export interface VoidClaim {
  /** Key of one of the policy's void reasons. */
  readonly reason: string;
  /** Ids of photographs, findings and the like; without one the claim does not count. */
  readonly evidence: readonly string[];
  /** Lines that it is about; left out: all. */
  readonly lines?: readonly string[];
}

export interface Approver {
  readonly id: string;
  readonly roles: readonly string[];
}

/** Somebody's decision about one line in place of, or beside, the warranty's (W5, W7). */
export interface Adjustment {
  readonly line: string;
  /** Override: what is borne, 0 to 100. Goodwill: what is waived beside it, 1 to 100. */
  readonly percent: number;
  readonly why: string;
  /** Who asks for it. */
  readonly by: string;
  readonly approver?: Approver;
}

export interface ChargeInput {
  readonly policy: Policy;
  readonly stamps: readonly WarrantyStamp[];
  readonly machine: Pick<Machine, 'serial' | 'model'>;
  readonly reportedAt: Instant;
  /** Of the site. */
  readonly zone: Zone;
  readonly circumstances: Circumstances;
  readonly lines: readonly ChargeLine[];
  /** Readings at the report, by meter. */
  readonly meters?: Readonly<Record<string, number>>;
  readonly voids?: readonly VoidClaim[];
  readonly overrides?: readonly Adjustment[];
  readonly goodwill?: readonly Adjustment[];
}

/** What a stamp says about a line; docs/warranty.md explains the codes, in the order in which they are tried. */
export type Finding =
  | { readonly code: 'APART'; readonly requestType: string; readonly source: RuleSource }
  | { readonly code: 'REPLACED'; readonly by: string; readonly on: LocalDate }
  | { readonly code: 'OTHER_COMPONENT'; readonly component: Component }
  | { readonly code: 'OTHER_REPAIR'; readonly ticket: string }
  | { readonly code: 'COST_CLASS_NOT_COVERED'; readonly costClass: CostClass }
  | { readonly code: 'OWN_TERM'; readonly component: Component }
  | { readonly code: 'EXPIRED'; readonly lastDay: LocalDate; readonly reportedOn: LocalDate }
  | { readonly code: 'NOT_BEGUN'; readonly waitsFor: readonly StartBasis[] }
  | { readonly code: 'NOT_BEGUN'; readonly firstDay: LocalDate; readonly reportedOn: LocalDate }
  | {
      readonly code: 'METER_REACHED';
      readonly meter: string;
      readonly until: number;
      readonly reading: number;
    }
  | { readonly code: 'WEAR_PART'; readonly part: string; readonly source: RuleSource }
  | {
      readonly code: 'VOID';
      readonly reason: string;
      readonly evidence: readonly string[];
      readonly source: RuleSource;
    }
  | {
      readonly code: 'BEARS' | 'LATER_IN_ORDER';
      readonly percent: number;
      readonly lastDay: LocalDate;
      /** A meter that may have ended it, of which no reading was given. */
      readonly unread: string | null;
    };

/** The same, with whose it is. */
export type Verdict = Finding & { readonly stamp: string; readonly scope: CoverScope };

/** A claim that changes nothing. */
export interface IdleClaim {
  readonly code: 'VOID_WITHOUT_EVIDENCE' | 'VOID_UNKNOWN';
  readonly reason: string;
}

export type ChargeReason = IdleClaim | Verdict;

/** `covered`: borne in full. `waived`: nothing is asked all the same. `charged`: all is asked. `shared`: a part. */
export type ChargeOutcome = 'covered' | 'shared' | 'charged' | 'waived';

/** How the price of a line is made, and the rules that also held. */
export interface LinePrice {
  readonly basis: PriceBasis;
  readonly rule: RuleReference;
  readonly losing: readonly LosingRule[];
}

/** Who bears one line, and why. All shares are percent of its price. */
export interface ChargeDecision {
  readonly line: string;
  readonly outcome: ChargeOutcome;
  readonly borne: number;
  /** With the percent that is waived, at most what is left. */
  readonly goodwill: Adjustment | null;
  /** What the customer pays. */
  readonly asked: number;
  readonly price: LinePrice | null;
  /** The stamp that bears it; without one no warranty is used. */
  readonly cover: { readonly stamp: string; readonly lastDay: LocalDate } | null;
  /** What is open to the customer when anything is asked (W7). */
  readonly routes: readonly ('quotation' | 'goodwill')[];
  readonly reasons: readonly ChargeReason[];
  /** The override, and what the decision was without it. */
  readonly overridden:
    | (Adjustment & { readonly was: { readonly outcome: ChargeOutcome; readonly borne: number } })
    | null;
}

/**
 * What an adjustment lacks; `LINE`: its line is not there; `TWICE`: one before it is about the same line; `APPROVER` says
 * which roles may approve, `OWN_MATTER` that nobody does for themselves.
 */
export type AdjustmentFault =
  | { readonly code: 'LINE' | 'TWICE' | 'PERCENT' | 'WHY' | 'BY' | 'OWN_MATTER' }
  | { readonly code: 'APPROVER'; readonly roles: readonly string[] };

export interface AdjustmentRefusal {
  readonly kind: 'override' | 'goodwill';
  /** Its place in the list of its kind, from 0. */
  readonly at: number;
  readonly missing: readonly AdjustmentFault[];
}

export type ChargeResult =
  | {
      /** The day of the report at the site, which decided (W6). */
      readonly judgedOn: LocalDate;
      readonly decisions: readonly ChargeDecision[];
    }
  | { readonly refusals: readonly AdjustmentRefusal[] };
