import type { IdType } from '@aftercare/contract';
import type { RequestContext } from '../context';
import { snakeCase } from '../database';
import { encodeId } from './ids';
import type { KeysetOrder, Page, PageRequest } from './keyset';

/** A row of a type as a reader holds it; only `id` (the uuid) is for everybody. */
export type Row = { id: string } & Record<string, unknown>;

/** The columns that a read declared to need, by their names in the table, and the row's `id`. */
export type Columns = { id: string } & Record<string, unknown>;

/** How one field of a type is read. */
export type Read =
  | { kind: 'sql'; sql: string }
  | { kind: 'pure'; needs: readonly string[]; from: (columns: Columns) => unknown }
  | { kind: 'one'; type: IdType; key: string }
  | { kind: 'many'; type: IdType; foreignKey: string; orderBy: string; limit: number }
  | { kind: 'page'; type: IdType; foreignKey: string; order: KeysetOrder }
  | {
      kind: 'lazy';
      needs: readonly string[];
      load: (ctx: RequestContext, columns: Columns) => unknown;
    };

/** The column of the field's own name in snake case, or the one named. */
export const column =
  (name?: string): ((field: string) => Read) =>
  (field) => ({
    kind: 'sql',
    sql: `t.${name ?? snakeCase(field)}`,
  });

/** One SQL expression over the row `t`. */
export const expression = (sql: string): Read => ({ kind: 'sql', sql });

/** A pure function over columns of the row. */
export const pure = (needs: readonly string[], from: (columns: Columns) => unknown): Read => ({
  kind: 'pure',
  needs,
  from,
});

/** The row of another type that `key`, a column of this row, names. */
export const toOne = (type: IdType, key: string): Read => ({ kind: 'one', type, key });

/** At most `limit` rows of another type whose `foreignKey` names this row. */
export const toMany = (type: IdType, foreignKey: string, orderBy: string, limit: number): Read => ({
  kind: 'many',
  type,
  foreignKey,
  orderBy,
  limit,
});

/** Pages of rows of another type whose `foreignKey` names this row; a cursor of one row's list is none of another's. */
export const toPage = (type: IdType, foreignKey: string, order: KeysetOrder): Read => ({
  kind: 'page',
  type,
  foreignKey,
  order,
});

/** A field too costly or too special for a list; read by its own loader when it is asked for. */
export const lazy = (
  needs: readonly string[],
  load: (ctx: RequestContext, columns: Columns) => unknown,
): Read => ({ kind: 'lazy', needs, load });

type FieldReads = Record<string, Read | ((field: string) => Read)>;

/** The page that a read of one row's list asks for. */
export const pageOf = (
  { type, foreignKey, order }: Extract<Read, { kind: 'page' }>,
  parent: string,
  args: PageRequest,
): Page => ({
  type,
  order: { ...order, name: boundOrder(order, parent) },
  where: [`t.${foreignKey} = $2`],
  values: [parent],
  args,
});

/** What seals the cursors of one row's list. */
export const boundOrder = ({ name }: KeysetOrder, parent: string): string => `${name} ${parent}`;

export interface TypeReads {
  type: IdType;
  table: string;
  tenantColumn: string;
  fields: Map<string, Read>;
}

/** How every field of every row type is read, gathered from the rooms. */
export class Reads {
  private readonly types = new Map<IdType, TypeReads>();
  private readonly values = new Set<string>();

  /** Registers a type whose objects are rows of `table`. Its `id` is the public id of the row. */
  rows(type: IdType, table: string, fields: FieldReads, tenantColumn = 'tenant_id'): this {
    const reads: TypeReads = { type, table, tenantColumn, fields: new Map() };
    reads.fields.set('id', { kind: 'pure', needs: [], from: ({ id }) => encodeId(type, id) });
    this.types.set(type, reads);
    return this.extend(type, fields);
  }

  /** Adds fields to a type of a lower room. */
  extend(type: IdType, fields: FieldReads): this {
    const reads = this.of(type);
    for (const [field, read] of Object.entries(fields)) {
      reads.fields.set(field, typeof read === 'function' ? read(field) : read);
    }
    return this;
  }

  /** Types whose objects are plain values: each field is the property of its name. */
  plain(...types: string[]): this {
    for (const type of types) this.values.add(type);
    return this;
  }

  of(type: IdType): TypeReads {
    const reads = this.types.get(type);
    if (!reads) throw new Error(`No reads are registered for ${type}.`);
    return reads;
  }

  /** Every type whose objects are rows. */
  get rowTypes(): TypeReads[] {
    return [...this.types.values()];
  }

  has(type: string): type is IdType {
    return this.types.has(type as IdType);
  }

  isPlain(type: string): boolean {
    return this.values.has(type);
  }
}
