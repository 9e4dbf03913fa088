import type { WarrantyPolicy } from '../policy/index.js';
import type { BadInput } from '../testing/problems.js';
import { inEnglish, refuses } from '../testing/problems.js';
import { membrane, policyOf, warranty, whole } from '../testing/warranty.js';
import { parsePolicy } from './parse-policy.js';

const withTerm = (changes: object) => ({
  ...warranty,
  terms: [{ ...whole, ...changes }],
});
const withCover = (changes: object) =>
  withTerm({ covers: [{ costClass: 'parts', percent: 100, months: 12, ...changes }] });
const withWarranty = (changes: { [Field in keyof WarrantyPolicy]?: unknown }) => ({
  ...warranty,
  ...changes,
});
const [list, costFee] = warranty.prices;
const withPrices = (...prices: object[]) => withWarranty({ prices });

const cases: BadInput[] = [
  [
    'no percent',
    withCover({ percent: 0 }),
    'terms[0].covers[0].percent: Must be a whole number from 1 to 100',
  ],
  [
    'more than all',
    withCover({ percent: 101 }),
    'terms[0].covers[0].percent: Must be a whole number from 1 to 100',
  ],
  ['half a percent', withCover({ percent: 0.5 }), 'terms[0].covers[0].percent: Must be a whole number'],
  [
    'a term that ends before it starts',
    withCover({ months: -1 }),
    'terms[0].covers[0].months: Must be a whole number from 1 to',
  ],
  [
    'a term of no time',
    withCover({ months: 0 }),
    'terms[0].covers[0].months: Must be a whole number from 1 to 600',
  ],
  [
    'a term beyond 50 years',
    withCover({ months: 601 }),
    'terms[0].covers[0].months: Must be a whole number from 1 to 600',
  ],
  [
    'an unknown class of cost',
    withCover({ costClass: 'hotel' }),
    'terms[0].covers[0].costClass: Must be one of',
  ],
  [
    'a term that covers nothing',
    withTerm({ covers: [] }),
    'terms[0].covers: Must be a list with at least 1 ',
  ],
  [
    'a class of cost twice',
    withTerm({ covers: [whole.covers[0], whole.covers[0]] }),
    'terms[0].covers[1].costClass: "parts" is given twice',
  ],
  ['an unknown start', withTerm({ startsAt: ['signing'] }), 'terms[0].startsAt[0]: Must be one of: shipment'],
  ['no start', withTerm({ startsAt: [] }), 'terms[0].startsAt: Must be a list with at least 1 '],
  [
    'one start twice',
    withTerm({ startsAt: ['receipt', 'receipt'] }),
    'terms[0].startsAt[1]: "receipt" is given twice',
  ],
  [
    'three starts',
    withTerm({ startsAt: ['receipt', 'shipment', 'acceptance'] }),
    'terms[0].startsAt: Must be a list with at least 1 and at most 2 items.',
  ],
  ['a component without a name', withTerm({ scope: 'component' }), 'terms[0]: Lacks component; add it.'],
  ['a component for the whole', withTerm({ component: 'pump' }), 'terms[0].component: Does not fit scope;'],
  [
    'a meter that begins at its end',
    withTerm({ meter: { key: 'hours', limit: 0 } }),
    'terms[0].meter.limit: Must be a whole number from 1 to',
  ],
  [
    'no word about wear parts',
    withTerm({ coversWearParts: undefined }),
    'terms[0].coversWearParts: This is required',
  ],
  ['a misspelt field', withTerm({ model: ['TM-100'] }), 'terms[0].model: Unknown field'],
  [
    'two terms of one id',
    withWarranty({ terms: [whole, { ...membrane, id: 'whole' }] }),
    'terms[1].id: "whole" is given twice',
  ],
  [
    'an order that leaves one out',
    withWarranty({ order: ['repair', 'machine', 'contract'] }),
    'order: Lacks component',
  ],
  [
    'an order that repeats one',
    withWarranty({ order: [...warranty.order, 'repair'] }),
    'order[4]: "repair" is given twice',
  ],
  [
    'an order of something else',
    withWarranty({ order: ['luck'] }),
    'order[0]: Must be one of: repair, component',
  ],
  [
    'an unknown replacement',
    withWarranty({ replacement: { term: 'none', source: whole.source } }),
    'replacement.term: Must be one of: rest, new, longer',
  ],
  [
    'a new term where the rest is taken',
    withWarranty({ replacement: { ...warranty.replacement, covers: whole.covers } }),
    'replacement.covers: Does not fit term;',
  ],
  [
    'a repair that covers a class twice',
    withWarranty({ repair: { covers: [whole.covers[0], whole.covers[0]], source: whole.source } }),
    'repair.covers[1].costClass: "parts" is given twice',
  ],
  [
    'two void reasons of one key',
    withWarranty({ voidReasons: [warranty.voidReasons[0], warranty.voidReasons[0]] }),
    'voidReasons[1].key: "misuse" is given twice',
  ],
  [
    'a request type that does not exist',
    withWarranty({ apart: { ...warranty.apart, requestTypes: ['tuning'] } }),
    'apart.requestTypes[0]: "tuning" does not exist',
  ],
  [
    'nobody who may approve',
    withWarranty({ overrides: { ...warranty.overrides, approvers: [] } }),
    'overrides.approvers: Must be a list with at least 1 ',
  ],
  [
    'an approver twice',
    withWarranty({ overrides: { ...warranty.overrides, approvers: ['head', 'head'] } }),
    'overrides.approvers[1]: "head" is given twice',
  ],
  [
    'a blank wear part',
    withWarranty({ wearParts: { ...warranty.wearParts, lists: [{ parts: [' '] }] } }),
    'wearParts.lists[0].parts[0]: Must be text',
  ],
  ['no price at all', withPrices(), 'prices: Must be a list with at least 1 '],
  [
    'two prices of one id',
    withPrices({ ...list }, { ...costFee, id: 'list' }),
    'prices[1].id: "list" is given twice',
  ],
  [
    'an unknown basis',
    withPrices({ ...list, basis: 'free' }),
    'prices[0].basis: Must be one of: cost-fee, list, waived',
  ],
  [
    'a price for a type that does not exist',
    withPrices({ ...list }, { ...costFee, when: { requestTypes: ['tuning'] } }),
    'prices[1].when.requestTypes[0]: "tuning" does not exist',
  ],
  [
    'lines without a price',
    withPrices({ ...costFee }),
    'prices: Lines for parts, labour, travel may have no price',
  ],
  [
    'one class of cost without a price',
    withPrices({ ...list, costClasses: ['parts', 'labour'] }),
    'prices: Lines for travel may',
  ],
  [
    'contradictory prices',
    withPrices({ ...list }, { ...costFee, when: {} }),
    'prices[1]: Contradicts rule list',
  ],
  [
    'a price that never decides',
    withPrices({ ...list }, { ...costFee, when: {}, rank: -1 }),
    'prices[1]: This rule never decides',
  ],
  [
    'a price for what is covered',
    withPrices({ ...list }, { ...costFee, when: { coverages: ['covered'] } }),
    'prices[1]: This rule never decides',
  ],
];

const parse = (value: unknown) => parsePolicy({ ...policyOf(), warranty: value });

describe('the warranty of a policy', () => {
  it('is read as it was written', () => {
    expect(parse(JSON.parse(JSON.stringify(warranty)))).toEqual({ policy: policyOf() });
  });

  it('may be left out', () => {
    const { warranty: _, ...policy } = policyOf();
    expect(parsePolicy(policy)).toEqual({ policy });
  });

  it('may have two prices that are equal in all but one condition', () => {
    const travel = { ...costFee, when: {}, costClasses: ['travel'], rank: 1 };
    expect(inEnglish(parse(withPrices({ ...list }, travel)))).toEqual([]);
  });

  it('names prices that contradict each other once, and what is unknown before what never decides', () => {
    expect(inEnglish(parse(withPrices({ ...list }, { ...costFee, when: {} })))).toHaveLength(1);
    const unknown = { ...costFee, when: { requestTypes: ['tuning'] } };
    expect(inEnglish(parse(withPrices({ ...list }, unknown)))).toHaveLength(1);
  });

  refuses(
    parse,
    cases.map(([name, value, problem]) => [name, value, `warranty.${problem}`]),
  );
});
