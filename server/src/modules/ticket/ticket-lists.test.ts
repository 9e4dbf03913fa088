import { Client } from 'pg';
import { decodeId, encodeId, newId } from '../../platform/graphql';
import type { CrowdTicket } from '../../testing/crowd';
import { addCrowd, ticketsOf } from '../../testing/crowd';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse, storyStart } from '../../testing/story';

let house: StoryHouse;
let admin: Client;
let dispatcher: StoryClient;
let dealer1: StoryClient;
let rows: CrowdTicket[];
const crowd = 310;

beforeAll(async () => {
  house = await openHouse();
  admin = new Client(house.database.adminUrl);
  await admin.connect();
  await addCrowd(admin, house.houses.ironmole, crowd);
  await addCrowd(admin, house.houses.purefount, 40);
  rows = await ticketsOf(admin, house.houses.ironmole);
  dispatcher = await house.as('dispatcher@ironmole');
  dealer1 = await house.as('dealer1@ironmole');
});
afterAll(async () => {
  await admin.end();
  await house.close();
});

interface Page {
  nodes: Array<{ id: string }>;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}
type Filter = Record<string, unknown>;
type Order = 'NEWEST' | 'OLDEST_REPORTED' | 'DUE_SOONEST' | 'RECENTLY_UPDATED';

const listDocument = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: TicketFilter, $orderBy: TicketOrder) {
  tickets(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
    nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

const page = async (by: StoryClient, variables: Record<string, unknown>): Promise<Page> =>
  (await by.ask<{ tickets: Page }>(listDocument, variables)).tickets;

const rowIds = ({ nodes }: Page) => nodes.map(({ id }) => decodeId('Ticket', id));

/** Row ids of a whole list, page by page from its beginning. */
async function forward(
  by: StoryClient,
  filter: Filter,
  orderBy: Order = 'NEWEST',
  between?: () => Promise<void>,
) {
  const found: Array<string | null> = [];
  for (let after: string | null = null; ;) {
    const next: Page = await page(by, { first: 100, after, filter, orderBy });
    found.push(...rowIds(next));
    if (!next.pageInfo.hasNextPage) return found;
    after = next.pageInfo.endCursor;
    await between?.();
  }
}

/** The same from its end, in the order of the list. */
async function backward(by: StoryClient, filter: Filter, orderBy: Order = 'NEWEST') {
  const found: Array<string | null> = [];
  for (let before: string | null = null; ;) {
    const previous: Page = await page(by, { last: 100, before, filter, orderBy });
    found.unshift(...rowIds(previous));
    if (!previous.pageInfo.hasPreviousPage) return found;
    before = previous.pageInfo.startCursor;
  }
}

const idsOf = (kept: CrowdTicket[]) => kept.map(({ id }) => id).sort();
const time = (at: Date | null) => at?.getTime() ?? Infinity;

/** Each filter, and which tickets it means. */
function filters(): Array<[string, Filter, (ticket: CrowdTicket) => boolean]> {
  const { dealers, staff } = house.houses.ironmole;
  const middle = new Date(storyStart.getTime() - 50 * 60_000);
  return [
    ['states', { states: ['assigned', 'waiting'] }, ({ state }) => ['assigned', 'waiting'].includes(state)],
    ['categories', { categories: ['OPEN'] }, (t) => t.state_category === 'open'],
    ['request types', { requestTypes: ['consultation'] }, (t) => t.request_type === 'consultation'],
    ['channels', { channels: ['PHONE', 'DEALER'] }, ({ channel }) => ['phone', 'dealer'].includes(channel)],
    ['severities', { severities: ['major'] }, ({ severity }) => severity === 'major'],
    [
      'assignees',
      { assigneeIds: [encodeId('Member', staff.engineer), encodeId('Member', staff.manager)] },
      (t) => t.assignee_id === staff.engineer || t.assignee_id === staff.manager,
    ],
    ['owners', { ownerIds: [encodeId('Member', staff.engineer)] }, (t) => t.owner_id === staff.engineer],
    ['mine', { mine: true }, (t) => t.assignee_id === staff.dispatcher || t.owner_id === staff.dispatcher],
    [
      'not mine',
      { mine: false },
      (t) => t.assignee_id !== staff.dispatcher && t.owner_id !== staff.dispatcher,
    ],
    ['unassigned', { unassigned: true }, (t) => t.assignee_id === null],
    ['assigned', { unassigned: false }, (t) => t.assignee_id !== null],
    ['unowned', { unowned: true }, (t) => t.owner_id === null],
    ['owned', { unowned: false }, (t) => t.owner_id !== null],
    [
      'customers',
      { customerIds: [encodeId('Customer', dealers.direct.customerId)] },
      (t) => t.customer_id === dealers.direct.customerId,
    ],
    [
      'dealers',
      { dealerIds: [encodeId('Dealer', dealers.dealer1.dealerId as string)] },
      (t) => t.dealer_id === dealers.dealer1.dealerId,
    ],
    [
      'sites',
      { siteIds: [encodeId('Site', dealers.dealer2.siteId)] },
      (t) => t.site_id === dealers.dealer2.siteId,
    ],
    [
      'equipment',
      { equipmentIds: [encodeId('Equipment', dealers.shared.equipmentId)] },
      (t) => t.equipment_id === dealers.shared.equipmentId,
    ],
    ['provinces', { provinces: ['32', '44'] }, ({ province }) => province === '32' || province === '44'],
    [
      'reported in a span',
      { reportedAt: { from: '2026-05-28T00:00:00Z', to: '2026-05-31T00:00:00Z' } },
      (t) =>
        t.reported_at >= new Date('2026-05-28T00:00:00Z') && t.reported_at < new Date('2026-05-31T00:00:00Z'),
    ],
    ['created from a moment on', { createdAt: { from: middle } }, (t) => t.created_at >= middle],
    ['created before a moment', { createdAt: { to: middle } }, (t) => t.created_at < middle],
    [
      'due before a moment',
      { dueBefore: '2026-06-02T10:00:00Z' },
      (t) => time(t.next_due_at) < Date.parse('2026-06-02T10:00:00Z'),
    ],
    ['missed', { missed: true }, (t) => t.missed_at !== null || time(t.next_due_at) < storyStart.getTime()],
    [
      'not missed',
      { missed: false },
      (t) => t.missed_at === null && time(t.next_due_at) >= storyStart.getTime(),
    ],
    ['nothing due', { nothingDue: true }, (t) => t.next_due_at === null],
    ['something due', { nothingDue: false }, (t) => t.next_due_at !== null],
    ['words', { search: '水泵漏水' }, ({ subject }) => subject.startsWith('水泵漏水')],
    [
      'several at once',
      { categories: ['OPEN', 'ACTIVE'], severities: ['general'], unassigned: false, search: '漏油' },
      (t) =>
        ['open', 'active'].includes(t.state_category) &&
        t.severity === 'general' &&
        t.assignee_id !== null &&
        t.subject.includes('漏油'),
    ],
  ];
}

describe('a list holds exactly what its filter means', () => {
  it('for every filter, forwards and backwards', async () => {
    for (const [name, filter, fits] of filters()) {
      const expected = idsOf(rows.filter(fits));
      const found = await forward(dispatcher, filter);
      expect({ name, found: [...found].sort() }).toEqual({ name, found: expected });
      expect({ name, found: await backward(dispatcher, filter) }).toEqual({ name, found });
      // a filter that everything or nothing fits would prove little
      expect({ name, telling: expected.length > 0 && expected.length < rows.length }).toEqual({
        name,
        telling: true,
      });
    }
  });

  it('and of those a dealer sees its own only', async () => {
    const { dealerId } = house.houses.ironmole.dealers.dealer1;
    const own = rows.filter((each) => each.dealer_id === dealerId);
    for (const [name, filter, fits] of filters().filter(([each]) => !each.includes('mine'))) {
      const found = await forward(dealer1, filter);
      expect({ name, found: [...found].sort() }).toEqual({ name, found: idsOf(own.filter(fits)) });
    }
    expect(await backward(dealer1, {})).toEqual(await forward(dealer1, {}));
  });
});

const orders: Array<[Order, (ticket: CrowdTicket) => number, 1 | -1]> = [
  ['NEWEST', (t) => time(t.created_at), -1],
  ['OLDEST_REPORTED', (t) => time(t.reported_at), 1],
  ['DUE_SOONEST', (t) => time(t.next_due_at), 1],
  ['RECENTLY_UPDATED', (t) => time(t.updated_at), -1],
];

describe('a list keeps its order', () => {
  it.each(orders)('%s: forwards, backwards, and the id decides between equals', async (order, key, sign) => {
    const sorted = [...rows].sort((a, b) =>
      key(a) === key(b) ? sign * (a.id < b.id ? -1 : 1) : sign * (key(a) < key(b) ? -1 : 1),
    );
    const expected = sorted.map(({ id }) => id);
    expect(await forward(dispatcher, {}, order)).toEqual(expected);
    expect(await backward(dispatcher, {}, order)).toEqual(expected);
    expect(new Set(rows.map(key)).size).toBeLessThan(rows.length);
  });

  it('while others file requests, nobody who was there is missed or met twice', async () => {
    const there = new Set(await forward(dispatcher, {}));
    const found = await forward(dispatcher, {}, 'NEWEST', async () => {
      for (const by of [dispatcher, dealer1]) await house.file(by, 'EBZ160-2266');
    });
    expect(found.length).toBe(new Set(found).size);
    expect(found.filter((id) => there.has(id))).toEqual(await backward(dispatcher, { search: 'CR-2026' }));
    expect(await backward(dispatcher, {})).toEqual(await forward(dispatcher, {}));
    rows = await ticketsOf(admin, house.houses.ironmole);
  });
});

describe('what is not the asker’s fits nothing', () => {
  const fields: Array<[string, 'Member' | 'Customer' | 'Dealer' | 'Site' | 'Equipment']> = [
    ['assigneeIds', 'Member'],
    ['ownerIds', 'Member'],
    ['customerIds', 'Customer'],
    ['dealerIds', 'Dealer'],
    ['siteIds', 'Site'],
    ['equipmentIds', 'Equipment'],
  ];

  it.each(fields)('%s: another house’s, another type’s and nobody’s id answer alike', async (field, type) => {
    const { dealers, staff } = house.houses.purefount;
    const foreign = {
      Member: staff.engineer,
      Customer: dealers.dealer1.customerId,
      Dealer: dealers.dealer1.dealerId as string,
      Site: dealers.dealer1.siteId,
      Equipment: dealers.dealer1.equipmentId,
    }[type];
    const ask = (id: string) =>
      dispatcher.query(
        `query ($filter: TicketFilter) { tickets(first: 20, filter: $filter) {
        nodes { id } totalCount { value capped } pageInfo { hasNextPage } } }`,
        { filter: { [field]: [id] } },
      );
    const nothing = await ask(encodeId(type, newId(storyStart)));
    expect(nothing.data).toEqual({
      tickets: { nodes: [], totalCount: { value: 0, capped: false }, pageInfo: { hasNextPage: false } },
    });
    for (const id of [encodeId(type, foreign), encodeId('Ticket', foreign), 'none', '']) {
      expect(await ask(id)).toEqual(nothing);
    }
  });

  it('a dealer finds nothing of another dealer, by whatever is asked for', async () => {
    const { dealer2 } = house.houses.ironmole.dealers;
    for (const filter of [
      { dealerIds: [encodeId('Dealer', dealer2.dealerId as string)] },
      { customerIds: [encodeId('Customer', dealer2.customerId)] },
      { search: dealer2.serial },
    ]) {
      expect(await forward(dealer1, filter)).toEqual([]);
      expect((await forward(dispatcher, filter)).length).toBeGreaterThan(0);
    }
  });

  it('a cursor of another order, house or list is refused', async () => {
    const { pageInfo } = await page(dispatcher, { first: 5 });
    const abroad = await house.as('dispatcher@purefount');
    const refused = expect.objectContaining({
      message: 'after is not a cursor of this list in this order; take one from pageInfo or an edge.',
    });
    const after = pageInfo.endCursor;
    expect(
      (await dispatcher.query(listDocument, { first: 5, after, orderBy: 'DUE_SOONEST' })).errors,
    ).toEqual([refused]);
    expect((await abroad.query(listDocument, { first: 5, after })).errors).toEqual([refused]);
    const views = await dispatcher.query(
      'query ($after: String) { savedViews(first: 5, after: $after) { nodes { id } } }',
      {
        after,
      },
    );
    expect(views.errors).toEqual([refused]);
    expect((await dispatcher.query(listDocument, { first: 5, after })).errors).toBeUndefined();
  });

  it('more than 100 ids are refused by the name of the list', async () => {
    const many = Array.from({ length: 1_000 }, () => encodeId('Customer', newId(storyStart)));
    const { status, errors } = await dispatcher.query(listDocument, {
      first: 5,
      filter: { customerIds: many },
    });
    expect({ status, errors }).toMatchObject({
      errors: [
        {
          message: 'filter.customerIds holds 1000 values; name at most 100.',
          extensions: { code: 'BAD_USER_INPUT', field: 'filter.customerIds' },
        },
      ],
    });
  });
});

describe('words that very many tickets hold', () => {
  it('find them all, in every order, and count them', async () => {
    const { purefount } = house.houses;
    const abroad = await house.as('dispatcher@purefount');
    await emptied(purefount.tenantId);
    await addCrowd(admin, purefount, 1_200);
    const all = await ticketsOf(admin, purefount);
    for (const [order, key, sign] of orders) {
      const sorted = [...all].sort((a, b) =>
        key(a) === key(b) ? sign * (a.id < b.id ? -1 : 1) : sign * (key(a) < key(b) ? -1 : 1),
      );
      expect(await forward(abroad, { search: '次报' }, order)).toEqual(sorted.map(({ id }) => id));
    }
    expect(await backward(abroad, { search: '次报', categories: ['OPEN'] })).toEqual(
      await forward(abroad, { search: '报修', categories: ['OPEN'] }),
    );
    expect(await forward(abroad, { search: '次修' })).toEqual([]);
  });
});

/** Takes every ticket of a house away. */
async function emptied(tenantId: string): Promise<void> {
  await admin.query('SET session_replication_role = replica');
  for (const table of ['ticket', 'ticket_search'])
    await admin.query(`DELETE FROM ${table} WHERE tenant_id = $1`, [tenantId]);
  await admin.query('SET session_replication_role = DEFAULT');
}

describe('how many there are', () => {
  const count = async (by: StoryClient, filter: Filter = {}) =>
    (
      await by.ask<{ tickets: { totalCount: { value: number; capped: boolean } } }>(
        'query ($filter: TicketFilter) { tickets(first: 1, filter: $filter) { totalCount { value capped } } }',
        { filter },
      )
    ).tickets.totalCount;

  it('is counted within the filter and within what the asker may see', async () => {
    const { dealerId } = house.houses.ironmole.dealers.dealer1;
    const closed = rows.filter((each) => each.state_category === 'closed');
    expect(await count(dispatcher)).toEqual({ value: rows.length, capped: false });
    expect(await count(dispatcher, { categories: ['CLOSED'] })).toEqual({
      value: closed.length,
      capped: false,
    });
    expect(await count(dealer1, { categories: ['CLOSED'] })).toEqual({
      value: closed.filter((each) => each.dealer_id === dealerId).length,
      capped: false,
    });
  });

  it('costs a statement only when it is asked for', async () => {
    const statements = async (selection: string) => {
      const before = house.app.meter.statements;
      await dispatcher.ask(`{ tickets(first: 5) { ${selection} } }`);
      return house.app.meter.statements - before;
    };
    const without = await statements('nodes { id }');
    expect(await statements('nodes { id } totalCount { value }')).toBe(without + 1);
  });

  it('stops at 1,000 and says so', async () => {
    const abroad = await house.as('dispatcher@purefount');
    await emptied(house.houses.purefount.tenantId);
    await addCrowd(admin, house.houses.purefount, 1_000);
    expect(await count(abroad)).toEqual({ value: 1_000, capped: false });
    await house.file(abroad, 'PF24-10002');
    expect(await count(abroad)).toEqual({ value: 1_000, capped: true });
  });
});
