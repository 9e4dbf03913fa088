import type { Calendar } from '../calendar/index.js';
import { workingTime } from '../calendar/index.js';
import type { Fact, FactOf } from '../facts/index.js';
import { inOrder } from '../facts/index.js';
import type { ClockKind, Policy } from '../policy/index.js';
import { clockKinds } from '../policy/index.js';
import type { Instant } from '../time/index.js';
import { timeline, walk } from '../time/index.js';
import type { ClockResult, SupersededTarget } from './clock-result.js';
import type { Setting } from './course.js';
import type { Life } from './lives.js';
import { joined, livesOf } from './lives.js';
import { blocksOf, pausesOf } from './pauses.js';
import { resultOf } from './result-of.js';
import { targetsOf } from './targets.js';

export interface ClockInput {
  readonly policy: Policy;
  /** Every version of a calendar that the policy or a pin names; none for natural time alone. */
  readonly calendars?: readonly Calendar[];
  /** In any order. Facts later than `now` have not happened yet and are left out. */
  readonly facts: readonly Fact[];
  readonly now: Instant;
}

/** What is the same for all clocks of a ticket. */
interface Ticket {
  readonly policy: Policy;
  readonly calendars: readonly Calendar[];
  readonly report: FactOf<'reported'>;
  readonly facts: readonly Fact[];
  readonly now: Instant;
}

/**
 * The clocks of a ticket at a moment, in the order of `clockKinds`: one per kind of promise that the policy makes, and
 * one per life where reopening makes new ones; none before it was reported. The specification is docs/clocks.md.
 * @throws RangeError when the request type is not in the policy, or a calendar that is needed was not given
 */
export function evaluateClocks({ policy, calendars = [], facts, now }: ClockInput): ClockResult[] {
  const known = inOrder(facts).filter(({ at }) => at <= now);
  const report = known.find((fact) => fact.kind === 'reported');
  if (!report) return [];
  const ticket: Ticket = { policy, calendars, report, facts: known, now };
  const lives = livesOf(policy, report, known);
  return clockKinds.flatMap((kind) => {
    if (lives.length === 0) return neverRan(ticket, kind);
    if (policy.reopening?.mode === 'new-cycle') return lives.flatMap((life) => inLife(ticket, kind, life));
    if (policy.reopening?.mode === 'restart') return restarted(ticket, kind, lives);
    return joined(lives).flatMap((life) => inLife(ticket, kind, life));
  });
}

/** Clocks that wait for something, the most urgent first and those without a target last; late ones stay in. */
export function openClocks(clocks: readonly ClockResult[]): ClockResult[] {
  return clocks
    .filter(({ startedAt, stoppedAt }) => startedAt !== null && stoppedAt === null)
    .sort((a, b) =>
      a.dueAt === b.dueAt ? (a.key < b.key ? -1 : 1) : (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity),
    );
}

/**
 * What has yet to run until the due moment of a clock, in milliseconds, at a moment after it was evaluated: for a
 * countdown, which must use the server's time (H5). `null` when nothing runs towards anything.
 */
export function timeLeft(
  { state, dueAt, elapsed, calendar }: ClockResult,
  calendars: readonly Calendar[],
  now: Instant,
): number | null {
  if (state !== 'running' || dueAt === null) return elapsed.left;
  if (now >= dueAt) return 0;
  const version =
    calendar && calendars.find(({ key, version: n }) => key === calendar.key && n === calendar.version);
  if (calendar && !version) return elapsed.left;
  return walk(timeline(version ? workingTime(version) : null, []), now, { at: dueAt }).running;
}

function settingOf(
  { policy, calendars, report, facts }: Ticket,
  kind: ClockKind,
  life: Life,
  key: string,
): Setting {
  const pauses = pausesOf(policy, kind, facts, life);
  const blocks = blocksOf(pauses, life.gaps);
  return { policy, calendars, kind, key, life, report, facts, pauses, blocks };
}

function inLife(ticket: Ticket, kind: ClockKind, life: Life): ClockResult[] {
  const setting = settingOf(ticket, kind, life, life.number === 1 ? kind : `${kind}/${life.number}`);
  const targets = targetsOf(setting, 1);
  return targets ? [resultOf(setting, targets, ticket.now)] : [];
}

/** A clock whose end is undone by reopening begins again; what it came to before is kept. */
function restarted(ticket: Ticket, kind: ClockKind, lives: readonly Life[]): ClockResult[] {
  let result: ClockResult | undefined;
  for (const life of lives) {
    const setting = settingOf(ticket, kind, life, kind);
    const targets = targetsOf(setting, (result?.version ?? 0) + 1);
    if (!targets) continue;
    const next = resultOf(setting, targets, ticket.now);
    const earlier: SupersededTarget[] = result ? [...result.superseded, outcome(result, life)] : [];
    result = {
      ...next,
      superseded: [...earlier, ...next.superseded],
      steps: [...(result?.steps ?? []), ...next.steps],
    };
    const { stoppedBy } = result.explanation;
    const undone = stoppedBy === null || ['resolved', 'closed', 'merged', 'no-rule'].includes(stoppedBy);
    if (!undone) break;
  }
  return result ? [result] : [];
}

function outcome(result: ClockResult, { begin }: Life): SupersededTarget {
  const { version, rule, losing, target, agreement, startedAt, dueAt, state } = result;
  const ended = state === 'met' || state === 'missed' || state === 'no-target' ? state : 'cancelled';
  const because = 'reopened';
  return {
    version,
    rule,
    losing,
    target,
    agreement,
    startedAt,
    dueAt,
    at: begin,
    because,
    why: null,
    state: ended,
  };
}

/** A ticket that was recorded as closed never had an open promise (C2). */
function neverRan(ticket: Ticket, kind: ClockKind): ClockResult[] {
  const { report, facts } = ticket;
  const { at, recordedAt } = report;
  const life: Life = {
    number: 1,
    begin: at,
    lastBegin: at,
    end: at,
    endedBy: 'closed',
    recordedAt,
    gaps: [],
  };
  const setting = settingOf(
    { ...ticket, facts: facts.filter((fact) => fact.at <= at && fact.kind !== 'absorbed') },
    kind,
    life,
    kind,
  );
  const targets = targetsOf(setting, 1);
  if (!targets) return [];
  const result = resultOf(setting, targets, ticket.now);
  return [
    {
      ...result,
      state: result.state === 'no-target' ? 'no-target' : 'cancelled',
      startedAt: null,
      plannedAt: null,
      dueAt: null,
      stoppedAt: null,
      spans: [],
      provisional: false,
      steps: [],
      explanation: {
        ...result.explanation,
        startedBy: null,
        startRecordedAt: null,
        stoppedBy: null,
        notCounted: [],
        pauses: [],
      },
    },
  ];
}
