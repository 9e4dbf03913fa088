import type {
  ClockKind,
  ClockRule,
  PauseReason,
  Policy,
  PrecedenceRule,
  Reminder,
  RuleConditions,
  RuleSource,
} from '../src/policy/index.js';
import type { Duration } from '../src/time/index.js';
import type { Random } from './random.js';

const text = { zh: '默认', en: 'Default' };
const byDefault: RuleSource = { kind: 'default' };
export const kinds = [
  ...(['response', 'assignment', 'contact', 'guidance', 'answer'] as const),
  ...(['arrival', 'duration', 'resolution', 'return', 'follow-up'] as const),
] as const;

export const vocabulary = {
  requestTypes: ['repair', 'training'],
  severities: ['general', 'major', 'critical'],
  regions: ['in-province', 'out-of-province', 'special'],
  channels: ['phone', 'app'],
  customerGroups: ['key', 'other'],
  coverages: ['covered', 'charged', 'undecided'],
  records: ['contract', 'report'],
  reasons: ['parts', 'customer', 'response-only'],
} as const;

function durationFor(random: Random): Duration {
  const kind = random.next();
  if (kind < 0.3) {
    return random.chance(0.15)
      ? { amount: random.between(1, 3), unit: 'days', basis: 'natural' }
      : { amount: random.between(1, 60) * 30 + random.pick([0, 0, 7]), unit: 'minutes', basis: 'natural' };
  }
  if (kind < 0.65) {
    return random.chance(0.3)
      ? { amount: random.between(1, 900), unit: 'minutes', basis: 'working-hours' }
      : { amount: random.between(1, 24), unit: 'hours', basis: 'working-hours' };
  }
  return {
    amount: random.between(1, 4),
    unit: 'days',
    basis: 'working-days',
    endsAt: random.pick(['same-time', 'end-of-day']),
    startOutside: random.pick(['next-opening', 'previous-closing']),
  };
}

function reminders(random: Random): Reminder[] {
  return Array.from({ length: random.between(0, 2) }, (_, index): Reminder => {
    const id = `r${index}`;
    const at = random.pick<Reminder['at']>(['before', 'before', 'due', 'after']);
    if (at === 'due') return { id, at, tell: ['desk'] };
    const by: Duration = random.chance(0.5)
      ? { amount: random.between(1, 12) * 15, unit: 'minutes', basis: 'working-hours' }
      : { amount: random.between(1, 40) * 15, unit: 'minutes', basis: 'natural' };
    return { id, at, by, tell: ['desk'] };
  });
}

function conditions(random: Random): RuleConditions {
  const share = random.pick([0.1, 0.25]);
  const of = <T extends string>(values: readonly T[]): T[] => {
    const some = random.some(values, 0.55);
    return some.length > 0 ? some : [...values];
  };
  return {
    ...(random.chance(share) && { requestTypes: of(vocabulary.requestTypes) }),
    ...(random.chance(0.6) && { severities: of(vocabulary.severities) }),
    ...(random.chance(share) && { regions: of(vocabulary.regions) }),
    ...(random.chance(share) && { channels: of(vocabulary.channels) }),
    ...(random.chance(share) && { customerGroups: of(vocabulary.customerGroups) }),
    ...(random.chance(share) && { coverages: of(vocabulary.coverages) }),
  };
}

const source = (random: Random): RuleSource =>
  random.chance(0.25)
    ? byDefault
    : { kind: 'clause', clause: `${random.pick(['R1', 'R2', 'R3'])}-${random.between(1, 9)}.1` };

const stops: Partial<Record<ClockKind, readonly [string, ...string[]]>> = {
  response: ['responded'],
  assignment: ['assigned'],
  guidance: ['guided', 'responded'],
  arrival: ['arrived'],
  resolution: ['resolved', 'closed'],
  return: ['resolved', 'report'],
  'follow-up': ['report', 'contract'],
};

function rulesOf(kind: ClockKind, random: Random): ClockRule[] {
  const rules: ClockRule[] = [];
  const stopsAt = random.pick(stops[kind] ?? ['resolved', 'arrived', 'report', 'closed']);
  const startsAt = random.chance(0.7)
    ? 'reported'
    : random.pick(['assigned', 'arrived', 'contract', 'guided', 'resolved', 'closed']);
  const wanted = random.between(1, 4);
  for (let index = 0; index < wanted; index++) {
    const when = index === 0 && random.chance(0.9) ? {} : conditions(random);
    const rank = index === 0 ? 0 : random.between(0, 2);
    const equal = rules.find(
      (other) => other.rank === rank && Object.keys(other.when).length === Object.keys(when).length,
    );
    const id = `${random.pick(['a', 'b', 'c'])}${index}-${kind}`;
    if (equal) {
      rules.push({ ...equal, id, when });
      continue;
    }
    const target = random.chance(0.07) ? 'no-target' : durationFor(random);
    rules.push({
      id,
      kind,
      when,
      rank,
      target,
      startsAt: random.chance(0.9) ? startsAt : random.pick(['reported', 'assigned', 'contract']),
      stopsAt: random.chance(0.9) ? stopsAt : random.pick(['resolved', 'arrived', 'contract']),
      source: source(random),
      ...(random.chance(0.2) && { planned: durationFor(random) }),
      ...(random.chance(0.6) && { reminders: reminders(random) }),
    });
  }
  return rules;
}

function pauseReasons(random: Random): PauseReason[] {
  return vocabulary.reasons.map((key) => ({
    key,
    label: text,
    limit: random.chance(0.4)
      ? { amount: random.between(1, 3), unit: 'days', basis: 'natural' }
      : { amount: random.between(2, 60) * 30, unit: 'minutes', basis: 'natural' },
    ...(key === 'response-only' && { clocks: ['response', 'resolution', 'arrival'] }),
    source: byDefault,
  }));
}

function precedence(random: Random): PrecedenceRule {
  const rulebooks = random.pick([
    ['R1', 'R2'],
    ['R2', 'R1', 'R3'],
    ['R3', 'R1'],
  ]);
  return {
    by: random.pick(['rank', 'newest']),
    scope: random.pick(['clause', 'clause', 'whole']),
    rulebooks: rulebooks.map((id) => ({
      id,
      inForceFrom: random.pick(['2020-01-01', '2023-07-01', '2025-01-01']),
    })),
    source: byDefault,
  };
}

export function generatePolicy(random: Random): Policy {
  const chosen = new Set(
    Array.from({ length: random.between(1, 4) }, () =>
      random.chance(0.5) ? random.pick<ClockKind>(['response', 'arrival', 'resolution']) : random.pick(kinds),
    ),
  );
  return {
    rulebook: 'R1',
    title: text,
    requestTypes: vocabulary.requestTypes.map((key) => ({ key, label: text })),
    records: vocabulary.records.map((key) => ({ key, label: text })),
    ...(random.chance(0.85) && {
      severity: {
        classes: vocabulary.severities.map((key) => ({ key, label: text })),
        unclassified: 'general',
        countsFrom: random.pick(['original-start', 'change']),
        source: byDefault,
      },
    }),
    ...(random.chance(0.8) && {
      home: { basis: 'plant', provinces: ['32', '31'], source: byDefault },
    }),
    clockRules: [...chosen].flatMap((kind) => rulesOf(kind, random)),
    ...(random.chance(0.3) && { precedence: precedence(random) }),
    calendarRules: [
      { id: 'usual', when: {}, rank: 0, calendar: 'plant', source: byDefault },
      {
        id: 'abroad',
        when: conditions(random),
        ...(random.chance(0.4) && { kinds: ['response', 'arrival'] }),
        rank: random.between(1, 2),
        calendar: 'dealer',
        source: source(random),
      },
    ],
    pauseReasons: pauseReasons(random),
    ...(random.chance(0.8) && {
      agreements: {
        kinds: random.some(kinds, 0.8),
        by: ['desk'],
        afterDue: random.chance(0.5),
        source: byDefault,
      },
    }),
    ...(random.chance(0.9) && {
      reopening: {
        mode: random.pick(['continue', 'restart', 'new-cycle']),
        window: random.chance(0.8)
          ? { amount: 10, unit: 'days', basis: 'natural' }
          : { amount: random.between(1, 48), unit: 'hours', basis: 'natural' },
        source: byDefault,
      },
    }),
    workflow: { states: [], initial: 'reported', transitions: [] },
  };
}
