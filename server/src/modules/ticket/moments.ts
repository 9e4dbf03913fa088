import type { RequestContext } from '../../platform/context';
import type { TicketAtWork } from './ticket-at-work';
import { beforeTheReport, inTheFuture, tooLateToEnter } from './work.errors';

const hour = 3_600_000;

/** How long afterwards something may still be written down, by role, in hours; the desk corrects what others forgot. */
const lateEntryHours: Readonly<Record<string, number>> = {
  manager: 7 * 24,
  supervisor: 7 * 24,
  dispatcher: 72,
};
const lateEntryOfOthers = 24;

/**
 * When something happened: now, or the moment given. What is entered late can undo a miss, so that only goes back as
 * far as the role allows, and the record keeps both moments.
 * @throws Refusal naming `at`
 */
export function momentOf(
  ctx: RequestContext,
  { ticket, now }: Pick<TicketAtWork, 'ticket' | 'now'>,
  at: Date | null | undefined,
): { at: number; recordedAt: number } {
  const moment = at?.getTime() ?? now;
  if (moment > now) throw inTheFuture();
  if (moment < ticket.reportedAt.getTime()) throw beforeTheReport();
  const hours = Math.max(...ctx.actor.roles.map((role) => lateEntryHours[role] ?? lateEntryOfOthers));
  if (now - moment > hours * hour) throw tooLateToEnter(hours);
  return { at: moment, recordedAt: now };
}
