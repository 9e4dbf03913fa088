import type { IdType } from '@aftercare/contract';
import type { RequestContext } from '../context';
import type { Connection, Cursors, FieldReader, KeysetOrder, PageArgs, Row } from '../graphql';
import { connectionOf, readPage } from '../graphql';
import type { Conditions } from './conditions';

/** What lists and payloads are read with. */
export interface RowReading {
  reader: FieldReader;
  cursors: Cursors;
}

/** A page of rows of one type, in one order, by keyset. */
export async function listRows(
  ctx: RequestContext,
  { reader, cursors }: RowReading,
  type: IdType,
  list: { table: string; order: KeysetOrder; conditions: Conditions; args: PageArgs },
): Promise<Connection<Row>> {
  const { table, order, conditions, args } = list;
  const { where, values } = conditions;
  const page = await readPage(ctx, cursors, { order, table, where, values, args });
  return connectionOf(page, (id) => reader.row(ctx, type, id));
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
