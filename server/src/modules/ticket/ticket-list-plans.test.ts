import { Client } from 'pg';
import { encodeId } from '../../platform/graphql';
import { addCrowd } from '../../testing/crowd';
import type { StoryHouse, StoryTenant } from '../../testing/story';
import { openHouse } from '../../testing/story';
import type { Found } from './ticket-filter';
import { ticketConditions } from './ticket-filter';
import { ticketOrderings } from './ticket-list';
import type { TicketFilter, TicketOrder } from './ticket-list.inputs';
import { ticketOrders } from './ticket-list.inputs';

const tickets = 25_000;
const smallHouse = 1_800;

let house: StoryHouse;
let server: Client;
let owner: Client;
let tenant: StoryTenant;
beforeAll(async () => {
  house = await openHouse();
  tenant = house.houses.ironmole;
  const admin = new Client(house.database.adminUrl);
  await admin.connect();
  await addCrowd(admin, tenant, tickets);
  await addCrowd(admin, house.houses.purefount, smallHouse);
  await admin.end();
  server = new Client(house.database.serverUrl);
  owner = new Client(house.database.ownerUrl);
  await Promise.all([server.connect(), owner.connect()]);
});
afterAll(async () => {
  await server.end();
  await owner.end();
  await house.close();
});

interface Plan {
  'Node Type': string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** The plan of a statement, as it ran for somebody of the house, or of one of its dealers. */
async function explain(
  client: Client,
  text: string,
  values: unknown[] = [],
  dealerId: string | null = null,
): Promise<Plan[]> {
  await client.query('BEGIN');
  try {
    await client.query(
      `SELECT set_config('app.tenant_id', $1, true), set_config('app.actor_kind', $2, true), set_config('app.party_id', $3, true),
              set_config('enable_seqscan', $4, true)`,
      [tenant.tenantId, dealerId ? 'dealer' : 'staff', dealerId ?? '', client === owner ? 'off' : 'on'],
    );
    const { rows } = await client.query<{ 'QUERY PLAN': Array<{ Plan: Plan }> }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
      values,
    );
    const [top] = rows[0]?.['QUERY PLAN'] ?? [];
    if (!top) throw new Error('There is no plan.');
    return nodesOf(top.Plan);
  } finally {
    await client.query('ROLLBACK');
  }
}

/** The plan of one page as the server asks for it. */
function planOf(
  orderBy: TicketOrder,
  filter: TicketFilter = {},
  dealerId: string | null = null,
  found?: Found,
): Promise<Plan[]> {
  const { columns, descending } = ticketOrderings[orderBy];
  const asker = { memberId: tenant.staff.dispatcher, dealerId, now: house.clock.now() };
  const { where, values } = ticketConditions(filter, asker, found);
  return explain(
    server,
    `SELECT t.id FROM ticket AS t WHERE ${['t.tenant_id = $1', ...where].join(' AND ')}
      ORDER BY ${columns.map(({ sql }) => `${sql} ${descending ? 'DESC' : 'ASC'}`).join(', ')} LIMIT 26`,
    [tenant.tenantId, ...values],
    dealerId,
  );
}

const indexesOf = (plan: Plan[]) => plan.flatMap((node) => node['Index Name'] ?? []);
const kinds = (plan: Plan[]) => plan.map((node) => node['Node Type']);

describe('as the role of requests, with 25,000 tickets of the house', () => {
  it.each<[TicketOrder, string, string]>([
    ['newest', 'ticket_newest', 'ticket_of_dealer'],
    ['oldest-reported', 'ticket_reported', 'ticket_of_dealer_reported'],
    ['due-soonest', 'ticket_due', 'ticket_of_dealer_due'],
    ['recently-updated', 'ticket_updated', 'ticket_of_dealer_updated'],
  ])(
    'a page of %s is read from %s, by a dealer from %s, without sorting',
    async (order, ofHouse, ofDealer) => {
      const forStaff = await planOf(order);
      expect(indexesOf(forStaff)).toEqual([ofHouse]);
      expect(kinds(forStaff)).not.toContain('Sort');
      const forDealer = await planOf(order, {}, tenant.dealers.dealer1.dealerId);
      expect(indexesOf(forDealer)).toEqual([ofDealer]);
      expect(kinds(forDealer)).not.toContain('Sort');
    },
  );

  it('every order has an index', () => {
    expect(Object.keys(ticketOrderings).sort()).toEqual([...ticketOrders].sort());
  });

  it.each<[string, () => TicketFilter]>([
    ['open tickets', () => ({ categories: ['open'] })],
    ['nobody has', () => ({ unassigned: true })],
    ['of a severity', () => ({ severities: ['major'] })],
    [
      'reported on a day',
      () => ({
        reportedAt: { from: new Date('2026-05-20T00:00:00Z'), to: new Date('2026-05-21T00:00:00Z') },
      }),
    ],
    ['of no customer', () => ({ customerIds: [] })],
    ['mine', () => ({ mine: true })],
  ])('%s: no page reads the whole table', async (_name, filter) => {
    for (const order of ticketOrders) {
      const plan = await planOf(order, filter());
      expect(kinds(plan)).not.toContain('Seq Scan');
    }
  });

  it('the newest of one customer, and of one category, are read in their order', async () => {
    const { customerId } = tenant.dealers.dealer1;
    const ofCustomer = await planOf('newest', { customerIds: [encodeId('Customer', customerId)] });
    expect(indexesOf(ofCustomer)).toEqual(['ticket_of_customer']);
    const ofCategory = await planOf('newest', { categories: ['waiting'] });
    expect(indexesOf(ofCategory)).toEqual(['ticket_in_category']);
    for (const plan of [ofCustomer, ofCategory]) expect(kinds(plan)).not.toContain('Sort');
  });

  it.each(['水泵', '滤芯', '漏水', '泵', '00017', 'CR-2026-00017', 'EBZ160 漏油', '没有这个'])(
    'a search for %s reads the index of words, and of the tickets only what it needs',
    async (search) => {
      const { rows } = await owner.query<{ prosrc: string }>(
        `SELECT prosrc FROM pg_proc WHERE proname = 'find_tickets'`,
      );
      // the very statement of the function, with its variables in place and under its settings
      const [, statement] = /RETURN QUERY (SELECT[^;]*);/.exec(rows[0]?.prosrc ?? '') ?? [];
      const asked = (statement ?? '')
        .replace('@@ query', '@@ search_query($1, $2)')
        .replace('FROM tenant', 'FROM $1')
        .replace('at_most', '1001');
      const plan = await explain(owner, asked, [tenant.tenantId, search]);
      expect(kinds(plan)).toEqual(['Limit', 'Bitmap Heap Scan', 'Bitmap Index Scan']);
      expect(indexesOf(plan)).toEqual(['ticket_search_document']);
      expect(plan.map((node) => node['Rows Removed by Filter'] ?? 0)).toEqual([0, 0, 0]);
    },
  );

  it.each([
    ['the newest', 15, 0],
    ['the newest of many', 1_500, 0],
    ['the oldest', 2_000, tickets - 2_000],
  ])(
    'words that only %s hold are looked up, or the whole list would be walked for them',
    async (held, count, offset) => {
      const word = { 'the newest': '鲲鹏', 'the newest of many': '锡林', 'the oldest': '旧款' }[held] ?? '';
      await owner.query('BEGIN');
      try {
        await owner.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.tenantId]);
        await owner.query(
          `UPDATE ticket_search SET document = document || search_document($1, '', $2) WHERE id IN (
           SELECT id FROM ticket_search WHERE tenant_id = $1 ORDER BY id DESC LIMIT $3 OFFSET $4)`,
          [tenant.tenantId, word, count, offset],
        );
        const { rows } = await owner.query<{ id: string | null }>('SELECT find_tickets($1, 5001) AS id', [
          word,
        ]);
        expect([rows.length, rows.some(({ id }) => id === null)]).toEqual([count, false]);
      } finally {
        await owner.query('ROLLBACK');
      }
    },
  );

  it('in a small house, words of every seventh ticket are looked up as well', async () => {
    await owner.query('BEGIN');
    try {
      await owner.query(`SELECT set_config('app.tenant_id', $1, true)`, [house.houses.purefount.tenantId]);
      const { rows } = await owner.query<{ id: string | null }>(`SELECT find_tickets('水泵', 5001) AS id`);
      expect([rows.length, rows.some(({ id }) => id === null)]).toEqual([Math.floor(smallHouse / 7), false]);
    } finally {
      await owner.query('ROLLBACK');
    }
  });

  it('few found tickets are read by their ids, many are met in the order of the list', async () => {
    const few = await planOf('newest', { search: '00017' }, null, {
      ids: Array<string>(250).fill(tenant.tenantId),
    });
    expect(indexesOf(few)).toEqual([expect.stringMatching(/^ticket_(pkey|tenant_id_id_party_key_key)$/)]);
    const many = await planOf('newest', { search: '水泵' }, null, 'many');
    expect(indexesOf(many)).toEqual(['ticket_newest', 'ticket_search_pkey']);
    expect(kinds(many)).not.toContain('Sort');
    // every seventh ticket is about a pump
    expect(many.find((node) => node['Index Name'])?.['Rows Removed by Filter']).toBeLessThan(26 * 8);
  });
});
