import type { RequestContext } from '../../platform/context';
import { newId } from '../../platform/graphql';
import type { Amendment } from './amend-ticket';
import { lastingPauses } from './lasting-pauses';
import { momentOf } from './moments';
import type { TicketAtWork } from './ticket-at-work';
import { optionalText, requiredText } from './ticket.texts';
import { alreadyPaused, beforeThePause, nothingPaused, ticketOver, unknownKey } from './work.errors';

/**
 * Stops the clocks that the policy's reason stops; the state of the workflow stays (C10, C11).
 * @throws Refusal naming `reason`, `note` or `at`
 */
export function pauseTicket(
  ctx: RequestContext,
  work: TicketAtWork,
  { reason, note, at }: { reason: string; note: string; at?: Date | null | undefined },
): Amendment {
  if (work.ticket.stateCategory === 'closed') throw ticketOver();
  const known = (work.policy.pauseReasons ?? []).map(({ key }) => key);
  if (!known.includes(reason)) throw unknownKey('reason', known);
  if (pausesFor(work, reason).length > 0) throw alreadyPaused();
  const pause = newId(ctx.now);
  const moment = momentOf(ctx, work, at);
  return {
    facts: [
      {
        fact: { kind: 'paused', ...moment, pause, reason, by: ctx.actor.memberId },
        note: requiredText(note, 'note'),
      },
    ],
    fields: ['clocks'],
  };
}

/** @throws Refusal INVALID when nothing is paused for the reason, or was not yet at that moment */
export function resumeTicket(
  ctx: RequestContext,
  work: TicketAtWork,
  { reason, note, at }: { reason: string; note?: string | null | undefined; at?: Date | null | undefined },
): Amendment {
  const lasting = pausesFor(work, reason);
  if (lasting.length === 0) throw nothingPaused();
  const moment = momentOf(ctx, work, at);
  if (lasting.some(({ from }) => moment.at < from)) throw beforeThePause();
  return {
    facts: lasting.map(({ pause }) => ({
      fact: { kind: 'resumed', ...moment, pause },
      note: optionalText(note, 'note'),
    })),
    fields: ['clocks'],
  };
}

const pausesFor = ({ policy, facts, now }: TicketAtWork, reason: string) =>
  lastingPauses(policy, facts, now).filter((each) => each.reason === reason);
