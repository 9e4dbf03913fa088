import { Client } from 'pg';
import { encodeId } from '../../platform/graphql';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse } from '../../testing/story';

let house: StoryHouse;
let manager: StoryClient;
let dispatcher: StoryClient;
let dealer: StoryClient;
let admin: Client;
beforeAll(async () => {
  house = await openHouse();
  [manager, dispatcher, dealer] = await Promise.all([
    house.as('manager@ironmole'),
    house.as('dispatcher@ironmole'),
    house.as('dealer1@ironmole'),
  ]);
  admin = new Client(house.database.adminUrl);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await house.close();
});

interface Entry {
  at: string;
  actorKind: string;
  actor: { name: string } | null;
  topic: string;
  kind: string;
  subjectId: string | null;
  version: number | null;
  fields: string[];
}
async function entries(filter: object = {}, by = manager): Promise<Entry[]> {
  const { auditEntries } = await by.ask<{ auditEntries: { nodes: Entry[] } }>(
    `query ($filter: AuditEntryFilter) { auditEntries(first: 100, filter: $filter) {
      nodes { at actorKind actor { name } topic kind subjectId version fields } } }`,
    { filter },
  );
  return auditEntries.nodes;
}
const engineer = () => encodeId('Member', house.houses.ironmole.staff.engineer);
const assign = (ticketId: string, expectedVersion: number) =>
  dispatcher.ask<{ ticketAssign: { userErrors: Array<{ code: string }> } }>(
    `mutation ($input: TicketAssignInput!) { ticketAssign(input: $input) { userErrors { code } } }`,
    { input: { ticketId, assigneeId: engineer(), expectedVersion } },
  );
let keys = 0;
const comment = (by: StoryClient, ticketId: string) =>
  by.ask(
    `mutation ($input: TicketCommentAddInput!) { ticketCommentAdd(input: $input) { userErrors { code } } }`,
    { input: { ticketId, body: '现场已停机。', audience: 'PUBLIC', idempotencyKey: `audit ${(keys += 1)}` } },
  );

describe('who did what', () => {
  it('R2-20 is on record for every change: one line each, with actor, version and fields, the newest first', async () => {
    const { id } = await house.file(dealer, 'EBZ160-2266');
    house.clock.advance({ minutes: 1 });
    await assign(id, 1);
    house.clock.advance({ minutes: 1 });
    await comment(dealer, id);
    const found = await entries({ subjectId: id });
    expect(found).toMatchObject([
      {
        actorKind: 'DEALER',
        actor: { name: '铁鼹 dealer1 店员' },
        kind: 'commented',
        version: 2,
      },
      { actorKind: 'STAFF', actor: { name: '铁鼹 dispatcher' }, kind: 'updated', version: 2 },
      { actorKind: 'DEALER', kind: 'created', version: 1, topic: 'ticket', subjectId: id },
    ]);
    expect(found[1]?.fields).toContain('assignee');
  });

  it('has exactly one line per line of the change log with an actor, and none of its own', async () => {
    const { id } = await house.file(dealer, 'EBZ160-2266');
    await Promise.all([assign(id, 1), comment(dealer, id), comment(dispatcher, id)]);
    const { rows } = await admin.query(
      `SELECT count(*)::int AS changes, count(a.id)::int AS entries,
              (SELECT count(*)::int FROM audit_entry WHERE version IS NOT NULL) AS all_entries
         FROM change c LEFT JOIN audit_entry a ON a.tenant_id = c.tenant_id AND a.subject_id = c.subject_id
          AND a.version = c.version AND a.kind = c.kind AND a.at = c.at AND a.actor_id = c.actor_id
          AND a.id::text LIKE '%' || lpad(to_hex(c.seq), 12, '0')
        WHERE c.actor_id IS NOT NULL`,
    );
    const [{ changes, entries: lines, all_entries: all }] = rows as [
      { changes: number; entries: number; all_entries: number },
    ];
    expect(changes).toBeGreaterThan(5);
    expect([lines, all]).toEqual([changes, changes]);
  });

  it('has no line for what was refused', async () => {
    const { id } = await house.file(dealer, 'EBZ160-2266');
    expect((await assign(id, 7)).ticketAssign.userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect((await entries({ subjectId: id })).map(({ kind }) => kind)).toEqual(['created']);
  });

  it('is found by person, kind of thing and time', async () => {
    house.clock.advance({ minutes: 10 });
    const from = house.clock.now();
    const { id } = await house.file(dealer, 'EBZ160-2266');
    house.clock.advance({ minutes: 10 });
    const to = house.clock.now();
    await comment(dispatcher, id);
    const within = await entries({ from, to });
    expect(within.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([['created', id]]);
    const dispatchers = encodeId('Member', house.houses.ironmole.staff.dispatcher);
    expect((await entries({ from, actorId: dispatchers })).map(({ kind }) => kind)).toEqual(['commented']);
    expect((await entries({ topic: 'policy' })).map(({ kind, version }) => [kind, version])).toEqual([
      ['published', 1],
    ]);
    expect(await entries({ topic: 'policy', from })).toEqual([]);
  });

  it('pages to the end without a gap or a repetition', async () => {
    const all = await entries();
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const { auditEntries } = (await manager.ask(
        `query ($after: String) { auditEntries(first: 3, after: $after) {
          edges { cursor node { subjectId kind version at } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )) as {
        auditEntries: {
          edges: Array<{ node: object }>;
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
      paged.push(...auditEntries.edges.map(({ node }) => JSON.stringify(node)));
      after = auditEntries.pageInfo.hasNextPage ? auditEntries.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(
      all.map(({ subjectId, kind, version, at }) => JSON.stringify({ subjectId, kind, version, at })),
    );
  });

  it('keeps what was only read, when a room says so', async () => {
    const { audit } = house.app.services;
    const { tenantId, staff, dealers } = house.houses.ironmole;
    const ctx = house.app.contexts.system(tenantId, staff.quality);
    const subjectId = dealers.dealer1.customerId;
    await audit.record(ctx, { topic: 'customer', kind: 'exported', subjectId, fields: ['phone'] });
    const [newest] = await entries({ topic: 'customer' });
    expect([newest]).toMatchObject([
      {
        actorKind: 'SYSTEM',
        actor: { name: '铁鼹 quality' },
        kind: 'exported',
        subjectId: encodeId('Customer', subjectId),
        version: null,
        fields: ['phone'],
      },
    ]);
  });
});

describe('the record is shut tight', () => {
  it.each(['dispatcher', 'engineer', 'dealer1'])('%s may not read it', async (who) => {
    const { errors } = await (
      await house.as(`${who}@ironmole`)
    ).query('{ auditEntries(first: 1) { nodes { kind } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('another house finds nothing by an id of this one, as by none at all', async () => {
    const { id } = await house.file(dealer, 'EBZ160-2266');
    const foreign = await house.as('manager@purefount');
    expect(await entries({ subjectId: id }, foreign)).toEqual([]);
    expect(await entries({ actorId: engineer() }, foreign)).toEqual([]);
    expect(await entries({ subjectId: 'nonsense', actorId: 'ticket_1' })).toEqual([]);
  });

  it.each([
    `UPDATE audit_entry SET actor_id = '00000000-0000-0000-0000-000000000000'`,
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    'ALTER TABLE change DISABLE TRIGGER audit',
    'DROP TRIGGER audit ON change',
  ])('the request role may not %s', async (statement) => {
    const client = new Client(house.database.serverUrl);
    await client.connect();
    try {
      await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    } finally {
      await client.end();
    }
  });

  it('a dealer’s statements leave lines that the dealer itself cannot see', async () => {
    const client = new Client(house.database.serverUrl);
    await client.connect();
    const { tenantId, dealers } = house.houses.ironmole;
    const seen = async (kind: string, party: string) => {
      await client.query('BEGIN');
      await client.query(
        `SELECT set_config('app.tenant_id', $1, true), set_config('app.actor_kind', $2, true), set_config('app.party_id', $3, true)`,
        [tenantId, kind, party],
      );
      const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM audit_entry');
      await client.query('ROLLBACK');
      return rows[0]?.n;
    };
    try {
      expect(await seen('dealer', dealers.dealer1.dealerId as string)).toBe(0);
      expect(await seen('staff', '')).toBeGreaterThan(0);
    } finally {
      await client.end();
    }
  });
});
