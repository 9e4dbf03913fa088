import { wrongVersion } from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import { earlierOf, keyUse, requestHash, requiredKey, takingKey, underKey } from '../../platform/idempotency';
import type { PolicyService } from '../policy';
import type { Amendment } from './amend-ticket';
import { amendTicket } from './amend-ticket';
import type { TicketAtWork } from './ticket-at-work';
import { atWork, readsOf } from './ticket-at-work';
import type { TicketEvents } from './ticket.events';

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
  /** What was asked and with what, for telling a repeated request from another one under the same key. */
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
  const key = task.idempotencyKey ? requiredKey(task.idempotencyKey) : null;
  const hash = requestHash('ticket', { ticketId, ...task.request });
  const reads = [...readsOf(ctx, ticketId), ...(key === null ? [] : [keyUse(ctx, key)])];
  const work = ctx.db.exclusively(ticketId, reads, async (rows, inside) => {
    const work = await atWork(ctx, policies, rows, inside);
    const before = earlierOf(rows[2] ?? [], hash);
    if (before !== null) return { writes: [], result: before };
    if (expectedVersion !== undefined && expectedVersion !== work.ticket.version) {
      throw await conflict(ctx, work, expectedVersion);
    }
    const amendment = await decide(work);
    const subject = amendment.subjectId ?? ticketId;
    const { before: first = [], also = [], facts, set = {} } = amendment;
    const told = await events.consequencesOf(ctx, { ticket: work.ticket, facts, set }, inside);
    const writes = [...first, amendTicket(ctx, work, amendment), ...also, ...told.writes];
    if (key !== null) writes.push(takingKey(ctx, key, hash, subject));
    return { writes, result: subject, afterwards: told.afterwards };
  });
  return key === null ? work : underKey(ctx, key, work);
}

const ticketName = { zh: '工单', en: 'ticket' };

async function conflict(ctx: RequestContext, { ticket, query }: TicketAtWork, expected: number) {
  const rows = (await query(
    `SELECT fields FROM change
      WHERE tenant_id = $1 AND subject_id = $2 AND version > $3 AND topic = 'ticket' AND kind = 'updated'`,
    [ctx.tenantId, ticket.id, expected],
  )) as Array<{ fields: string[] }>;
  const changed = [...new Set(rows.flatMap(({ fields }) => fields))];
  return wrongVersion(ticketName, { expected, current: ticket.version }, changed);
}
