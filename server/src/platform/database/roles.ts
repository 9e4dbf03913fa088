import type { QueryRunner } from 'typeorm';
import { StartError } from '../start-error';

/**
 * Makes sure that the roles of the house exist and that `login`, the user of DATABASE_URL, may act as
 * the request role and, in a pool of its own, as the machine role.
 * @throws StartError with the statements for an administrator to run, when the owner may not run them itself.
 */
export async function ensureRoles(db: QueryRunner, login: string): Promise<void> {
  const missing = await missingStatements(db, login);
  for (const statement of missing) {
    try {
      await db.query(statement);
    } catch (error) {
      throw new StartError(
        `The database roles are not complete, and the owner may not complete them (${(error as Error).message}). ` +
          `Let an administrator of the database run:\n  ${missing.join(';\n  ')};`,
        { cause: error },
      );
    }
  }
}

async function missingStatements(db: QueryRunner, login: string): Promise<string[]> {
  const [state] = (await db.query(
    `SELECT to_regrole('aftercare_server') IS NULL AS no_server,
            to_regrole('aftercare_machine') IS NULL AS no_machine,
            to_regrole(quote_ident($1)) IS NULL AS no_login`,
    [login],
  )) as Array<{ no_server: boolean; no_machine: boolean; no_login: boolean }>;
  if (state?.no_login)
    throw new StartError(`DATABASE_URL names the user ${login}, which the database does not know.`);
  const statements: string[] = [];
  if (state?.no_server) statements.push('CREATE ROLE aftercare_server NOLOGIN NOBYPASSRLS');
  if (state?.no_machine) statements.push('CREATE ROLE aftercare_machine NOLOGIN NOBYPASSRLS');
  const quoted = `"${login.replaceAll('"', '""')}"`;
  if (
    login !== 'aftercare_server' &&
    (state?.no_server || !(await isMember(db, login, 'aftercare_server', 'USAGE')))
  ) {
    statements.push(`GRANT aftercare_server TO ${quoted}`);
  }
  if (state?.no_machine || !(await isMember(db, login, 'aftercare_machine', 'SET'))) {
    statements.push(`GRANT aftercare_machine TO ${quoted} WITH INHERIT FALSE, SET TRUE`);
  }
  return statements;
}

async function isMember(db: QueryRunner, login: string, role: string, privilege: string): Promise<boolean> {
  const [row] = (await db.query('SELECT pg_has_role($1, $2, $3) AS member', [
    login,
    role,
    privilege,
  ])) as Array<{
    member: boolean;
  }>;
  return row?.member ?? false;
}

/** Refuses a login that row-level security would not hold: a superuser, an owner of tables, one that bypasses it. */
export async function refuseUnsafeLogin(db: QueryRunner, login: string): Promise<void> {
  const [row] = (await db.query(
    `SELECT rolsuper OR rolbypassrls AS unsafe, pg_has_role(rolname, current_user, 'USAGE') AS owns
       FROM pg_roles WHERE rolname = $1`,
    [login],
  )) as Array<{ unsafe: boolean; owns: boolean }>;
  if (row?.unsafe || row?.owns) {
    throw new StartError(
      `DATABASE_URL signs in as ${login}, which row-level security cannot hold. ` +
        'Use a login that is no superuser, has no BYPASSRLS and is not the owner of the tables (DATABASE_OWNER_URL).',
    );
  }
}
