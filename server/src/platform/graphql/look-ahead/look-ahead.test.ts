import type { GraphQLField } from 'graphql';
import { validate } from 'graphql';
import type { IdType } from '@aftercare/contract';
import { Dice } from '../../../testing/dice';
import { RandomSelections } from '../../../testing/random-selections';
import { type Place, readableInputs } from '../../../testing/readable-inputs';
import type { Answered, Asker, TwoReaders } from '../../../testing/two-readers';
import { answer, isSomething, openTwoReaders } from '../../../testing/two-readers';
import type { Page } from '../keyset';
import type { Read } from '../reads';

let both: TwoReaders;
beforeAll(async () => {
  both = await openTwoReaders();
}, 120_000);
afterAll(() => both.close());

type Field = GraphQLField<unknown, unknown>;

const perOperation = 8;

interface Compared {
  /** The first selection that the two answer differently; null if there is none. */
  found: string | null;
  /** How many were answered, and how many had nothing to show but why a page was refused. */
  answered: number;
  refused: number;
  /** Root fields that answered somebody with something. */
  roots: Set<string>;
  /** Arguments and input fields that were given. */
  given: Set<string>;
}

/** Compares so many selections, or fewer if two answers differ; of all root fields, or of that of one input. */
async function compare(
  seed: number,
  enough: number,
  { input, goesOn }: { input?: string; goesOn?: (compared: Compared) => boolean } = {},
): Promise<Compared> {
  const { ahead, naive } = both;
  const source = new RandomSelections(ahead.schema, new Dice(seed));
  const rootFields = ahead.schema.getQueryType()?.getFields() ?? {};
  const place = input === undefined ? undefined : placeOf(input);
  const askers = turnsOf(place);
  const compared: Compared = { found: null, answered: 0, refused: 0, roots: new Set(), given: new Set() };
  for (let turn = 0; compared.answered < enough || goesOn?.(compared); turn += 1) {
    const { who, supply } = askers[turn % askers.length] as Asker;
    const operation = source.operation(perOperation, supply, place);
    // what is asked is valid by the way it is made; judging all of it would cost more than answering it
    if (turn % 15 === 0) expect(validate(ahead.schema, operation.document)).toEqual([]);
    let told: Answered | undefined;
    // the same operation with other variables now and then, of everybody in turn: what was compiled for one must not serve the other
    for (const flipped of turn % 5 === 0 ? [false, true] : [turn % 3 === 0]) {
      const [one, other] = await Promise.all([
        answer(ahead, who, operation.document, flipped),
        answer(naive, who, operation.document, flipped),
      ]);
      if (one.text !== other.text)
        return { ...compared, found: `${who.name}\n${operation.text}\n${one.text}\n${other.text}` };
      told = one;
    }
    if (told?.data) compared.answered += operation.roots.length;
    else compared.refused += operation.roots.length;
    operation.roots.forEach((root, index) => {
      if (isSomething(rootFields[root] as Field, told?.data?.[`r${index}`])) compared.roots.add(root);
    });
    for (const coordinate of operation.given) compared.given.add(coordinate);
  }
  return compared;
}

function placeOf(input: string): Place {
  const place = readableInputs(both.ahead.schema).get(input);
  if (!place) throw new Error(`${input} is no input of a query.`);
  return place;
}

/** Whoever came by a link has little to ask, and asks once while the others ask twice. */
function turnsOf(place: Place | undefined): Asker[] {
  const { askers } = both;
  return place
    ? askers.filter(({ supply }) => supply.rootFields.has(place.field.name))
    : [...askers, ...askers.filter(({ who }) => who.link === undefined)];
}

/** So often an input may be tried before it counts as making no difference. */
const mostTries = 3_000;

/** Whether some answer that has something in it would be another one without this input. */
async function makesDifference(source: RandomSelections, coordinate: string): Promise<boolean> {
  const place = placeOf(coordinate);
  const isRoot = place.owner === both.ahead.schema.getQueryType();
  const askers = both.askers.filter(({ supply: { rootFields, hosts } }) =>
    isRoot ? rootFields.has(place.field.name) : hosts.some(({ type }) => type === place.owner.name),
  );
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { who, supply } = askers[tries % askers.length] as Asker;
    const pair = source.pair(place, supply);
    if (!pair) continue;
    const one = await answer(both.ahead, who, pair[0]);
    const held = one.data?.['host'] ?? one.data;
    if (!isSomething(place.field, (held as Record<string, unknown> | null)?.['r'])) continue;
    if ((await answer(both.ahead, who, pair[1])).text !== one.text) return true;
  }
  return false;
}

describe('what is read at once', () => {
  it('is what is read level by level, to the byte, for 2,000 random selections of staff, dealers and links', async () => {
    const open = new Set(both.askers.flatMap(({ supply }) => [...supply.rootFields]));
    const inputs = [...readableInputs(both.ahead.schema).keys()];
    const missing = ({ roots }: Compared) => [...open].filter((root) => !roots.has(root));
    // what comes by chance only is waited for, but not for ever
    const goesOn = (compared: Compared) => compared.answered < 4_000 && missing(compared).length > 0;
    const compared = await compare(4, 2_000, { goesOn });
    expect(compared.found).toBeNull();
    expect(compared.answered).toBeGreaterThanOrEqual(2_000);
    expect(compared.refused).toBeGreaterThan(0);
    expect(missing(compared)).toEqual([]);
    const without: string[] = [];
    // what chance left out is asked for by everybody who may
    for (const input of inputs.filter((each) => !compared.given.has(each))) {
      const { found, given } = await compare(7, 20 * perOperation, { input });
      expect(found).toBeNull();
      if (!given.has(input)) without.push(input);
    }
    expect(without).toEqual([]);
  }, 300_000);

  it('is asked for with inputs that each make a difference', async () => {
    const source = new RandomSelections(both.ahead.schema, new Dice(6));
    const without: string[] = [];
    for (const coordinate of readableInputs(both.ahead.schema).keys())
      if (!(await makesDifference(source, coordinate))) without.push(coordinate);
    expect(without).toEqual([]);
  }, 120_000);

  it.each<[string, IdType, string, (read: Read) => Read]>([
    ['an expression', 'Customer', 'name', () => ({ kind: 'sql', sql: 'upper(t.name)' })],
    ['a join', 'Ticket', 'createdBy', () => ({ kind: 'one', type: 'Member', key: 'assignee_id' })],
    ['the order of a list', 'Ticket', 'clocks', (read) => ({ ...read, orderBy: 't.id DESC' }) as Read],
    [
      'the order of pages',
      'Ticket',
      'comments',
      (read) => (read.kind === 'page' ? { ...read, order: { ...read.order, descending: true } } : read),
    ],
    ['a pure function', 'Equipment', 'id', () => ({ kind: 'pure', needs: [], from: ({ id }) => id })],
  ])(
    'differs where a fault is planted in %s',
    async (_what, type, field, fault) => {
      const { fields } = both.ahead.reads.of(type);
      const read = fields.get(field) as Read;
      fields.set(field, fault(read));
      try {
        expect((await compare(5, 400)).found).not.toBeNull();
      } finally {
        fields.set(field, read);
      }
    },
    60_000,
  );

  const forgetting = (condition: string) => (page: Page) => ({
    ...page,
    where: page.where.map((each) => (each.includes(condition) ? `(${each} OR true)` : each)),
  });
  const turning = (order: string) => (page: Page) =>
    page.order.name === order
      ? { ...page, order: { ...page.order, descending: !page.order.descending } }
      : page;

  it.each<[string, string, (page: Page) => Page]>([
    ['the condition of a filter', 'TicketFilter.channels', forgetting('t.channel')],
    ['the condition of a search', 'TicketFilter.search', forgetting('t.id = ANY')],
    ['the tickets updated last', 'tickets(orderBy)', turning('tickets recently-updated')],
    ['the tickets reported first', 'tickets(orderBy)', turning('tickets oldest-reported')],
  ])(
    'differs where a fault is planted in %s',
    async (_what, input, fault) => {
      const { reader } = both.ahead;
      const read = reader.page.bind(reader);
      const planted = jest
        .spyOn(reader, 'page')
        .mockImplementation((ctx, page, look) => read(ctx, fault(page), look));
      try {
        expect((await compare(5, 400, { input })).found).not.toBeNull();
      } finally {
        planted.mockRestore();
      }
    },
    60_000,
  );

  it.each<[string, string, (args: Record<string, unknown>) => Record<string, unknown>]>([
    ['the year of a calendar', 'calendar(year)', (args) => ({ ...args, year: (args['year'] as number) + 1 })],
    [
      'the lines of a charge',
      'warrantyCheck(lines)',
      (args) => ({ ...args, lines: (args['lines'] as object[]).slice(1) }),
    ],
    ['the key of a request type', 'requestType(key)', (args) => ({ ...args, key: 'training' })],
  ])(
    'differs where a fault is planted in %s',
    async (_what, input, fault) => {
      const { field } = placeOf(input);
      const { resolve } = field;
      if (!resolve) throw new Error(`${field.name} has no resolver.`);
      field.resolve = (root, args: Record<string, unknown>, ...rest) =>
        resolve(root, fault(args), ...rest) as unknown;
      try {
        expect((await compare(5, 400, { input })).found).not.toBeNull();
      } finally {
        field.resolve = resolve;
      }
    },
    60_000,
  );
});
