import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { RequestContext } from '../context';
import { badInput } from '../errors';
import type { Cursors } from './cursors';
import type { Row } from './reads';

export const pageLimit = 100;

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** `first` (with `after`) pages forwards, `last` (with `before`) backwards; one of the two is required, 1 to 100. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => String, { nullable: true })
  after?: string | null;

  @Field(() => Int, { nullable: true })
  last?: number | null;

  @Field(() => String, { nullable: true })
  before?: string | null;
}

export interface Connection<Node> {
  edges: Array<{ cursor: string; node: Node }>;
  nodes: Node[];
  pageInfo: PageInfo;
}

/** A total order of a list: columns compared as one row value, the last of them unique. */
export interface KeysetOrder {
  name: string;
  columns: ReadonlyArray<{ sql: string; cast: string }>;
  descending: boolean;
}

export interface Page {
  order: KeysetOrder;
  table: string;
  /** Conditions over `t`, with the values they number from $2 on; $1 is the tenant. */
  where: readonly string[];
  values: readonly unknown[];
  args: PageArgs;
}

/** Keys of a page by keyset: no offsets, so a page deep in a long list costs what the first one costs. */
export async function readPage(
  ctx: RequestContext,
  cursors: Cursors,
  { order, table, where, values, args }: Page,
): Promise<{ keys: Array<{ id: string; cursor: string }>; pageInfo: PageInfo }> {
  const { size, backwards, cursor, field } = direction(args);
  const parameters: unknown[] = [ctx.tenantId, ...values];
  const conditions = ['t.tenant_id = $1', ...where];
  const descending = order.descending !== backwards;
  if (cursor) {
    const keys = cursors.decode(ctx.tenantId, order.name, cursor, field);
    const placeholders = order.columns.map(({ cast }, index) => {
      parameters.push(keys[index]);
      return `$${parameters.length}::${cast}`;
    });
    conditions.push(`(${sqlOf(order).join(', ')}) ${descending ? '<' : '>'} (${placeholders.join(', ')})`);
  }
  const rows = await ctx.db.query<{ id: string; keys: string[] }>(
    `SELECT t.id, ARRAY[${sqlOf(order).map((sql) => `(${sql})::text`)}] AS keys FROM ${table} AS t
      WHERE ${conditions.join(' AND ')}
      ORDER BY ${sqlOf(order).map((sql) => `${sql} ${descending ? 'DESC' : 'ASC'}`)} LIMIT ${size + 1}`,
    parameters,
  );
  const more = rows.length > size;
  const page = rows.slice(0, size);
  if (backwards) page.reverse();
  const keys = page.map((row) => ({
    id: row.id,
    cursor: cursors.encode(ctx.tenantId, order.name, row.keys),
  }));
  return {
    keys,
    pageInfo: {
      hasNextPage: backwards ? Boolean(cursor) : more,
      hasPreviousPage: backwards ? more : Boolean(cursor),
      startCursor: keys[0]?.cursor ?? null,
      endCursor: keys[keys.length - 1]?.cursor ?? null,
    },
  };
}

/** The page's rows in its order. A row that vanished between the two reads is left out. */
export async function connectionOf(
  page: { keys: Array<{ id: string; cursor: string }>; pageInfo: PageInfo },
  load: (id: string) => Promise<Row | null>,
): Promise<Connection<Row>> {
  const rows = await Promise.all(page.keys.map(({ id }) => load(id)));
  const edges = rows.flatMap((node, index) => {
    const cursor = page.keys[index]?.cursor;
    return node && cursor ? [{ cursor, node }] : [];
  });
  return { edges, nodes: edges.map(({ node }) => node), pageInfo: page.pageInfo };
}

const sqlOf = (order: KeysetOrder) => order.columns.map(({ sql }) => sql);

function direction({ first, after, last, before }: PageArgs) {
  if ((first === undefined || first === null) === (last === undefined || last === null)) {
    throw badInput('first', `Ask for exactly one of first and last, from 1 to ${pageLimit}.`);
  }
  const backwards = last !== undefined && last !== null;
  const field = backwards ? 'last' : 'first';
  const size = (backwards ? last : first) as number;
  if (size < 1 || size > pageLimit) throw badInput(field, `${field} is ${size}; ask for 1 to ${pageLimit}.`);
  if (backwards ? after : before) {
    throw badInput(backwards ? 'after' : 'before', 'Use after with first, or before with last.');
  }
  return { size, backwards, cursor: backwards ? before : after, field: backwards ? 'before' : 'after' };
}
