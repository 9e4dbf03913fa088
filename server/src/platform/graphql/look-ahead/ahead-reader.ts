import type { GraphQLResolveInfo, OperationDefinitionNode } from 'graphql';
import type { IdType } from '@aftercare/contract';
import type { RequestContext } from '../../context';
import type { Connection } from '../connection';
import { connectionOf } from '../connection';
import { sideOf } from '../cursors';
import type { KeysetOrder, Page, PageRequest } from '../keyset';
import { conditionsOf, keysOf, selectWindow, windowOf } from '../keyset';
import type { FieldReader, Look } from '../reader';
import { LevelReader } from '../reader';
import type { Row } from '../reads';
import { pageOf } from '../reads';
import type { Values } from './ahead-row';
import { AheadRow, answerKey } from './ahead-row';
import type { Compiled, CompilerParts } from './compile';
import { Compiler } from './compile';
import { pageNodes, targetOf, variantOf } from './selection';
import { ValueTypes } from './value-types';

/** Selections of one operation, told apart by its variables, that are kept ready. */
const mostVariants = 64;

/** A selection that was compiled, with its statements by what they read from. */
interface Ready extends Compiled {
  /** Nothing is selected of the rows, so that they need not be read. */
  idle: boolean;
  texts: Map<string, string>;
}

/**
 * Reads all that is selected below a field in one statement, whose rows then answer their fields without
 * waiting. What it was not told of it reads level by level.
 */
export class AheadReader implements FieldReader {
  private readonly level: LevelReader;
  private readonly parts: CompilerParts;
  private readonly ready = new WeakMap<OperationDefinitionNode, Map<string, Ready>>();

  constructor(parts: Omit<CompilerParts, 'types'>) {
    this.level = new LevelReader(parts.reads, parts.cursors);
    this.parts = { ...parts, types: new ValueTypes(parts.reads) };
  }

  async row(ctx: RequestContext, type: IdType, id: string, look?: Look): Promise<Row | null> {
    if (!look) return this.level.row(ctx, type, id);
    const { table, tenantColumn } = this.parts.reads.of(type);
    const compiled = await this.compiled(ctx, type, look);
    if (compiled.idle) return new AheadRow(compiled.shape, [id]);
    const from = `${table} AS t WHERE t.${tenantColumn} = $1 AND t.id = $2`;
    const [values] = await this.run(ctx, compiled, from, false, [ctx.tenantId, id]);
    return values ? compiled.shape.rowOf(values) : null;
  }

  async rows(
    ctx: RequestContext,
    type: IdType,
    ids: readonly string[],
    look?: Look,
  ): Promise<Array<Row | null>> {
    if (!look) return this.level.rows(ctx, type, ids);
    if (ids.length === 0) return [];
    const { table, tenantColumn } = this.parts.reads.of(type);
    const compiled = await this.compiled(ctx, type, look);
    if (compiled.idle) return ids.map((id) => new AheadRow(compiled.shape, [id]));
    const from = `${table} AS t WHERE t.${tenantColumn} = $1 AND t.id = ANY ($2::uuid[])`;
    const found = await this.run(ctx, compiled, from, false, [ctx.tenantId, ids]);
    const byId = new Map(found.map((values) => [values[compiled.shape.id], values]));
    return ids.map((id) => {
      const values = byId.get(id);
      return values ? compiled.shape.rowOf(values) : null;
    });
  }

  async page(ctx: RequestContext, page: Page, look?: Look): Promise<Connection<Row>> {
    if (!look) return this.level.page(ctx, page);
    const { type, order, args } = page;
    const { table, tenantColumn } = this.parts.reads.of(type);
    const { cursors } = this.parts;
    const window = windowOf(args);
    const { where, values } = conditionsOf(ctx.db.scope, tenantColumn, cursors, page, window);
    const compiled = await this.compiled(ctx, type, look, order);
    const from = `(${selectWindow('t.*', table, where, order, window)}) AS t`;
    const found = await this.run(ctx, compiled, from, true, values);
    return connectionOf(
      window,
      found,
      (row) => new AheadRow(compiled.shape, row),
      (row) => cursors.encode(sideOf(ctx.db.scope), order.name, row[compiled.keys] as string[]),
    );
  }

  field(
    ctx: RequestContext,
    type: IdType,
    row: Row,
    field: string,
    info: GraphQLResolveInfo,
    args?: PageRequest,
  ): unknown {
    if (row instanceof AheadRow) {
      const answer = row.shape.answers.get(answerKey(field, args));
      if (answer) return answer(row, ctx);
    }
    const read = this.parts.reads.of(type).fields.get(field);
    if (read?.kind === 'page') return this.page(ctx, pageOf(read, row.id, args ?? {}), info);
    return row instanceof AheadRow
      ? this.readNow(ctx, type, row.id, field, info)
      : this.level.field(ctx, type, row, field, info);
  }

  /** A field that the statement left out. */
  private async readNow(
    ctx: RequestContext,
    type: IdType,
    id: string,
    field: string,
    info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const whole = await this.level.row(ctx, type, id);
    return whole && this.level.field(ctx, type, whole, field, info);
  }

  private async run(
    ctx: RequestContext,
    { texts, statement }: Ready,
    from: string,
    ordered: boolean,
    values: readonly unknown[],
  ): Promise<Values[]> {
    let text = texts.get(from);
    if (text === undefined) {
      text = statement(from, ordered);
      if (texts.size >= mostVariants) texts.clear();
      texts.set(from, text);
    }
    const rows = await ctx.db.query<{ v: Values }>(text, values);
    return rows.map(({ v }) => v);
  }

  private async compiled(ctx: RequestContext, type: IdType, look: Look, order?: KeysetOrder): Promise<Ready> {
    const variants = this.ready.get(look.operation) ?? new Map<string, Ready>();
    this.ready.set(look.operation, variants);
    const key = `${type} ${look.into ?? ''} ${variantOf(look)} ${order ? keysOf(order) : ''}`;
    const known = variants.get(key);
    if (known) return known;
    if (!this.parts.types.learned) await this.parts.types.learn(ctx);
    const target = targetOf(look);
    const nodes = order ? pageNodes(look, target.type, target.nodes) : target.nodes;
    const compiled = new Compiler(this.parts, look).compile(type, nodes, order);
    const ready = { ...compiled, idle: target.nodes.length === 0, texts: new Map<string, string>() };
    if (variants.size >= mostVariants) variants.clear();
    variants.set(key, ready);
    return ready;
  }
}
