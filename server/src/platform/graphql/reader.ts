import type { IdType } from '@aftercare/contract';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../context';
import type { Connection } from './connection';
import { connectionOf } from './connection';
import type { Cursors } from './cursors';
import { sideOf } from './cursors';
import type { Page, PageRequest } from './keyset';
import { conditionsOf, keysOf, selectWindow, windowOf } from './keyset';
import type { Columns, Read, Reads, Row, TypeReads } from './reads';
import { pageOf } from './reads';

type RowLoader = DataLoader<string, Row | null>;
type ChildrenLoader = DataLoader<string, Row[]>;

/** What is selected below a field: of the field itself, or of one further into its object. */
export type Look = GraphQLResolveInfo & { into?: string };

/** What is selected below a field of the payload, or of another object that is made rather than read. */
export const lookInto = (info: GraphQLResolveInfo, into: string): Look => ({ ...info, into });

/**
 * Answers the registered reads of a row: the one interface through which fields reach the database. A
 * reader that is told what is selected may read it all at once.
 */
export interface FieldReader {
  /** The row, or null where the asker may not see one. */
  row(ctx: RequestContext, type: IdType, id: string, look?: Look): Promise<Row | null>;
  /** Rows of one type, in the order of the ids. */
  rows(ctx: RequestContext, type: IdType, ids: readonly string[], look?: Look): Promise<Array<Row | null>>;
  /** @throws PublicError BAD_USER_INPUT for a page that cannot be, or a cursor that is not one of this list */
  page(ctx: RequestContext, page: Page, look?: Look): Promise<Connection<Row>>;
  field(
    ctx: RequestContext,
    type: IdType,
    row: Row,
    field: string,
    info: GraphQLResolveInfo,
    args?: PageRequest,
  ): unknown;
}

/**
 * Reads level by level: one statement for all rows of a type that a level asks for, with all of the
 * type's registered columns. Simple, and the measure that a compiled reader has to equal.
 */
export class LevelReader implements FieldReader {
  constructor(
    private readonly reads: Reads,
    private readonly cursors: Cursors,
  ) {}

  row(ctx: RequestContext, type: IdType, id: string): Promise<Row | null> {
    return this.rowLoader(ctx, type).load(id);
  }

  rows(ctx: RequestContext, type: IdType, ids: readonly string[]): Promise<Array<Row | null>> {
    return Promise.all(ids.map((id) => this.row(ctx, type, id)));
  }

  async page(ctx: RequestContext, page: Page): Promise<Connection<Row>> {
    const window = windowOf(page.args);
    const { table, tenantColumn } = this.reads.of(page.type);
    const { where, values } = conditionsOf(ctx.db.scope, tenantColumn, this.cursors, page, window);
    const list = `t.id, ${keysOf(page.order)} AS keys`;
    const found = await ctx.db.query<{ id: string; keys: string[] }>(
      selectWindow(list, table, where, page.order, window),
      values,
    );
    const rows = await this.rows(
      ctx,
      page.type,
      found.map(({ id }) => id),
    );
    const present = found.flatMap(({ keys }, index) => {
      const row = rows[index];
      // a row that vanished between the two statements is left out
      return row ? [{ keys, row }] : [];
    });
    return connectionOf(
      window,
      present,
      ({ row }) => row,
      ({ keys }) => this.cursors.encode(sideOf(ctx.db.scope), page.order.name, keys),
    );
  }

  field(
    ctx: RequestContext,
    type: IdType,
    row: Row,
    field: string,
    _info: GraphQLResolveInfo,
    args: PageRequest = {},
  ): unknown {
    const read = this.reads.of(type).fields.get(field);
    if (!read) throw new Error(`${type}.${field} has no registered read.`);
    switch (read.kind) {
      case 'sql':
        return row[field];
      case 'pure':
        return read.from(columnsOf(row, read.needs));
      case 'one': {
        const key = row[columnAlias(read.key)] as string | null;
        return key === null ? null : this.row(ctx, read.type, key);
      }
      case 'many':
        return this.childrenLoader(ctx, read).load(row.id);
      case 'page':
        return this.page(ctx, pageOf(read, row.id, args));
      case 'lazy':
        return read.load(ctx, columnsOf(row, read.needs));
    }
  }

  private rowLoader(ctx: RequestContext, type: IdType): RowLoader {
    const reads = this.reads.of(type);
    return remembered(
      ctx,
      reads,
      () => new DataLoader<string, Row | null>((ids) => this.rowsById(ctx, reads, ids)),
    );
  }

  private childrenLoader(ctx: RequestContext, read: Extract<Read, { kind: 'many' }>): ChildrenLoader {
    return remembered(
      ctx,
      read,
      () => new DataLoader<string, Row[]>((ids) => this.rowsByParent(ctx, read, ids)),
    );
  }

  private async rowsById(
    ctx: RequestContext,
    reads: TypeReads,
    ids: readonly string[],
  ): Promise<Array<Row | null>> {
    const rows = await ctx.db.query<Row>(
      `SELECT ${selectList(reads)} FROM ${reads.table} AS t WHERE t.${reads.tenantColumn} = $1 AND t.id = ANY ($2::uuid[])`,
      [ctx.tenantId, ids],
    );
    const byId = new Map(rows.map((row) => [row.id, Object.assign(row, { __typename: reads.type })]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  private async rowsByParent(
    ctx: RequestContext,
    read: Extract<Read, { kind: 'many' }>,
    parents: readonly string[],
  ): Promise<Row[][]> {
    const reads = this.reads.of(read.type);
    const rows = await ctx.db.query<Row & { parent: string }>(
      `SELECT parent.id AS parent, child.* FROM unnest($2::uuid[]) AS parent (id)
        CROSS JOIN LATERAL (SELECT ${selectList(reads)} FROM ${reads.table} AS t
          WHERE t.${reads.tenantColumn} = $1 AND t.${read.foreignKey} = parent.id
          ORDER BY ${read.orderBy} LIMIT ${read.limit}) AS child`,
      [ctx.tenantId, parents],
    );
    const byParent = new Map<string, Row[]>(parents.map((parent) => [parent, []]));
    for (const row of rows) byParent.get(row.parent)?.push(Object.assign(row, { __typename: reads.type }));
    return parents.map((parent) => byParent.get(parent) ?? []);
  }
}

/** Columns stand beside fields in a row and may have the same names. */
export const columnAlias = (name: string) => `column ${name}`;

const columnsOf = (row: Row, needs: readonly string[]): Columns => ({
  id: row.id,
  ...Object.fromEntries(needs.map((name) => [name, row[columnAlias(name)]])),
});

/** Every value that the reads of a type take from its table: SQL over `t` by the name it has in a row. */
export function valuesOf({ fields }: TypeReads): Map<string, string> {
  const values = new Map<string, string>();
  const needed = new Set<string>();
  for (const [field, read] of fields) {
    if (read.kind === 'sql') values.set(field, read.sql);
    if (read.kind === 'pure' || read.kind === 'lazy') for (const name of read.needs) needed.add(name);
    if (read.kind === 'one') needed.add(read.key);
  }
  for (const name of needed) values.set(columnAlias(name), `t.${name}`);
  return values;
}

const selectList = (reads: TypeReads): string =>
  ['t.id AS id', ...[...valuesOf(reads)].map(([name, sql]) => `${sql} AS "${name}"`)].join(', ');

function remembered<T extends object>(ctx: RequestContext, key: object, make: () => T): T {
  const known = ctx.loaders.get(key) as T | undefined;
  if (known) return known;
  const made = make();
  ctx.loaders.set(key, made);
  return made;
}
