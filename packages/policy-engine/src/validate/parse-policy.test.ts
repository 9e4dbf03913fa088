import { full, label, sound, withRule } from '../testing/full-policy.js';
import { natural, responseRule } from '../testing/index.js';
import type { BadInput } from '../testing/problems.js';
import { inEnglish, refuses } from '../testing/problems.js';
import { parsePolicy } from './parse-policy.js';

describe('a sound policy', () => {
  it('survives storage and comes back equal', () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(sound)))).toEqual({ policy: sound });
  });

  it('comes back equal with every part that may be left out', () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(full)))).toEqual({ policy: full });
  });

  it('may leave a list empty that it may leave out', () => {
    const policy = { ...sound, records: [], calendarRules: [], pauseReasons: [] };
    expect(parsePolicy(policy)).toEqual({ policy });
  });

  it('may promise ten years, but no longer', () => {
    expect(inEnglish(parsePolicy(withRule({ target: natural(3653, 'days') })))).toEqual([]);
  });
});

describe('the shape of a policy', () => {
  refuses(parsePolicy, [
    ['no policy at all', null, ': This is required'],
    ['what is no object', [], ': Must be an object'],
    ['a missing field', { ...sound, title: undefined }, 'title: This is required'],
    [
      'a blank text',
      { ...sound, title: { zh: ' ', en: 'Policy' } },
      'title.zh: Must be text that is not blank',
    ],
    [
      'an unknown field',
      { ...sound, titel: 'x' },
      'titel: Unknown field; remove it or use one of: rulebook, title',
    ],
    ['a field that hides', JSON.parse('{"__proto__": {"rulebook": "R4"}}'), '__proto__: Unknown field'],
    ['an empty list', { ...sound, requestTypes: [] }, 'requestTypes: Must be a list with at least 1 '],
    ['a bad key', withRule({ id: 'My Rule' }), 'clockRules[0].id: Use lower-case letters'],
    [
      'an unknown kind',
      withRule({ kind: 'departure' }),
      'clockRules[0].kind: Must be one of: response, assignment',
    ],
    ['a fractional rank', withRule({ rank: 0.5 }), 'clockRules[0].rank: Must be a whole number'],
    [
      'a misspelt condition',
      withRule({ when: { requestType: ['repair'] } }),
      'clockRules[0].when.requestType: Unknown',
    ],
    [
      'an empty condition',
      withRule({ when: { regions: [] } }),
      'clockRules[0].when.regions: Must be a list with at',
    ],
    [
      'an unknown region',
      withRule({ when: { regions: ['near'] } }),
      'clockRules[0].when.regions[0]: Must be one of: in-',
    ],
    [
      'a clause without its rulebook',
      withRule({ source: { kind: 'clause', clause: '5.1' } }),
      'clockRules[0].source.clause: A clause id begins with its rulebook',
    ],
    [
      'a default that cites a clause',
      withRule({ source: { kind: 'default', clause: 'R4-5.1' } }),
      'clockRules[0].source.clause: Unknown field',
    ],
    [
      'a clause with a note',
      withRule({ source: { kind: 'clause', clause: 'R4-5.1', note: label } }),
      'clockRules[0].source.note: Unknown field',
    ],
    [
      'a source of no kind',
      withRule({ source: { kind: 'rumour' } }),
      'clockRules[0].source.kind: Must be one of: clause, default',
    ],
    ['a source that is text', withRule({ source: 'R4-5.1' }), 'clockRules[0].source: Must be an object'],
    ...['00', '71', '81', '82'].map((code): BadInput => [
      `a home that is always special, or nowhere: ${code}`,
      { ...full, home: { ...full.home, provinces: ['32', code] } },
      'home.provinces[1]: Must be the first two digits',
    ]),
    [
      'more rules than are looked at',
      { ...full, clockRules: Array.from({ length: 301 }, (_, id) => ({ ...responseRule, id: `r${id}` })) },
      'clockRules: Must be a list with at least 1 and at most 300 items',
    ],
    [
      'R6-3.4 a record with a date of a kind that nobody can ask for',
      { ...full, records: [{ key: 'contract', label, date: 'past' }] },
      'records[0].date: Must be one of: future.',
    ],
    [
      'more records than are looked at',
      { ...full, records: Array.from({ length: 301 }, (_, key) => ({ key: `r${key}`, label })) },
      'records: Must be a list with at least 0 and at most 300 items',
    ],
    [
      'a home without province',
      { ...full, home: { ...full.home, provinces: [] } },
      'home.provinces: Must be a list with at',
    ],
    [
      'a province that is no code',
      { ...full, home: { ...full.home, provinces: ['Jiangsu'] } },
      'home.provinces[0]: Must be the first two digits',
    ],
    [
      'a date that does not exist',
      { ...full, precedence: { ...full.precedence, rulebooks: [{ id: 'R4', inForceFrom: '2019-02-29' }] } },
      'precedence.rulebooks[0].inForceFrom: Must be a date that exists',
    ],
    [
      'an answer that is neither yes nor no',
      { ...full, agreements: { ...full.agreements, afterDue: 'no' } },
      'agreements.afterDue: Must be true or false',
    ],
    [
      'a record that is neither told to the requester nor kept from them',
      { ...full, records: [{ key: 'contract', label, toRequester: 'explained' }] },
      'records[0].toRequester: Must be true or false',
    ],
    ['an empty optional part', { ...full, pauseReasons: null }, 'pauseReasons: This is required'],
  ]);

  it('says once that a whole part is missing', () => {
    expect(inEnglish(parsePolicy({ ...sound, title: undefined }))).toEqual([
      'title: This is required; add it.',
    ]);
    expect(inEnglish(parsePolicy(withRule({ target: undefined })))).toEqual([
      'clockRules[0].target: This is required; add it.',
    ]);
  });

  it('finds all of them at once', () => {
    expect(
      inEnglish(parsePolicy(withRule({ rank: 'high', target: natural(-1, 'days'), kind: 'x' }))),
    ).toEqual([
      expect.stringMatching(/^clockRules\[0\]\.kind/),
      expect.stringMatching(/^clockRules\[0\]\.rank/),
      expect.stringMatching(/^clockRules\[0\]\.target\.amount/),
    ]);
  });
});

describe('lengths of time', () => {
  const working = (amount: number, unit: 'minutes' | 'hours') => ({ amount, unit, basis: 'working-hours' });
  const days = (amount: number) => ({
    amount,
    unit: 'days',
    basis: 'working-days',
    endsAt: 'same-time',
    startOutside: 'next-opening',
  });
  const pause = (limit: unknown) => ({ ...full, pauseReasons: [{ ...full.pauseReasons[0], limit }] });

  refuses(parsePolicy, [
    [
      'A1 a length without its basis',
      withRule({ target: { amount: 2, unit: 'days' } }),
      'clockRules[0].target.basis: This is required',
    ],
    [
      'A1 an unknown basis',
      withRule({ target: { amount: 2, unit: 'days', basis: 'office' } }),
      'clockRules[0].target.basis: Must be one of: natural',
    ],
    [
      'A1 working days in hours',
      withRule({ target: { ...days(3), unit: 'hours' } }),
      'clockRules[0].target.unit: Must be one of: days',
    ],
    [
      'A3 working days that do not say where they end',
      withRule({ target: { ...days(3), endsAt: undefined } }),
      'clockRules[0].target.endsAt: This is required',
    ],
    [
      'A3 natural time that ends like a working day',
      withRule({ target: { ...natural(3, 'days'), endsAt: 'end-of-day' } }),
      'clockRules[0].target.endsAt: Unknown field',
    ],
    ['a target of words', withRule({ target: 'soon' }), 'clockRules[0].target: Must be a duration'],
    [
      'no time at all',
      withRule({ target: natural(0, 'hours') }),
      'clockRules[0].target.amount: Must be a whole number from 1 to',
    ],
    [
      'negative time',
      withRule({ target: natural(-4, 'hours') }),
      'clockRules[0].target.amount: Must be a whole number from 1 to',
    ],
    [
      'a broken amount',
      withRule({ target: natural(1.5, 'hours') }),
      'clockRules[0].target.amount: Must be a whole number',
    ],
    [
      'more than ten years',
      withRule({ target: natural(3654, 'days') }),
      'clockRules[0].target.amount: Must be a whole number from 1 to 3653.',
    ],
    [
      'more than ten years in hours',
      withRule({ target: natural(87_673, 'hours') }),
      'clockRules[0].target.amount: Must be a whole number from 1 to 87672.',
    ],
    [
      'more than ten years of working hours',
      withRule({ target: working(20_801, 'hours') }),
      'clockRules[0].target.amount: Must be a whole number from 1 to 20800.',
    ],
    [
      'more than ten years of working minutes',
      withRule({ target: working(1_248_001, 'minutes') }),
      'clockRules[0].target.amount: Must be a whole number from 1 to 1248000.',
    ],
    [
      'more than ten years of working days',
      withRule({ target: days(2601) }),
      'clockRules[0].target.amount: Must be a whole number from 1 to 2600.',
    ],
    ['C10 a pause without limit', pause(undefined), 'pauseReasons[0].limit: This is required'],
    [
      'C10 a pause of more than 366 days',
      pause(natural(367, 'days')),
      'pauseReasons[0].limit.amount: Must be a whole number from 1 to 366.',
    ],
    [
      'C10 a pause in working time',
      pause(working(8, 'hours')),
      'pauseReasons[0].limit.basis: Must be one of: natural.',
    ],
    [
      'E1 a window of more than 366 days',
      { ...full, reopening: { ...full.reopening, window: natural(8785, 'hours') } },
      'reopening.window.amount: Must be a whole number from 1 to 8784.',
    ],
  ]);
});
