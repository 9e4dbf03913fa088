import type { ReportedFact } from '../src/facts/index.js';
import type { ClockKind } from '../src/policy/index.js';
import { Clock } from './clock.js';
import type { Case, Course } from './target.js';
import { asOne, happened, livesOf, livesWithClocks } from './lives.js';
import type { Life } from './lives.js';
import { minuteOf } from './minutes.js';
import type { Window } from './minutes.js';
import type { Verdict } from './verdict.js';

const clockKinds: readonly ClockKind[] = [
  ...(['response', 'assignment', 'contact', 'guidance', 'answer'] as const),
  ...(['arrival', 'duration', 'resolution', 'return', 'follow-up'] as const),
];

/** The clocks of a ticket, minute by minute. @throws BeyondWindow */
export function clocksThrough(window: Window, input: Case): Verdict[] {
  const nowMinute = minuteOf(input.now);
  const facts = happened(input.facts, input.now);
  const report = facts.find((fact): fact is ReportedFact => fact.kind === 'reported');
  if (!report) return [];
  const { policy } = input;
  const lives = livesOf(policy, report, facts);
  const mode = policy.reopening?.mode ?? 'continue';
  const withClocks = livesWithClocks(lives);
  const clockOf = (kind: ClockKind, life: Life, key: string) =>
    new Clock(input, report, facts, life, kind, key, withClocks, window);
  const verdicts: Verdict[] = [];
  for (const kind of clockKinds) {
    if (!policy.clockRules.some((rule) => rule.kind === kind)) continue;
    if (mode === 'continue') {
      const life = asOne(withClocks);
      const course = life && clockOf(kind, life, kind).course(null, nowMinute);
      if (course) verdicts.push(course.verdict);
    } else if (mode === 'new-cycle') {
      for (const life of withClocks) {
        const key = life.number === 1 ? kind : `${kind}/${life.number}`;
        const course = clockOf(kind, life, key).course(null, nowMinute);
        if (course) verdicts.push(course.verdict);
      }
    } else {
      let last: Course | null = null;
      for (const life of withClocks) {
        const fulfilled: string | null = last?.fulfilledBy ?? null;
        if (fulfilled !== null && fulfilled !== 'resolved' && fulfilled !== 'closed') break;
        const next: Course | null = clockOf(kind, life, kind).course(last?.verdict ?? null, nowMinute);
        last = next ?? last;
      }
      if (last) verdicts.push(last.verdict);
    }
  }
  return verdicts;
}
