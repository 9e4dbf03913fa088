import type { CalendarRule, ClockRule } from '../policy/index.js';
import { full, withRule } from '../testing/full-policy.js';
import { natural, policyWith, responseRule, rule } from '../testing/index.js';
import { inEnglish, refuses } from '../testing/problems.js';
import { parsePolicy } from './parse-policy.js';

const problemsOf = (value: unknown) => inEnglish(parsePolicy(value));
const source = { kind: 'default' } as const;
const days = (amount: number) =>
  ({
    amount,
    unit: 'days',
    basis: 'working-days',
    endsAt: 'end-of-day',
    startOutside: 'next-opening',
  }) as const;
const hours = (amount: number) => ({ amount, unit: 'hours', basis: 'working-hours' }) as const;
const always = rule({ id: 'z-always', rank: -1 });
const calendar = (id: string, changes: Partial<CalendarRule> = {}): CalendarRule => ({
  id,
  when: {},
  rank: 0,
  calendar: id,
  source,
  ...changes,
});
const withCalendars = (...calendarRules: CalendarRule[]) => ({
  ...policyWith(rule({ target: hours(8) })),
  calendarRules,
});
const remind = (at: string, by?: unknown, changes: object = {}) =>
  withRule({ reminders: [{ id: 'r', at, tell: ['desk'], ...(by === undefined ? {} : { by }) }], ...changes });

describe('a clock rule in itself', () => {
  refuses(parsePolicy, [
    [
      'a start that is the stop',
      withRule({ startsAt: 'arrived', stopsAt: 'arrived' }),
      'clockRules[0].stopsAt: No time can pass',
    ],
    [
      'guidance that would at once be the response',
      withRule({ startsAt: 'guided' }),
      'clockRules[0].stopsAt: No time can pass',
    ],
    [
      'a stop that can never follow',
      withRule({ startsAt: 'arrived', stopsAt: 'reported' }),
      'clockRules[0].stopsAt: No time can pass',
    ],
    [
      'a start after which nothing runs',
      withRule({ startsAt: 'closed', stopsAt: 'resolved' }),
      'clockRules[0].stopsAt: No time can pass',
    ],
    [
      'R1-C5 planned later than the latest',
      withRule({ target: natural(5, 'days'), planned: natural(7, 'days') }),
      'clockRules[0].planned: Longer than the target',
    ],
    [
      'planned working days beyond the target',
      { ...full, clockRules: [rule({ target: days(5), planned: days(7) })] },
      'clockRules[0].planned: Longer than the target',
    ],
    [
      'planned working hours beyond all the time there is',
      { ...full, clockRules: [rule({ target: natural(5, 'hours'), planned: hours(6) })] },
      'clockRules[0].planned: Longer than the target',
    ],
    [
      'planned without a target',
      withRule({ target: 'no-target', planned: natural(1, 'days') }),
      'clockRules[0].planned: Does not fit target;',
    ],
    [
      'F3 a reminder before the start',
      remind('before', natural(25, 'hours')),
      'clockRules[0].reminders[0]: Longer than the target',
    ],
    [
      'F3 a reminder before that does not say how long before',
      remind('before'),
      'clockRules[0].reminders[0].by: This is required',
    ],
    [
      'F3 a reminder at the due moment and yet after it',
      remind('due', natural(1, 'hours')),
      'clockRules[0].reminders[0].by: Unknown field',
    ],
    [
      'F3 a reminder by working days',
      remind('after', days(1)),
      'clockRules[0].reminders[0].by.basis: Must be one of: natural, working-hours',
    ],
    [
      'F3 a reminder of nothing due',
      remind('due', undefined, { target: 'no-target' }),
      'clockRules[0].reminders[0]: Does not fit target;',
    ],
    [
      'F3 a reminder that nobody gets',
      remind('due', undefined, { reminders: [{ id: 'r', at: 'due', tell: [] }] }),
      'clockRules[0].reminders[0].tell: Must be a list with at',
    ],
  ]);

  it('F3 may remind long after the due moment', () => {
    expect(problemsOf(remind('after', natural(30, 'days')))).toEqual([]);
  });

  it('may remind from the start on, and plan for the last moment', () => {
    expect(problemsOf(remind('before', natural(24, 'hours'), { planned: natural(1, 'days') }))).toEqual([]);
  });
});

describe('R1-C2 dates that may be agreed', () => {
  const agreements = { kinds: ['response', 'arrival'], by: ['desk'], afterDue: false, source };
  const arrival = rule({ id: 'arrival', kind: 'arrival', stopsAt: 'arrived', target: 'no-target' });
  const withArrival = (changes: Partial<ClockRule>) => ({
    ...policyWith(responseRule, { ...arrival, ...changes }),
    agreements,
  });
  const reminders = [
    { id: 'soon', at: 'before', by: natural(900, 'days'), tell: ['desk'] },
    { id: 'late', at: 'after', by: natural(1, 'hours'), tell: ['desk'] },
  ] as const;

  refuses(parsePolicy, [
    [
      'a kind of which no clock would run for some request type',
      withArrival({ when: { requestTypes: ['repair'] } }),
      'agreements.kinds[1]: An agreed date would have no clock; add a rule with no-target for: training',
    ],
    [
      'planned time where only an agreement makes something due',
      withArrival({ planned: natural(1, 'days') }),
      'clockRules[1].planned: Does not fit target;',
    ],
  ]);

  it('R1-C2 need a rule for each request type, which need promise nothing', () => {
    expect(problemsOf(withArrival({}))).toEqual([]);
  });

  it('R1-C2 may be reminded of, although the rule promises nothing', () => {
    expect(problemsOf(withArrival({ reminders }))).toEqual([]);
    const others = { ...agreements, kinds: ['response'] };
    expect(problemsOf({ ...withArrival({ reminders }), agreements: others })).toHaveLength(2);
    expect(problemsOf({ ...withArrival({ reminders }), agreements: undefined })).toHaveLength(2);
  });
});

describe('rules against each other', () => {
  const four = (changes: Partial<ClockRule>) => rule({ id: 'four', target: natural(4, 'hours'), ...changes });

  refuses(parsePolicy, [
    [
      'a request type without any rule',
      withRule({ when: { requestTypes: ['repair'] } }),
      'requestTypes[1]: No rule covers this request type; add one',
    ],
    [
      'D5 contradictory equals',
      policyWith(responseRule, four({ id: 'other' })),
      'clockRules[1]: Contradicts rule response',
    ],
    [
      'D5 equals of which the later named wins',
      policyWith(responseRule, four({ id: 'zebra' })),
      'clockRules[1]: Contradicts rule response',
    ],
    [
      'D5 equals that overlap in some cases only',
      policyWith(
        always,
        rule({ when: { regions: ['special', 'unknown'] } }),
        four({ when: { channels: ['hotline'] } }),
      ),
      'clockRules[2]: Contradicts rule response',
    ],
    [
      'D5 equals that differ in a reminder only',
      policyWith(responseRule, rule({ id: 'told', reminders: [{ id: 'now', at: 'due', tell: ['desk'] }] })),
      'clockRules[1]: Contradicts rule response',
    ],
    [
      'a rule that a higher one always overrules',
      policyWith(four({}), rule({ rank: 1 })),
      'clockRules[0]: This rule never decides',
    ],
    [
      'a rule for all that others leave nothing',
      policyWith(
        always,
        four({ when: { regions: ['in-province', 'out-of-province'] } }),
        rule({ id: 'far', when: { regions: ['special', 'unknown'] } }),
      ),
      'clockRules[0]: This rule never decides',
    ],
    [
      'R11-5 a rule that a prevailing rulebook always overrules',
      {
        ...policyWith(four({}), rule({ source: { kind: 'clause', clause: 'R11-4.3' } })),
        precedence: { ...full.precedence, by: 'rank', rulebooks: [...full.precedence.rulebooks].reverse() },
      },
      'clockRules[0]: This rule never decides',
    ],
    [
      'R11-5 another kind that a prevailing rulebook silences as a whole',
      {
        ...policyWith(
          rule({ id: 'arrival', kind: 'arrival', stopsAt: 'arrived' }),
          rule({ source: { kind: 'clause', clause: 'R11-4.3' } }),
        ),
        precedence: { ...full.precedence, scope: 'whole' },
      },
      'clockRules[0]: This rule never decides',
    ],
    [
      'B10 working time without a calendar rule',
      policyWith(rule({ target: hours(8) })),
      'clockRules[0]: Counts working time, but not every case has',
    ],
    [
      'B10 working time with a calendar for some only',
      withCalendars(calendar('near', { when: { regions: ['in-province'] } })),
      'clockRules[0]: Counts working time',
    ],
    [
      'B10 working time with a calendar for another kind',
      withCalendars(calendar('arrivals', { kinds: ['arrival'] })),
      'clockRules[0]: Counts working time',
    ],
    [
      'F3 a reminder in working time without a calendar',
      remind('after', hours(2)),
      'clockRules[0]: Counts working time',
    ],
    [
      'B10 calendars that contradict each other',
      withCalendars(calendar('china'), calendar('night')),
      'calendarRules[1]: Contradicts rule china',
    ],
    [
      'B10 a calendar that is never taken',
      withCalendars(calendar('china'), calendar('night', { rank: -1 })),
      'calendarRules[1]: This rule never decides',
    ],
    [
      'more cases than can be looked through',
      policyWith(always, ...many('channels', 110), ...many('customerGroups', 110)),
      'clockRules: The conditions make more than 10000 combinations',
    ],
  ]);

  it('is looked at only when each rule is sound by itself', () => {
    expect(problemsOf(policyWith(responseRule, four({ when: { requestTypes: ['upgrade'] } })))).toEqual([
      expect.stringContaining('clockRules[1].when.requestTypes[0]: "upgrade" does not exist'),
    ]);
  });

  it('D5 tells of a contradiction once, and not that a rule never decides besides', () => {
    expect(problemsOf(policyWith(responseRule, four({ id: 'other' })))).toHaveLength(1);
  });

  it('the same promise given twice is no contradiction', () => {
    const repair = rule({ id: 'repair', when: { requestTypes: ['repair'] } });
    const both = rule({ id: 'both', when: { requestTypes: ['repair', 'training'] } });
    expect(problemsOf(policyWith(always, both, repair))).toEqual([
      expect.stringContaining('clockRules[0]: This rule never decides'),
      expect.stringContaining('clockRules[2]: This rule never decides'),
    ]);
  });

  it('D5 another promise of higher rank, or for fewer requests, is no contradiction', () => {
    const repair = { when: { requestTypes: ['repair'] } };
    expect(problemsOf(policyWith(responseRule, four(repair)))).toEqual([]);
    expect(problemsOf(policyWith(always, rule(repair), four({ ...repair, rank: 1 })))).toEqual([
      expect.stringContaining('clockRules[1]: This rule never decides'),
    ]);
  });

  it('equals for regions that never meet are no contradiction', () => {
    const near = rule({ when: { regions: ['in-province'] } });
    expect(problemsOf(policyWith(always, near, four({ when: { regions: ['out-of-province'] } })))).toEqual(
      [],
    );
  });

  it('R11-5 equals of two rulebooks are no contradiction where one prevails', () => {
    const policy = policyWith(
      responseRule,
      four({ source: { kind: 'clause', clause: 'R11-4.3' }, when: { channels: ['hotline'] } }),
      rule({ id: 'key', when: { customerGroups: ['key'] } }),
    );
    expect(problemsOf({ ...policy, precedence: full.precedence })).toEqual([]);
  });

  it('a rule for all stays when a channel that no rule names is left to it', () => {
    expect(problemsOf(policyWith(always, four({ when: { channels: ['hotline', 'mail'] } })))).toEqual([]);
  });

  it('B10 working time is sound with a calendar for every case', () => {
    const near = calendar('near', { when: { regions: ['in-province'] } });
    expect(problemsOf(withCalendars(near, calendar('china')))).toEqual([]);
  });
});

/** So many rules that each name another value of one dimension. */
function many(name: 'channels' | 'customerGroups', count: number): ClockRule[] {
  return Array.from({ length: count }, (_, index) =>
    rule({
      id: `${name.toLowerCase()}-${index}`,
      when: { [name]: [`v${index}`] },
      rank: name === 'channels' ? 0 : 1,
    }),
  );
}
