export type Ask = <Row>(text: string) => Promise<Row[]>;

export interface Policy {
  name: string;
  permissive: boolean;
  /** `*` for every command. */
  command: string;
  roles: string[];
  using: string | null;
  check: string | null;
}

export interface Table {
  name: string;
  secured: boolean;
  forced: boolean;
  columns: string[];
  /** Columns that are NOT NULL. */
  requiredColumns: string[];
  policies: Policy[];
  /** What the request role may do. */
  serverRights: string[];
}

export interface ForeignKey {
  name: string;
  table: string;
  columns: string[];
  target: string;
  targetColumns: string[];
}

export interface Index {
  name: string;
  table: string;
  unique: boolean;
  columns: string[];
  /** Columns whose comparison is not leakproof, with their types. */
  slowTypes: string[];
}

export interface Catalogue {
  tables: Table[];
  foreignKeys: ForeignKey[];
  indexes: Index[];
  views: Array<{ name: string; materialized: boolean; invoker: boolean }>;
  roles: Array<{ name: string; unsafe: boolean }>;
  /** Functions that run with the rights of their owner. */
  definers: Array<{ name: string; fixedPath: boolean; forAll: boolean }>;
  /** Relations and functions owned by a role of requests. */
  ownedByRequests: string[];
}

const inPublic = `relnamespace = 'public'::regnamespace`;
const names = (numbers: string, relation: string) =>
  `(SELECT json_agg(coalesce(a.attname, '(expression)') ORDER BY n.place) FROM unnest(${numbers}) WITH ORDINALITY AS n (number, place)
     LEFT JOIN pg_attribute a ON a.attrelid = ${relation} AND a.attnum = n.number)`;

/** Reads what PostgreSQL itself knows of schema public. */
export async function readCatalogue(ask: Ask): Promise<Catalogue> {
  const owned = await ask<{ name: string }>(ownedQuery);
  return {
    tables: await ask(tablesQuery),
    foreignKeys: await ask(foreignKeysQuery),
    indexes: await ask(indexesQuery),
    views: await ask(viewsQuery),
    roles: await ask(rolesQuery),
    definers: await ask(definersQuery),
    ownedByRequests: owned.map(({ name }) => name),
  };
}

/** The two roles, and the logins that may act as them. */
const ofRequests = `(r.rolname IN ('aftercare_server', 'aftercare_machine') OR NOT r.rolsuper
  AND (pg_has_role(r.oid, 'aftercare_server', 'MEMBER') OR pg_has_role(r.oid, 'aftercare_machine', 'MEMBER')))`;

const tablesQuery = `
  SELECT c.relname AS name, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
    (SELECT coalesce(json_agg(attname), '[]') FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns,
    (SELECT coalesce(json_agg(attname), '[]') FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND attnotnull) AS "requiredColumns",
    (SELECT coalesce(json_agg(right_name), '[]')
       FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS right_name
      WHERE has_table_privilege('aftercare_server', c.oid, right_name)) AS "serverRights",
    (SELECT coalesce(json_agg(json_build_object('name', polname, 'permissive', polpermissive, 'command', polcmd,
              'roles', (SELECT json_agg(CASE WHEN role = 0 THEN 'public' ELSE role::regrole::text END) FROM unnest(polroles) AS role),
              'using', regexp_replace(pg_get_expr(polqual, polrelid), '\\s+', ' ', 'g'),
              'check', regexp_replace(pg_get_expr(polwithcheck, polrelid), '\\s+', ' ', 'g'))), '[]')
       FROM pg_policy WHERE polrelid = c.oid) AS policies
  FROM pg_class c WHERE c.${inPublic} AND c.relkind IN ('r', 'p', 'f') ORDER BY c.relname`;

const foreignKeysQuery = `
  SELECT conname AS name, conrelid::regclass::text AS table, ${names('conkey', 'conrelid')} AS columns,
         confrelid::regclass::text AS target, ${names('confkey', 'confrelid')} AS "targetColumns"
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`;

const indexesQuery = `
  SELECT indexrelid::regclass::text AS name, indrelid::regclass::text AS table, indisunique AS unique,
         ${names('indkey::int2[]', 'indrelid')} AS columns,
         (SELECT coalesce(json_agg(format('%s %s', a.attname, t.typname)), '[]')
            FROM unnest(indkey::int2[]) AS k JOIN pg_attribute a ON a.attrelid = indrelid AND a.attnum = k
            JOIN pg_type t ON t.oid = a.atttypid
           WHERE t.typtype = 'e' OR t.typname IN ('numeric', 'json', 'jsonb') OR t.typcategory = 'A') AS "slowTypes"
    FROM pg_index JOIN pg_class c ON c.oid = indrelid WHERE c.${inPublic} AND c.relkind IN ('r', 'p')`;

const viewsQuery = `
  SELECT relname AS name, relkind = 'm' AS materialized,
         coalesce(reloptions && ARRAY['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false) AS invoker
    FROM pg_class WHERE ${inPublic} AND relkind IN ('v', 'm')`;

const rolesQuery = `
  SELECT rolname AS name, rolsuper OR rolbypassrls OR EXISTS (
           SELECT 1 FROM pg_class WHERE ${inPublic} AND pg_has_role(r.oid, relowner, 'MEMBER')) AS unsafe
    FROM pg_roles r WHERE ${ofRequests}`;

const definersQuery = `
  SELECT proname AS name, has_function_privilege('public', p.oid, 'EXECUTE') AS "forAll",
         coalesce(EXISTS (SELECT 1 FROM unnest(proconfig) AS setting WHERE setting LIKE 'search_path=pg_catalog,%pg_temp'), false) AS "fixedPath"
    FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prosecdef`;

const ownedQuery = `
  SELECT relname AS name FROM pg_class JOIN pg_roles r ON r.oid = relowner WHERE ${inPublic} AND ${ofRequests}
  UNION ALL
  SELECT proname FROM pg_proc JOIN pg_roles r ON r.oid = proowner
   WHERE pronamespace = 'public'::regnamespace AND ${ofRequests}`;
