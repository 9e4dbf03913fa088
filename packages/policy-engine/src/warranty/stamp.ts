import type { LocalDate } from '../calendar/index.js';
import type { Cover, CoverScope, RuleSource, StartBasis } from '../policy/index.js';

/** One component of a machine: its kind, and its own serial if it has one. */
export interface Component {
  readonly key: string;
  readonly serial?: string;
}

/** The dates of a machine's life that are known. */
export type MachineDates = { readonly [Basis in StartBasis]?: LocalDate };

/** A machine, as far as terms depend on it. */
export interface Machine {
  readonly serial: string;
  readonly model: string;
  readonly components?: readonly Component[];
  /** Contracts sold for it: ids of terms, and the first day where it is not the term's. */
  readonly contracts?: readonly { readonly term: string; readonly from?: LocalDate }[];
  readonly dates: MachineDates;
}

/** A cover as dates, both days included (W22). */
export interface DatedCover extends Cover {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

interface StampCommon {
  readonly id: string;
  readonly scope: CoverScope;
  /** Of the machine. */
  readonly serial: string;
  /** The one component that it is for; left out: all. */
  readonly component?: Component;
  /** Id of the term that it was made from; a repair has none. */
  readonly term?: string;
  /** Whose repair it is, for scope `repair`. */
  readonly ticket?: string;
  readonly source: RuleSource;
  /** `limit` is what the term gives, `until` the reading at which that ends it. */
  readonly meter?: { readonly key: string; readonly limit: number; readonly until: number };
  readonly coversWearParts: boolean;
  /** The unit that this one took the place of (W8). */
  readonly replaces?: { readonly stamp: string; readonly serial: string; readonly on: LocalDate };
  /** The unit that took its place. */
  readonly replaced?: { readonly by: string; readonly on: LocalDate };
}

/** No start date is known yet. */
export interface WaitingStamp extends StampCommon {
  readonly state: 'waiting';
  readonly waitsFor: readonly StartBasis[];
  readonly covers: readonly Cover[];
}

export interface BegunStamp extends StampCommon {
  readonly state: 'begun';
  readonly covers: readonly DatedCover[];
}

/** A term on one machine, as data that no later policy changes (W1). */
export type WarrantyStamp = WaitingStamp | BegunStamp;
