import type { IdType } from '@aftercare/contract';
import type { Scope } from '../database';
import { badInput } from '../errors';
import type { Cursors } from './cursors';
import { sideOf } from './cursors';

export const pageLimit = 100;

/** A total order of a list: columns compared as one row value, the last of them unique. */
export interface KeysetOrder {
  name: string;
  columns: ReadonlyArray<{ sql: string; cast: string }>;
  descending: boolean;
}

/** What a client asks of a list; see `PageArgs`. */
export interface PageRequest {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** A page of rows of one type. */
export interface Page {
  type: IdType;
  order: KeysetOrder;
  /** Conditions over `t`, with the values they number from $2 on; $1 is the tenant. */
  where: readonly string[];
  values: readonly unknown[];
  args: PageRequest;
}

/** A checked request: how many rows, in which direction, from which cursor on. */
export interface Window {
  size: number;
  backwards: boolean;
  cursor: string | null | undefined;
  /** The argument that carries the cursor. */
  field: 'after' | 'before';
}

/** @throws PublicError BAD_USER_INPUT naming the argument to mend */
export function windowOf({ first, after, last, before }: PageRequest): Window {
  if ((first === undefined || first === null) === (last === undefined || last === null)) {
    throw badInput('first', {
      zh: `first 与 last 请只填一项，取 1 至 ${pageLimit}。`,
      en: `Ask for exactly one of first and last, from 1 to ${pageLimit}.`,
    });
  }
  const backwards = last !== undefined && last !== null;
  const field = backwards ? 'last' : 'first';
  const size = (backwards ? last : first) as number;
  if (size < 1 || size > pageLimit) {
    throw badInput(field, {
      zh: `${field} 为 ${size}，请取 1 至 ${pageLimit}。`,
      en: `${field} is ${size}; ask for 1 to ${pageLimit}.`,
    });
  }
  if (backwards ? after : before) {
    throw badInput(backwards ? 'after' : 'before', {
      zh: 'after 与 first 搭配，before 与 last 搭配。',
      en: 'Use after with first, or before with last.',
    });
  }
  return { size, backwards, cursor: backwards ? before : after, field: backwards ? 'before' : 'after' };
}

/** The keys of a row `t` as texts, which is how cursors carry them. */
export const keysOf = ({ columns }: KeysetOrder): string =>
  `ARRAY[${columns.map(({ sql }) => `(${sql})::text`).join(', ')}]`;

/**
 * The rows of a window and one more, if there is one, in the order of reading: no offsets, so a page deep
 * in a long list costs what the first one costs.
 */
export const selectWindow = (
  list: string,
  table: string,
  where: readonly string[],
  order: KeysetOrder,
  { size, backwards }: Window,
): string =>
  `SELECT ${list} FROM ${table} AS t WHERE ${where.join(' AND ')} ORDER BY ${order.columns
    .map(({ sql }) => `${sql} ${order.descending !== backwards ? 'DESC' : 'ASC'}`)
    .join(', ')} LIMIT ${size + 1}`;

/**
 * The page's conditions with that of its cursor, and the values of both.
 * @throws PublicError BAD_USER_INPUT for a cursor that is not one of this list
 */
export function conditionsOf(
  scope: Scope,
  tenantColumn: string,
  cursors: Cursors,
  { order, where, values }: Pick<Page, 'order' | 'where' | 'values'>,
  { backwards, cursor, field }: Window,
): { where: string[]; values: unknown[] } {
  const conditions = [`t.${tenantColumn} = $1`, ...where];
  const all: unknown[] = [scope.tenantId, ...values];
  if (cursor) {
    const keys = cursors.decode(sideOf(scope), order.name, cursor, field);
    const placeholders = order.columns.map(({ cast }, index) => `$${all.push(keys[index])}::${cast}`);
    const beyond = order.descending !== backwards ? '<' : '>';
    conditions.push(
      `(${order.columns.map(({ sql }) => sql).join(', ')}) ${beyond} (${placeholders.join(', ')})`,
    );
  }
  return { where: conditions, values: all };
}
