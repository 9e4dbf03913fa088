import type { Fact } from '../facts/index.js';
import type { Policy, ReopeningMode } from '../policy/index.js';
import {
  absorbed,
  agreed,
  china,
  clocksOf,
  closed,
  hour,
  merged,
  natural,
  paused,
  policyWith,
  recorded,
  reopened,
  reported,
  resolved,
  responded,
  responseRule,
  rule,
} from '../testing/index.js';

const resolution = rule({
  id: 'repair',
  kind: 'resolution',
  target: natural(48, 'hours'),
  stopsAt: 'resolved',
});

function policy(mode: ReopeningMode): Policy {
  return {
    ...policyWith(responseRule, resolution),
    reopening: { mode, window: natural(7, 'days'), source: { kind: 'default' } },
    pauseReasons: [
      {
        key: 'customer',
        label: { zh: '等待客户', en: 'Waiting' },
        limit: natural(3, 'days'),
        source: { kind: 'default' },
      },
    ],
  };
}

const evaluate = (mode: ReopeningMode, facts: readonly Fact[], now: string) =>
  clocksOf(policy(mode), facts, china(now));

/** Answered after an hour, resolved after a day, closed, and reopened two days later. */
const story = [
  reported(china('03-02 09:00')),
  responded(china('03-02 10:00')),
  resolved(china('03-03 09:00')),
  closed(china('03-03 10:00')),
  reopened(china('03-05 10:00')),
];

describe('E1 reopening', () => {
  it('continue: the resolution goes on where it was, and E2 time spent closed is not work time', () => {
    expect(evaluate('continue', story, '03-05 12:00')).toMatchObject([
      { key: 'response', state: 'met', stoppedAt: china('03-02 10:00') },
      {
        key: 'resolution',
        state: 'running',
        startedAt: china('03-02 09:00'),
        dueAt: china('03-06 09:00'),
        elapsed: { actual: 75 * hour, working: 27 * hour },
        spans: [
          { kind: 'running', from: china('03-02 09:00'), to: china('03-03 10:00') },
          { kind: 'closed', from: china('03-03 10:00'), to: china('03-05 10:00') },
          { kind: 'running', from: china('03-05 10:00'), to: null },
        ],
        explanation: { closedBetween: [{ from: china('03-03 10:00'), to: china('03-05 10:00') }] },
      },
    ]);
  });

  it('continue: resolved again in time it is met', () => {
    const facts = [...story, resolved(china('03-06 08:00')), closed(china('03-06 08:30'))];
    expect(evaluate('continue', facts, '03-09 09:00')[1]).toMatchObject({
      state: 'met',
      stoppedAt: china('03-06 08:00'),
      elapsed: { working: 47 * hour },
    });
  });

  it('restart: the resolution begins anew, and what it came to before is kept; the response stays', () => {
    expect(evaluate('restart', story, '03-05 12:00')).toMatchObject([
      { key: 'response', version: 1, state: 'met' },
      {
        key: 'resolution',
        version: 2,
        life: 2,
        state: 'running',
        startedAt: china('03-05 10:00'),
        dueAt: china('03-07 10:00'),
        superseded: [{ version: 1, because: 'reopened', state: 'met', dueAt: china('03-04 09:00') }],
      },
    ]);
  });

  it('restart: a promise that closing had cancelled begins anew too', () => {
    const facts = [
      reported(china('03-02 09:00')),
      closed(china('03-02 10:00')),
      reopened(china('03-02 15:00')),
    ];
    expect(evaluate('restart', facts, '03-02 16:00')[0]).toMatchObject({
      key: 'response',
      dueAt: china('03-03 15:00'),
      superseded: [{ state: 'cancelled' }],
    });
  });

  it('new cycle: every promise is made again, beside the verdicts of the first life', () => {
    expect(evaluate('new-cycle', story, '03-05 12:00')).toMatchObject([
      { key: 'response', life: 1, state: 'met' },
      { key: 'response/2', life: 2, state: 'running', dueAt: china('03-06 10:00') },
      { key: 'resolution', life: 1, state: 'met', stoppedAt: china('03-03 09:00') },
      { key: 'resolution/2', life: 2, state: 'running', dueAt: china('03-07 10:00') },
    ]);
  });

  it('after the window changes nothing: a new ticket is made', () => {
    const facts = [...story.slice(0, 4), reopened(china('03-10 10:01'))];
    for (const mode of ['continue', 'restart', 'new-cycle'] as const) {
      expect(evaluate(mode, facts, '03-12 09:00')).toEqual(evaluate(mode, story.slice(0, 4), '03-12 09:00'));
    }
    expect(
      evaluate('continue', [...story.slice(0, 4), reopened(china('03-10 10:00'))], '03-11 08:00')[1]?.state,
    ).toBe('running');
  });

  it('without a rule of reopening changes nothing', () => {
    const { reopening: _, ...silent } = policy('continue');
    expect(clocksOf(silent, story, china('03-05 12:00'))).toEqual(
      clocksOf(silent, story.slice(0, 4), china('03-05 12:00')),
    );
  });

  it('may happen again', () => {
    const facts = [...story, closed(china('03-05 18:00')), reopened(china('03-06 10:00'))];
    expect(evaluate('new-cycle', facts, '03-06 12:00').map(({ key }) => key)).toEqual([
      'response',
      'response/2',
      'response/3',
      'resolution',
      'resolution/2',
      'resolution/3',
    ]);
    expect(evaluate('continue', facts, '03-06 12:00')[1]?.explanation.closedBetween).toHaveLength(2);
    expect(evaluate('restart', facts, '03-06 12:00')[1]).toMatchObject({ version: 3 });
  });

  it('C2 of a ticket that was made closed begins its first life', () => {
    const facts = [
      reported(china('03-02 09:00')),
      closed(china('03-02 09:00')),
      reopened(china('03-03 09:00')),
    ];
    for (const mode of ['continue', 'restart', 'new-cycle'] as const) {
      expect(evaluate(mode, facts, '03-03 10:00')[0]).toMatchObject({
        key: 'response',
        life: 1,
        startedAt: china('03-03 09:00'),
        superseded: [],
      });
    }
  });

  it('a pause of the first life ends with it, save where the life goes on', () => {
    const facts = [
      reported(china('03-02 09:00')),
      paused(china('03-02 10:00')),
      closed(china('03-02 11:00')),
      reopened(china('03-02 12:00')),
    ];
    expect(evaluate('new-cycle', facts, '03-02 13:00').map(({ state }) => state)).toEqual([
      'cancelled',
      'running',
      'cancelled',
      'running',
    ]);
    expect(evaluate('continue', facts, '03-02 13:00')[1]).toMatchObject({
      state: 'paused',
      elapsed: { working: hour, paused: 2 * hour },
    });
  });

  it('an agreement of one life says nothing about the next', () => {
    const agreeable: Policy = {
      ...policy('new-cycle'),
      agreements: { kinds: ['resolution'], by: ['dispatcher'], afterDue: true, source: { kind: 'default' } },
    };
    const deal = agreed(china('03-02 12:00'), { clock: 'resolution', due: china('03-20 09:00') });
    expect(clocksOf(agreeable, [...story, deal], china('03-05 12:00'))[3]).toMatchObject({
      key: 'resolution/2',
      agreement: null,
      dueAt: china('03-07 10:00'),
    });
  });
});

it('E3 a thank-you after closing starts nothing', () => {
  const thanks = responded(china('03-03 15:00'), { by: 'requester' });
  for (const mode of ['continue', 'restart', 'new-cycle'] as const) {
    expect(evaluate(mode, [...story.slice(0, 4), thanks], '03-09 09:00')).toEqual(
      evaluate(mode, story.slice(0, 4), '03-09 09:00'),
    );
  }
});

describe('E4 merging', () => {
  it('stops the ticket that goes into another, for good', () => {
    const facts = [
      reported(china('03-02 09:00')),
      merged(china('03-02 12:00')),
      reopened(china('03-02 13:00')),
    ];
    for (const clock of evaluate('continue', facts, '03-09 09:00')) {
      expect(clock).toMatchObject({
        state: 'cancelled',
        stoppedAt: china('03-02 12:00'),
        explanation: { stoppedBy: 'merged' },
      });
    }
  });

  it('keeps the earliest start on the one that survives, for the promises still open', () => {
    const facts = [
      reported(china('03-02 09:00')),
      responded(china('03-02 10:00')),
      absorbed(china('03-02 12:00'), { reportedAt: china('03-02 06:00'), recordedAt: china('03-02 12:05') }),
    ];
    expect(evaluate('continue', facts, '03-02 13:00')).toMatchObject([
      { key: 'response', startedAt: china('03-02 09:00'), state: 'met' },
      {
        key: 'resolution',
        startedAt: china('03-02 06:00'),
        dueAt: china('03-04 06:00'),
        explanation: { startRecordedAt: china('03-02 12:05') },
      },
    ]);
  });

  it('keeps the earliest start of every clock: failed guidance on the other one counts too', () => {
    const visiting: Policy = {
      ...policy('continue'),
      clockRules: [rule({ id: 'arrival', kind: 'arrival', startsAt: 'guidance-failed', stopsAt: 'arrived' })],
    };
    const facts = [
      reported(china('03-02 09:00')),
      absorbed(china('03-02 15:30'), {
        reportedAt: china('03-02 07:00'),
        started: { 'guidance-failed': china('03-02 08:00') },
      }),
      recorded(china('03-02 16:00')),
    ];
    expect(clocksOf(visiting, facts, china('03-02 17:00'))).toMatchObject([
      {
        startedAt: china('03-02 08:00'),
        dueAt: china('03-03 08:00'),
        explanation: { startedBy: 'guidance-failed' },
      },
    ]);
    expect(clocksOf(visiting, facts.slice(0, 2), china('03-02 15:45'))).toMatchObject([
      { state: 'running', startedAt: china('03-02 08:00') },
    ]);
  });

  it('changes nothing when the other one came later', () => {
    const facts = [
      reported(china('03-02 09:00')),
      absorbed(china('03-02 12:00'), { reportedAt: china('03-02 11:00') }),
    ];
    expect(evaluate('continue', facts, '03-02 13:00')[1]?.startedAt).toBe(china('03-02 09:00'));
  });
});
