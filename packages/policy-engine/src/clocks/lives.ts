import type { Fact, FactOf } from '../facts/index.js';
import type { Policy } from '../policy/index.js';
import type { Block, Instant } from '../time/index.js';
import { milliseconds } from '../time/index.js';

/** A time in which a ticket is open; several of them where it was reopened and just goes on. */
export interface Life {
  readonly number: number;
  readonly begin: Instant;
  /** Beginning of its last part; the same as `begin` unless it was reopened and goes on. */
  readonly lastBegin: Instant;
  readonly end: Instant | null;
  readonly endedBy: 'closed' | 'merged' | null;
  /** When its beginning was written down. */
  readonly recordedAt: Instant;
  /** Time in which it was closed. */
  readonly gaps: readonly Block[];
}

/** The lives of a ticket one by one, from facts in order; a first one that was made closed is left out (C2). */
export function livesOf(policy: Policy, report: FactOf<'reported'>, facts: readonly Fact[]): Life[] {
  const lives: Life[] = [];
  let opening: FactOf<'reported' | 'reopened'> | undefined = report;
  while (opening) {
    const begin: FactOf<'reported' | 'reopened'> = opening;
    const first: boolean = begin === report;
    const ending: Fact | undefined = facts.find(
      (fact) =>
        (fact.kind === 'closed' || fact.kind === 'merged') &&
        (first ? fact.at >= begin.at : fact.at > begin.at),
    );
    const { at, recordedAt } = begin;
    const madeClosed = first && ending?.kind === 'closed' && ending.recordedAt <= recordedAt;
    if (!madeClosed) {
      const endedBy = ending?.kind === 'merged' ? 'merged' : ending ? 'closed' : null;
      lives.push({
        number: lives.length + 1,
        begin: at,
        lastBegin: at,
        end: ending?.at ?? null,
        endedBy,
        recordedAt,
        gaps: [],
      });
    }
    opening = ending?.kind === 'closed' ? reopeningAfter(policy, ending, facts) : undefined;
  }
  return lives;
}

function reopeningAfter(
  { reopening }: Policy,
  closing: FactOf<'closed'>,
  facts: readonly Fact[],
): FactOf<'reopened'> | undefined {
  if (!reopening) return undefined;
  const latest = closing.at + milliseconds(reopening.window);
  return facts.find(
    (fact): fact is FactOf<'reopened'> =>
      fact.kind === 'reopened' && fact.at >= closing.at && fact.at <= latest,
  );
}

/** All lives as one that goes on, closed in between. */
export function joined(lives: readonly Life[]): Life[] {
  const [first, last] = [lives[0], lives.at(-1)];
  if (!first || !last) return [];
  const gaps = lives.slice(1).map(({ begin }, index): Block => {
    return { kind: 'closed', from: lives[index]?.end ?? begin, to: begin };
  });
  return [{ ...last, number: 1, begin: first.begin, recordedAt: first.recordedAt, gaps }];
}

/** A life as it was known at a moment. */
export function lifeAt(life: Life, at: Instant): Life {
  const gaps = life.gaps.filter(({ from }) => from <= at);
  const lastBegin = gaps.reduce((begin, { to }) => (to <= at ? to : begin), life.begin);
  return life.end !== null && life.end > at
    ? { ...life, gaps, lastBegin, end: null, endedBy: null }
    : { ...life, gaps, lastBegin };
}
