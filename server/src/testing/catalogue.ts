import {
  searchedByFunctions,
  definerFunctions,
  foreignKeysAcrossTenants,
  indexesAcrossTenants,
  machineTables,
  openToLinks,
  outsideTenancy,
  tenantItself,
  writtenByLinks,
} from './catalogue-exceptions';
import type { Catalogue, ForeignKey, Policy, Table } from './catalogue-queries';
import { readCatalogue, type Ask } from './catalogue-queries';

/** Something in the database that breaks a rule of the house. */
export interface Finding {
  /** Name of the table, index, constraint, view or role. */
  object: string;
  problem: string;
}

const tenantSetting = `( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")`;
const partySetting = `( SELECT (NULLIF(current_setting('app.party_id'::text, true), ''::text))::uuid AS "nullif")`;
const kindSetting = `( SELECT current_setting('app.actor_kind'::text, true) AS current_setting)`;
const cameByNoLink = `(${kindSetting} <> 'link'::text)`;
const seesAll = `(( SELECT current_setting('app.actor_kind'::text, true) AS current_setting) = ANY (ARRAY['staff'::text, 'system'::text]))`;
const actorSetting = `( SELECT (NULLIF(current_setting('app.actor_id'::text, true), ''::text))::uuid AS "nullif")`;
const ofDealer = `((dealer_id = ${partySetting}) AND (audience = 'public'::text))`;
/** The party rule of everything below a ticket; where links are let past, their own rule holds them. */
const childRule = `(${seesAll} OR ${ofDealer})`;
const childRuleBesideLinks = `(${seesAll} OR (${kindSetting} = 'link'::text) OR ${ofDealer})`;

/**
 * Compares the whole schema with the rules of isolation, from the database's own catalogue, so that no
 * table, index, key, view or role can be forgotten.
 * @param ask runs a query as somebody who may read the catalogue
 */
export async function findExceptions(ask: Ask): Promise<Finding[]> {
  const catalogue = await readCatalogue(ask);
  const belowTicket = tablesBelow('ticket', catalogue.foreignKeys);
  return [
    ...catalogue.tables.flatMap((table) =>
      table.name in outsideTenancy
        ? outside(table)
        : [
            ...tenantTable(table),
            ...linkTable(table),
            ...actorTable(table, catalogue),
            ...partyTable(table, catalogue),
          ],
    ),
    ...catalogue.tables
      .filter(({ name }) => belowTicket.has(name))
      .flatMap((table) => childOfTicket(table, catalogue, belowTicket)),
    ...catalogue.tables
      .filter(({ name }) => name !== 'ticket')
      .flatMap((table) => looseChild(table, catalogue)),
    ...indexes(catalogue),
    ...foreignKeys(catalogue),
    ...viewsAndRoles(catalogue),
    ...definers(catalogue),
  ];
}

const finding = (object: string, problem: string): Finding => ({ object, problem });
const when = (broken: boolean, object: string, problem: string): Finding[] =>
  broken ? [finding(object, problem)] : [];

function outside(table: Table): Finding[] {
  return when(
    table.serverRights.length > 0,
    table.name,
    'lies outside tenancy, yet the request role has rights on it',
  );
}

function tenantTable(table: Table): Finding[] {
  const { name, policies, serverRights } = table;
  const column = name === tenantItself ? 'id' : 'tenant_id';
  const tenant = policies.find((policy) => policy.name === 'tenant');
  const wanted = `(${column} = ${tenantSetting})`;
  return [
    ...when(!table.secured, name, 'row-level security is not enabled'),
    ...when(!table.forced && !(name in searchedByFunctions), name, 'row-level security is not forced'),
    ...when(
      name in searchedByFunctions && serverRights.some((right) => right !== 'SELECT'),
      name,
      'only functions write it, yet the request role has more rights than to read',
    ),
    ...when(!table.requiredColumns.includes(column), name, `has no column ${column} NOT NULL`),
    ...when(serverRights.length > 0 && !tenant, name, 'has no tenant policy'),
    ...when(
      tenant !== undefined &&
        !(tenant.permissive && tenant.command === '*' && isFor(tenant, 'aftercare_server')),
      name,
      'its tenant policy is not a permissive one of the request role for every command',
    ),
    ...when(tenant !== undefined && tenant.using !== wanted, name, `its tenant policy is not ${wanted}`),
    ...when(
      Boolean(tenant?.check) && tenant?.check !== wanted,
      name,
      'its tenant policy lets rows of another tenant be written',
    ),
    ...policies
      .filter((policy) => policy.permissive && policy.name !== 'tenant' && !isMachines(policy, name))
      .map((policy) => finding(name, `the permissive policy ${policy.name} opens it wider than its tenant`)),
    ...when(
      serverRights.some((right) => ['TRUNCATE', 'REFERENCES', 'TRIGGER'].includes(right)),
      name,
      'the request role holds a right that row-level security does not check',
    ),
  ];
}

const isFor = (policy: Policy, role: string) => policy.roles.length === 1 && policy.roles[0] === role;
const isMachines = (policy: Policy, table: string) =>
  isFor(policy, 'aftercare_machine') && table in machineTables;

/** Whoever came by a link sees nothing that is not named with a reason, and writes next to nothing. */
function linkTable({ name, policies, serverRights }: Table): Finding[] {
  if (serverRights.length === 0) return [];
  const link = policies.find((policy) => policy.name === 'link');
  const holds =
    link !== undefined && !link.permissive && link.command === '*' && isFor(link, 'aftercare_server');
  const opened = link?.using?.startsWith(`(${cameByNoLink} OR `) ?? false;
  return [
    ...when(!holds, name, 'has no restrictive policy for whoever came by a link'),
    ...when(
      holds && !(name in openToLinks) && link.using !== cameByNoLink,
      name,
      'is open to whoever came by a link',
    ),
    ...when(holds && name in openToLinks && !opened, name, 'does not say what a link leads to'),
    ...when(
      holds && !writtenByLinks.includes(name) && (link.check ?? link.using) !== cameByNoLink,
      name,
      'can be written by whoever came by a link',
    ),
  ];
}

/** What is keyed by the actor is the actor's alone, or a colleague's row could stand in the way unseen. */
function actorTable({ name, policies }: Table, { indexes: all }: Catalogue): Finding[] {
  const actor = policies.find((policy) => policy.name === 'actor');
  const keyed = all.some(
    ({ table, unique, columns }) => table === name && unique && columns.includes('actor_id'),
  );
  const holds =
    actor !== undefined &&
    !actor.permissive &&
    actor.command === '*' &&
    isFor(actor, 'aftercare_server') &&
    actor.using === `(actor_id = ${actorSetting})` &&
    [null, actor.using].includes(actor.check);
  return when(
    keyed && !holds,
    name,
    'is keyed by its actor and has no policy that keeps it the actor’s alone',
  );
}

/** Keys into tables of parties look past row-level security, so something else must hold them. */
function partyTable(table: Table, { foreignKeys: keys, tables }: Catalogue): Finding[] {
  if (!table.serverRights.some((right) => right === 'INSERT' || right === 'UPDATE')) return [];
  const guarded = new Set(
    tables.filter(({ policies }) => policies.some(({ name }) => name === 'party')).map(({ name }) => name),
  );
  const party = table.policies.find(({ name }) => name === 'party');
  return keys
    .filter(
      (key) => key.table === table.name && guarded.has(key.target) && !key.columns.includes('party_key'),
    )
    .filter(({ columns, target }) => {
      const link = `FROM ${target} linked WHERE ((linked.tenant_id = ${table.name}.tenant_id) AND (linked.id = ${table.name}.${columns[1]}))`;
      return !party || party.permissive || !(party.check ?? '').includes(link);
    })
    .map((key) =>
      finding(key.name, `points into ${key.target}, and the party policy does not check what it points to`),
    );
}

function childOfTicket(table: Table, { foreignKeys: keys }: Catalogue, belowTicket: Set<string>): Finding[] {
  const { name, columns, policies } = table;
  const party = policies.find((policy) => policy.name === 'party');
  return [
    ...['dealer_id', 'customer_id', 'audience'].flatMap((column) =>
      when(!columns.includes(column), name, `hangs below a ticket and has no column ${column}`),
    ),
    ...when(!party, name, 'hangs below a ticket and has no party policy'),
    ...when(
      party !== undefined && (party.permissive || party.command !== '*' || !isFor(party, 'aftercare_server')),
      name,
      'its party policy is not a restrictive one of the request role for every command',
    ),
    ...when(
      party !== undefined && party.using !== (name in openToLinks ? childRuleBesideLinks : childRule),
      name,
      'its party policy does not read by the party rule',
    ),
    ...when(
      party !== undefined &&
        party.check !== childRule &&
        !(party.check ?? '').startsWith(`(${childRule} AND `),
      name,
      'its party policy does not write by the party rule',
    ),
    ...keys
      .filter((key) => key.table === name && (key.target === 'ticket' || belowTicket.has(key.target)))
      .filter(({ columns: from, targetColumns }) => targetColumns[from.indexOf('party_key')] !== 'party_key')
      .map((key) => finding(key.name, `leads to ${key.target} without the party`)),
  ];
}

function looseChild({ name, columns }: Table, { foreignKeys: keys }: Catalogue): Finding[] {
  const held = keys.some(
    (key) => key.table === name && key.target === 'ticket' && key.columns.includes('ticket_id'),
  );
  return when(columns.includes('ticket_id') && !held, name, 'has a ticket_id that no foreign key holds');
}

function tablesBelow(top: string, keys: ForeignKey[]): Set<string> {
  const below = new Set<string>();
  for (let found = -1; found < below.size;) {
    found = below.size;
    for (const { table, target } of keys)
      if (table !== top && (target === top || below.has(target))) below.add(table);
  }
  return below;
}

const isTenants = (table: string) => table !== tenantItself && !(table in outsideTenancy);

function indexes({ indexes: all }: Catalogue): Finding[] {
  return [
    ...all
      .filter(
        ({ name, table, columns }) =>
          isTenants(table) && columns[0] !== 'tenant_id' && !(name in indexesAcrossTenants),
      )
      .map(({ name, unique }) =>
        finding(name, `the ${unique ? 'key' : 'index'} does not begin with tenant_id`),
      ),
    ...all
      .filter(({ table, slowTypes }) => isTenants(table) && slowTypes.length > 0)
      .map(({ name, slowTypes }) =>
        finding(name, `is of no use under row-level security: ${slowTypes.join(', ')}`),
      ),
  ];
}

function foreignKeys({ foreignKeys: all }: Catalogue): Finding[] {
  return all
    .filter(({ name, table }) => isTenants(table) && !(name in foreignKeysAcrossTenants))
    .filter(({ target, columns, targetColumns }) => {
      const wanted = target === tenantItself ? 'id' : 'tenant_id';
      return columns[0] !== 'tenant_id' || targetColumns[0] !== wanted;
    })
    .map(({ name }) => finding(name, 'the foreign key does not begin with tenant_id on both sides'));
}

function definers({ definers: all }: Catalogue): Finding[] {
  return all.flatMap(({ name, fixedPath, forAll }) => [
    ...when(!(name in definerFunctions), name, "runs with its owner's rights, past row-level security"),
    ...when(!fixedPath, name, 'looks for what it calls wherever the caller says'),
    ...when(forAll, name, 'can be called by everybody'),
  ]);
}

function viewsAndRoles({ views, roles, ownedByRequests }: Catalogue): Finding[] {
  return [
    ...views
      .filter((view) => view.materialized)
      .map(({ name }) => finding(name, 'a materialized view keeps rows of every tenant')),
    ...views
      .filter((view) => !view.materialized && !view.invoker)
      .map(({ name }) =>
        finding(name, "the view reads with its owner's rights, not the asker's (security_invoker)"),
      ),
    ...roles
      .filter((role) => role.unsafe)
      .map(({ name }) => finding(name, 'the role passes by row-level security')),
    ...ownedByRequests.map((name) =>
      finding(name, 'is owned by a role of requests, which row-level security must hold'),
    ),
  ];
}
