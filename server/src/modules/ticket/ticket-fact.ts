import type { Fact } from '@aftercare/policy-engine';

const offerKinds = ['offered', 'offer-declined', 'offer-withdrawn'] as const;

/** An offer to answer for the ticket, or its end without acceptance (R10-G3): on record, and nothing to rules of clocks. */
export interface OfferFact {
  readonly kind: (typeof offerKinds)[number];
  /** Milliseconds. */
  readonly at: number;
  /** Milliseconds. */
  readonly recordedAt: number;
  /** To whom it was offered; a member's row id. */
  readonly to: string;
  /** Who did it; a member's row id. */
  readonly by: string;
}

/** What the house writes down about a ticket. */
export type TicketFact = Fact | OfferFact;

const isOffer = (fact: TicketFact): fact is OfferFact => offerKinds.some((kind) => kind === fact.kind);

/** Of what is written down, what the engine judges by. */
export const judgedOf = (written: ReadonlyArray<{ readonly fact: TicketFact }>): Fact[] =>
  written.map(({ fact }) => fact).filter((fact): fact is Fact => !isOffer(fact));
