import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { isObjectType } from 'graphql';
import { getArgumentValues } from 'graphql/execution/values';
import type { IdType } from '@aftercare/contract';
import { connectionOf } from '../connection';
import type { Cursors } from '../cursors';
import { sideOf } from '../cursors';
import type { KeysetOrder, PageRequest, Window } from '../keyset';
import { keysOf, selectWindow, windowOf } from '../keyset';
import { columnAlias } from '../reader';
import type { Columns, Read, Reads } from '../reads';
import { boundOrder } from '../reads';
import type { Answer, Values } from './ahead-row';
import { AheadRow, answerKey, Shape } from './ahead-row';
import { Scope, Source } from './scope';
import { fieldType, pageNodes, selectedBelow } from './selection';
import type { ValueTypes } from './value-types';

/** Joins and lists of one statement; what is selected beyond them is read level by level. */
const mostSources = 40;

export interface CompilerParts {
  reads: Reads;
  types: ValueTypes;
  cursors: Cursors;
}

/** A selection of rows of one type as one statement. */
export interface Compiled {
  shape: Shape;
  /** The place of the row's keys among the values, if an order was given. */
  keys: number;
  /** The statement over `from`, an item `… AS t`; in the order of its rows if that matters. */
  statement(from: string, ordered: boolean): string;
}

/** Turns a selection into one statement and into the answers of its rows. */
export class Compiler {
  private sources = 0;

  constructor(
    private readonly parts: CompilerParts,
    private readonly info: GraphQLResolveInfo,
  ) {}

  compile(type: IdType, nodes: readonly FieldNode[], order?: KeysetOrder): Compiled {
    const scope = new Scope();
    const source = scope.start(this.alias());
    const shape = this.shape(scope, source, type, nodes);
    const keys = order ? scope.item(source.column(keysOf(order))) : -1;
    return { shape, keys, statement: (from, ordered) => scope.select(from, ordered) };
  }

  private shape(scope: Scope, source: Source, type: IdType, nodes: readonly FieldNode[]): Shape {
    const { fields } = this.parts.reads.of(type);
    const shape = new Shape(type, scope.item(source.column('t.id')));
    for (const [field, group] of selectedBelow(this.info, type, nodes)) {
      const read = fields.get(field);
      // without a read, a resolver of its own answers
      if (!read) continue;
      if (read.kind === 'page') this.pages(shape, scope, source, field, read, group);
      else {
        const answer = this.answer(scope, source, type, field, read, group);
        if (answer) shape.answers.set(field, answer);
      }
    }
    return shape;
  }

  private answer(
    scope: Scope,
    source: Source,
    type: IdType,
    field: string,
    read: Exclude<Read, { kind: 'page' }>,
    nodes: readonly FieldNode[],
  ): Answer | undefined {
    switch (read.kind) {
      case 'sql': {
        const value = this.value(scope, source, type, field, read.sql, this.isInstant(type, field));
        return ({ values }) => value(values);
      }
      case 'pure': {
        const columns = this.columns(scope, source, type, read.needs);
        return (row) => read.from(columns(row));
      }
      case 'lazy': {
        const columns = this.columns(scope, source, type, read.needs);
        return (row, ctx) => read.load(ctx, columns(row));
      }
      case 'one': {
        if (this.sources >= mostSources) return undefined;
        const shape = this.joined(scope, source, read, nodes);
        return ({ values }) => shape.rowOf(values);
      }
      case 'many': {
        if (this.sources >= mostSources) return undefined;
        return this.many(scope, source, read, nodes);
      }
    }
  }

  private joined(
    scope: Scope,
    source: Source,
    { type, key }: Extract<Read, { kind: 'one' }>,
    nodes: readonly FieldNode[],
  ): Shape {
    const { table, tenantColumn } = this.parts.reads.of(type);
    const from = `${table} AS t WHERE t.${tenantColumn} = $1 AND t.id = ${source.column(`t.${key}`)}`;
    return this.shape(scope, scope.join(this.alias(), from), type, nodes);
  }

  private many(
    scope: Scope,
    source: Source,
    { type, foreignKey, orderBy, limit }: Extract<Read, { kind: 'many' }>,
    nodes: readonly FieldNode[],
  ): Answer {
    const { table, tenantColumn } = this.parts.reads.of(type);
    const list = new Scope();
    const shape = this.shape(list, list.start(this.alias()), type, nodes);
    const from = `(SELECT t.* FROM ${table} AS t WHERE t.${tenantColumn} = $1 AND t.${foreignKey} = ${source.column('t.id')}
      ORDER BY ${orderBy} LIMIT ${limit}) AS t`;
    const at = scope.item(list.aggregate(from));
    return ({ values }) => (values[at] as Values[]).map((each) => new AheadRow(shape, each));
  }

  /** Each way in which the field's pages are asked for, if it can be answered without a cursor. */
  private pages(
    shape: Shape,
    scope: Scope,
    source: Source,
    field: string,
    read: Extract<Read, { kind: 'page' }>,
    nodes: readonly FieldNode[],
  ): void {
    const type = this.info.schema.getType(shape.type);
    const definition = isObjectType(type) ? type.getFields()[field] : undefined;
    if (!definition) return;
    const ways = new Map<string, { window: Window; nodes: FieldNode[] }>();
    for (const node of nodes) {
      try {
        const args: PageRequest = getArgumentValues(definition, node, this.info.variableValues);
        const window = windowOf(args);
        const key = answerKey(field, args);
        // a cursor belongs to the list of one row, so its page is that row's own statement
        if (window.cursor) continue;
        const way = ways.get(key);
        if (way) way.nodes.push(node);
        else ways.set(key, { window, nodes: [node] });
      } catch {
        // what cannot be a page is refused by the field, at its place in the answer
      }
    }
    const connection = fieldType(this.info.schema, shape.type, field);
    for (const [key, way] of ways) {
      if (this.sources >= mostSources) return;
      const answer = this.page(scope, source, read, way.window, pageNodes(this.info, connection, way.nodes));
      shape.answers.set(key, answer);
    }
  }

  private page(
    scope: Scope,
    source: Source,
    { type, foreignKey, order }: Extract<Read, { kind: 'page' }>,
    window: Window,
    nodes: readonly FieldNode[],
  ): Answer {
    const { table, tenantColumn } = this.parts.reads.of(type);
    const list = new Scope();
    const first = list.start(this.alias());
    const shape = this.shape(list, first, type, nodes);
    const keys = list.item(first.column(keysOf(order)));
    const where = [`t.${tenantColumn} = $1`, `t.${foreignKey} = ${source.column('t.id')}`];
    const at = scope.item(list.aggregate(`(${selectWindow('t.*', table, where, order, window)}) AS t`));
    return (row, { db }) =>
      connectionOf(
        window,
        row.values[at] as Values[],
        (values) => new AheadRow(shape, values),
        (values) =>
          this.parts.cursors.encode(sideOf(db.scope), boundOrder(order, row.id), values[keys] as string[]),
      );
  }

  private columns(scope: Scope, source: Source, type: IdType, needs: readonly string[]) {
    const values = needs.map(
      (name) => [name, this.value(scope, source, type, columnAlias(name), `t.${name}`, false)] as const,
    );
    return (row: AheadRow): Columns => {
      const columns: Columns = { id: row.id };
      for (const [name, value] of values) columns[name] = value(row.values);
      return columns;
    };
  }

  private value(
    scope: Scope,
    source: Source,
    type: IdType,
    name: string,
    sql: string,
    instant: boolean,
  ): (values: Values) => unknown {
    const decode = this.parts.types.decodeOf(type, name, instant);
    const at = scope.item(source.column(decode ? `(${sql})::text` : sql));
    if (!decode) return (values) => values[at];
    return (values) => (values[at] === null ? null : decode(values[at] as string));
  }

  private isInstant(type: IdType, field: string): boolean {
    return fieldType(this.info.schema, type, field) === 'DateTimeISO';
  }

  private alias(): string {
    return `s${this.sources++}`;
  }
}
