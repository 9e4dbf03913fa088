import type { Instant } from './duration.js';

export const spanKinds = ['running', 'paused', 'outside'] as const;
/** `running` counts towards a target, `paused` was stopped for a reason, `outside` is time in which nobody works. */
export type SpanKind = (typeof spanKinds)[number];

/** A stretch of time from `from` (inclusive) to `to` (exclusive); `null` means that it has not ended. */
export interface Span {
  readonly kind: SpanKind;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** All time from a moment on, as spans that touch each other; only the last may be without an end. */
export type Timeline = (from: Instant) => Iterable<Span>;

/** Where a walk ends: at a moment not before its start, or as soon as so much running time has passed (milliseconds). */
export type Goal = { readonly at: Instant } | { readonly running: number };

export interface Walk {
  /** What was walked through, in order and without gaps. */
  readonly spans: readonly Span[];
  /** Milliseconds of running time among them. */
  readonly running: number;
  /** Milliseconds of paused time among them. */
  readonly paused: number;
  /** The moment of the goal; `null` when the timeline never reaches it. */
  readonly end: Instant | null;
}

/** Natural time: every moment counts. */
export const naturalTimeline: Timeline = (from) => [{ kind: 'running', from, to: null }];

/**
 * Walks along a timeline to a goal. The only function that measures: a deadline is a walk to an amount of
 * running time, an elapsed time is a walk to a moment, so the two cannot disagree.
 */
export function walk(timeline: Timeline, from: Instant, goal: Goal): Walk {
  const spans: Span[] = [];
  let cursor = from;
  let running = 0;
  let paused = 0;
  for (const { kind, to } of timeline(from)) {
    const untilGoal =
      'at' in goal ? goal.at - cursor : kind === 'running' ? goal.running - running : Infinity;
    const length = Math.min(untilGoal, (to ?? Infinity) - cursor);
    if (length === Infinity)
      return { spans: [...spans, { kind, from: cursor, to: null }], running, paused, end: null };
    spans.push({ kind, from: cursor, to: cursor + length });
    cursor += length;
    if (kind === 'running') running += length;
    if (kind === 'paused') paused += length;
    if ('at' in goal ? cursor >= goal.at : running >= goal.running)
      return { spans, running, paused, end: cursor };
  }
  return { spans, running, paused, end: null };
}
