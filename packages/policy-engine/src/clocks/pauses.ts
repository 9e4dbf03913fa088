import type { Fact } from '../facts/index.js';
import type { ClockKind, Policy } from '../policy/index.js';
import type { Block } from '../time/index.js';
import { milliseconds } from '../time/index.js';
import type { ClockPause } from './clock-result.js';
import type { Life } from './lives.js';

/** The pauses of a kind of clock in a life, each until it is resumed, until its limit, or until the life ends (C10). */
export function pausesOf(policy: Policy, kind: ClockKind, facts: readonly Fact[], life: Life): ClockPause[] {
  const resumed = new Map<string, number[]>();
  for (const fact of facts) {
    if (fact.kind === 'resumed') resumed.set(fact.pause, [...(resumed.get(fact.pause) ?? []), fact.at]);
  }
  return facts.flatMap((fact): ClockPause[] => {
    if (fact.kind !== 'paused') return [];
    const known = policy.pauseReasons?.find(({ key }) => key === fact.reason);
    if (!known || !(known.clocks?.includes(kind) ?? true)) return [];
    // what began in an earlier life ended with it
    if (life.number > 1 && fact.at < life.begin) return [];
    const { at, pause, reason, by } = fact;
    const resumedAt = resumed.get(pause)?.find((later) => later >= at);
    const ends: [ClockPause['endedBy'], number][] = [['limit', at + milliseconds(known.limit)]];
    if (resumedAt !== undefined) ends.push(['resumed', resumedAt]);
    if (life.end !== null) ends.push(['closing', life.end]);
    const [endedBy, to] = ends.reduce((first, next) => (next[1] <= first[1] ? next : first));
    return to > at ? [{ pause, reason, by, from: at, to, endedBy }] : [];
  });
}

/** Stretches in which a clock does not count, in order and apart: closed time first, then pauses, merged (C12). */
export function blocksOf(pauses: readonly ClockPause[], gaps: readonly Block[]): Block[] {
  const merged: Block[] = [];
  for (const { from, to } of [...pauses].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && last.to >= from) merged[merged.length - 1] = { ...last, to: Math.max(last.to, to) };
    else merged.push({ kind: 'paused', from, to });
  }
  const open = gaps.reduce<Block[]>(
    (pieces, gap) =>
      pieces.flatMap((piece) => [
        ...(piece.from < gap.from ? [{ ...piece, to: Math.min(piece.to, gap.from) }] : []),
        ...(piece.to > gap.to ? [{ ...piece, from: Math.max(piece.from, gap.to) }] : []),
      ]),
    merged,
  );
  return [...open, ...gaps.filter(({ from, to }) => to > from)].sort((a, b) => a.from - b.from);
}
