import { isDeepStrictEqual } from 'node:util';
import type { EntityManager, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import { holdSubject } from '../changes';
import type { RequestContext } from '../context';
import { Refusal } from '../errors';
import type { Aggregate, AggregateRow } from './aggregate';
import { logChange, orTaken } from './aggregate';
import { notFound, wrongVersion } from './refusals';

/** New values by property; what is left out, or undefined, stays as it is. */
export type Patch<Row> = { [Name in keyof Row]?: Row[Name] | undefined };

export interface Change {
  /** The row, or null where the id is not even one of its type. */
  id: string | null;
  /** The version that the change was based on. */
  expectedVersion: number;
}

/**
 * Changes a row that nobody has changed since: answers the fields that now differ, under the next version,
 * and writes its line in the change log. A change that changes nothing leaves no trace.
 * @throws Refusal NOT_FOUND, CONFLICT, INVALID for a version that there never was, or the aggregate's own when a unique key is taken
 */
export async function changeRow<Row extends AggregateRow>(
  ctx: RequestContext,
  aggregate: Aggregate<Row>,
  { id, expectedVersion }: Change,
  change: (row: Row, manager: EntityManager) => Patch<Row> | Promise<Patch<Row>>,
): Promise<string> {
  if (id === null) throw notFound(aggregate.idField, aggregate.name);
  const where = (aggregate.keyOf?.(ctx, id) ?? { tenantId: ctx.tenantId, id }) as FindOptionsWhere<Row>;
  await ctx.db.write(async (manager) => {
    await holdSubject(manager, ctx.tenantId, id);
    const row = await manager.findOne(aggregate.entity, { where, lock: { mode: 'pessimistic_write' } });
    if (!row) throw notFound(aggregate.idField, aggregate.name);
    if (row.version !== expectedVersion) throw await conflict(ctx, manager, aggregate, row, expectedVersion);
    const wanted = await change(row, manager);
    const fields = (Object.keys(wanted) as Array<keyof Row & string>).filter(
      (name) => wanted[name] !== undefined && !isDeepStrictEqual(wanted[name], row[name]),
    );
    if (fields.length === 0) return;
    const version = row.version + 1;
    const values = Object.fromEntries(fields.map((name) => [name, wanted[name]]));
    await orTaken(aggregate.taken, () =>
      manager.update(aggregate.entity, where, {
        ...values,
        version,
      } as unknown as QueryDeepPartialEntity<Row>),
    );
    await logChange(ctx, manager, aggregate, { ...row, version }, { kind: 'updated', fields });
  });
  return id;
}

async function conflict<Row extends AggregateRow>(
  ctx: RequestContext,
  manager: EntityManager,
  { topic, name }: Aggregate<Row>,
  { id, version }: AggregateRow,
  expected: number,
): Promise<Refusal> {
  const rows = (await manager.query(
    `SELECT fields FROM change WHERE tenant_id = $1 AND subject_id = $2 AND version > $3 AND topic = $4`,
    [ctx.tenantId, id, expected, topic],
  )) as Array<{ fields: string[] }>;
  return wrongVersion(name, { expected, current: version }, [
    ...new Set(rows.flatMap(({ fields }) => fields)),
  ]);
}
