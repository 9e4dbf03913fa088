import * as fc from 'fast-check';
import { day, hour, minute, monday, natural, workingDays } from '../testing/index.js';
import { milliseconds } from './duration.js';
import type { Span, SpanKind, Timeline } from './walk.js';
import { naturalTimeline, spanKinds, walk } from './walk.js';

/** Spans of the given lengths one after another, then running time without end. */
function timelineOf(stretches: readonly (readonly [SpanKind, number])[]): Timeline {
  return (from) => {
    const spans: Span[] = [];
    let cursor = from;
    for (const [kind, length] of stretches) {
      spans.push({ kind, from: cursor, to: cursor + length });
      cursor += length;
    }
    return [...spans, { kind: 'running', from: cursor, to: null }];
  };
}

const instants = fc.integer({ min: 0, max: 4_000_000_000_000 });
const amounts = fc.integer({ min: 1, max: 400 * day });
const stretches = fc.array(fc.tuple(fc.constantFrom(...spanKinds), fc.integer({ min: 1, max: 3 * day })), {
  maxLength: 12,
});

describe('measuring time', () => {
  it('A1 a duration has a length only when it counts natural time', () => {
    expect(milliseconds(natural(90, 'minutes'))).toBe(90 * minute);
    expect(milliseconds(natural(24, 'hours'))).toBe(24 * hour);
    expect(milliseconds(natural(2, 'days'))).toBe(48 * hour);
    expect(() => milliseconds(workingDays(2))).toThrow('working-days');
  });

  it('A7 a deadline keeps the millisecond of its start', () => {
    expect(walk(naturalTimeline, monday + 1, { running: 24 * hour }).end).toBe(monday + 1 + 24 * hour);
  });

  it('B1 law: elapsed(start, deadline(start, d)) = d, on every timeline', () => {
    fc.assert(
      fc.property(instants, amounts, stretches, (start, amount, pieces) => {
        const timeline = timelineOf(pieces);
        const deadline = walk(timeline, start, { running: amount });
        const elapsed = walk(timeline, start, { at: deadline.end ?? NaN });
        expect(elapsed).toEqual(deadline);
        expect(elapsed.running).toBe(amount);
      }),
    );
  });

  it('B1 law: the spans touch, and their lengths add up to the time that passed', () => {
    fc.assert(
      fc.property(instants, amounts, stretches, (start, length, pieces) => {
        const { spans, running, paused } = walk(timelineOf(pieces), start, { at: start + length });
        const sum = (kind: SpanKind) =>
          spans.reduce((total, span) => total + (span.kind === kind ? (span.to ?? NaN) - span.from : 0), 0);
        expect(spans[0]?.from).toBe(start);
        spans.slice(1).forEach((span, index) => expect(span.kind).not.toBe(spans[index]?.kind));
        expect(spans.at(-1)?.to).toBe(start + length);
        spans.slice(1).forEach((span, index) => expect(span.from).toBe(spans[index]?.to));
        expect([running, paused]).toEqual([sum('running'), sum('paused')]);
        expect(running + paused + sum('outside') + sum('closed')).toBe(length);
      }),
    );
  });

  it('B1 a deadline never falls at the end of a pause when it was reached before it', () => {
    const timeline = timelineOf([
      ['running', hour],
      ['paused', day],
    ]);
    expect(walk(timeline, monday, { running: hour }).end).toBe(monday + hour);
    expect(walk(timeline, monday, { running: hour + 1 }).end).toBe(monday + hour + day + 1);
  });

  it('a deadline behind a pause without end is unknown', () => {
    const pausedForEver: Timeline = (from) => [
      { kind: 'running', from, to: from + hour },
      { kind: 'paused', from: from + hour, to: null },
    ];
    expect(walk(pausedForEver, monday, { running: 2 * hour })).toEqual({
      spans: [
        { kind: 'running', from: monday, to: monday + hour },
        { kind: 'paused', from: monday + hour, to: null },
      ],
      running: hour,
      paused: 0,
      end: null,
    });
  });

  it('a timeline that ends too early reaches no deadline', () => {
    const oneHour: Timeline = (from) => [{ kind: 'running', from, to: from + hour }];
    expect(walk(oneHour, monday, { running: 2 * hour })).toMatchObject({ running: hour, end: null });
  });
});
