import type { Pool, PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { isLoss, translateErrors } from './loss';
import type { Statement } from './one-sync';
import { OneSync } from './one-sync';
import { isForgotten } from './prepared-statements';

/** What row-level security needs to know about whoever asks. */
export interface Scope {
  tenantId: string;
  /** Who asks: keys, answers and what is somebody's own are theirs alone. */
  actorId: string;
  actorKind: 'staff' | 'dealer' | 'link' | 'client' | 'system';
  /** Who asked, where the product acts for somebody: so it stands in the audit. */
  onBehalfOf?: Scope['actorKind'];
  /** What the asker is bound to: a dealer, or the subject of a link; null for the maker's own people. */
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

  /** The same asker, for whom the product itself reads and writes, past the rules of parties and links. */
  asProduct(): TenantDb {
    const { actorKind: onBehalfOf } = this.scope;
    const scope: Scope = { ...this.scope, actorKind: 'system', onBehalfOf, partyId: null };
    return new TenantDb(this.source, scope, this.meter, this.afterCommit);
  }

  /** One statement in one round trip. */
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.meter.statements += 1;
    const results = await withClient(
      this.pool,
      (client) => client.query(new OneSync([this.settings(), { text, values }])).results,
    );
    return results[1] as Row[];
  }

  /** As `query`, also what the asker may not see: for decisions about what they do see. Its rows are never answered. */
  async queryBeyondParties<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.meter.statements += 1;
    const results = await withClient(
      this.pool,
      (client) => client.query(new OneSync([this.settings(), actAs('system'), { text, values }])).results,
    );
    return results[2] as Row[];
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

  /**
   * Changes one subject of the change log while nobody else can, in two round trips: what the decision rests on
   * is read, then everything is written. What `decide` throws ends the transaction without a trace.
   */
  async exclusively<Result>(
    subjectId: string,
    reads: readonly Part[],
    decide: (rows: unknown[][], inside: Inside) => Promise<Decision<Result>> | Decision<Result>,
  ): Promise<Result> {
    this.meter.statements += 1;
    const { tenantId, actorKind } = this.scope;
    const opening = [begin, this.settings(), held(tenantId, subjectId)];
    const places = reads.map(
      (read) => opening.push(...elevated(read, actorKind)) - (read.beyondParties ? 2 : 1),
    );
    const { result, afterwards } = await withClient(this.pool, async (client) => {
      const run = (statements: readonly Statement[]) => client.query(new OneSync(statements)).results;
      try {
        const rows = await run(opening);
        const decision = await decide(
          places.map((place) => rows[place] ?? []),
          { query: async (text, values) => (await run([{ text, values }]))[0] ?? [] },
        );
        await run([...decision.writes.flatMap((write) => elevated(write, actorKind)), commit]);
        return decision;
      } catch (error) {
        // a connection that is gone has rolled back by itself
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
    afterwards?.();
    this.afterCommit();
    return result;
  }

  /**
   * Reads as long as it takes from the house as it stands at the first statement, and writes nothing. It
   * has no transaction id, so that the change log's horizon moves on meanwhile.
   */
  async snapshot<T>(work: (inside: Inside) => Promise<T>): Promise<T> {
    this.meter.statements += 1;
    return withClient(this.pool, async (client) => {
      const run = (statements: readonly Statement[]) => client.query(new OneSync(statements)).results;
      try {
        await run([beginSnapshot, unhurried, this.settings()]);
        const result = await work({
          query: async (text, values) => (await run([{ text, values }]))[0] ?? [],
        });
        await run([commit]);
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  private settings(): Required<Statement> {
    const { tenantId, actorId, actorKind, onBehalfOf, partyId, seesContacts, now } = this.scope;
    return {
      text: setLocally,
      values: [
        tenantId,
        actorKind,
        partyId ?? '',
        seesContacts ? 'clear' : 'masked',
        now.toISOString(),
        actorId,
        onBehalfOf ?? actorKind,
      ],
    };
  }

  private get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }
}

/** A statement that a decision rests on or makes. */
export interface Part extends Statement {
  /** Reaches also what the asker may not see, because what is stored must not depend on who asks. */
  beyondParties?: boolean;
}

/** What was decided, and the statements that make it so. */
export interface Decision<Result> {
  writes: readonly Part[];
  result: Result;
  /** What this process is told at once, when it has happened for good; others learn it from the change log. */
  afterwards?: () => void;
}

/** Further statements of the running transaction, for what is rarely needed. */
export interface Inside {
  query(text: string, values: readonly unknown[]): Promise<unknown[]>;
}

/** What runs statements of its own in the transaction of an entity manager. */
export const insideOf = (manager: EntityManager): Inside => ({
  query: async (text, values) => (await manager.query(text, [...values])) as unknown[],
});

const begin: Statement = { text: 'BEGIN' };
const beginSnapshot: Statement = { text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' };
const unhurried: Statement = { text: 'SET LOCAL transaction_timeout = 0' };
const commit: Statement = { text: 'COMMIT' };
const actAs = (kind: string): Statement => ({
  text: `SELECT set_config('app.actor_kind', $1, true)`,
  values: [kind],
});
const elevated = ({ beyondParties = false, ...statement }: Part, actorKind: string): Statement[] =>
  beyondParties ? [actAs('system'), statement, actAs(actorKind)] : [statement];
const held = (tenantId: string, subjectId: string): Statement => ({
  text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
  values: [`${tenantId} ${subjectId}`],
});

const setLocally = `SELECT set_config('app.tenant_id', $1, true), set_config('app.actor_kind', $2, true),
  set_config('app.party_id', $3, true), set_config('app.contacts', $4, true), set_config('app.now', $5, true),
  set_config('app.actor_id', $6, true), set_config('app.asker_kind', $7, true)`;

async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return translateErrors(async () => {
    try {
      return await onceWithClient(pool, work);
    } catch (error) {
      // nothing of it happened: a table was altered, or a pooler in between gave us another connection
      if (isForgotten(error as Error)) return onceWithClient(pool, work);
      throw error;
    }
  });
}

async function onceWithClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
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
}
