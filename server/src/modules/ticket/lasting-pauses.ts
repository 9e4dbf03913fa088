import type { Fact, FactOf, Policy } from '@aftercare/policy-engine';

/** A pause that was not resumed, whose ticket was not closed, and that has not reached its limit. */
export interface LastingPause {
  pause: string;
  reason: string;
  from: number;
  /** When it ends by itself. */
  endsAt: number;
}

const lengthOf = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** The pauses that last at a moment, in the order of the facts (C10). */
export function lastingPauses({ pauseReasons }: Policy, facts: readonly Fact[], now: number): LastingPause[] {
  return facts
    .filter((fact): fact is FactOf<'paused'> => fact.kind === 'paused')
    .filter((fact) => !facts.some((later) => ends(fact, later)))
    .flatMap(({ pause, reason, at }) => {
      const limit = pauseReasons?.find(({ key }) => key === reason)?.limit;
      if (!limit) return [];
      const endsAt = at + limit.amount * lengthOf[limit.unit];
      return endsAt > now ? [{ pause, reason, from: at, endsAt }] : [];
    });
}

const ends = ({ pause, at }: FactOf<'paused'>, later: Fact): boolean =>
  later.at >= at && (later.kind === 'closed' || (later.kind === 'resumed' && later.pause === pause));
