import { sha256 } from '../../platform/auth';
import type { RequestContext } from '../../platform/context';
import type { Statement } from '../../platform/database';
import type { PolicyService } from '../policy';
import type { Amendment } from './amend-ticket';
import { amendTicket } from './amend-ticket';
import type { TicketAtWork } from './ticket-at-work';
import { atWork, readsOf } from './ticket-at-work';
import { changedMeanwhile, keyReused } from './ticket.errors';
import type { TicketEvents } from './ticket.events';
import { requiredText } from './ticket.texts';

/** What work on tickets needs of other rooms, and whom it tells. */
export interface WorkRooms {
  policies: PolicyService;
  events: TicketEvents;
}

/** What is asked of a ticket, and what it rests on. */
export interface Task {
  ticketId: string;
  /** The version that the asker saw; left out for what neither needs nor changes it, as comments. */
  expectedVersion?: number | undefined;
  /** With it the same request, sent again, changes nothing. */
  idempotencyKey?: string | null | undefined;
  /** What was asked, for telling a repeated request from another one under the same key. */
  request?: object | undefined;
}

/**
 * Does one thing to a ticket while nobody else can: reads it with all that has happened, lets `decide` say what
 * happens now, and writes that with the clocks and the change log together, or not at all.
 * @returns the id that `decide` named as its subject, or the same one again for a repeated request
 * @throws Refusal NOT_FOUND, CONFLICT, IDEMPOTENCY_KEY_REUSED, or what `decide` throws
 */
export async function workOnTicket(
  ctx: RequestContext,
  { policies, events }: WorkRooms,
  task: Task,
  decide: (work: TicketAtWork) => Amendment | Promise<Amendment>,
): Promise<string> {
  const { ticketId, expectedVersion } = task;
  const key = task.idempotencyKey ? requiredText(task.idempotencyKey, 'idempotencyKey') : null;
  const hash = key === null ? '' : sha256(JSON.stringify({ ticketId, ...task.request }));
  const reads = [...readsOf(ctx, ticketId), ...(key === null ? [] : [earlierUse(ctx, key)])];
  const work = ctx.db.exclusively(ticketId, reads, async (rows, inside) => {
    const work = await atWork(ctx, policies, rows, inside);
    const [before] = (rows[2] ?? []) as Array<{ request_hash: string; subject_id: string }>;
    if (before) {
      if (before.request_hash !== hash) throw keyReused();
      return { writes: [], result: before.subject_id };
    }
    if (expectedVersion !== undefined && expectedVersion !== work.ticket.version) {
      throw await conflict(ctx, work, expectedVersion);
    }
    const amendment = await decide(work);
    const subject = amendment.subjectId ?? ticketId;
    const { before: first = [], also = [], facts, set = {} } = amendment;
    const consequences = events.consequencesOf(ctx, { ticket: work.ticket, facts, set });
    const writes = [...first, amendTicket(ctx, work, amendment), ...also, ...consequences];
    if (key !== null) writes.push(use(ctx, key, hash, subject));
    return { writes, result: subject };
  });
  return work.catch(keyTakenMeanwhile);
}

/** The same key came for another ticket at the same moment, and was first. */
function keyTakenMeanwhile(error: { constraint?: string }): never {
  throw error.constraint === 'idempotency_pkey' ? keyReused() : error;
}

const earlierUse = (ctx: RequestContext, key: string): Statement => ({
  text: 'SELECT request_hash, subject_id FROM idempotency WHERE tenant_id = $1 AND actor_id = $2 AND key = $3',
  values: [ctx.tenantId, ctx.actor.memberId, key],
});

const use = (ctx: RequestContext, key: string, hash: string, subjectId: string): Statement => ({
  text: `INSERT INTO idempotency (tenant_id, actor_id, key, request_hash, subject_id, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
  values: [ctx.tenantId, ctx.actor.memberId, key, hash, subjectId, ctx.now],
});

async function conflict(ctx: RequestContext, { ticket, query }: TicketAtWork, expected: number) {
  const rows = (await query(
    `SELECT fields FROM change
      WHERE tenant_id = $1 AND subject_id = $2 AND version > $3 AND topic = 'ticket' AND kind = 'updated'`,
    [ctx.tenantId, ticket.id, expected],
  )) as Array<{ fields: string[] }>;
  return changedMeanwhile(ticket.version, [...new Set(rows.flatMap(({ fields }) => fields))]);
}
