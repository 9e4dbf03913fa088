import type { ClockKind } from '../src/policy/index.js';
import type { Instant, Span } from '../src/time/index.js';
import type {
  ClockResult,
  ClockState,
  Elapsed,
  LosingReason,
  SupersededTarget,
} from '../src/clocks/clock-result.js';

export interface VerdictSpan {
  readonly kind: Span['kind'];
  readonly from: Instant;
  readonly to: Instant | null;
}

/** What the model and the engine must agree on about a clock. */
export interface Verdict {
  readonly key: string;
  readonly kind: ClockKind;
  readonly version: number;
  readonly rule: string;
  readonly losing: readonly { readonly id: string; readonly reason: LosingReason }[];
  readonly calendar: { readonly key: string; readonly version: number } | null;
  readonly state: ClockState;
  readonly startedAt: Instant | null;
  readonly plannedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly stoppedAt: Instant | null;
  readonly spans: readonly VerdictSpan[];
  readonly elapsed: Elapsed;
  readonly provisional: boolean;
  readonly superseded: readonly (Pick<
    SupersededTarget,
    'version' | 'at' | 'because' | 'state' | 'startedAt' | 'dueAt'
  > & { readonly rule: string })[];
  readonly steps: readonly { readonly key: string; readonly at: Instant }[];
  readonly refused: readonly { readonly at: Instant; readonly reason: string }[];
}

const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
const byKey = <T extends { readonly key: string }>(items: readonly T[]) =>
  [...items].sort((a, b) => (a.key < b.key ? -1 : 1));

/** The same facts about the same clock in the same order, whoever found them. */
export function comparable(verdicts: readonly Verdict[]): Verdict[] {
  return byKey(
    verdicts.map((verdict) => ({
      ...verdict,
      losing: byId(verdict.losing),
      steps: byKey(verdict.steps),
      refused: [...verdict.refused].sort((a, b) => a.at - b.at),
    })),
  );
}

export function verdictOf(clock: ClockResult): Verdict {
  return {
    key: clock.key,
    kind: clock.kind,
    version: clock.version,
    rule: clock.rule.id,
    losing: clock.losing.map(({ rule, reason }) => ({ id: rule.id, reason })),
    calendar: clock.calendar && { key: clock.calendar.key, version: clock.calendar.version },
    state: clock.state,
    startedAt: clock.startedAt,
    plannedAt: clock.plannedAt,
    dueAt: clock.dueAt,
    stoppedAt: clock.stoppedAt,
    spans: clock.spans
      .filter(({ from, to }) => from !== to)
      .map(({ kind, from, to }) => ({ kind, from, to })),
    elapsed: {
      actual: clock.elapsed.actual,
      working: clock.elapsed.working,
      paused: clock.elapsed.paused,
      overrun: clock.elapsed.overrun,
      days: clock.elapsed.days,
      left: clock.elapsed.left,
    },
    provisional: clock.provisional,
    superseded: clock.superseded.map((old) => ({
      version: old.version,
      rule: old.rule.id,
      at: old.at,
      because: old.because,
      state: old.state,
      startedAt: old.startedAt,
      dueAt: old.dueAt,
    })),
    steps: clock.steps.map(({ key, at }) => ({ key, at })),
    refused: clock.explanation.refused.map(({ at, reason }) => ({ at, reason })),
  };
}
