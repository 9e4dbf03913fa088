import type { Calendar } from '../calendar/index.js';
import type { Fact, FactOf } from '../facts/index.js';
import { inOrder } from '../facts/index.js';
import type { Policy } from '../policy/index.js';
import type { Instant } from '../time/index.js';
import type { ClockResult } from './clock-result.js';

/** A published policy and the moment from which tickets are judged by it. */
export interface PolicyVersion {
  readonly version: number;
  readonly effectiveFrom: Instant;
  readonly policy: Policy;
}

/**
 * The version of the policy by which a ticket is judged: the one that it was last pinned to; without a pin the newest in
 * force at the moment of its report, whatever is in force now (G1, G2). `null` when there is none, or no report.
 */
export function policyFor<Version extends Pick<PolicyVersion, 'version' | 'effectiveFrom'>>(
  versions: readonly Version[],
  facts: readonly Fact[],
): Version | null {
  const known = inOrder(facts);
  const pin = known.findLast((fact) => fact.kind === 'policy-pinned');
  if (pin) return versions.find(({ version }) => version === pin.version) ?? null;
  const report = known.find((fact) => fact.kind === 'reported');
  const inForce = versions
    .filter(({ effectiveFrom }) => report !== undefined && effectiveFrom <= report.at)
    .sort((a, b) => b.effectiveFrom - a.effectiveFrom || b.version - a.version);
  return inForce[0] ?? null;
}

/**
 * What a new version of a calendar does to the clocks of a ticket (B4): one fact to append per clock that is live, that
 * is neither over nor late, and runs by an older version. None when the version leaves live clocks alone.
 */
export function repinsFor(
  { key, version, liveClocks }: Calendar,
  clocks: readonly ClockResult[],
  at: Instant,
): FactOf<'calendar-pinned'>[] {
  if (liveClocks === 'keep') return [];
  const live = ['not-started', 'running', 'paused'];
  return clocks
    .filter(
      ({ calendar, state }) => live.includes(state) && calendar?.key === key && calendar.version < version,
    )
    .map((clock) => ({
      kind: 'calendar-pinned',
      at,
      recordedAt: at,
      calendar: key,
      version,
      clock: clock.key,
    }));
}
