import { Pool } from 'pg';
import type { EntitySchema } from 'typeorm';
import { DataSource } from 'typeorm';
import { connectionOptions } from './connection-url';
import { SnakeNaming } from './snake-naming';

export type EntityClass = (new () => object) | EntitySchema;

/** For so long somebody at a screen waits for a connection, in milliseconds. */
const requestMs = 2_000;

/**
 * The pool of requests: entity metadata for writes, and the connections under every `TenantDb`.
 * @param connectMs how long a connection is waited for, in milliseconds
 */
export function createDataSource(
  url: string,
  entities: EntityClass[],
  poolSize: number,
  connectMs = requestMs,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    namingStrategy: new SnakeNaming(),
    installExtensions: false,
    extra: {
      max: poolSize,
      options: connectionOptions(),
      connectionTimeoutMillis: connectMs,
      keepAlive: true,
    },
    poolErrorHandler: () => {
      // an idle connection that the database closed; the pool replaces it on the next use
    },
  });
}

/**
 * The pool of the role `aftercare_machine`: resolves logins, reads the change log, claims timers.
 * It reaches exactly the tables that name that role in a policy.
 */
export function createMachinePool(url: string, connectMs = requestMs): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 4,
    options: connectionOptions({ role: 'aftercare_machine' }),
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
  });
  pool.on('error', () => {
    // as above: replaced on the next use
  });
  return pool;
}
