import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { Client } from 'pg';
import { readCatalogue, type Catalogue, type Table } from '../../testing/catalogue-queries';
import { decodeId, encodeId, newId } from '../graphql';
import { pdf } from '../../testing/sample-files';
import type { StoryClient, StoryHouse, StoryTenant } from '../../testing/story';
import { openHouse } from '../../testing/story';
import { upload } from '../../testing/story-files';
import { done, mutate } from '../../testing/story-mutation';

let house: StoryHouse;
let catalogue: Catalogue;
let ironmole: StoryTenant;
let purefount: StoryTenant;
/** Sees everything; arranges and checks. */
let admin: Client;
/** What a request could do if it could send SQL of its own. */
let server: Client;
let dealer2: StoryClient;
let ticket1: string;
let ticket2: string;

beforeAll(async () => {
  house = await openHouse();
  ({ ironmole, purefount } = house.houses);
  admin = new Client(house.database.adminUrl);
  server = new Client(house.database.serverUrl);
  await Promise.all([admin.connect(), server.connect()]);
  catalogue = await readCatalogue(async <Row>(text: string) => (await admin.query(text)).rows as Row[]);
  dealer2 = await house.as('dealer2@ironmole');
  const spare = decodeId('File', await upload(house, dealer2, '备用.pdf', pdf()));
  freeKeys['ticket_attachment'] = { file_id: spare };
  ticket1 = await fileAndComment('dealer1@ironmole', ironmole.dealers.dealer1.serial);
  ticket2 = await fileAndComment('dealer2@ironmole', ironmole.dealers.dealer2.serial);
  const ticket3 = await fileAndComment('dealer1@purefount', purefount.dealers.dealer1.serial);
  // its rulebook promises no times, so nothing would ever be due
  await admin.query(
    `INSERT INTO ticket_timer (tenant_id, id, ticket_id, customer_id, dealer_id, audience, key, kind, at, clock)
     SELECT tenant_id, gen_random_uuid(), id, customer_id, dealer_id, audience, 'planted', 'refresh', '2027-01-01', ''
       FROM ticket WHERE id = $1`,
    [ticket3],
  );
});
afterAll(async () => {
  await Promise.all([admin.end(), server.end()]);
  await house.close();
});

/** A ticket of a dealer with something in every table that hangs below it. */
async function fileAndComment(who: string, serial: string): Promise<string> {
  const [, maker = ''] = who.split('@');
  const [dealer, desk] = [await house.as(who), await house.as(`dispatcher@${maker}`)];
  const { id: ticketId } = await house.file(dealer, serial);
  const key = (name: string) => ({ idempotencyKey: `${name} ${ticketId}` });
  await done(dealer, 'ticketCommentAdd', { ticketId, body: '收到。', audience: 'PUBLIC', ...key('say') });
  const fileId = await upload(house, dealer, '检测报告.pdf', pdf());
  await done(dealer, 'ticketAttachmentAdd', { ticketId, fileId, audience: 'PUBLIC', ...key('attach') });
  const assigneeId = encodeId('Member', house.houses[maker as 'ironmole' | 'purefount'].staff.engineer);
  await done(desk, 'ticketAssign', { ticketId, assigneeId, expectedVersion: 1 });
  const lines = [{ id: '1', costClass: 'LABOUR' }];
  await done(desk, 'ticketChargesDecide', { ticketId, lines, expectedVersion: 2 });
  for (const client of [dealer, desk]) {
    await done(client, 'savedViewCreate', {
      name: '待派工',
      shared: client === dealer,
      columns: ['NUMBER'],
      ...key('view'),
    });
    await done(client, 'ticketExportCreate', key('export'));
  }
  await done(dealer, 'ticketLinkCreate', { ticketId });
  return decodeId('Ticket', ticketId) as string;
}

/** Tables whose rows are one person's, and somebody who has some. */
function personal(table: string): { column: string; member: string | null } | undefined {
  const { staff, dealers } = ironmole;
  return {
    answer: { column: 'actor_id', member: dealers.dealer1.memberId },
    idempotency: { column: 'actor_id', member: dealers.dealer1.memberId },
    notification: { column: 'member_id', member: staff.engineer },
    saved_view: { column: 'owner_id', member: staff.dispatcher },
    ticket_export: { column: 'owner_id', member: staff.dispatcher },
  }[table];
}

/** What makes a copied row another one, for tables with keys of their own. */
const freeKeys: Record<string, object> = {
  ticket_clock: { key: 'arrival' },
  ticket_timer: { key: 'free' },
  ticket_charge: { number: 99 },
  notification: { source: 'free' },
};

interface Asker {
  tenantId: string;
  kind: 'staff' | 'dealer';
  party?: string | null;
  member?: string | null;
}

/** Runs work as the request role with the settings of an asker, and undoes it. */
async function as<T>({ tenantId, kind, party, member }: Asker, work: () => Promise<T>): Promise<T> {
  await server.query('BEGIN');
  try {
    await server.query(
      `SELECT set_config('app.tenant_id', $1, true), set_config('app.actor_kind', $2, true), set_config('app.party_id', $3, true), set_config('app.actor_id', $4, true)`,
      [tenantId, kind, party ?? '', member ?? ''],
    );
    return await work();
  } finally {
    await server.query('ROLLBACK');
  }
}

const asDealer2 = <T>(work: () => Promise<T>) =>
  as({ tenantId: ironmole.tenantId, kind: 'dealer', party: ironmole.dealers.dealer2.dealerId }, work);

const tenantOf = ({ name }: Table) => (name === 'tenant' ? 'id' : 'tenant_id');
const within = (right: string) => catalogue.tables.filter(({ serverRights }) => serverRights.includes(right));

async function count(client: Client, table: string, where = 'true', values: unknown[] = []): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
    values,
  );
  return rows[0]?.n as number;
}

/** SQLSTATE of a refused statement; `done` if it was not refused. */
async function refusal(work: () => Promise<unknown>): Promise<string> {
  await server.query('SAVEPOINT before');
  try {
    await work();
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await server.query('ROLLBACK TO SAVEPOINT before');
  }
}

const byRowSecurity = '42501';
const byForeignKey = '23503';

/** A stored row that can be inserted again: without what the database itself fills in. */
async function copyOf(table: string, where: string, values: unknown[]): Promise<Record<string, unknown>> {
  const { rows } = await admin.query<{ row: Record<string, unknown> }>(
    `SELECT to_jsonb(t) - ARRAY(SELECT attname::text FROM pg_attribute
       WHERE attrelid = '${table}'::regclass AND (attgenerated <> '' OR attidentity <> '')) AS row
       FROM ${table} AS t WHERE ${where} LIMIT 1`,
    values,
  );
  if (!rows[0]) throw new Error(`There is no row of ${table} to copy.`);
  return rows[0].row;
}

function insert(table: string, row: Record<string, unknown>): Promise<unknown> {
  const columns = Object.keys(row).join(', ');
  return server.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)`,
    [row],
  );
}

describe('without a tenant nothing is there', () => {
  it('shows 0 rows of every table that holds some, and refuses the rest', async () => {
    const readable = within('SELECT').map(({ name }) => name);
    for (const { name } of catalogue.tables) {
      if (readable.includes(name)) {
        expect([name, await count(admin, name)]).not.toEqual([name, 0]);
        expect([name, await count(server, name)]).toEqual([name, 0]);
      } else {
        await expect(count(server, name)).rejects.toThrow(`permission denied for table ${name}`);
      }
    }
    expect(readable.length).toBeGreaterThan(12);
  });

  it('also after a transaction that had one', async () => {
    await as({ tenantId: ironmole.tenantId, kind: 'staff' }, async () =>
      expect(await count(server, 'ticket')).toBe(2),
    );
    expect(await count(server, 'ticket')).toBe(0);
  });
});

describe('one tenant and another', () => {
  it("a tenant sees its own rows of every table and none of another's", async () => {
    for (const table of within('SELECT')) {
      const { name } = table;
      const { column, member } = personal(name) ?? {};
      await as({ tenantId: ironmole.tenantId, kind: 'staff', member: member ?? null }, async () => {
        const own = column ? ` AND ${column} = '${member ?? ''}'` : '';
        const mine = `${tenantOf(table)} = '${ironmole.tenantId}'${own}`;
        expect([name, await count(server, name, `NOT ${mine}`)]).toEqual([name, 0]);
        expect([name, await count(server, name, mine)]).toEqual([name, await count(admin, name, mine)]);
      });
      expect([name, await count(admin, name, `${tenantOf(table)} = '${purefount.tenantId}'`)]).not.toEqual([
        name,
        0,
      ]);
    }
  });

  it('no row can be written for another tenant, nor handed to one', async () => {
    for (const table of within('INSERT')) {
      const { name, columns } = table;
      const theirs = await copyOf(name, `${tenantOf(table)} = $1`, [purefount.tenantId]);
      const member = personal(name)?.member ?? null;
      await as({ tenantId: ironmole.tenantId, kind: 'staff', member }, async () => {
        const row =
          columns.includes('id') && name !== 'tenant' ? { ...theirs, id: newId(new Date()) } : theirs;
        expect([name, await refusal(() => insert(name, row))]).toEqual([name, byRowSecurity]);
        if (table.serverRights.includes('UPDATE')) {
          const hand = () => server.query(`UPDATE ${name} SET ${tenantOf(table)} = $1`, [purefount.tenantId]);
          expect([name, await refusal(hand)]).toEqual([name, byRowSecurity]);
        }
      });
    }
  });
});

describe("dealer 2 and what is dealer 1's", () => {
  it('sees none of it in any table that carries a dealer', async () => {
    const carrying = within('SELECT').filter(({ columns }) => columns.includes('dealer_id'));
    for (const { name } of carrying) {
      const theirs = `dealer_id = '${ironmole.dealers.dealer1.dealerId}'`;
      expect([name, await count(admin, name, theirs)]).not.toEqual([name, 0]);
      await asDealer2(async () => expect([name, await count(server, name, theirs)]).toEqual([name, 0]));
    }
    expect(carrying.length).toBeGreaterThanOrEqual(8);
  });

  it('cannot read it through the API, under any of its ids', async () => {
    const file = async (serial: string) =>
      dealer2.ask(
        `mutation ($input: TicketCreateInput!) { ticketCreate(input: $input) { ticket { id } userErrors { code field } } }`,
        {
          input: {
            requestType: 'repair',
            serial,
            subject: '停机',
            description: '停机',
            reporterName: '甲',
            idempotencyKey: serial,
          },
        },
      );
    expect(
      await dealer2.ask(`{ equipmentBySerial(serial: "${ironmole.dealers.dealer1.serial}") { id } }`),
    ).toEqual({ equipmentBySerial: null });
    expect(await file(ironmole.dealers.dealer1.serial)).toEqual({
      ticketCreate: { ticket: null, userErrors: [{ code: 'NOT_FOUND', field: ['serial'] }] },
    });
    const { tickets } = await dealer2.ask<{ tickets: { nodes: unknown[] } }>(
      '{ tickets(first: 100) { nodes { id } } }',
    );
    expect(tickets.nodes).toHaveLength(1);
  });

  it('cannot comment on it through the API, and can on its own', async () => {
    const say = (ticket: string) =>
      mutate(dealer2, 'ticketCommentAdd', {
        ticketId: encodeId('Ticket', ticket),
        body: '到哪了？',
        audience: 'PUBLIC',
        idempotencyKey: newId(new Date()),
      });
    const before = await count(admin, 'ticket_comment');
    expect(await say(ticket1)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['ticketId'] }] });
    expect(await count(admin, 'ticket_comment')).toBe(before);
    expect(await say(ticket2)).toMatchObject({ userErrors: [] });
  });

  it('cannot comment on it with SQL of its own: neither as itself nor under the other name', async () => {
    const mine = await copyOf('ticket_comment', 'ticket_id = $1', [ticket2]);
    const theirs = await copyOf('ticket_comment', 'ticket_id = $1', [ticket1]);
    const [id, memberId] = [newId(new Date()), ironmole.dealers.dealer2.memberId];
    await asDealer2(async () => {
      expect(await refusal(() => insert('ticket_comment', { ...mine, id }))).toBe('done');
      expect(await refusal(() => insert('ticket_comment', { ...mine, id, ticket_id: ticket1 }))).toBe(
        byForeignKey,
      );
      expect(await refusal(() => insert('ticket_comment', { ...theirs, id, author_id: memberId }))).toBe(
        byRowSecurity,
      );
      expect(await refusal(() => insert('ticket_comment', { ...mine, id, audience: 'internal' }))).toBe(
        byRowSecurity,
      );
    });
  });

  it('cannot link to it through any foreign key of any table', async () => {
    const { dealer1, dealer2: own } = ironmole.dealers;
    const theirs: Record<string, string | null> = {
      dealer: dealer1.dealerId,
      customer: dealer1.customerId,
      site: dealer1.siteId,
      equipment: dealer1.equipmentId,
      membership: dealer1.memberId,
      ticket: ticket1,
    };
    const tried: string[] = [];
    for (const { name } of within('INSERT').filter(({ columns }) => columns.includes('dealer_id'))) {
      for (const key of catalogue.foreignKeys.filter(
        ({ table, target }) => table === name && target in theirs,
      )) {
        const column = key.columns[1] as string;
        const mine = await copyOf(name, 'dealer_id = $1', [own.dealerId]);
        // a key that the other ticket has not, so that only its party can be in the way
        const free = freeKeys[name] ?? {};
        const row = { ...mine, ...free, id: newId(new Date()), [column]: theirs[key.target] };
        await asDealer2(async () => {
          const refused = await refusal(() => insert(name, row));
          expect([key.name, refused]).toEqual([
            key.name,
            key.columns.includes('party_key') ? byForeignKey : byRowSecurity,
          ]);
        });
        tried.push(`${name}.${column}`);
      }
    }
    expect(tried).toEqual(
      expect.arrayContaining([
        'ticket.equipment_id',
        'ticket.customer_id',
        'ticket.site_id',
        'ticket_comment.ticket_id',
        'equipment.site_id',
      ]),
    );
  });

  it("cannot make or change what is the maker's alone", async () => {
    const { dealerId } = ironmole.dealers.dealer2;
    for (const table of ['tenant', 'dealer', 'membership', 'equipment_model', 'policy_version']) {
      const row = await copyOf(table, `${table === 'tenant' ? 'id' : 'tenant_id'} = $1`, [ironmole.tenantId]);
      const made = { ...row, id: table === 'tenant' ? ironmole.tenantId : randomUUID() };
      await asDealer2(async () => {
        expect([table, await refusal(() => insert(table, made))]).toEqual([table, byRowSecurity]);
      });
    }
    await asDealer2(async () => {
      for (const [table, change] of [
        ['dealer', `name = 'x' WHERE id = '${dealerId}'`],
        ['membership', `roles = '{admin}', dealer_id = NULL`],
        ['equipment_model', `code = 'x'`],
      ]) {
        expect((await server.query(`UPDATE ${table} SET ${change}`)).rowCount).toBe(0);
      }
    });
  });

  it('cannot give its own ticket away, nor take another', async () => {
    await asDealer2(async () => {
      const hand = () =>
        server.query('UPDATE ticket SET dealer_id = $1 WHERE id = $2', [
          ironmole.dealers.dealer1.dealerId,
          ticket2,
        ]);
      expect(await refusal(hand)).toBe(byRowSecurity);
      const taken = await server.query('UPDATE ticket SET dealer_id = $1 WHERE id = $2', [
        ironmole.dealers.dealer2.dealerId,
        ticket1,
      ]);
      expect(taken.rowCount).toBe(0);
    });
  });
});

describe('a ticket that dealer 1 filed and dealer 2 was given', () => {
  it('is changed by dealer 2 and keeps whoever filed it, whom dealer 2 cannot put into another one', async () => {
    const { dealer1, dealer2: gainer } = ironmole.dealers;
    expect(await copyOf('ticket', 'id = $1', [ticket1])).toMatchObject({ created_by: dealer1.memberId });
    await server.query('BEGIN');
    try {
      const act = (kind: string) =>
        server.query(
          `SELECT set_config('app.tenant_id', $1, true), set_config('app.actor_kind', $2, true), set_config('app.party_id', $3, true)`,
          [ironmole.tenantId, kind, kind === 'dealer' ? gainer.dealerId : ''],
        );
      await act('staff');
      const { customerId, dealerId, siteId, equipmentId } = gainer;
      await server.query('SET CONSTRAINTS ALL DEFERRED');
      await server.query(
        'UPDATE ticket SET customer_id = $2, dealer_id = $3, site_id = $4, equipment_id = $5 WHERE id = $1',
        [ticket1, customerId, dealerId, siteId, equipmentId],
      );
      await act('dealer');
      const change = () => server.query(`UPDATE ticket SET subject = 'x' WHERE id = $1`, [ticket1]);
      expect(await refusal(change)).toBe('done');
      const put = () =>
        server.query('UPDATE ticket SET created_by = $2 WHERE id = $1', [ticket2, dealer1.memberId]);
      expect(await refusal(put)).toBe(byRowSecurity);
      const mine = await copyOf('ticket', 'id = $1', [ticket2]);
      const another = { ...mine, id: newId(new Date()), number: 'TM-2026-99999' };
      expect(await refusal(() => insert('ticket', another))).toBe('done');
      expect(await refusal(() => insert('ticket', { ...another, created_by: dealer1.memberId }))).toBe(
        byRowSecurity,
      );
    } finally {
      await server.query('ROLLBACK');
    }
  });
});

describe('pooled connections', () => {
  it('stay clean through hundreds of statements of two tenants, every fifth of which fails', async () => {
    const expected = { [ironmole.tenantId]: 2, [purefount.tenantId]: 1 };
    const outcomes = await Promise.all(
      Array.from({ length: 400 }, async (_, index) => {
        const tenantId = index % 2 ? ironmole.tenantId : purefount.tenantId;
        const { db } = house.app.contexts.system(tenantId, newId(new Date()));
        const fails = index % 5 === 0;
        const read = `SELECT tenant_id FROM ticket${fails ? ' WHERE 1 / 0 = 1' : ''}`;
        const seen = async (): Promise<Array<{ tenant_id: string }>> => {
          if (index % 3 === 0) return db.query(read);
          if (index % 3 === 1) return db.write((manager) => manager.query(read));
          return db.write(async (manager) => {
            const rows = (await manager.query(read.replace(' WHERE 1 / 0 = 1', ''))) as Array<{
              tenant_id: string;
            }>;
            if (fails) throw new Error('changed its mind');
            return rows;
          });
        };
        const rows = await seen().catch((error: Error) => error);
        if (rows instanceof Error) return rows.message;
        expect(rows).toHaveLength(expected[tenantId] as number);
        expect(new Set(rows.map((row) => row.tenant_id))).toEqual(new Set([tenantId]));
        return 'read';
      }),
    );
    const times = (outcome: string) => outcomes.filter((each) => each === outcome).length;
    expect([times('read'), times('division by zero') + times('changed its mind')]).toEqual([320, 80]);
    expect(Math.min(times('division by zero'), times('changed its mind'))).toBeGreaterThan(20);

    const pool = (house.app.source.driver as unknown as { master: Pool }).master;
    const clients = await Promise.all(Array.from({ length: 10 }, () => pool.connect()));
    for (const client of clients) {
      const { rows } = await client.query(
        `SELECT (SELECT count(*)::int FROM ticket) AS tickets, nullif(current_setting('app.tenant_id', true), '') AS tenant,
                nullif(current_setting('app.actor_kind', true), '') AS kind`,
      );
      expect(rows).toEqual([{ tickets: 0, tenant: null, kind: null }]);
      client.release();
    }
  });
});
