import type { Fact, ReportedFact } from '../src/facts/index.js';
import type { ClockKind, Policy } from '../src/policy/index.js';
import { Minutes, minuteOf } from './minutes.js';
import type { Minute, Window } from './minutes.js';

/** The time of a ticket for which clocks are evaluated together. */
export interface Life {
  /** Counted from 1. */
  readonly number: number;
  readonly begin: Minute;
  readonly end: Minute | null;
  /** The fact that ended it. */
  readonly endedBy: 'closed' | 'merged' | null;
  readonly madeClosed: boolean;
  readonly closed: readonly { readonly from: Minute; readonly to: Minute }[];
}

const spelled = (fact: Fact) =>
  JSON.stringify(Object.entries(fact).sort(([left], [right]) => (left < right ? -1 : 1)));

/** The facts that have happened at `now`, in order. */
export function happened(facts: readonly Fact[], now: number): Fact[] {
  return facts
    .filter((fact) => fact.at <= now)
    .sort((a, b) => a.at - b.at || (spelled(a) < spelled(b) ? -1 : 1));
}

/** Whether a fact is an event. */
export function counts(fact: Fact, event: string): boolean {
  switch (fact.kind) {
    case 'responded':
      return (
        event === 'responded' && !fact.automatic && fact.by !== 'requester' && fact.audience === 'public'
      );
    case 'guided':
      return event === 'guided' || event === 'responded';
    case 'recorded':
      return event === fact.record;
    case 'assigned':
    case 'arrived':
    case 'resolved':
    case 'closed':
      return event === fact.kind;
    default:
      return false;
  }
}

/** One after another, before the policy says what reopening does to the clocks. */
export function livesOf(policy: Policy, report: ReportedFact, facts: readonly Fact[]): Life[] {
  const lives: Life[] = [];
  let begin: Minute | null = minuteOf(report.at);
  while (begin !== null) {
    const from: Minute = begin;
    const ending = facts.find(
      ({ kind, at }) =>
        (kind === 'closed' || kind === 'merged') &&
        (lives.length === 0 ? minuteOf(at) >= from : minuteOf(at) > from),
    );
    const end = ending ? minuteOf(ending.at) : null;
    lives.push({
      number: lives.length + 1,
      begin: from,
      end,
      endedBy: ending?.kind === 'closed' || ending?.kind === 'merged' ? ending.kind : null,
      madeClosed: lives.length === 0 && ending?.kind === 'closed' && ending.recordedAt <= report.recordedAt,
      closed: [],
    });
    begin = null;
    const { reopening } = policy;
    if (ending?.kind !== 'closed' || !reopening) break;
    const again = facts.find(({ kind, at }) => kind === 'reopened' && at >= ending.at);
    if (!again) break;
    const unit = { minutes: 1, hours: 60, days: 1440 }[reopening.window.unit];
    if (minuteOf(again.at - ending.at) <= reopening.window.amount * unit) begin = minuteOf(again.at);
  }
  return lives;
}

/** The lives that have clocks: an empty one only if none follows. */
export function livesWithClocks(lives: readonly Life[]): readonly Life[] {
  if (!lives[0]?.madeClosed || lives.length === 1) return lives;
  return lives.slice(1).map((life, index) => ({ ...life, number: index + 1 }));
}

/** All lives as one, with the time between them closed. */
export function asOne(lives: readonly Life[]): Life | null {
  const first = lives[0];
  const last = lives.at(-1);
  if (!first || !last) return null;
  const closed = lives
    .slice(1)
    .map((life, index) => ({ from: lives[index]?.end ?? life.begin, to: life.begin }));
  return {
    ...last,
    number: first.number,
    begin: first.begin,
    madeClosed: first.madeClosed,
    closed,
  };
}

/**
 * The minutes at which clocks of a kind are paused in the life that begins at `ofLife`, where lives are apart.
 * `beganAfter`: only by pauses that began after that moment.
 */
export function pausedMinutes(
  policy: Policy,
  kind: ClockKind,
  facts: readonly Fact[],
  lives: readonly Life[],
  window: Window,
  { beganAfter, ofLife }: { readonly beganAfter: Minute | null; readonly ofLife: Minute },
): Minutes {
  const minutes = new Minutes(window);
  for (const fact of facts) {
    if (fact.kind !== 'paused') continue;
    const reason = policy.pauseReasons?.find(({ key }) => key === fact.reason);
    if (!reason || (reason.clocks && !reason.clocks.includes(kind))) continue;
    const unit = { minutes: 1, hours: 60, days: 1440 }[reason.limit.unit];
    const from = minuteOf(fact.at);
    if (beganAfter !== null && from <= beganAfter) continue;
    let to = from + reason.limit.amount * unit;
    for (const other of facts) {
      if (other.kind === 'resumed' && other.pause === fact.pause && other.at >= fact.at) {
        to = Math.min(to, minuteOf(other.at));
      }
    }
    if (policy.reopening?.mode !== 'continue') {
      const life = lives.find(({ end }) => end === null || from < end);
      if (life?.begin !== ofLife || (life.number > 1 && from < life.begin)) continue;
    }
    minutes.set(from, to, 1);
  }
  return minutes;
}
