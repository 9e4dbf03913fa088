import type { MigrationInterface } from 'typeorm';
import { DataSource } from 'typeorm';
import { connectionOptions } from './connection-url';
import { ensureRoles, refuseUnsafeLogin } from './roles';

type MigrationClass = new () => MigrationInterface;

// one migrator at a time, whichever server process starts first
const advisoryLock = 4_826_117;

/**
 * Brings the database to the level of this build: roles, then every migration that has not run, each in
 * a transaction of its own.
 * @param login the user of DATABASE_URL, who is granted what requests need and nothing more
 */
export async function migrate(
  ownerUrl: string,
  { login, migrations }: { login: string; migrations: MigrationClass[] },
): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    extra: { max: 2, options: connectionOptions('migrations'), connectionTimeoutMillis: 5_000 },
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SET lock_timeout = 0');
    await lock.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
    await refuseUnsafeLogin(lock, login);
    await ensureRoles(lock, login);
    const applied = await source.runMigrations({ transaction: 'each' });
    return applied.map(({ name }) => name);
  } finally {
    await lock.release();
    await source.destroy();
  }
}
