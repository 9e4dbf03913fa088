import type { Instant } from './duration.js';

export const spanKinds = ['running', 'paused', 'outside', 'closed'] as const;
/**
 * `running` counts towards a target, `paused` was stopped for a reason, `outside` is time in which nobody works,
 * `closed` is time in which the ticket was closed.
 */
export type SpanKind = (typeof spanKinds)[number];

/** A stretch of time from `from` (inclusive) to `to` (exclusive); `null` means that it has not ended. */
export interface Span {
  readonly kind: SpanKind;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A stretch of time that ends. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** Time in which nothing counts although it might. */
export interface Block extends Stretch {
  readonly kind: 'paused' | 'closed';
}

/** All time from a moment on, as spans that touch each other; only the last may be without an end. */
export type Timeline = (from: Instant) => Iterable<Span>;

/** Where a walk ends: at a moment not before its start, or as soon as so much running time has passed (milliseconds). */
export type Goal = { readonly at: Instant } | { readonly running: number };

export interface Walk {
  /** What was walked through, in order and without gaps; neighbours of one kind are one span. */
  readonly spans: readonly Span[];
  /** Milliseconds of running time among them. */
  readonly running: number;
  /** Milliseconds of paused time among them. */
  readonly paused: number;
  /** The moment of the goal; `null` when the timeline never reaches it. */
  readonly end: Instant | null;
}

/**
 * The timeline of stretches that could count, less the blocks.
 * @param work in order and apart or touching; `null` for natural time, of which all could count
 * @param blocks in order and apart
 */
export function timeline(
  work: ((from: Instant) => Iterable<Stretch>) | null,
  blocks: readonly Block[],
): Timeline {
  return function* (from) {
    let cursor = from;
    let next = 0;
    for (const stretch of work ? work(from) : [{ from, to: Infinity }]) {
      if (stretch.from > cursor) yield { kind: 'outside', from: cursor, to: stretch.from };
      cursor = Math.max(cursor, stretch.from);
      while (cursor < stretch.to) {
        while ((blocks[next]?.to ?? Infinity) <= cursor) next += 1;
        const block = blocks[next];
        const blocked = block !== undefined && block.from <= cursor;
        const to = Math.min(stretch.to, (blocked ? block.to : block?.from) ?? Infinity);
        yield { kind: blocked ? block.kind : 'running', from: cursor, to: to === Infinity ? null : to };
        cursor = to;
      }
    }
  };
}

/** Natural time: every moment counts. */
export const naturalTimeline: Timeline = timeline(null, []);

/**
 * Walks along a timeline to a goal. The only function that measures: a deadline is a walk to an amount of
 * running time, an elapsed time is a walk to a moment, so the two cannot disagree.
 */
export function walk(along: Timeline, from: Instant, goal: Goal): Walk {
  const spans: Span[] = [];
  let cursor = from;
  let running = 0;
  let paused = 0;
  // nothing has to run, so nothing is waited for
  if ('running' in goal && goal.running <= 0) return { spans, running, paused, end: from };
  const add = (kind: SpanKind, to: Instant | null) => {
    const last = spans.at(-1);
    if (last?.kind === kind) spans[spans.length - 1] = { ...last, to };
    else spans.push({ kind, from: cursor, to });
  };
  for (const { kind, to } of along(from)) {
    const untilGoal =
      'at' in goal ? goal.at - cursor : kind === 'running' ? goal.running - running : Infinity;
    const length = Math.min(untilGoal, (to ?? Infinity) - cursor);
    if (length === Infinity) {
      add(kind, null);
      break;
    }
    add(kind, cursor + length);
    cursor += length;
    if (kind === 'running') running += length;
    if (kind === 'paused') paused += length;
    if ('at' in goal ? cursor >= goal.at : running >= goal.running) {
      return { spans, running, paused, end: cursor };
    }
  }
  return { spans, running, paused, end: null };
}
