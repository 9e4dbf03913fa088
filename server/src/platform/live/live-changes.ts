import type { Change, ChangeReader, Position } from '../changes';
import { belowHorizon, changeColumns, isAfter, maySee } from '../changes';
import type { RequestContext } from '../context';
import { PublicError } from '../errors';
import type { Cursors } from '../graphql/cursors';
import { sideOf } from '../graphql/cursors';
import { ChangeQueue } from './change-queue';

const queueCapacity = 256;
const replayPage = 200;
/** How long the change log is kept; an older cursor cannot be caught up from. */
export const retentionMs = 7 * 24 * 3_600_000;

const resync = () =>
  new PublicError('RESYNC_REQUIRED', {
    zh: '该游标已过旧，或变化过多；请重新读取列表，再从新的游标继续。',
    en: 'This cursor is too old, or too much happened at once. Read the list again, then follow from its cursor.',
  });

/** Who follows, and from where: from the cursor, or from now on. */
export interface Following {
  ctx: RequestContext;
  after: string | null | undefined;
  /** Only changes of this one subject. */
  subjectId?: string;
}

/** Follows the change log on behalf of subscribers: replay from a cursor, then live, missing nothing in between. */
export class LiveChanges {
  constructor(
    private readonly reader: ChangeReader,
    private readonly cursors: Cursors,
  ) {}

  /** Where the log stands now, as a cursor of this side. */
  currentCursor(side: string, now: Date): string {
    return this.cursorOf(side, this.reader.head, now);
  }

  cursorOf(side: string, { xid, seq }: Position, at: Date): string {
    return this.cursors.encode(side, 'changes', [xid, seq, String(at.getTime())]);
  }

  /**
   * Every change of a topic that the asker may see, after the cursor or from now on.
   * @throws PublicError RESYNC_REQUIRED when the cursor is older than the log is kept, or the subscriber
   *   falls too far behind; BAD_USER_INPUT for a cursor that is not one of this side
   */
  follow(topic: string, { ctx, after, subjectId }: Following): AsyncIterableIterator<Change> {
    const from = after ? this.positionOf(ctx, after) : this.reader.head;
    const queue = new ChangeQueue(queueCapacity);
    const stop = this.reader.listen((changes) => {
      for (const change of changes)
        if (change.topic === topic && concerns(change, subjectId) && maySee(ctx.db.scope, change)) {
          queue.push(change);
        }
    });
    const changes = this.run(ctx, topic, queue, from, { replay: Boolean(after), subjectId });
    const end = () => {
      stop();
      queue.end();
    };
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      // who is told to resynchronise does not call return() any more
      next: async () => {
        try {
          return (await changes.next()) as IteratorResult<Change>;
        } catch (error) {
          end();
          throw error;
        }
      },
      // a generator that waits in next() would only return after the next change, so the wait is ended first
      return: async () => {
        end();
        return changes.return() as Promise<IteratorResult<Change>>;
      },
      throw: async (error) => {
        end();
        return changes.throw(error) as Promise<IteratorResult<Change>>;
      },
    };
  }

  private async *run(
    ctx: RequestContext,
    topic: string,
    queue: ChangeQueue,
    from: Position,
    { replay, subjectId }: { replay: boolean; subjectId: string | undefined },
  ): AsyncGenerator<Change, void, void> {
    let last = from;
    const replayed = new Set<string>();
    while (replay) {
      const page = await this.replay(ctx, topic, last);
      for (const change of page) {
        last = change;
        if (!concerns(change, subjectId)) continue;
        replayed.add(change.subjectId);
        yield change;
      }
      replay = page.length === replayPage;
    }
    for (;;) {
      const change = await queue.next();
      if (!change) break;
      if (!isAfter(change, last)) continue;
      // a creation that was replayed may still be merged into the change that waited
      yield replayed.has(change.subjectId) && change.kind === 'created'
        ? { ...change, kind: 'updated' }
        : change;
    }
    if (queue.overflowed) throw resync();
  }

  private replay(ctx: RequestContext, topic: string, { xid, seq }: Position): Promise<Change[]> {
    return ctx.db.query<Change>(
      `SELECT ${changeColumns} FROM change
        WHERE tenant_id = $1 AND (xid, seq) > ($2::bigint, $3::bigint) AND ${belowHorizon} AND topic = $4
        ORDER BY xid, seq LIMIT ${replayPage}`,
      [ctx.tenantId, xid, seq, topic],
    );
  }

  private positionOf(ctx: RequestContext, after: string): Position {
    const [xid = '0', seq = '0', at = '0'] = this.cursors.decode(
      sideOf(ctx.db.scope),
      'changes',
      after,
      'after',
    );
    if (ctx.now.getTime() - Number(at) > retentionMs) throw resync();
    return { xid, seq };
  }
}

const concerns = (change: Change, subjectId: string | undefined): boolean =>
  subjectId === undefined || change.subjectId === subjectId;
