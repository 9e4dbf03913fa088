import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../platform/context';
import type { Connection, FieldReader, KeysetOrder, PageArgs, Row } from '../../platform/graphql';
import { decodeId } from '../../platform/graphql';

const newest: KeysetOrder = {
  name: 'notifications newest',
  columns: [
    { sql: 't.created_at', cast: 'timestamptz' },
    { sql: 't.id', cast: 'uuid' },
  ],
  descending: true,
};

/** More unread ones than this are not counted. */
const countedAtMost = 100;

/** What somebody was told. Row-level security shows everybody their own alone. */
export class NotificationService {
  constructor(private readonly reader: FieldReader) {}

  list(
    ctx: RequestContext,
    unreadOnly: boolean,
    args: PageArgs,
    info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    const where = ['t.member_id = $2', ...(unreadOnly ? ['t.read_at IS NULL'] : [])];
    const page = { type: 'Notification', order: newest, where, values: [ctx.actor.memberId], args } as const;
    return this.reader.page(ctx, page, info);
  }

  /** How many are unread, 100 at the most. */
  async unread(ctx: RequestContext): Promise<number> {
    const [row] = await ctx.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM notification
        WHERE tenant_id = $1 AND member_id = $2 AND read_at IS NULL LIMIT ${countedAtMost}) AS met`,
      [ctx.tenantId, ctx.actor.memberId],
    );
    return row?.count ?? 0;
  }

  /** Marks them as read; those of others, or of nobody, are passed over. Without ids, all. */
  async read(ctx: RequestContext, ids: readonly string[] | null): Promise<void> {
    const rows = ids?.flatMap((id) => decodeId('Notification', id) ?? []) ?? null;
    await ctx.db.query(
      `UPDATE notification SET read_at = $3
        WHERE tenant_id = $1 AND member_id = $2 AND read_at IS NULL AND ($4::uuid[] IS NULL OR id = ANY ($4::uuid[]))`,
      [ctx.tenantId, ctx.actor.memberId, ctx.now, rows],
    );
  }
}
