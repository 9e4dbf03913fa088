import { Client } from 'pg';

/** The same address with another database in it. */
export function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Runs one statement as the superuser, outside the databases that it may concern. */
export async function administer(adminUrl: string, statement: string): Promise<void> {
  const admin = new Client(inDatabase(adminUrl, 'postgres'));
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
