import * as fc from 'fast-check';
import type { Fact } from '../facts/index.js';
import type { Policy, ReopeningMode } from '../policy/index.js';
import {
  absorbed,
  agreed,
  assigned,
  assignmentRule,
  calendarPinned,
  clocksOf,
  closed,
  coverageDecided,
  day,
  guided,
  hour,
  monday,
  natural,
  paused,
  policyWith,
  recorded,
  reopened,
  reported,
  resolved,
  responded,
  responseRule,
  resumed,
  rule,
  severitySet,
  siteCorrected,
  workingDays,
  workingHours,
} from '../testing/index.js';
import { openClocks } from './evaluate-clocks.js';

const label = { zh: '某', en: 'Some' };
const ours = { kind: 'default' } as const;

const policyOf = (mode: ReopeningMode, countsFrom: 'original-start' | 'change'): Policy => ({
  ...policyWith(
    responseRule,
    assignmentRule,
    rule({
      id: 'near',
      kind: 'arrival',
      when: { regions: ['in-province'] },
      target: natural(24, 'hours'),
      startsAt: 'guidance-failed',
      stopsAt: 'arrived',
    }),
    rule({
      id: 'far',
      kind: 'arrival',
      target: natural(48, 'hours'),
      startsAt: 'guidance-failed',
      stopsAt: 'arrived',
    }),
    rule({ id: 'repair', kind: 'resolution', target: workingHours(12), stopsAt: 'resolved' }),
    rule({
      id: 'major',
      kind: 'resolution',
      when: { severities: ['major'] },
      target: workingHours(6),
      stopsAt: 'resolved',
    }),
    rule({ id: 'return', kind: 'return', target: workingDays(2), stopsAt: 'closed' }),
  ),
  severity: {
    classes: [
      { key: 'general', label },
      { key: 'major', label },
    ],
    unclassified: 'general',
    countsFrom,
    source: ours,
  },
  home: { basis: 'plant', provinces: ['32'], source: ours },
  pauseReasons: [{ key: 'customer', label, limit: natural(2, 'days'), source: ours }],
  agreements: { kinds: ['arrival', 'resolution'], by: ['manager'], afterDue: true, source: ours },
  reopening: { mode, window: natural(2, 'days'), source: ours },
});

const policies = fc
  .tuple(
    fc.constantFrom<ReopeningMode>('continue', 'restart', 'new-cycle'),
    fc.constantFrom<'original-start' | 'change'>('original-start', 'change'),
  )
  .map(([mode, from]) => policyOf(mode, from));

describe('laws of the clocks', () => {
  // Few moments, so that facts often coincide.
  const moments = fc.integer({ min: -2, max: 16 }).map((step) => monday + step * 6 * hour);
  const happened = <Change>(
    fact: (at: number, changes: Change & { recordedAt: number }) => Fact,
    changes: fc.Arbitrary<Change>,
  ) =>
    fc
      .tuple(moments, moments, changes)
      .map(([at, recordedAt, change]) => fact(at, { ...change, recordedAt }));
  const site = fc.constantFrom(
    { country: 'CN', province: '32' },
    { country: 'CN', province: '65' },
    { country: 'DE' },
  );
  const pause = fc.constantFrom('p1', 'p2');
  const facts = fc.array(
    fc.oneof(
      happened(reported, fc.record({ requestType: fc.constantFrom('repair', 'training'), site })),
      happened(
        responded,
        fc.record({
          by: fc.constantFrom('maker', 'dealer', 'requester'),
          audience: fc.constantFrom('internal', 'public'),
          automatic: fc.boolean(),
        }),
      ),
      happened(guided, fc.record({ by: fc.constantFrom('maker', 'dealer') })),
      happened(assigned, fc.record({ to: fc.constantFrom('a', 'b') })),
      happened(recorded, fc.record({ record: fc.constantFrom('guidance-failed', 'explained') })),
      happened(resolved, fc.record({})),
      happened(closed, fc.record({})),
      happened(reopened, fc.record({})),
      happened(absorbed, fc.record({ reportedAt: moments })),
      happened(severitySet, fc.record({ severity: fc.constantFrom('general', 'major') })),
      happened(siteCorrected, fc.record({ site })),
      happened(coverageDecided, fc.record({})),
      happened(paused, fc.record({ pause })),
      happened(resumed, fc.record({ pause })),
      happened(agreed, fc.record({ clock: fc.constantFrom('arrival', 'resolution'), due: moments })),
      happened(calendarPinned, fc.record({})),
    ),
    { maxLength: 14 },
  );
  const withReport = facts.map((list) => [reported(monday), ...list]);

  it('two reports of the same moment start the same clock, whichever was learned first', () => {
    const policy = policyOf('continue', 'change');
    const early = reported(monday, { recordedAt: monday + hour });
    const late = reported(monday, { recordedAt: monday + 2 * hour });
    expect(clocksOf(policy, [late, early], monday + day)).toEqual(
      clocksOf(policy, [early, late], monday + day),
    );
  });

  it('the order in which facts are learned does not matter, and a replay gives equal output', () => {
    const learned = withReport.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(policies, learned, moments, (policy, [list, shuffled], now) => {
        const first = clocksOf(policy, list, now);
        expect(clocksOf(policy, shuffled, now)).toEqual(first);
        expect(clocksOf(JSON.parse(JSON.stringify(policy)), JSON.parse(JSON.stringify(list)), now)).toEqual(
          first,
        );
      }),
    );
  });

  it('facts of the future change nothing', () => {
    fc.assert(
      fc.property(policies, withReport, moments, (policy, list, now) => {
        const known = list.filter(({ at }) => at <= now);
        expect(clocksOf(policy, known, now)).toEqual(clocksOf(policy, list, now));
      }),
    );
  });

  it('a verdict, once given, never changes as time passes', () => {
    const later = fc.constantFrom(0, hour, 6 * hour, 2 * day, 30 * day);
    fc.assert(
      fc.property(policies, withReport, moments, later, (policy, list, now, more) => {
        const known = list.filter(({ at }) => at <= now);
        const before = clocksOf(policy, known, now);
        const after = clocksOf(policy, known, now + more);
        before.forEach((result, index) => {
          if (result.stoppedAt !== null) expect(after[index]).toEqual(result);
          if (result.state === 'missed') expect(after[index]?.state).toBe('missed');
        });
      }),
    );
  });

  it('H1 the spans touch, begin at the start, end at the stop, and add up to the figures', () => {
    fc.assert(
      fc.property(policies, withReport, moments, (policy, list, now) => {
        for (const { spans, startedAt, stoppedAt, elapsed } of clocksOf(policy, list, now)) {
          const sum = (kind: string) =>
            spans.reduce((total, span) => total + (span.kind === kind ? (span.to ?? now) - span.from : 0), 0);
          expect(elapsed.working).toBe(sum('running'));
          expect(elapsed.paused).toBe(sum('paused'));
          expect(elapsed.actual).toBe(sum('running') + sum('paused') + sum('outside') + sum('closed'));
          if (spans.length > 0) expect(spans[0]?.from).toBe(startedAt);
          if (spans.length > 0) expect(spans.at(-1)?.to).toBe(stoppedAt);
          spans.slice(1).forEach((span, index) => expect(span.from).toBe(spans[index]?.to));
        }
      }),
    );
  });

  it('C9 a clock is missed exactly when time ran after its due moment', () => {
    fc.assert(
      fc.property(policies, withReport, moments, (policy, list, now) => {
        for (const clock of clocksOf(policy, list, now)) {
          const { state, dueAt, startedAt, stoppedAt, explanation } = clock;
          if (dueAt === null || startedAt === null) continue;
          const until = stoppedAt ?? now;
          const still = [...explanation.pauses, ...explanation.closedBetween];
          // facts lie six hours apart, and pauses last two days: what is still for a moment is so for an hour
          const ran = Array.from({ length: Math.max(0, Math.ceil((until - dueAt) / (hour / 2))) }).some(
            (_, step) => {
              const at = dueAt + step * (hour / 2);
              return !still.some(({ from, to }) => from <= at && at < to);
            },
          );
          expect([clock.key, state === 'missed']).toEqual([clock.key, ran]);
        }
      }),
    );
  });

  it('D2 no superseded target is met, unless its ticket was reopened', () => {
    fc.assert(
      fc.property(policies, withReport, moments, (policy, list, now) => {
        for (const { superseded } of clocksOf(policy, list, now))
          for (const { state, because } of superseded) if (state === 'met') expect(because).toBe('reopened');
      }),
    );
  });

  it('H3 open clocks are listed by their due moments, and every promise that waits is among them', () => {
    fc.assert(
      fc.property(policies, withReport, moments, (policy, list, now) => {
        const clocks = clocksOf(policy, list, now);
        const open = openClocks(clocks);
        const waiting = clocks.filter(({ state, stoppedAt }) => {
          return state === 'running' || state === 'paused' || (state === 'missed' && stoppedAt === null);
        });
        for (const clock of waiting) expect(open).toContain(clock);
        const dues = open.map(({ dueAt }) => dueAt ?? Infinity);
        expect(dues).toEqual([...dues].sort((a, b) => a - b));
      }),
    );
  });

  it('F1 no two steps of a ticket have one key', () => {
    const told = [{ id: 'due', at: 'due', tell: ['manager'] }] as const;
    fc.assert(
      fc.property(policies, withReport, moments, (policy, list, now) => {
        const reminding = {
          ...policy,
          clockRules: policy.clockRules.map((each) => ({ ...each, reminders: told })),
        };
        const keys = clocksOf(reminding, list, now).flatMap(({ steps }) => steps.map(({ key }) => key));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
