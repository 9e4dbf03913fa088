import type { Calendar, LocalizedText, Policy, RuleSource } from '@aftercare/policy-engine';
import type { RulebookId } from '../clauses/index.js';
import type { IntakeField } from '../intake/index.js';

export interface Labelled {
  readonly key: string;
  readonly label: LocalizedText;
}

/** What somebody does in the house. A key that is a role of the platform is filled by its members. */
export interface TemplateRole extends Labelled {
  /** Key of a department. */
  readonly department: string;
}

/** Who does what while a request of one type is in one state. */
export interface Responsibility {
  readonly requestType: string;
  /** Key of the state of the workflow that is worked on. */
  readonly step: string;
  /** Departments by key. */
  readonly leads: string;
  readonly assists: readonly string[];
  readonly informed: readonly string[];
  readonly source: RuleSource;
}

export interface Organisation {
  readonly departments: readonly Labelled[];
  readonly roles: readonly TemplateRole[];
  readonly responsibilities: readonly Responsibility[];
}

/** A way by which requests come in; the key is the ticket's channel. */
export interface Channel extends Labelled {
  readonly source: RuleSource;
}

/** A contact that the maker publishes. The number itself is the maker's to fill in. */
export interface ContactPoint {
  readonly purpose: 'service' | 'complaint' | 'misconduct';
  readonly label: LocalizedText;
  /** Whether what comes in here is hidden from those whom it concerns. */
  readonly confidential: boolean;
  readonly source: RuleSource;
}

/** A standard as the document prints it. Nobody has checked the number against the standards body. */
export interface Standard {
  readonly number: string;
  readonly title: LocalizedText;
  readonly use: 'manufacturing' | 'design' | 'packing' | 'acceptance';
  readonly unverified: true;
  readonly source: RuleSource;
}

export interface SettingOption extends Labelled {
  /** What the places named by `where` hold when this is chosen; left out where it takes more than a value. */
  readonly value?: unknown;
}

/** Something that the words of a rulebook leave open, and what the template takes. */
export interface Setting {
  readonly key: string;
  readonly question: LocalizedText;
  readonly options: readonly SettingOption[];
  /** Key of an option. */
  readonly chosen: string;
  readonly source: RuleSource;
  /**
   * Places in the policy that realise it, such as `clockRules[repair-arrival-near].startsAt`; items of lists go by their
   * `id` or `key`, or by number. None when a later part of the product reads the setting itself.
   */
  readonly where: readonly string[];
}

/** From when the rulebook holds, and who says how it is to be read. */
export interface InForce {
  /** A date, or with its issue. */
  readonly from: 'issue' | string;
  /** Key of the department; left out: the company. */
  readonly interpretedBy?: string;
  readonly source: RuleSource;
}

/** What a new tenant starts from and then edits: a policy, and all around it that a policy does not say. */
export interface RulebookTemplate {
  readonly policy: Policy;
  /** What is asked for when a request comes in, beyond what every request has. */
  readonly intake: readonly IntakeField[];
  /** Rulebooks that it realises, the policy's own first. */
  readonly rulebooks: readonly [RulebookId, ...RulebookId[]];
  /** Single clauses of other rulebooks that it takes over. */
  readonly adopts: readonly string[];
  /** The calendars that the policy's calendar rules name. */
  readonly calendars: readonly Calendar[];
  readonly organisation: Organisation;
  readonly channels: readonly Channel[];
  readonly contactPoints: readonly ContactPoint[];
  readonly standards: readonly Standard[];
  readonly settings: readonly Setting[];
  readonly inForce: readonly InForce[];
}
