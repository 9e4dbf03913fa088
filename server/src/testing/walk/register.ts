import type { Client } from 'pg';
import type { RequestContext } from '../../platform/context';

/** Whose a row is. */
export interface Owned {
  table: string;
  tenantId: string;
  /** Null where the row is of the maker's own customer, undefined where rows of the table have no dealer. */
  dealerId: string | null | undefined;
}

interface Table {
  name: string;
  tenant: string;
  /** The column that names the dealer. */
  dealer: string | null;
}

/** What the database itself holds to be whose, to measure by what the API tells. */
export class Register {
  private readonly rows = new Map<string, Owned>();
  private tables: Table[] = [];

  constructor(private readonly admin: Client) {}

  async read(): Promise<this> {
    this.tables = (await this.admin.query<Table>(tablesQuery)).rows;
    for (const { name, tenant, dealer } of this.tables) {
      const { rows } = await this.admin.query<{ id: string; tenant: string; dealer: string | null }>(
        `SELECT id, ${tenant} AS tenant, ${dealer ?? 'NULL'} AS dealer FROM ${name}`,
      );
      for (const { id, tenant: tenantId, dealer: dealerId } of rows)
        this.rows.set(id, { table: name, tenantId, dealerId: dealer === null ? undefined : dealerId });
    }
    return this;
  }

  ownerOf(uuid: string): Owned | undefined {
    return this.rows.get(uuid);
  }

  /** Idempotency keys that people have used; no answer repeats them. */
  async keysOf(people: readonly RequestContext[]): Promise<string[]> {
    const { rows } = await this.admin.query<{ key: string }>(
      'SELECT key FROM idempotency WHERE actor_id = ANY ($1::uuid[])',
      [people.map(({ actor }) => actor.memberId)],
    );
    return rows.map(({ key }) => key);
  }

  /** Every row that row-level security shows to one of these people. */
  async visibleTo(people: readonly RequestContext[]): Promise<ReadonlySet<string>> {
    const visible = new Set<string>();
    for (const { db } of people) {
      for (const { name } of this.tables) {
        const rows = await db.query<{ id: string }>(`SELECT id FROM ${name}`);
        for (const { id } of rows) visible.add(id);
      }
    }
    return visible;
  }
}

/** Tables of things that requests may read at all. */
const tablesQuery = `
  SELECT c.relname AS name, CASE c.relname WHEN 'tenant' THEN 'id' ELSE 'tenant_id' END AS tenant,
         CASE c.relname WHEN 'dealer' THEN 'id' ELSE
           (SELECT attname FROM pg_attribute WHERE attrelid = c.oid AND attname = 'dealer_id') END AS dealer
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'id' AND a.atttypid = 'uuid'::regtype
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
     AND has_table_privilege('aftercare_server', c.oid, 'SELECT')`;
