import type { Fact, ReportedFact, SitePlace } from '../src/facts/index.js';
import type { Policy } from '../src/policy/index.js';
import type { Case } from './target.js';
import type { World } from './generate-calendars.js';
import { kinds, vocabulary } from './generate-policy.js';
import { instantOf } from './minutes.js';
import type { Minute } from './minutes.js';
import type { Random } from './random.js';
import { dayLength } from './working-time.js';

const sites: readonly [SitePlace, ...SitePlace[]] = [
  { country: 'CN', province: '32' },
  { country: 'CN', province: '44' },
  { country: 'CN' },
  { country: 'CN', province: '81' },
  { country: 'DE' },
];

function report(at: Minute, random: Random): ReportedFact {
  return {
    kind: 'reported',
    at: instantOf(at),
    recordedAt: instantOf(at + (random.chance(0.15) ? random.between(1, 2000) : 0)),
    requestType: random.pick(['repair', 'repair', 'training']),
    ...(random.chance(0.7) && { channel: random.pick(vocabulary.channels) }),
    ...(random.chance(0.6) && { severity: random.pick(vocabulary.severities) }),
    ...(random.chance(0.7) && { customerGroup: random.pick(vocabulary.customerGroups) }),
    ...(random.chance(0.85) && { site: random.pick(sites) }),
    ...(random.chance(0.2) && { home: random.pick([['44'], ['32', '44'], []]) }),
  };
}

/** Weights of what may happen; ends and reopenings are placed apart. */
const happenings = [
  ...(['responded', 'responded', 'guided', 'assigned', 'arrived', 'resolved'] as const),
  ...(['recorded', 'recorded', 'severity-set', 'severity-set', 'severity-set'] as const),
  ...([
    'site-corrected',
    'customer-corrected',
    'coverage-decided',
    'paused',
    'paused',
    'paused',
    'paused',
  ] as const),
  ...(['resumed', 'resumed', 'agreed', 'agreed', 'calendar-pinned', 'absorbed'] as const),
] as const;

function happening(at: Minute, world: World, policy: Policy, random: Random): Fact {
  const stamp = { at: instantOf(at), recordedAt: instantOf(at + random.pick([0, 0, 30])) };
  const kind = random.pick(happenings);
  const promised = policy.clockRules.map((rule) => rule.kind);
  const clock = promised[random.between(0, promised.length - 1)] ?? random.pick(kinds);
  switch (kind) {
    case 'responded':
      return {
        ...stamp,
        kind,
        by: random.pick(['maker', 'maker', 'dealer', 'requester']),
        audience: random.pick(['public', 'public', 'internal']),
        ...(random.chance(0.2) && { automatic: true }),
      };
    case 'guided':
      return { ...stamp, kind, by: 'maker' };
    case 'assigned':
      return { ...stamp, kind, to: random.pick(['one', 'two']) };
    case 'arrived':
    case 'resolved':
      return { ...stamp, kind };
    case 'recorded':
      return { ...stamp, kind, record: random.pick(vocabulary.records) };
    case 'severity-set':
      return { ...stamp, kind, severity: random.pick(vocabulary.severities), reason: 'inspection' };
    case 'site-corrected':
      return {
        ...stamp,
        kind,
        ...(random.chance(0.8) && { site: random.pick(sites) }),
        reason: 'typing error',
      };
    case 'customer-corrected':
      return {
        ...stamp,
        kind,
        ...(random.chance(0.7) && { customerGroup: random.pick(vocabulary.customerGroups) }),
        reason: 'typing error',
      };
    case 'coverage-decided':
      return { ...stamp, kind, coverage: random.pick(vocabulary.coverages) };
    case 'paused':
      return {
        ...stamp,
        kind,
        pause: random.pick(['p1', 'p2', 'p3']),
        reason: random.chance(0.05) ? 'no-such-reason' : random.pick(vocabulary.reasons),
        by: 'desk',
      };
    case 'resumed':
      return { ...stamp, kind, pause: random.pick(['p1', 'p2', 'p3']) };
    case 'agreed':
      return {
        ...stamp,
        kind,
        clock,
        due: instantOf(at + random.between(random.chance(0.1) ? -600 : 30, 4 * dayLength)),
        by: 'desk',
        why: 'site not ready',
        confirmedBy: 'customer',
      };
    case 'calendar-pinned': {
      const pinned = world.calendars[random.between(0, world.calendars.length - 1)];
      return {
        ...stamp,
        kind,
        calendar: pinned?.key ?? 'plant',
        version: pinned?.version ?? 1,
        ...(random.chance(0.4) && { clock: random.chance(0.2) ? `${clock}/2` : clock }),
      };
    }
    case 'absorbed':
      return {
        ...stamp,
        kind,
        ticket: 'other',
        reportedAt: instantOf(at - random.between(10, 4 * dayLength)),
        ...(random.chance(0.4) && {
          started: {
            assigned: instantOf(at - random.between(0, dayLength)),
            contract: instantOf(at - random.between(0, 2 * dayLength)),
          },
        }),
      };
  }
}

/** Ends and reopenings, one after another. */
function ends(from: Minute, length: number, random: Random): Fact[] {
  const facts: Fact[] = [];
  let at = from;
  for (let life = 0; life < 3; life++) {
    at += random.between(20, length);
    const merged = random.chance(0.08);
    const stamp = { at: instantOf(at), recordedAt: instantOf(at) };
    if (merged) facts.push({ ...stamp, kind: 'merged', into: 'other' });
    else facts.push({ ...stamp, kind: 'closed' });
    if (random.chance(0.3)) return facts;
    at += random.between(1, Math.min(length, 2 * dayLength));
    facts.push({ at: instantOf(at), recordedAt: instantOf(at), kind: 'reopened' });
    if (random.chance(0.5)) return facts;
  }
  return facts;
}

/** Two pauses early in a ticket, the second of which begins while the first may still last. */
function overlappingPauses(from: Minute, random: Random): Fact[] {
  const first = from + random.between(0, dayLength);
  return [first, first + random.between(1, 300)].map((at, index) => ({
    kind: 'paused',
    at: instantOf(at),
    recordedAt: instantOf(at),
    pause: `o${index}`,
    reason: random.pick(vocabulary.reasons),
    by: 'desk',
  }));
}

export function generateCase(world: World, policy: Policy, random: Random): Case {
  const span = world.days * dayLength;
  const grid = random.pick([1, 15, 60]);
  const moment = () => world.from + Math.floor(random.between(0, span) / grid) * grid;
  const reportedAt = world.from + random.between(0, Math.floor(span / 4 / grid)) * grid;
  const reporting = report(reportedAt, random);
  const facts: Fact[] = [reporting];
  if (random.chance(0.55)) facts.push(...ends(reportedAt, Math.floor(span / 3), random));
  if (random.chance(0.03)) {
    facts.push({ kind: 'closed', at: reporting.at, recordedAt: reporting.recordedAt });
  }
  if (random.chance(0.3)) facts.push(...overlappingPauses(reportedAt, random));
  if (random.chance(0.3)) {
    const at = instantOf(reportedAt + random.between(1, dayLength));
    const severity = random.pick(vocabulary.severities);
    facts.push({ kind: 'severity-set', at, recordedAt: at, severity, reason: 'inspection' });
  }
  const count = random.between(0, 14);
  while (facts.length < count) {
    const at = random.chance(0.9) ? Math.max(moment(), reportedAt + random.between(0, 60)) : moment();
    facts.push(happening(at, world, policy, random));
  }
  return {
    policy,
    calendars: world.calendars,
    facts,
    now: instantOf(random.chance(0.6) ? world.from + span : moment()),
  };
}
