/** What a rule may depend on. Each is one value of a ticket at a moment, or unknown. */
export const dimensions = [
  'requestType',
  'severity',
  'region',
  'channel',
  'customerGroup',
  'coverage',
] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * Where a site lies from the maker's home. `special`: Hong Kong, Macao, Taiwan and abroad. `unknown`: no province is
 * known, which no rule takes for near or far.
 */
export const regions = ['in-province', 'out-of-province', 'special', 'unknown'] as const;
export type Region = (typeof regions)[number];

/** Whether the warranty bears the ticket's lines; `undecided` until somebody has decided. */
export const coverages = ['covered', 'shared', 'charged', 'undecided'] as const;
export type Coverage = (typeof coverages)[number];

/** The values of a ticket at a moment. A dimension that is left out is unknown and fulfils no condition. */
export interface Circumstances {
  readonly requestType: string;
  readonly severity?: string;
  readonly region?: Region;
  readonly channel?: string;
  readonly customerGroup?: string;
  readonly coverage?: Coverage;
}

/** To what a rule applies. Every condition named must hold; none named means always. */
export interface RuleConditions {
  readonly requestTypes?: readonly string[];
  readonly severities?: readonly string[];
  readonly regions?: readonly Region[];
  readonly channels?: readonly string[];
  readonly customerGroups?: readonly string[];
  readonly coverages?: readonly Coverage[];
}

/** The condition that speaks about each dimension. */
export const conditionOf = {
  requestType: 'requestTypes',
  severity: 'severities',
  region: 'regions',
  channel: 'channels',
  customerGroup: 'customerGroups',
  coverage: 'coverages',
} as const satisfies Record<Dimension, keyof RuleConditions>;
