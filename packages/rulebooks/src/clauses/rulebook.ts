import type { LocalizedText } from '@aftercare/policy-engine';

export type RulebookId = `R${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11}`;

/** One clause: what it asks for, in our words. */
export interface Clause {
  /** Always with the rulebook, such as `R4-5.1`. */
  readonly id: string;
  readonly rulebook: RulebookId;
  readonly text: LocalizedText;
}

export interface Rulebook {
  readonly id: RulebookId;
  readonly title: LocalizedText;
  /** In the order of the document. */
  readonly clauses: readonly Clause[];
}

/** A clause as it is written down in this folder: number within the rulebook, Chinese, English. */
export type ClauseEntry = readonly [number: string, zh: string, en: string];

export function rulebook(id: RulebookId, title: LocalizedText, entries: readonly ClauseEntry[]): Rulebook {
  const clauses = entries.map(([number, zh, en]) => ({
    id: `${id}-${number}`,
    rulebook: id,
    text: { zh, en },
  }));
  return { id, title, clauses };
}
