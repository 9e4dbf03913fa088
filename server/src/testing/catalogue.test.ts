import { Client } from 'pg';
import { entities } from '../entities';
import { createDataSource } from '../platform/database';
import type { Finding } from './catalogue';
import { findExceptions } from './catalogue';
import {
  searchedByFunctions,
  definerFunctions,
  foreignKeysAcrossTenants,
  indexesAcrossTenants,
  machineTables,
  openToLinks,
  outsideTenancy,
} from './catalogue-exceptions';
import type { TestDatabase } from './database';
import { freshDatabase } from './database';

let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client(database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const ask = async <Row>(text: string): Promise<Row[]> => (await owner.query(text)).rows as Row[];

/** What is found while the statements stand; afterwards they are undone. */
async function foundWith(...statements: string[]): Promise<Finding[]> {
  await owner.query('BEGIN');
  try {
    for (const statement of statements) await owner.query(statement);
    return await findExceptions(ask);
  } finally {
    await owner.query('ROLLBACK');
  }
}

const visible = `(SELECT current_setting('app.actor_kind', true)) IN ('staff', 'system')
  OR (dealer_id = (SELECT nullif(current_setting('app.party_id', true), '')::uuid) AND audience = 'public')`;
const secured = (table: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY tenant ON ${table} TO aftercare_server
     USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))`,
  `GRANT SELECT, INSERT ON ${table} TO aftercare_server`,
  `CREATE POLICY link ON ${table} AS RESTRICTIVE TO aftercare_server
     USING ((SELECT current_setting('app.actor_kind', true)) <> 'link')`,
];
const note = `CREATE TABLE note (tenant_id uuid NOT NULL REFERENCES tenant (id), id uuid NOT NULL, PRIMARY KEY (tenant_id, id))`;
const child = `CREATE TABLE visit (tenant_id uuid NOT NULL REFERENCES tenant (id), id uuid NOT NULL, ticket_id uuid NOT NULL,
  customer_id uuid NOT NULL, dealer_id uuid, audience text NOT NULL,
  party_key text NOT NULL GENERATED ALWAYS AS (customer_id::text || '/' || coalesce(dealer_id::text, '')) STORED,
  PRIMARY KEY (tenant_id, id), FOREIGN KEY (tenant_id, ticket_id, party_key) REFERENCES ticket (tenant_id, id, party_key))`;
const partyPolicy = (check = visible) =>
  `CREATE POLICY party ON visit AS RESTRICTIVE TO aftercare_server USING (${visible}) WITH CHECK (${check})`;

describe('no table escapes isolation', () => {
  it('the schema has no exception beyond those that are named with a reason', async () => {
    expect(await findExceptions(ask)).toEqual([]);
  });

  it('every exception that is named is still needed', async () => {
    const rows = await ask<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace UNION SELECT conname FROM pg_constraint
       UNION SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
    );
    const existing = new Set(rows.map(({ name }) => name));
    const named = [
      outsideTenancy,
      searchedByFunctions,
      definerFunctions,
      indexesAcrossTenants,
      foreignKeysAcrossTenants,
      machineTables,
      openToLinks,
    ].flatMap(Object.keys);
    expect(named.filter((name) => !existing.has(name))).toEqual([]);
  });

  it('well-made tables are not complained about', async () => {
    expect(await foundWith(note, ...secured('note'), child, ...secured('visit'), partyPolicy())).toEqual([]);
  });
});

describe('what is planted is found by its name', () => {
  const partyless = { object: 'visit', problem: 'hangs below a ticket and has no party policy' };
  it.each<[string, string[], Finding]>([
    [
      'a table without row-level security',
      [note, ...secured('note').slice(1)],
      { object: 'note', problem: 'row-level security is not enabled' },
    ],
    [
      'a table that its owner sees whole',
      [note, ...secured('note').toSpliced(1, 1)],
      { object: 'note', problem: 'row-level security is not forced' },
    ],
    [
      'a table that requests reach without a tenant policy',
      [note, ...secured('note').toSpliced(2, 1)],
      { object: 'note', problem: 'has no tenant policy' },
    ],
    [
      'a tenant policy that lets everything through',
      [
        note,
        ...secured('note'),
        'DROP POLICY tenant ON note',
        'CREATE POLICY tenant ON note TO aftercare_server USING (true)',
      ],
      expect.objectContaining({
        object: 'note',
        problem: expect.stringContaining('its tenant policy is not (tenant_id ='),
      }),
    ],
    [
      'a second policy that widens the first',
      [note, ...secured('note'), 'CREATE POLICY more ON note TO aftercare_server USING (true)'],
      { object: 'note', problem: 'the permissive policy more opens it wider than its tenant' },
    ],
    [
      'a key of the machine to one table more',
      ['CREATE POLICY machine ON customer TO aftercare_machine USING (true)'],
      { object: 'customer', problem: 'the permissive policy machine opens it wider than its tenant' },
    ],
    [
      'a table that nobody thought of links for',
      [note, ...secured('note').toSpliced(4, 1)],
      { object: 'note', problem: 'has no restrictive policy for whoever came by a link' },
    ],
    [
      'a table that is open to every link',
      ['ALTER POLICY link ON customer USING (true)'],
      { object: 'customer', problem: 'is open to whoever came by a link' },
    ],
    [
      'a request that links lead to and may write',
      [
        `ALTER POLICY link ON ticket WITH CHECK ((SELECT current_setting('app.actor_kind', true)) <> 'link' OR true)`,
      ],
      { object: 'ticket', problem: 'can be written by whoever came by a link' },
    ],
    [
      'a table keyed by its actor that colleagues can read',
      ['DROP POLICY actor ON answer'],
      {
        object: 'answer',
        problem: 'is keyed by its actor and has no policy that keeps it the actor’s alone',
      },
    ],
    ['a child of a ticket without the party policy', [child, ...secured('visit')], partyless],
    [
      'a grandchild of a ticket without the party policy',
      [
        `CREATE TABLE visit (tenant_id uuid NOT NULL, id uuid NOT NULL, comment_id uuid NOT NULL, PRIMARY KEY (tenant_id, id),
          FOREIGN KEY (tenant_id, comment_id) REFERENCES ticket_comment (tenant_id, id))`,
        ...secured('visit'),
      ],
      partyless,
    ],
    [
      'a party policy that lets anything be written',
      [child, ...secured('visit'), partyPolicy('true')],
      { object: 'visit', problem: 'its party policy does not write by the party rule' },
    ],
    [
      'a child whose key leaves the party behind',
      [
        child.replace(
          '(tenant_id, ticket_id, party_key) REFERENCES ticket (tenant_id, id, party_key)',
          '(tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)',
        ),
        ...secured('visit'),
        partyPolicy(),
      ],
      { object: 'visit_tenant_id_ticket_id_fkey', problem: 'leads to ticket without the party' },
    ],
    [
      'a ticket_id that nothing holds',
      [note, ...secured('note'), 'ALTER TABLE note ADD ticket_id uuid'],
      { object: 'note', problem: 'has a ticket_id that no foreign key holds' },
    ],
    [
      'a key into a table of parties that nobody checks',
      [
        note,
        ...secured('note'),
        'ALTER TABLE note ADD customer_id uuid, ADD FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id)',
      ],
      {
        object: 'note_tenant_id_customer_id_fkey',
        problem: 'points into customer, and the party policy does not check what it points to',
      },
    ],
    [
      'a foreign key without the tenant',
      [
        'ALTER TABLE equipment_model ADD UNIQUE (id)',
        note,
        ...secured('note'),
        'ALTER TABLE note ADD model_id uuid REFERENCES equipment_model (id)',
      ],
      {
        object: 'note_model_id_fkey',
        problem: 'the foreign key does not begin with tenant_id on both sides',
      },
    ],
    [
      'an index without the tenant',
      ['CREATE INDEX by_state ON ticket (state)'],
      { object: 'by_state', problem: 'the index does not begin with tenant_id' },
    ],
    [
      'a unique key across tenants, which tells what others have',
      ['ALTER TABLE equipment ADD CONSTRAINT one_serial UNIQUE (serial)'],
      { object: 'one_serial', problem: 'the key does not begin with tenant_id' },
    ],
    [
      'a native enum in an index',
      [
        `CREATE TYPE mood AS ENUM ('calm')`,
        'ALTER TABLE ticket ADD mood mood',
        'CREATE INDEX by_mood ON ticket (tenant_id, mood)',
      ],
      { object: 'by_mood', problem: 'is of no use under row-level security: mood mood' },
    ],
    [
      "a view with its owner's eyes",
      ['CREATE VIEW every_ticket AS SELECT * FROM ticket'],
      expect.objectContaining({
        object: 'every_ticket',
        problem: expect.stringContaining('security_invoker'),
      }),
    ],
    [
      "a function with its owner's rights",
      [
        `CREATE FUNCTION every_subject() RETURNS SETOF text LANGUAGE sql SECURITY DEFINER
           SET search_path = pg_catalog, public, pg_temp AS 'SELECT subject FROM ticket'`,
        'REVOKE EXECUTE ON FUNCTION every_subject() FROM PUBLIC',
      ],
      { object: 'every_subject', problem: "runs with its owner's rights, past row-level security" },
    ],
    [
      'a search that looks for its operators wherever the caller says',
      ['ALTER FUNCTION find_tickets(text, int) RESET search_path'],
      { object: 'find_tickets', problem: 'looks for what it calls wherever the caller says' },
    ],
    [
      'a right to write the words of tickets',
      ['GRANT UPDATE ON ticket_search TO aftercare_server'],
      {
        object: 'ticket_search',
        problem: 'only functions write it, yet the request role has more rights than to read',
      },
    ],
    [
      'a right to empty a table',
      ['GRANT TRUNCATE ON ticket TO aftercare_server'],
      { object: 'ticket', problem: 'the request role holds a right that row-level security does not check' },
    ],
    [
      'a right of requests on logins',
      ['GRANT SELECT ON login TO aftercare_server'],
      { object: 'login', problem: 'lies outside tenancy, yet the request role has rights on it' },
    ],
  ])('%s', async (_what, statements, expected) => {
    expect(await foundWith(...statements)).toContainEqual(expected);
  });

  it('a role of requests that owns a table or passes by row-level security', async () => {
    const admin = new Client(database.adminUrl);
    await admin.connect();
    try {
      await admin.query('BEGIN');
      await admin.query(
        `${note}; ALTER TABLE note OWNER TO aftercare_machine; ALTER ROLE aftercare_server BYPASSRLS`,
      );
      const found = await findExceptions(
        async <Row>(text: string) => (await admin.query(text)).rows as Row[],
      );
      expect(found).toEqual(
        expect.arrayContaining([
          { object: 'aftercare_server', problem: 'the role passes by row-level security' },
          { object: 'note', problem: 'is owned by a role of requests, which row-level security must hold' },
        ]),
      );
    } finally {
      await admin.query('ROLLBACK');
      await admin.end();
    }
  });
});

describe('entities and tables say the same', () => {
  it('every column of every entity exists, and is empty where the entity may be', async () => {
    const source = createDataSource(database.serverUrl, entities, 1);
    await source.initialize();
    try {
      const stored = await ask<{ place: string; nullable: boolean }>(
        `SELECT table_name || '.' || column_name AS place, is_nullable = 'YES' AS nullable
           FROM information_schema.columns WHERE table_schema = 'public'`,
      );
      const nullable = new Map(stored.map((column) => [column.place, column.nullable]));
      const declared = source.entityMetadatas.flatMap(({ tableName, columns }) =>
        columns.map((column) => ({
          place: `${tableName}.${column.databaseName}`,
          nullable: column.isNullable,
        })),
      );
      expect(declared.length).toBeGreaterThan(40);
      expect(declared.filter(({ place, nullable: may }) => nullable.get(place) !== may)).toEqual([]);
    } finally {
      await source.destroy();
    }
  });
});
