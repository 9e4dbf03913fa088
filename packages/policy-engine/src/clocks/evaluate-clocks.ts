import type { Policy, Target } from '../policy/index.js';
import type { Instant, Span } from '../time/index.js';
import { naturalMilliseconds, naturalTimeline, walk } from '../time/index.js';
import type { ChosenRule } from './choose-rules.js';
import { chooseRules, reference } from './choose-rules.js';
import type { ClockResult, ClockState } from './clock-result.js';
import type { ClosedFact, Fact, ReportedFact } from './fact.js';
import { countsAs, inOrder, notAResponse } from './fact.js';

export interface ClockInput {
  readonly policy: Policy;
  /** In any order. Facts later than `now` have not happened yet and are left out. */
  readonly facts: readonly Fact[];
  readonly now: Instant;
}

/** What happened from the report on. */
interface History {
  readonly report: ReportedFact;
  readonly facts: readonly Fact[];
  readonly closing: ClosedFact | undefined;
  readonly now: Instant;
}

/**
 * The clocks of a ticket at a moment: one per kind of promise that the policy makes for its request type, in the
 * order of `clockKinds`; none before it was reported.
 * @throws RangeError when the request type is not in the policy.
 */
export function evaluateClocks({ policy, facts, now }: ClockInput): ClockResult[] {
  const known = inOrder(facts).filter(({ at }) => at <= now);
  const report = known.find((fact) => fact.kind === 'reported');
  if (!report) return [];
  const since = known.filter(({ at }) => at >= report.at);
  const closing = since.find((fact) => fact.kind === 'closed');
  const history = { report, facts: since, closing, now };
  const madeClosed = closing !== undefined && closing.recordedAt <= report.recordedAt;
  return chooseRules(policy, report.requestType).map((chosen) =>
    madeClosed ? neverRan(chosen) : evaluate(chosen, history),
  );
}

/** Clocks that wait for something, the most urgent first and those without a target last; late ones stay in. */
export function openClocks(clocks: readonly ClockResult[]): ClockResult[] {
  return clocks
    .filter(({ startedAt, stoppedAt }) => startedAt !== null && stoppedAt === null)
    .sort((a, b) =>
      a.dueAt === b.dueAt ? (a.key < b.key ? -1 : 1) : (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity),
    );
}

function evaluate(chosen: ChosenRule, { report, facts, closing, now }: History): ClockResult {
  const { rule } = chosen;
  const fulfilment = facts.find((fact) => countsAs(fact, rule.stopsAt));
  const fulfilled = fulfilment !== undefined && (closing === undefined || fulfilment.at <= closing.at);
  const stoppedAt = (fulfilled ? fulfilment : closing)?.at ?? null;
  const until = stoppedAt ?? now;

  const allowance = rule.target === 'no-target' ? null : naturalMilliseconds(rule.target);
  const dueAt = allowance === null ? null : walk(naturalTimeline, report.at, { running: allowance }).end;
  const walked = walk(naturalTimeline, report.at, { at: until });

  return {
    ...identity(chosen),
    state: verdict(rule.target, dueAt !== null && until > dueAt, fulfilled, stoppedAt !== null),
    startedAt: report.at,
    dueAt,
    stoppedAt,
    spans: stoppedAt === null ? withoutEnd(walked.spans) : walked.spans,
    elapsed: {
      actual: until - report.at,
      working: walked.running,
      paused: walked.paused,
      overrun: allowance === null ? 0 : Math.max(0, walked.running - allowance),
    },
    explanation: {
      startedBy: rule.startsAt,
      startRecordedAt: report.recordedAt,
      stoppedBy: fulfilled ? rule.stopsAt : closing ? 'closed' : null,
      notCounted: rule.stopsAt === 'responded' ? notCounted(facts, until) : [],
    },
  };
}

function verdict(target: Target, late: boolean, fulfilled: boolean, stopped: boolean): ClockState {
  if (target === 'no-target') return 'no-target';
  if (late) return 'missed';
  if (fulfilled) return 'met';
  return stopped ? 'cancelled' : 'running';
}

/** A ticket that was recorded as closed never had an open promise. */
function neverRan(chosen: ChosenRule): ClockResult {
  return {
    ...identity(chosen),
    state: chosen.rule.target === 'no-target' ? 'no-target' : 'cancelled',
    startedAt: null,
    dueAt: null,
    stoppedAt: null,
    spans: [],
    elapsed: { actual: 0, working: 0, paused: 0, overrun: 0 },
    explanation: { startedBy: null, startRecordedAt: null, stoppedBy: null, notCounted: [] },
  };
}

function identity({ rule, losing }: ChosenRule) {
  const { id, kind, target } = rule;
  return { key: `${id}/${kind}`, kind, rule: reference(rule), losing, target, provisional: false };
}

function withoutEnd(spans: readonly Span[]): Span[] {
  return spans.map((span, index) => (index === spans.length - 1 ? { ...span, to: null } : span));
}

function notCounted(facts: readonly Fact[], until: Instant) {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'responded' || fact.at > until) return [];
    const reason = notAResponse(fact);
    return reason === null ? [] : [{ at: fact.at, reason }];
  });
}
