import type { ClockRule } from '../policy/index.js';
import {
  assigned,
  assignmentRule,
  closed,
  day,
  guided,
  hour,
  minute,
  monday,
  natural,
  policyWith,
  reported,
  responded,
  responseRule,
  rule,
} from '../testing/index.js';
import type { ClockResult } from './clock-result.js';
import { evaluateClocks, openClocks } from './evaluate-clocks.js';
import type { Fact } from '../facts/index.js';

const policy = policyWith(responseRule, assignmentRule);
const due = monday + 24 * hour;

function clocks(facts: Fact[], now: number, ...rules: ClockRule[]): ClockResult[] {
  return evaluateClocks({ policy: rules.length > 0 ? policyWith(...rules) : policy, facts, now });
}

/** The only clock, or the one of a kind. */
function clock(facts: Fact[], now: number, ...rules: ClockRule[]): ClockResult {
  const [first] = clocks(facts, now, ...(rules.length > 0 ? rules : [responseRule]));
  if (!first) throw new Error('No clock');
  return first;
}

describe('a running clock', () => {
  it('C1 starts at the report, also when the record was made later, and says so', () => {
    const facts = [reported(monday, { recordedAt: monday + 3 * hour })];
    expect(clock(facts, monday + 4 * hour)).toEqual({
      key: 'response',
      kind: 'response',
      life: 1,
      version: 1,
      rule: { id: 'response', source: { kind: 'clause', clause: 'R4-5.1' } },
      losing: [],
      target: natural(24, 'hours'),
      startsAt: 'reported',
      stopsAt: 'responded',
      agreement: null,
      calendar: null,
      state: 'running',
      startedAt: monday,
      plannedAt: null,
      dueAt: due,
      stoppedAt: null,
      spans: [{ kind: 'running', from: monday, to: null }],
      elapsed: {
        actual: 4 * hour,
        working: 4 * hour,
        paused: 0,
        overrun: 0,
        days: null,
        left: 20 * hour,
      },
      provisional: false,
      superseded: [],
      steps: [],
      explanation: {
        circumstances: { requestType: 'repair', region: 'unknown', coverage: 'undecided' },
        startedBy: 'reported',
        startRecordedAt: monday + 3 * hour,
        stoppedBy: null,
        notCounted: [],
        pauses: [],
        refused: [],
        closedBetween: [],
      },
    });
  });

  it('there is none before the report', () => {
    expect(clocks([reported(monday)], monday - 1)).toEqual([]);
    expect(clocks([assigned(monday)], monday)).toEqual([]);
  });

  it('F1 keeps its key while it runs, is met and is evaluated again', () => {
    const keys = [monday, due, due + day].map((now) => clock([reported(monday), responded(due)], now).key);
    expect(new Set(keys)).toEqual(new Set(['response']));
  });

  it('A2 one ticket carries clocks of different lengths side by side', () => {
    const arrival = rule({ id: 'arrival', kind: 'arrival', target: natural(3, 'days'), stopsAt: 'arrived' });
    expect(clocks([reported(monday)], monday, arrival, responseRule).map(({ dueAt }) => dueAt)).toEqual([
      due,
      monday + 72 * hour,
    ]);
  });

  it('D5 names the rules that lost', () => {
    const general = rule({ id: 'general', target: natural(48, 'hours') });
    const forRepairs = rule({ id: 'only-repairs', when: { requestTypes: ['repair'] } });
    expect(clock([reported(monday)], monday, general, forRepairs)).toMatchObject({
      rule: { id: 'only-repairs' },
      losing: [{ rule: { id: 'general' }, reason: 'LESS_SPECIFIC' }],
      dueAt: due,
    });
  });
});

describe('met or missed', () => {
  it('A7 the due moment itself is in time, a millisecond later is not', () => {
    expect(clock([reported(monday), responded(due)], due + day).state).toBe('met');
    expect(clock([reported(monday), responded(due + 1)], due + day).state).toBe('missed');
    expect(clock([reported(monday)], due).state).toBe('running');
    expect(clock([reported(monday)], due + 1).state).toBe('missed');
  });

  it('H1 keeps actual, working, paused and overrun time', () => {
    expect(clock([reported(monday), responded(monday + 90 * minute)], due).elapsed).toEqual({
      actual: 90 * minute,
      working: 90 * minute,
      paused: 0,
      overrun: 0,
      days: null,
      left: null,
    });
    expect(clock([reported(monday), responded(due + 2 * hour)], due + day).elapsed).toEqual({
      actual: 26 * hour,
      working: 26 * hour,
      paused: 0,
      overrun: 2 * hour,
      days: null,
      left: null,
    });
    expect(clock([reported(monday)], due + 5 * hour).elapsed.overrun).toBe(5 * hour);
  });

  it('C5 meeting one promise never completes another', () => {
    const facts = [reported(monday), assigned(monday + hour)];
    expect(clocks(facts, monday + 2 * hour).map(({ kind, state }) => [kind, state])).toEqual([
      ['response', 'running'],
      ['assignment', 'met'],
    ]);
  });

  it('C6 a later target never hides an unmet earlier one', () => {
    const resolution = rule({
      id: 'repair',
      kind: 'resolution',
      target: natural(5, 'days'),
      stopsAt: 'resolved',
    });
    const results = clocks([reported(monday)], due + day, responseRule, resolution);
    expect(results.map(({ kind, state }) => [kind, state])).toEqual([
      ['response', 'missed'],
      ['resolution', 'running'],
    ]);
    expect(openClocks(results).map(({ kind }) => kind)).toEqual(['response', 'resolution']);
  });

  it('D6 without a target nothing is due, and the time taken is kept', () => {
    const silent = rule({ target: 'no-target', source: { kind: 'clause', clause: 'R6-3.2' } });
    expect(clock([reported(monday), responded(monday + 9 * day)], monday + 10 * day, silent)).toMatchObject({
      state: 'no-target',
      target: 'no-target',
      rule: { source: { kind: 'clause', clause: 'R6-3.2' } },
      dueAt: null,
      stoppedAt: monday + 9 * day,
      elapsed: { actual: 9 * day, working: 9 * day, paused: 0, overrun: 0 },
      explanation: { stoppedBy: 'responded' },
    });
  });
});

describe('C4 a first response', () => {
  const heard: [string, Fact][] = [
    ['an answer of the maker', responded(monday + hour)],
    ['an answer of the dealer', responded(monday + hour, { by: 'dealer' })],
    ['remote guidance', guided(monday + hour)],
  ];
  it.each(heard)('is %s', (_name, fact) => {
    expect(clock([reported(monday), fact], due)).toMatchObject({
      state: 'met',
      stoppedAt: monday + hour,
      explanation: { stoppedBy: 'responded', notCounted: [] },
    });
  });

  const unheard: [string, Fact, string][] = [
    ['an automatic reply', responded(monday + hour, { automatic: true }), 'AUTOMATIC'],
    ['an internal note', responded(monday + hour, { audience: 'internal' }), 'INTERNAL'],
    ['a message of the requester', responded(monday + hour, { by: 'requester' }), 'FROM_REQUESTER'],
  ];
  it.each(unheard)('is not %s, and the clock says why', (_name, fact, reason) => {
    expect(clock([reported(monday), fact], due)).toMatchObject({
      state: 'running',
      stoppedAt: null,
      explanation: { notCounted: [{ at: monday + hour, reason }] },
    });
  });

  it('is the earliest one, also when it was recorded last', () => {
    const facts = [reported(monday), responded(due), responded(monday + hour, { recordedAt: due + day })];
    expect(clock(facts, due + day)).toMatchObject({ state: 'met', stoppedAt: monday + hour });
  });

  it('is not an assignment', () => {
    expect(clock([reported(monday), assigned(monday + hour)], due).state).toBe('running');
  });

  it('is not what was said before the report', () => {
    expect(clock([reported(monday), responded(monday - hour)], due)).toMatchObject({
      state: 'running',
      explanation: { notCounted: [] },
    });
  });

  it('leaves out what was said after it', () => {
    const facts = [
      reported(monday),
      responded(monday + hour),
      responded(monday + 2 * hour, { by: 'requester' }),
    ];
    expect(clock(facts, due).explanation.notCounted).toEqual([]);
  });
});

describe('a closed ticket', () => {
  it('C2 made closed starts no clock', () => {
    const facts = [
      reported(monday, { recordedAt: monday + 5 * hour }),
      closed(monday + 4 * hour, { recordedAt: monday + 5 * hour }),
    ];
    for (const result of clocks(facts, due + day)) {
      expect(result).toMatchObject({
        state: 'cancelled',
        startedAt: null,
        dueAt: null,
        stoppedAt: null,
        spans: [],
        elapsed: { actual: 0, working: 0, paused: 0, overrun: 0 },
      });
    }
    expect(openClocks(clocks(facts, due + day))).toEqual([]);
  });

  it('C2 made closed keeps an explicit "no target" as such', () => {
    const facts = [reported(monday), closed(monday)];
    expect(clock(facts, due, rule({ target: 'no-target' })).state).toBe('no-target');
  });

  it('cancels what was not yet due; closing never meets a promise', () => {
    expect(clock([reported(monday), closed(monday + hour)], due + day)).toMatchObject({
      state: 'cancelled',
      stoppedAt: monday + hour,
      spans: [{ kind: 'running', from: monday, to: monday + hour }],
      explanation: { stoppedBy: 'closed' },
    });
  });

  it('D3 a miss that happened before closing stays a miss', () => {
    expect(clock([reported(monday), closed(due + hour)], due + day)).toMatchObject({
      state: 'missed',
      stoppedAt: due + hour,
      elapsed: { overrun: hour },
    });
  });

  it('an answer after closing meets nothing', () => {
    const facts = [reported(monday), closed(monday + hour), responded(monday + 2 * hour)];
    expect(clock(facts, due)).toMatchObject({ state: 'cancelled', stoppedAt: monday + hour });
  });

  it('a promise to close is met by closing', () => {
    const closing = rule({ id: 'closing', kind: 'resolution', stopsAt: 'closed' });
    expect(clock([reported(monday), closed(monday + hour)], due, closing).state).toBe('met');
  });
});

describe('H3 open clocks', () => {
  it('are all shown: the nearest first, late ones included, those without a target last', () => {
    const rules = [
      rule({ id: 'guidance', kind: 'guidance', target: 'no-target', stopsAt: 'guided' }),
      rule({ id: 'arrival', kind: 'arrival', target: natural(48, 'hours'), stopsAt: 'arrived' }),
      rule({ id: 'resolution', kind: 'resolution', target: natural(30, 'minutes'), stopsAt: 'resolved' }),
      responseRule,
      assignmentRule,
    ];
    const results = clocks([reported(monday), assigned(monday)], monday + hour, ...rules);
    expect(openClocks(results).map(({ kind, state }) => [kind, state])).toEqual([
      ['resolution', 'missed'],
      ['response', 'running'],
      ['arrival', 'running'],
      ['guidance', 'no-target'],
    ]);
  });

  it('due at the same moment keep one order', () => {
    expect(openClocks(clocks([reported(monday)], monday)).map(({ key }) => key)).toEqual([
      'assignment',
      'response',
    ]);
  });
});
