import type { Fact } from '../facts/index.js';
import { full } from '../testing/full-policy.js';
import { office } from '../testing/index.js';
import { inEnglish, refuses } from '../testing/problems.js';
import { parseFacts } from './parse-facts.js';
import { parsePolicy } from './parse-policy.js';

const parsed = parsePolicy({
  ...full,
  workflow: {
    ...full.workflow,
    approvals: [
      {
        key: 'treatment',
        label: { zh: '处理方案', en: 'Treatment' },
        by: ['head'],
        mode: 'one',
        oral: true,
        safetyException: false,
        source: { kind: 'clause', clause: 'R1-M11.2-2' },
      },
    ],
  },
});
if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
const parse = (value: unknown) => parseFacts(parsed.policy, value);
const problemsOf = (value: unknown) => inEnglish(parse(value));

/** A fact of moment `at`, written down then. */
const fact = (kind: string, at: number, fields: object = {}) => ({ kind, at, recordedAt: at, ...fields });
const report = fact('reported', 0, { requestType: 'repair' });
const withFact = (kind: string, fields: object = {}) => [report, fact(kind, 5, fields)];
const pause = (at: number, id = 'p') => fact('paused', at, { pause: id, reason: 'parts', by: 'engineer' });
const resume = (at: number, id = 'p') => fact('resumed', at, { pause: id });
const approval = { approval: 'treatment', decision: 'asked', by: 'engineer' };

describe('sound facts', () => {
  const everyKind: Fact[] = [
    {
      kind: 'reported',
      at: 1,
      recordedAt: 9,
      requestType: 'repair',
      channel: 'hotline',
      severity: 'general',
      customerGroup: 'key',
      site: { country: 'CN', province: '32' },
      home: ['32', '31'],
    },
    { kind: 'responded', at: 2, recordedAt: 9, by: 'dealer', audience: 'public', automatic: false },
    { kind: 'guided', at: 3, recordedAt: 9, by: 'maker' },
    { kind: 'assigned', at: 4, recordedAt: 9, to: 'engineer' },
    { kind: 'arrived', at: 5, recordedAt: 9 },
    { kind: 'recorded', at: 6, recordedAt: 9, record: 'contract', by: 'desk', date: '2026-12-02' },
    { kind: 'severity-set', at: 7, recordedAt: 9, severity: 'major', reason: 'spreads' },
    { kind: 'site-corrected', at: 8, recordedAt: 9, site: { country: 'DE' }, reason: 'abroad' },
    { kind: 'customer-corrected', at: 8, recordedAt: 9, customerGroup: 'key', reason: 'of a key account' },
    { kind: 'coverage-decided', at: 9, recordedAt: 9, coverage: 'shared' },
    { kind: 'paused', at: 10, recordedAt: 10, pause: 'p', reason: 'parts', by: 'engineer' },
    { kind: 'resumed', at: 11, recordedAt: 11, pause: 'p' },
    {
      kind: 'agreed',
      at: 12,
      recordedAt: 12,
      clock: 'response',
      due: 20,
      by: 'a',
      why: 'b',
      confirmedBy: 'c',
    },
    { kind: 'calendar-pinned', at: 13, recordedAt: 13, calendar: 'china', version: 2, clock: 'response' },
    { kind: 'policy-pinned', at: 14, recordedAt: 14, version: 3 },
    { kind: 'state-entered', at: 15, recordedAt: 15, state: 'work' },
    { kind: 'owner-set', at: 16, recordedAt: 16, owner: 'engineer', by: 'head', consent: true },
    {
      kind: 'approval',
      at: 17,
      recordedAt: 17,
      approval: 'treatment',
      decision: 'given',
      by: 'x',
      role: 'head',
      oral: true,
      safety: false,
    },
    {
      kind: 'absorbed',
      at: 18,
      recordedAt: 18,
      ticket: 'other',
      reportedAt: 0,
      started: { contract: 3, guided: 4 },
    },
    { kind: 'resolved', at: 19, recordedAt: 19 },
    { kind: 'closed', at: 20, recordedAt: 20 },
    { kind: 'reopened', at: 21, recordedAt: 21 },
    { kind: 'merged', at: 22, recordedAt: 22, into: 'another' },
  ];

  it('of every kind survive storage and come back equal', () => {
    expect(parse(JSON.parse(JSON.stringify(everyKind)))).toEqual({ facts: everyKind });
  });

  it('may be learned in any order', () => {
    expect(problemsOf([...everyKind].reverse())).toEqual([]);
  });

  it('C2 a ticket may be made paused, and closed before it is recorded', () => {
    expect(problemsOf([pause(-5), report, resume(0), fact('closed', 0)])).toEqual([]);
  });

  it('C10 a pause may end in the moment in which it began', () => {
    expect(problemsOf([report, pause(2), resume(2)])).toEqual([]);
  });

  it('C12 pauses may overlap', () => {
    expect(problemsOf([report, pause(1), pause(2, 'q'), resume(3), resume(4, 'q')])).toEqual([]);
  });

  it('E1 closing and reopening may take turns, in one moment too', () => {
    const turns = [
      fact('reopened', 5),
      fact('closed', 5),
      fact('closed', 3),
      fact('reopened', 4),
      fact('closed', 9),
    ];
    expect(problemsOf([report, ...turns])).toEqual([]);
  });
});

describe('facts that cannot be read', () => {
  refuses(parse, [
    ['no facts at all', null, ': This is required'],
    ['an empty list', [], ': Must be a list with at least 1 '],
    ['a fact that is none', [report, 'closed'], '[1]: Must be an object'],
    ['a fact without kind', [report, { at: 1, recordedAt: 1 }], '[1].kind: This is required'],
    ['an unknown kind', withFact('danced'), '[1].kind: Must be one of: reported, responded'],
    ['a kind that hides', withFact('constructor'), '[1].kind: Must be one of: reported, responded'],
    ['a missing field', withFact('resumed'), '[1].pause: This is required'],
    ['an unknown field', withFact('closed', { reason: 'done' }), '[1].reason: Unknown field'],
    ['A7 half a millisecond', [{ ...report, at: 0.5 }], '[0].at: Must be a whole number'],
    [
      'an instant that is text',
      [{ ...report, recordedAt: '2026-03-02' }],
      '[0].recordedAt: Must be a whole number',
    ],
    [
      'a moment beyond the year 9999',
      [{ ...report, at: 0, recordedAt: 253_402_300_800_000 }],
      '[0].recordedAt: Must be a whole number from -62135596800000 to',
    ],
    [
      'a province that is no code',
      [{ ...report, site: { country: 'CN', province: '320' } }],
      '[0].site.province: Must be the first two digits',
    ],
    [
      'D7 a home that is always special',
      [{ ...report, home: ['32', '71'] }],
      '[0].home[1]: Must be the first two digits',
    ],
    [
      'more facts than are looked at',
      Array(2_001).fill(report),
      ': Must be a list with at least 1 and at most 2000',
    ],
    ['a home that is no code', [{ ...report, home: ['3'] }], '[0].home[0]: Must be the first two digits'],
    [
      'a country that is no code',
      [{ ...report, site: { country: 'China' } }],
      '[0].site.country: Must be a country code',
    ],
    [
      'R6-3.4 a date that does not exist',
      withFact('recorded', { record: 'contract', date: '2026-02-30' }),
      '[1].date: Must be a date that exists, such as 2026-02-14.',
    ],
    [
      'a version below 1',
      withFact('policy-pinned', { version: 0 }),
      '[1].version: Must be a whole number from 1 to',
    ],
  ]);
});

describe('facts that name what is not there', () => {
  refuses(parse, [
    [
      'an unknown request type',
      [{ ...report, requestType: 'upgrade' }],
      '[0].requestType: "upgrade" does not exist; there are: repair, training',
    ],
    [
      'an unknown severity in the report',
      [{ ...report, severity: 'minor' }],
      '[0].severity: "minor" does not exist',
    ],
    [
      'an unknown severity',
      withFact('severity-set', { severity: 'minor', reason: 'x' }),
      '[1].severity: "minor" does not exist',
    ],
    [
      'an unknown record',
      withFact('recorded', { record: 'quotation' }),
      '[1].record: "quotation" does not exist; there are: contract',
    ],
    [
      'C10 an unknown pause reason',
      withFact('paused', { pause: 'p', reason: 'lunch', by: 'x' }),
      '[1].reason: "lunch" does not exist; there are: parts',
    ],
    ['an unknown state', withFact('state-entered', { state: 'limbo' }), '[1].state: "limbo" does not exist'],
    [
      'an unknown approval',
      withFact('approval', { ...approval, approval: 'travel' }),
      '[1].approval: "travel" does not exist; there are: treatment',
    ],
  ]);
});

describe('facts that cannot have happened so', () => {
  refuses(parse, [
    ['no report', [fact('closed', 1)], ': Lacks reported; add it.'],
    ['two reports', [report, { ...report, at: -1 }], '[1]: A ticket is reported once'],
    ['C1 a fact recorded before it happened', [{ ...report, at: 1 }], '[0].recordedAt: Must come after at;'],
    ['C10 a pause id used twice', [report, pause(1), resume(2), pause(3)], '[3].pause: "p" is given twice'],
    ['C10 the end of no pause', [report, resume(2)], '[1].pause: No pause "p" began before'],
    [
      'C10 the end of a pause before it began',
      [report, resume(2), pause(3)],
      '[1].pause: No pause "p" began before',
    ],
    [
      'E1 a reopening of what is open',
      [report, fact('reopened', 4), fact('closed', 5)],
      '[1]: Lacks closed; add it.',
    ],
    [
      'E1 two closings in one life',
      [report, fact('closed', 5), fact('closed', 4)],
      '[1]: Lacks reopened; add it.',
    ],
    [
      'E4 a merger of what is closed',
      [report, fact('closed', 4), fact('merged', 5, { into: 'other' })],
      '[2]: Lacks reopened; add it.',
    ],
    [
      'E4 a ticket absorbed before it was reported',
      withFact('absorbed', { ticket: 'other', reportedAt: 6 }),
      '[1].at: Must come after reportedAt',
    ],
    ['C2 a closing before the report', [fact('closed', -1), report], '[0].at: Must come after [1].at;'],
    [
      'E4 a merger before the report',
      [report, fact('merged', -1, { into: 'other' })],
      '[1].at: Must come after [0].at;',
    ],
    [
      'R1-C2 an agreement about a day more than ten years away',
      // 3,653 days and a millisecond after 5
      withFact('agreed', { clock: 'arrival', due: 315_619_200_006, by: 'a', why: 'b', confirmedBy: 'c' }),
      '[1].due: More than ten years after at;',
    ],
    [
      'E4 a merged start that no rule knows',
      withFact('absorbed', { ticket: 'other', reportedAt: 1, started: { danced: 2 } }),
      '[1].started: "danced" does not exist; there are: reported, responded',
    ],
    [
      'E4 a merged start without its moment',
      withFact('absorbed', { ticket: 'other', reportedAt: 1, started: { contract: 'noon' } }),
      '[1].started.contract: Must be a whole number',
    ],
    [
      'R1-C2 an agreement about the past',
      withFact('agreed', { clock: 'arrival', due: 5, by: 'a', why: 'b', confirmedBy: 'c' }),
      '[1].due: Must come after at;',
    ],
  ]);

  it('R1-C2 an agreement may be made ten years ahead', () => {
    const due = 315_619_200_005;
    expect(
      problemsOf(withFact('agreed', { clock: 'arrival', due, by: 'a', why: 'b', confirmedBy: 'c' })),
    ).toEqual([]);
  });

  it('G1 a pin to a version that is not there, where the calendars are given', () => {
    const pins = [report, fact('calendar-pinned', 5, { calendar: 'office', version: 2 })];
    const told = (...versions: number[]) =>
      inEnglish(
        parseFacts(
          parsed.policy,
          pins,
          versions.map((version) => ({ ...office, version })),
        ),
      );
    expect(told(1, 3)).toEqual(['[1].version: "office 2" does not exist; there are: office 1, office 3.']);
    expect(told(1, 2)).toEqual([]);
    expect(problemsOf(pins)).toEqual([]);
  });

  it('are all told at once', () => {
    expect(problemsOf([fact('reopened', 4), resume(2), { ...pause(1), reason: 'lunch' }])).toHaveLength(3);
  });
});
