import { Pool } from 'pg';
import type { EntitySchema } from 'typeorm';
import { DataSource } from 'typeorm';
import { connectionOptions } from './connection-url';
import { SnakeNaming } from './snake-naming';

export type EntityClass = (new () => object) | EntitySchema;

/** The pool of requests: entity metadata for writes, and the connections under every `TenantDb`. */
export function createDataSource(url: string, entities: EntityClass[], poolSize: number): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    namingStrategy: new SnakeNaming(),
    installExtensions: false,
    extra: { max: poolSize, options: connectionOptions(), connectionTimeoutMillis: 2_000, keepAlive: true },
    poolErrorHandler: () => {
      // an idle connection that the database closed; the pool replaces it on the next use
    },
  });
}

/**
 * The pool of the role `aftercare_machine`: resolves logins, reads the change log, claims timers.
 * It reaches exactly the tables that name that role in a policy.
 */
export function createMachinePool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 4,
    options: connectionOptions({ role: 'aftercare_machine' }),
    connectionTimeoutMillis: 2_000,
    keepAlive: true,
  });
  pool.on('error', () => {
    // as above: replaced on the next use
  });
  return pool;
}
