import type {
  ClockKind,
  Duration,
  Effect,
  LocalizedText,
  RecordType,
  Requirement,
  RuleConditions,
  RuleSource,
  StateCategory,
  WorkflowState,
  stepEvents,
} from '@aftercare/policy-engine';
import type { Channel, ContactPoint, Labelled, Responsibility, TemplateRole } from './template.js';

export const text = (zh: string, en: string): LocalizedText => ({ zh, en });

export const citing = (clause: string): RuleSource => ({ kind: 'clause', clause });

/** A default of ours; the note says so to the maker. */
export const ours = (zh: string, en: string): RuleSource => ({ kind: 'default', note: { zh, en } });

/** A default of ours where the setting or list that it stands in already says that it is one. */
export const plainDefault: RuleSource = { kind: 'default' };

export const hours = (amount: number) =>
  ({ amount, unit: 'hours', basis: 'natural' }) as const satisfies Duration;
export const days = (amount: number) =>
  ({ amount, unit: 'days', basis: 'natural' }) as const satisfies Duration;

export const labelled = (key: string, zh: string, en: string): Labelled => ({ key, label: { zh, en } });

/** Something that may be written down; without roles by everybody who works on the ticket. */
export const record = (key: string, zh: string, en: string, by?: readonly string[]): RecordType => ({
  ...labelled(key, zh, en),
  ...(by && { by }),
});

/** A record that says what the requester was told. */
export const told = (key: string, zh: string, en: string): RecordType => ({
  ...record(key, zh, en),
  toRequester: true,
});

export const state = (key: string, zh: string, en: string, category: StateCategory): WorkflowState => ({
  ...labelled(key, zh, en),
  category,
});

const recordNeeded = (record: string, source: RuleSource, when: RuleConditions | undefined) => ({
  kind: 'record' as const,
  record,
  ...(when && { when }),
  source,
});

/** Written down since the ticket last came to where the step leaves from: what was written before does not count. */
export const needs = (record: string, source: RuleSource, when?: RuleConditions): Requirement => ({
  ...recordNeeded(record, source, when),
  fresh: true,
});

/** Written down at any time; README, "Writing a template", 4, says of each why once is enough. */
export const needsOnce = (record: string, source: RuleSource, when?: RuleConditions): Requirement =>
  recordNeeded(record, source, when);

/** Asked for since the ticket last came to where the step leaves from, and given. */
export const needsApproval = (approval: string, source: RuleSource, when?: RuleConditions): Requirement => ({
  kind: 'approval',
  approval,
  fresh: true,
  ...(when && { when }),
  source,
});

/** A date agreed with the customer since the ticket last came to where the step leaves from. */
export const needsAgreement = (clock: ClockKind, source: RuleSource): Requirement => ({
  kind: 'agreement',
  clock,
  fresh: true,
  source,
});

export const types = (...requestTypes: string[]): RuleConditions => ({ requestTypes });

export const event = (name: (typeof stepEvents)[number]): Effect => ({ kind: 'event', event: name });
export const writes = (recordKey: string): Effect => ({ kind: 'record', record: recordKey });
export const pauses = (reason: string): Effect => ({ kind: 'pause', reason });
export const resumes = (reason: string): Effect => ({ kind: 'resume', reason });

export const role = (key: string, zh: string, en: string, department: string): TemplateRole => ({
  ...labelled(key, zh, en),
  department,
});

export const channel = (key: string, zh: string, en: string, source: RuleSource): Channel => ({
  ...labelled(key, zh, en),
  source,
});

export const contact = (
  purpose: ContactPoint['purpose'],
  zh: string,
  en: string,
  source: RuleSource,
): ContactPoint => ({ purpose, label: { zh, en }, confidential: purpose === 'misconduct', source });

export const duty = (
  requestType: string,
  step: string,
  clause: string,
  leads: string,
  assists: readonly string[] = [],
  informed: readonly string[] = [],
): Responsibility => ({ requestType, step, leads, assists, informed, source: citing(clause) });
