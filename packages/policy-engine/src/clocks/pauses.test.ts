import * as fc from 'fast-check';
import type { Fact } from '../facts/index.js';
import type { Policy } from '../policy/index.js';
import {
  arrived,
  china,
  clocksOf,
  closed,
  hour,
  inChina,
  minute,
  natural,
  paused,
  policyWith,
  reported,
  resolved,
  resumed,
  rule,
  workingHours,
} from '../testing/index.js';
import type { ClockResult } from './clock-result.js';

const repair = rule({ id: 'repair', kind: 'resolution', target: workingHours(8), stopsAt: 'resolved' });
const arrival = rule({ id: 'arrival', kind: 'arrival', target: natural(24, 'hours'), stopsAt: 'arrived' });

const policy: Policy = {
  ...policyWith(arrival, repair),
  pauseReasons: [
    {
      key: 'customer',
      label: { zh: '等待客户', en: 'Waiting for the customer' },
      limit: natural(7, 'days'),
      source: { kind: 'default' },
    },
    {
      key: 'approval',
      label: { zh: '等待审批', en: 'Waiting for approval' },
      limit: natural(2, 'hours'),
      clocks: ['resolution'],
      source: { kind: 'default' },
    },
  ],
};

function clock(kind: 'arrival' | 'resolution', facts: readonly Fact[], now: string): ClockResult {
  const found = clocksOf(policy, facts, china(now)).find((each) => each.kind === kind);
  if (!found) throw new Error('No clock');
  return found;
}

const start = reported(china('03-02 09:00'));

describe('a pause', () => {
  it('C8 over lunch takes nothing from a working-time clock', () => {
    const facts = [start, paused(china('03-02 12:00')), resumed(china('03-02 13:00'))];
    expect(clock('resolution', facts, '03-02 15:00')).toMatchObject({
      dueAt: china('03-02 18:00'),
      elapsed: { paused: 0, working: 5 * hour },
    });
  });

  it('C8 over a night takes only the working time inside it, and from natural time all of it', () => {
    const facts = [start, paused(china('03-02 17:00')), resumed(china('03-03 10:00'))];
    expect(clock('resolution', facts, '03-03 10:00')).toMatchObject({
      dueAt: china('03-03 11:00'),
      elapsed: { paused: 2 * hour, working: 7 * hour },
    });
    expect(clock('arrival', facts, '03-03 10:00')).toMatchObject({
      dueAt: china('03-04 02:00'),
      elapsed: { paused: 17 * hour, working: 8 * hour },
    });
  });

  it('C2 from the very beginning: a ticket made paused does not run', () => {
    const facts = [start, paused(china('03-02 09:00'))];
    expect(clock('arrival', facts, '03-02 17:00')).toMatchObject({
      state: 'paused',
      spans: [{ kind: 'paused', from: china('03-02 09:00'), to: null }],
      elapsed: { actual: 8 * hour, working: 0, paused: 8 * hour },
    });
  });

  it('C7 is folded first when the ticket is resolved while paused: resolved in time is met', () => {
    const facts = [start, paused(china('03-02 17:00')), resolved(china('03-05 17:00'))];
    expect(clock('resolution', facts, '03-06 09:00')).toMatchObject({
      state: 'met',
      stoppedAt: china('03-05 17:00'),
      elapsed: { working: 7 * hour, overrun: 0 },
    });
  });

  it('C9 keeps a clock from being missed, however long it lasts', () => {
    const facts = [start, paused(china('03-02 10:00'))];
    expect(clock('arrival', facts, '03-08 10:00').state).toBe('paused');
  });

  it('C9 that begins on the very due moment is no miss until it ends', () => {
    const due = china('03-03 09:00');
    expect(clock('arrival', [start, paused(due)], '03-04 09:00').state).toBe('paused');
    const facts = [start, paused(due), resumed(china('03-04 09:00'))];
    expect(clock('arrival', facts, '03-04 09:00').state).toBe('running');
    expect(clock('arrival', facts, '03-04 09:01')).toMatchObject({
      state: 'missed',
      elapsed: { overrun: minute },
    });
  });

  it('C9 does not make a clock met when the ticket is closed in it', () => {
    const facts = [start, paused(china('03-02 10:00')), closed(china('03-02 11:00'))];
    expect(clock('arrival', facts, '03-05 09:00')).toMatchObject({
      state: 'cancelled',
      stoppedAt: china('03-02 11:00'),
    });
  });

  it('D3 after the due moment does not undo the miss', () => {
    const facts = [start, paused(china('03-03 10:00'))];
    expect(clock('arrival', facts, '03-04 09:00').state).toBe('missed');
  });

  it('C10 ends by itself at its limit, and the clock says so', () => {
    const facts = [start, paused(china('03-02 10:00'), { reason: 'approval' })];
    expect(clock('resolution', facts, '03-02 11:00')).toMatchObject({
      state: 'paused',
      dueAt: china('03-03 11:00'),
      explanation: {
        pauses: [{ reason: 'approval', by: 'dispatcher', to: china('03-02 12:00'), endedBy: 'limit' }],
      },
    });
    expect(clock('resolution', facts, '03-02 14:00')).toMatchObject({
      state: 'running',
      elapsed: { paused: 2 * hour },
    });
  });

  it('C11 needs no state of the workflow, and stops only the clocks that its reason names', () => {
    const facts = [start, paused(china('03-02 10:00'), { reason: 'approval' })];
    expect(clock('arrival', facts, '03-02 11:00')).toMatchObject({
      state: 'running',
      dueAt: china('03-03 09:00'),
    });
  });

  it('C12 that overlaps another is merged with it, not added', () => {
    const facts = [
      start,
      paused(china('03-02 09:30')),
      paused(china('03-02 10:00'), { pause: 'p2' }),
      resumed(china('03-02 11:00')),
      resumed(china('03-02 11:30'), { pause: 'p2' }),
    ];
    expect(clock('resolution', facts, '03-02 14:00')).toMatchObject({
      dueAt: china('03-03 11:00'),
      elapsed: { paused: 2 * hour, working: 2 * hour },
    });
    expect(clock('resolution', facts, '03-02 11:15').state).toBe('paused');
  });

  it('ends only when its own resuming comes; another’s changes nothing', () => {
    const facts = [start, paused(china('03-02 09:30')), resumed(china('03-02 10:00'), { pause: 'other' })];
    expect(clock('arrival', facts, '03-02 11:00').state).toBe('paused');
  });

  it('for a reason that the policy does not know lasts no time', () => {
    const facts = [start, paused(china('03-02 09:30'), { reason: 'weather' })];
    expect(clock('arrival', facts, '03-02 11:00').state).toBe('running');
  });

  it('law: splitting a pause changes nothing', () => {
    const minutes = fc.integer({ min: 0, max: 5 * 24 * 60 });
    fc.assert(
      fc.property(minutes, minutes, minutes, (a, b, c) => {
        const [from, middle, to] = [a, b, c]
          .sort((x, y) => x - y)
          .map((m) => china('03-02 09:00') + m * minute);
        const now = china('03-09 09:00');
        const whole = [start, paused(from ?? 0), resumed(to ?? 0)];
        const split = [
          start,
          paused(from ?? 0),
          resumed(middle ?? 0),
          paused(middle ?? 0, { pause: 'p2' }),
          resumed(to ?? 0, { pause: 'p2' }),
        ];
        const figures = (facts: readonly Fact[]) =>
          clocksOf(policy, facts, now).map(({ explanation: _, ...rest }) => rest);
        expect(figures(split)).toEqual(figures(whole));
      }),
    );
  });

  it('law: a pause over no working time changes nothing for a working-time clock', () => {
    const nights = fc.constantFrom(
      ['03-02 12:00', '03-02 13:00'],
      ['03-02 18:00', '03-03 09:00'],
      ['03-06 18:00', '03-09 09:00'],
      ['03-07 03:00', '03-08 04:00'],
    );
    fc.assert(
      fc.property(
        fc.array(nights, { maxLength: 4 }),
        fc.integer({ min: 0, max: 10 * 24 * 60 }),
        (pauses, later) => {
          const now = china('03-02 09:00') + later * minute;
          // a pause that lasts is taken to last until its limit
          fc.pre(!pauses.some(([from = '', to = '']) => china(from) <= now && now < china(to)));
          const facts = pauses.flatMap(([from = '', to = ''], index) => [
            paused(china(from), { pause: `p${index}` }),
            resumed(china(to), { pause: `p${index}` }),
          ]);
          const figures = (list: readonly Fact[]) =>
            clocksOf(policy, list, now)
              .filter(({ kind }) => kind === 'resolution')
              .map(({ dueAt, elapsed, spans }) => ({ dueAt, elapsed, spans }));
          expect(figures([start, ...facts])).toEqual(figures([start]));
        },
      ),
    );
  });
});

it('an arrival stops its clock also while paused', () => {
  const facts = [start, paused(china('03-02 10:00')), arrived(china('03-02 14:00'))];
  expect(clock('arrival', facts, '03-02 15:00')).toMatchObject({
    state: 'met',
    elapsed: { actual: 5 * hour, working: hour },
  });
  expect(inChina(clock('arrival', facts, '03-02 15:00').dueAt)).toBe('03-03 13:00');
});
