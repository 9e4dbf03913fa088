import type { Pool, PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { isLoss, translateErrors } from './loss';
import type { Statement } from './one-sync';
import { OneSync } from './one-sync';

/** What row-level security needs to know about whoever asks. */
export interface Scope {
  tenantId: string;
  actorKind: 'staff' | 'dealer' | 'link' | 'client' | 'system';
  /** The dealer or customer the asker is bound to; null for the maker's own people. */
  partyId: string | null;
  /** Whether telephone numbers are shown in full. */
  seesContacts: boolean;
  /** The moment of the request, for reads that depend on it; SQL never asks the database's own clock. */
  now: Date;
}

/** Counts what reaches the database; tests use it to prove that a refused request ran nothing. */
export interface StatementMeter {
  statements: number;
}

/**
 * The only door to tenant data. Every statement runs in a short transaction whose settings name the
 * tenant and the asker, and row-level security does the rest.
 */
export class TenantDb {
  constructor(
    private readonly source: DataSource,
    readonly scope: Scope,
    private readonly meter: StatementMeter,
    private readonly afterCommit: () => void,
  ) {}

  /** One statement in one round trip. */
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.meter.statements += 1;
    return withClient(
      this.pool,
      (client) => client.query(new OneSync<Row>([this.settings(), { text, values }])).rows,
    );
  }

  /** One data-modifying statement in one round trip; wakes the readers of the change log. */
  async change<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const rows = await this.query<Row>(text, values);
    this.afterCommit();
    return rows;
  }

  /** Several statements that happen together or not at all. Await them one after the other. */
  async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    this.meter.statements += 1;
    const result = await translateErrors(() =>
      this.source.transaction(async (manager) => {
        const { text, values } = this.settings();
        await manager.query(text, [...values]);
        return work(manager);
      }),
    );
    this.afterCommit();
    return result;
  }

  private settings(): Required<Statement> {
    const { tenantId, actorKind, partyId, seesContacts, now } = this.scope;
    return {
      text: `SELECT set_config('app.tenant_id', $1, true), set_config('app.actor_kind', $2, true),
                    set_config('app.party_id', $3, true), set_config('app.contacts', $4, true),
                    set_config('app.now', $5, true)`,
      values: [tenantId, actorKind, partyId ?? '', seesContacts ? 'clear' : 'masked', now.toISOString()],
    };
  }

  private get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }
}

/** Runs work inside a transaction as the product itself, which sees every party of the tenant, and then as the asker again. */
export async function beyondParties<T>(
  { actorKind }: Scope,
  manager: EntityManager,
  work: () => Promise<T>,
): Promise<T> {
  const actAs = (kind: string) => manager.query(`SELECT set_config('app.actor_kind', $1, true)`, [kind]);
  await actAs('system');
  // if the work fails, so does the transaction, and its settings end with it
  const result = await work();
  await actAs(actorKind);
  return result;
}

async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return translateErrors(async () => {
    const client = await pool.connect();
    let broken: Error | undefined;
    // the pool listens to idle connections only; unheard, a loss between two messages would end the process
    const onLoss = (error: Error): void => {
      broken = error;
    };
    client.on('error', onLoss);
    try {
      return await work(client);
    } catch (error) {
      if (isLoss(error)) broken = error as Error;
      throw error;
    } finally {
      client.off('error', onLoss);
      client.release(broken);
    }
  });
}
