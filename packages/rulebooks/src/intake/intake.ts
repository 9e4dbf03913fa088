import type { LocalizedText, RuleSource } from '@aftercare/policy-engine';

export const detailKinds = ['text', 'long-text', 'number', 'date', 'choice'] as const;
export type DetailKind = (typeof detailKinds)[number];

/** On which side of today a date has to lie; today itself is on both. */
export const dateLimits = ['until-today', 'from-today'] as const;
export type DateLimit = (typeof dateLimits)[number];

export interface Choice {
  readonly key: string;
  readonly label: LocalizedText;
}

/** When something is asked for. All that is named must hold; none named means with every request. */
export interface IntakeCondition {
  readonly requestTypes?: readonly string[];
  /** A choice further up the list was answered with one of these. */
  readonly chosen?: { readonly field: string; readonly among: readonly string[] };
}

/** Something that is asked for when a request comes in, beyond what every request has. */
export interface IntakeField {
  readonly key: string;
  readonly label: LocalizedText;
  readonly kind: DetailKind;
  readonly required: boolean;
  readonly when?: IntakeCondition;
  /** What a `choice` is made from. */
  readonly choices?: readonly Choice[];
  /** A `number` without a fraction. */
  readonly whole?: boolean;
  /** Key of a `number` further up the list that this one cannot exceed. */
  readonly atMost?: string;
  /** For a `date`. */
  readonly limit?: DateLimit;
  readonly source: RuleSource;
}

/** What was answered, by the keys of the fields. A number may come as its text. */
export type Details = Readonly<Record<string, unknown>>;

/** One answer to mend. */
export interface DetailProblem {
  /** Key of the field. */
  readonly field: string;
  readonly code: 'REQUIRED' | 'INVALID';
  /** What is wrong and what to do about it. */
  readonly message: LocalizedText;
}
