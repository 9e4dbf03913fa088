import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { RequestContext } from '../context';
import type { Aggregate, AggregateRow } from './aggregate';
import { logChange, orTaken } from './aggregate';

/** What a new row says beyond tenant, version and moment; columns with a default may be left out. */
export type Facts<Row> = { [Name in keyof Row]?: Row[Name] | undefined } & { id: string };

/**
 * Inserts a row as its first version and writes its line in the change log.
 * @throws Refusal of the aggregate when a unique key is taken
 */
export async function enterRow<Row extends AggregateRow>(
  ctx: RequestContext,
  manager: EntityManager,
  aggregate: Aggregate<Row>,
  row: Facts<Row>,
): Promise<void> {
  const first = { tenantId: ctx.tenantId, createdAt: ctx.now, ...row, version: 1 } as unknown as Row;
  await orTaken(aggregate.taken, () =>
    manager.insert(aggregate.entity, first as unknown as QueryDeepPartialEntity<Row>),
  );
  await logChange(ctx, manager, aggregate, first, { kind: 'created', fields: [] });
}
