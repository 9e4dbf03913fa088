import type {
  AgreementRule,
  CalendarRule,
  ClockRule,
  HomeRule,
  PauseReason,
  PrecedenceRule,
  ReopeningRule,
  SeverityRule,
} from './clock-rules.js';
import type { LocalizedText } from './source.js';
import type { WarrantyPolicy } from './warranty.js';
import type { Workflow } from './workflow.js';

export interface RequestType {
  readonly key: string;
  readonly label: LocalizedText;
}

/** Something that may be written down on a ticket, such as a signed contract; it can start and stop clocks. */
export interface RecordType {
  readonly key: string;
  readonly label: LocalizedText;
  /** Roles that may write it down; left out: everybody who works on the ticket. */
  readonly by?: readonly string[];
  /** It says that the requester was told something, so it is theirs to read and answers them (C4). */
  readonly toRequester?: boolean;
  /** That a date is told with it, after the day of telling, such as the next maintenance (R6-3.4); left out: none. */
  readonly date?: 'future';
}

/** One version of a maker's rules. Published versions never change. What is left out is not offered. */
export interface Policy {
  /** Id of the rulebook that it was made from, such as `R4`. */
  readonly rulebook: string;
  readonly title: LocalizedText;
  readonly requestTypes: readonly RequestType[];
  readonly records?: readonly RecordType[];
  readonly severity?: SeverityRule;
  readonly home?: HomeRule;
  readonly clockRules: readonly ClockRule[];
  readonly precedence?: PrecedenceRule;
  readonly calendarRules?: readonly CalendarRule[];
  readonly pauseReasons?: readonly PauseReason[];
  readonly agreements?: AgreementRule;
  readonly reopening?: ReopeningRule;
  readonly warranty?: WarrantyPolicy;
  readonly workflow: Workflow;
}
