import type { ClockKind } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import type { Amendment } from './amend-ticket';
import { rolesInWords } from './missing-in-words';
import { momentOf } from './moments';
import { clocksOf } from './ticket-clocks';
import type { TicketAtWork } from './ticket-at-work';
import { requiredText } from './ticket.texts';
import { agreedInThePast, agreedTooLate, notAgreeable, notYourRole, ticketOver } from './work.errors';

/** A date told to, and confirmed by, the customer in place of the rule's. */
export interface DateRequest {
  clock: ClockKind;
  dueAt: Date;
  why: string;
  confirmedBy: string;
}

/**
 * Agrees a date with the customer: a special case (R1-C2, R1-C6), or the time limit that was told to them (R6-3.3).
 * @throws Refusal naming the field to mend
 */
export function agreeDate(ctx: RequestContext, work: TicketAtWork, request: DateRequest): Amendment {
  const { policy, ticket, facts } = work;
  const { clock, dueAt } = request;
  if (ticket.stateCategory === 'closed') throw ticketOver();
  const { kinds = [], by = [] } = policy.agreements ?? {};
  if (!kinds.includes(clock)) throw notAgreeable(kinds);
  if (!by.some((role) => (ctx.actor.roles as readonly string[]).includes(role))) {
    throw notYourRole('clock', rolesInWords(by));
  }
  if (dueAt <= ctx.now) throw agreedInThePast();
  const moment = momentOf(ctx, work, null);
  const why = requiredText(request.why, 'why');
  const confirmedBy = requiredText(request.confirmedBy, 'confirmedBy');
  const fact = {
    kind: 'agreed' as const,
    ...moment,
    clock,
    due: dueAt.getTime(),
    by: ctx.actor.memberId,
    why,
    confirmedBy,
  };
  const after = clocksOf(ctx, work, [...facts, fact]).clocks.find(({ kind }) => kind === clock);
  const refused = after?.result.explanation.refused.find(({ at }) => at === moment.at);
  if (refused) throw refused.reason === 'TOO_LATE' ? agreedTooLate() : notAgreeable(kinds);
  return { facts: [{ fact, note: why }], fields: ['clocks'] };
}
