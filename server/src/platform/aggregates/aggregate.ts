import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../context';
import type { Refusal, Sentence } from '../errors';

export interface AggregateRow {
  id: string;
  version: number;
}

/** Whose a row is. */
export interface Party {
  dealerId?: string | null;
  customerId?: string | null;
}

/** What the machinery has to know of a kind of rows. */
export interface Aggregate<Row extends AggregateRow> {
  entity: new () => Row;
  /** Under which the change log speaks of them. */
  topic: string;
  /** What people call one of them. */
  name: Sentence;
  /** The input field that names one, such as `customerId`. */
  idField: string;
  /** Whose a row is, for those who follow the change log; left out: whose its own columns say. */
  partyOf?: (row: Omit<Row, 'version'>) => Party;
  /** The answer when a unique key is taken; left out where there is none beside the id. */
  taken?: () => Refusal;
  /** The columns that find a row; left out: tenant and id. */
  keyOf?: (ctx: RequestContext, id: string) => object;
}

/** Tells the followers of a subject what happened to it; in the same transaction as the change itself. */
export async function logChange<Row extends AggregateRow>(
  ctx: RequestContext,
  manager: EntityManager,
  { topic, partyOf }: Pick<Aggregate<Row>, 'topic' | 'partyOf'>,
  row: Row,
  change: { kind: 'created' | 'updated'; fields: readonly string[] },
): Promise<void> {
  const { dealerId = null, customerId = null }: Party = partyOf?.(row) ?? (row as Party);
  await manager.query(
    `INSERT INTO change (tenant_id, topic, kind, subject_id, version, dealer_id, customer_id, audience, actor_id, fields, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'public', $8, $9, $10)`,
    [
      ctx.tenantId,
      topic,
      change.kind,
      row.id,
      row.version,
      dealerId,
      customerId,
      ctx.actor.memberId,
      change.fields,
      ctx.now,
    ],
  );
}

/** A unique key of PostgreSQL is taken. */
const uniqueViolation = '23505';

/** Runs a write and answers with the aggregate's own refusal when a unique key is taken, whoever was first. */
export async function orTaken<T>(taken: (() => Refusal) | undefined, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (taken && (error as { code?: string }).code === uniqueViolation) throw taken();
    throw error;
  }
}
