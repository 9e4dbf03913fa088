import * as fc from 'fast-check';
import {
  assigned,
  assignmentRule,
  closed,
  day,
  guided,
  hour,
  monday,
  policyWith,
  reported,
  responded,
  responseRule,
} from '../testing/index.js';
import { evaluateClocks } from './evaluate-clocks.js';
import type { Fact } from './fact.js';

const policy = policyWith(responseRule, assignmentRule);
const clocks = (facts: Fact[], now: number) => evaluateClocks({ policy, facts, now });

describe('laws of the clocks', () => {
  // Few moments, so that facts often coincide.
  const moments = fc.integer({ min: -2, max: 8 }).map((step) => monday + step * 6 * hour);
  const happened = <Change>(
    fact: (at: number, changes: Change & { recordedAt: number }) => Fact,
    changes: fc.Arbitrary<Change>,
  ) =>
    fc
      .tuple(moments, moments, changes)
      .map(([at, recordedAt, change]) => fact(at, { ...change, recordedAt }));
  const facts = fc.array(
    fc.oneof(
      happened(reported, fc.record({ requestType: fc.constantFrom('repair', 'training') })),
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
      happened(closed, fc.record({})),
    ),
    { maxLength: 8 },
  );

  it('two reports of the same moment start the same clock, whichever was learned first', () => {
    const early = reported(monday, { recordedAt: monday + hour });
    const late = reported(monday, { recordedAt: monday + 2 * hour });
    expect(clocks([late, early], monday + day)).toEqual(clocks([early, late], monday + day));
  });

  it('the order in which facts are learned does not matter, and a replay gives equal output', () => {
    const learned = facts.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(learned, moments, ([list, shuffled], now) => {
        const first = clocks(list, now);
        expect(clocks(shuffled, now)).toEqual(first);
        expect(clocks(JSON.parse(JSON.stringify(list)), now)).toEqual(first);
      }),
    );
  });

  it('facts of the future change nothing', () => {
    fc.assert(
      fc.property(facts, moments, (list, now) => {
        expect(
          clocks(
            list.filter(({ at }) => at <= now),
            now,
          ),
        ).toEqual(clocks(list, now));
      }),
    );
  });

  it('a verdict, once given, never changes as time passes', () => {
    fc.assert(
      fc.property(facts, moments, fc.constantFrom(0, hour, 6 * hour, 2 * day), (list, now, later) => {
        const known = list.filter(({ at }) => at <= now);
        const before = clocks(known, now);
        const after = clocks(known, now + later);
        before.forEach((result, index) => {
          if (result.stoppedAt !== null) expect(after[index]).toEqual(result);
          if (result.state === 'missed') expect(after[index]?.state).toBe('missed');
        });
      }),
    );
  });
});
