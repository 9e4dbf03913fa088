/** A text in both languages of the product. */
export interface LocalizedText {
  readonly zh: string;
  readonly en: string;
}

/** Where a rule comes from: a clause of a rulebook (id such as `R4-5.1`), or a default that no clause states. */
export type RuleSource =
  | { readonly kind: 'clause'; readonly clause: string }
  | { readonly kind: 'default'; readonly note?: LocalizedText };

/** A rule as it is cited: its id and where it comes from. */
export interface RuleReference {
  readonly id: string;
  readonly source: RuleSource;
}
