import type { IdType } from '@aftercare/contract';
import DataLoader from 'dataloader';
import type { RequestContext } from '../context';
import type { Columns, Read, Reads, Row, TypeReads } from './reads';

type RowLoader = DataLoader<string, Row | null>;
type ChildrenLoader = DataLoader<string, Row[]>;

/** Answers the registered reads of a row: the one interface through which fields reach the database. */
export interface FieldReader {
  /** The row, or null where the asker may not see one. */
  row(ctx: RequestContext, type: IdType, id: string): Promise<Row | null>;
  field(ctx: RequestContext, type: IdType, row: Row, field: string): unknown;
}

/**
 * Reads level by level: one statement for all rows of a type that a level asks for, with all of the
 * type's registered columns. Simple, and the measure that a compiled reader has to equal.
 */
export class LevelReader implements FieldReader {
  constructor(private readonly reads: Reads) {}

  row(ctx: RequestContext, type: IdType, id: string): Promise<Row | null> {
    return this.rowLoader(ctx, type).load(id);
  }

  field(ctx: RequestContext, type: IdType, row: Row, field: string): unknown {
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
const columnAlias = (name: string) => `column ${name}`;

const columnsOf = (row: Row, needs: readonly string[]): Columns => ({
  id: row.id,
  ...Object.fromEntries(needs.map((name) => [name, row[columnAlias(name)]])),
});

/** The id, every registered SQL read under its field's name, and every column that other reads need. */
function selectList({ fields }: TypeReads): string {
  const needed = new Set<string>();
  const list = ['t.id AS id'];
  for (const [field, read] of fields) {
    if (read.kind === 'sql') list.push(`${read.sql} AS "${field}"`);
    if (read.kind === 'pure' || read.kind === 'lazy') for (const name of read.needs) needed.add(name);
    if (read.kind === 'one') needed.add(read.key);
  }
  for (const name of needed) list.push(`t.${name} AS "${columnAlias(name)}"`);
  return list.join(', ');
}

function remembered<T extends object>(ctx: RequestContext, key: object, make: () => T): T {
  const known = ctx.loaders.get(key) as T | undefined;
  if (known) return known;
  const made = make();
  ctx.loaders.set(key, made);
  return made;
}
