import type { GraphQLResolveInfo } from 'graphql';
import type { EntityManager } from 'typeorm';
import { holdSubject } from '../../platform/changes';
import type { RequestContext } from '../../platform/context';
import type { Connection, FieldReader, KeysetOrder, PageArgs, Row } from '../../platform/graphql';
import { decodeId, encodeId, lookInto, newId } from '../../platform/graphql';
import { requestHash, requiredKey, takeKey } from '../../platform/idempotency';
import { logOwnChange } from './own-changes';
import { keptFilter } from './saved-filter';
import { mayNotShare, noColumns, tooManyViews, viewNotFound, wrongViewVersion } from './saved-view.errors';
import type { SavedViewCreateInput, SavedViewDeleteInput, SavedViewUpdateInput } from './saved-view.types';
import type { TicketColumn } from './ticket-columns';
import { requiredText } from './ticket.texts';

const mostViews = 100;

const byName: KeysetOrder = {
  name: 'saved views',
  columns: [
    { sql: 't.name', cast: 'text' },
    { sql: 't.id', cast: 'uuid' },
  ],
  descending: false,
};

/** Lists that people keep under a name. */
export class SavedViews {
  constructor(private readonly reader: FieldReader) {}

  /** The asker's own, and those that others of the same side share, by name. */
  list(ctx: RequestContext, args: PageArgs, info: GraphQLResolveInfo): Promise<Connection<Row>> {
    const page = { type: 'SavedView', order: byName, where: [], values: [], args } as const;
    return this.reader.page(ctx, page, info);
  }

  async create(
    ctx: RequestContext,
    input: SavedViewCreateInput,
    info: GraphQLResolveInfo,
  ): Promise<{ view: Row | null }> {
    const { shared, orderBy, filter } = input;
    const name = requiredText(input.name, 'name');
    const key = requiredKey(input.idempotencyKey);
    const columns = columnsOf(input.columns);
    if (shared) mustBeAllowedToShare(ctx);
    const kept = keptFilter(filter);
    const hash = requestHash('savedViewCreate', { name, kept, orderBy, columns, shared });
    const id = await ctx.db.write(async (manager) => {
      const mine = newId(ctx.now);
      await holdSubject(manager, ctx.tenantId, mine);
      const stored = await takeKey(ctx, manager, key, hash, mine);
      if (stored !== mine) return stored;
      await this.mustHaveRoom(ctx, manager);
      await manager.query(
        `INSERT INTO saved_view (tenant_id, id, owner_id, dealer_id, version, name, filter, order_by, columns, shared, created_at, updated_at)
         VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $8, $9, $10, $10)`,
        [
          ctx.tenantId,
          mine,
          ctx.actor.memberId,
          ctx.actor.dealerId,
          name,
          kept,
          orderBy,
          columns,
          shared,
          ctx.now,
        ],
      );
      await logOwnChange(ctx, manager, { topic: 'saved-view', kind: 'created', id: mine, version: 1 });
      return mine;
    });
    return { view: await this.reader.row(ctx, 'SavedView', id, lookInto(info, 'view')) };
  }

  async update(
    ctx: RequestContext,
    input: SavedViewUpdateInput,
    info: GraphQLResolveInfo,
  ): Promise<{ view: Row | null }> {
    const changes = changesOf(ctx, input);
    const fields = Object.keys(changes);
    const id = await this.changeOwn(ctx, input, async (manager, row, version) => {
      const assignments = Object.values(changes).map(({ column }, index) => `${column} = $${index + 5}`);
      await manager.query(
        `UPDATE saved_view SET ${['version = $3', 'updated_at = $4', ...assignments].join(', ')} WHERE tenant_id = $1 AND id = $2`,
        [ctx.tenantId, row, version, ctx.now, ...Object.values(changes).map(({ value }) => value)],
      );
      await logOwnChange(ctx, manager, { topic: 'saved-view', kind: 'updated', id: row, version, fields });
    });
    ctx.loaders.clear();
    return { view: await this.reader.row(ctx, 'SavedView', id, lookInto(info, 'view')) };
  }

  async delete(ctx: RequestContext, input: SavedViewDeleteInput): Promise<{ viewId: string | null }> {
    const id = await this.changeOwn(ctx, input, async (manager, row, version) => {
      await manager.query('DELETE FROM saved_view WHERE tenant_id = $1 AND id = $2', [ctx.tenantId, row]);
      await logOwnChange(ctx, manager, { topic: 'saved-view', kind: 'deleted', id: row, version });
    });
    return { viewId: encodeId('SavedView', id) };
  }

  /**
   * Changes a view of the asker's own, at the version that they saw.
   * @throws Refusal NOT_FOUND or CONFLICT
   */
  private async changeOwn(
    ctx: RequestContext,
    { viewId, expectedVersion }: { viewId: string; expectedVersion: number },
    change: (manager: EntityManager, id: string, version: number) => Promise<void>,
  ): Promise<string> {
    const id = decodeId('SavedView', viewId);
    if (!id) throw viewNotFound();
    await ctx.db.write(async (manager) => {
      await holdSubject(manager, ctx.tenantId, id);
      const [view] = (await manager.query(
        'SELECT version FROM saved_view WHERE tenant_id = $1 AND id = $2 AND owner_id = $3',
        [ctx.tenantId, id, ctx.actor.memberId],
      )) as Array<{ version: number }>;
      if (!view) throw viewNotFound();
      if (view.version !== expectedVersion)
        throw await conflict(ctx, manager, id, view.version, expectedVersion);
      await change(manager, id, view.version + 1);
    });
    return id;
  }

  private async mustHaveRoom(ctx: RequestContext, manager: EntityManager): Promise<void> {
    const [row] = (await manager.query(
      'SELECT count(*)::int AS views FROM saved_view WHERE tenant_id = $1 AND owner_id = $2',
      [ctx.tenantId, ctx.actor.memberId],
    )) as Array<{ views: number }>;
    if (row && row.views >= mostViews) throw tooManyViews(mostViews);
  }
}

interface Assignment {
  column: string;
  value: unknown;
}

/** What an update names, checked, by the field's name. */
function changesOf(ctx: RequestContext, input: SavedViewUpdateInput): Record<string, Assignment> {
  const changes: Record<string, Assignment> = {};
  if (input.name != null) changes['name'] = { column: 'name', value: requiredText(input.name, 'name') };
  if (input.filter) {
    changes['filter'] = { column: 'filter', value: keptFilter(input.filter) };
  }
  if (input.orderBy) changes['orderBy'] = { column: 'order_by', value: input.orderBy };
  if (input.columns) changes['columns'] = { column: 'columns', value: columnsOf(input.columns) };
  if (input.shared != null) {
    if (input.shared) mustBeAllowedToShare(ctx);
    changes['shared'] = { column: 'shared', value: input.shared };
  }
  return changes;
}

/** @throws Refusal REQUIRED when there is none; a column named twice counts once */
function columnsOf(given: readonly TicketColumn[]): TicketColumn[] {
  if (given.length === 0) throw noColumns();
  return [...new Set(given)];
}

function mustBeAllowedToShare({ actor }: RequestContext): void {
  if (!actor.permissions.has('view:share')) throw mayNotShare();
}

async function conflict(
  ctx: RequestContext,
  manager: EntityManager,
  id: string,
  current: number,
  expected: number,
) {
  const rows = (await manager.query(
    `SELECT fields FROM change WHERE tenant_id = $1 AND subject_id = $2 AND version > $3 AND topic = 'saved-view'`,
    [ctx.tenantId, id, expected],
  )) as Array<{ fields: string[] }>;
  return wrongViewVersion({ expected, current }, [...new Set(rows.flatMap(({ fields }) => fields))]);
}
