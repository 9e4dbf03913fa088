import type { QueryRunner } from 'typeorm';

/** The tenant of the running transaction. The sub-select is evaluated once per statement, and outside one the value is '' rather than NULL. */
export const currentTenant = `(SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)`;
const currentActorKind = `(SELECT current_setting('app.actor_kind', true))`;
export const currentActor = `(SELECT nullif(current_setting('app.actor_id', true), '')::uuid)`;
export const currentParty = `(SELECT nullif(current_setting('app.party_id', true), '')::uuid)`;

/** Staff and the product's own work see every party of the tenant. */
const seesAllParties = `${currentActorKind} IN ('staff', 'system')`;
const cameByNoLink = `${currentActorKind} <> 'link'`;

export interface Protection {
  table: string;
  /** What the request role may do; a table without UPDATE is append-only. */
  grants: ReadonlyArray<'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'>;
  /** The column that holds the tenant; `id` for the tenant table itself. */
  tenantColumn?: string;
  /** What the machine role may do, across tenants. */
  machine?: ReadonlyArray<'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'>;
}

/** Row-level security, enabled and forced, by tenant; and the grants that go with it. Whoever came by a link sees nothing. */
export async function protectTenantTable(db: QueryRunner, protection: Protection): Promise<void> {
  const { table, grants, tenantColumn = 'tenant_id', machine = [] } = protection;
  await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  if (grants.length > 0) {
    await db.query(
      `CREATE POLICY tenant ON ${table} TO aftercare_server USING (${tenantColumn} = ${currentTenant})`,
    );
    await db.query(`GRANT ${grants.join(', ')} ON ${table} TO aftercare_server`);
    await protectFromLinks(db, table);
  }
  if (machine.length > 0) {
    await db.query(`CREATE POLICY machine ON ${table} TO aftercare_machine USING (true)`);
    await db.query(`GRANT ${machine.join(', ')} ON ${table} TO aftercare_machine`);
  }
}

/** Closes a table to whoever came by a link; `openToLinks` says what they see of it after all. */
export async function protectFromLinks(db: QueryRunner, table: string): Promise<void> {
  await db.query(`CREATE POLICY link ON ${table} AS RESTRICTIVE TO aftercare_server USING (${cameByNoLink})`);
}

export interface LinkRule {
  table: string;
  /** Condition under which whoever came by a link sees a row; `currentParty` is what the link leads to. */
  linkSees: string;
  /** Whether they also make and change such rows themselves. */
  writes?: boolean;
  /** The party rule of the table, if it has one; it leaves links to their own rule. */
  party?: Omit<PartyRule, 'table'>;
}

/** Shows whoever came by a link the rows of a table that their link leads to. */
export async function openToLinks(
  db: QueryRunner,
  { table, linkSees, writes = false, party }: LinkRule,
): Promise<void> {
  const rule = `${cameByNoLink} OR (${linkSees})`;
  await db.query(
    `ALTER POLICY link ON ${table} USING (${rule}) WITH CHECK (${writes ? rule : cameByNoLink})`,
  );
  if (!party) return;
  const { using, check } = partyRule({ table, ...party }, [`${currentActorKind} = 'link'`]);
  await db.query(`ALTER POLICY party ON ${table} USING (${using}) ${writes ? `WITH CHECK (${check})` : ''}`);
}

export interface PartyRule {
  table: string;
  /** Further condition under which a dealer sees a row, such as its audience. */
  dealerSees: string;
  /** Rows a new or changed row points to; the asker must be able to see each of them. */
  links?: readonly PartyLink[];
}

export interface PartyLink {
  column: string;
  table: string;
  /** Whether a changed row may go on pointing to what it pointed to before, though the asker cannot see that. */
  mayStay?: boolean;
}

/**
 * The party rule: whoever is bound to a party sees and writes that party's rows only. Foreign keys look
 * past row-level security, so each link is checked against what the asker can see.
 */
export async function protectPartyTable(db: QueryRunner, rule: PartyRule): Promise<void> {
  const { using, check } = partyRule(rule);
  for (const { column, mayStay } of rule.links ?? [])
    if (mayStay) await rememberColumn(db, rule.table, column);
  await db.query(
    `CREATE POLICY party ON ${rule.table} AS RESTRICTIVE TO aftercare_server USING (${using}) WITH CHECK (${check})`,
  );
}

const stored = (table: string, column: string) => `stored_${table}_${column}`;

/** A policy sees no row as it was; a stable function does: it answers from before the statement that asks it. */
async function rememberColumn(db: QueryRunner, table: string, column: string): Promise<void> {
  await db.query(
    `CREATE FUNCTION ${stored(table, column)}(of_tenant uuid, of_row uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
       SELECT ${column} FROM public.${table} WHERE tenant_id = of_tenant AND id = of_row $$`,
  );
}

function partyRule({ table, dealerSees, links = [] }: PartyRule, others: readonly string[] = []) {
  const visible = [seesAllParties, ...others, `(${dealerSees})`].join(' OR ');
  const linked = links.map(
    (link) =>
      `(${table}.${link.column} IS NULL OR EXISTS (SELECT 1 FROM ${link.table} AS linked
         WHERE linked.tenant_id = ${table}.tenant_id AND linked.id = ${table}.${link.column})${
           link.mayStay
             ? ` OR ${table}.${link.column} = ${stored(table, link.column)}(${table}.tenant_id, ${table}.id)`
             : ''
         })`,
  );
  return { using: visible, check: [`(${visible})`, ...linked].join(' AND ') };
}

/** Rows that every party reads and only the maker's own people, or the product itself, make or change. */
export async function protectStaffWrites(db: QueryRunner, table: string): Promise<void> {
  for (const command of ['INSERT', 'UPDATE'] as const) {
    const using = command === 'UPDATE' ? `USING (${seesAllParties})` : '';
    await db.query(
      `CREATE POLICY staff_${command.toLowerCase()} ON ${table} AS RESTRICTIVE FOR ${command} TO aftercare_server
         ${using} WITH CHECK (${seesAllParties})`,
    );
  }
}

/** Rows that are their actor's alone: nobody else reads them, colleagues and the product itself included, or stands in their way. */
export async function protectActorTable(db: QueryRunner, table: string): Promise<void> {
  await db.query(
    `CREATE POLICY actor ON ${table} AS RESTRICTIVE TO aftercare_server USING (actor_id = ${currentActor})`,
  );
}

/** Rows that whoever acts may cause and only the maker's own people, or the product itself, read. */
export async function protectStaffReads(db: QueryRunner, table: string): Promise<void> {
  await db.query(
    `CREATE POLICY staff_select ON ${table} AS RESTRICTIVE FOR SELECT TO aftercare_server USING (${seesAllParties})`,
  );
}

export interface OwnRule {
  table: string;
  /** The column that holds the member whose row it is. */
  owner: string;
  /** Condition under which others may read the row, such as that it is shared with them. */
  othersSee?: string;
}

/** Rows of one member, which nobody else makes, changes or deletes, and only those it is shared with read. */
export async function protectOwnTable(
  db: QueryRunner,
  { table, owner, othersSee = 'false' }: OwnRule,
): Promise<void> {
  const mine = `${currentActorKind} = 'system' OR ${owner} = ${currentActor}`;
  const policy = (command: string, rule: string) =>
    db.query(
      `CREATE POLICY own_${command.toLowerCase()} ON ${table} AS RESTRICTIVE FOR ${command} TO aftercare_server ${rule}`,
    );
  await policy('SELECT', `USING (${mine} OR (${othersSee}))`);
  await policy('INSERT', `WITH CHECK (${mine})`);
  await policy('UPDATE', `USING (${mine}) WITH CHECK (${mine})`);
  await policy('DELETE', `USING (${mine})`);
}
