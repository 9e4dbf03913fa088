import type { IdType } from '@aftercare/contract';
import type { RequestContext } from '../context';
import type { Connection, FieldReader, KeysetOrder, Look, PageArgs, Row } from '../graphql';
import type { Conditions } from './conditions';

/** What lists and payloads are read with. */
export interface RowReading {
  reader: FieldReader;
}

/** A page of rows of one type, in one order, by keyset. */
export function listRows(
  ctx: RequestContext,
  { reader }: RowReading,
  type: IdType,
  list: { order: KeysetOrder; conditions: Conditions; args: PageArgs; look: Look },
): Promise<Connection<Row>> {
  const { order, conditions, args, look } = list;
  const { where, values } = conditions;
  return reader.page(ctx, { type, order, where, values, args }, look);
}

/** The row as it is after the change, whatever was read before it. */
export function freshRow(
  ctx: RequestContext,
  { reader }: Pick<RowReading, 'reader'>,
  type: IdType,
  id: string,
): Promise<Row | null> {
  ctx.loaders.clear();
  return reader.row(ctx, type, id);
}

/** By one text column, those of the same text by id. */
export const orderBy = (name: string, sql: string): KeysetOrder => ({
  name,
  columns: [
    { sql, cast: 'text' },
    { sql: 't.id', cast: 'uuid' },
  ],
  descending: false,
});
