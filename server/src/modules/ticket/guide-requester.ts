import type { RequestContext } from '../../platform/context';
import type { Amendment, NotedFact } from './amend-ticket';
import { momentOf } from './moments';
import type { TicketAtWork } from './ticket-at-work';
import { optionalText, requiredText } from './ticket.texts';
import { ticketOver } from './work.errors';

export const guidanceOutcomes = ['solved', 'failed', 'ongoing'] as const;

/**
 * Remote guidance was given (R1-C6): a response, and where it failed and the policy has a record of that, what starts
 * the arrival.
 * @throws Refusal naming `note` or `at`
 */
export function guideRequester(
  ctx: RequestContext,
  work: TicketAtWork,
  request: {
    outcome: (typeof guidanceOutcomes)[number];
    note: string;
    channel?: string | null | undefined;
    at?: Date | null | undefined;
  },
): Amendment {
  if (work.ticket.stateCategory === 'closed') throw ticketOver();
  const moment = momentOf(ctx, work, request.at);
  const by = ctx.actor.kind === 'dealer' ? 'dealer' : 'maker';
  const { outcome } = request;
  const channel = optionalText(request.channel, 'channel');
  const note = requiredText(request.note, 'note');
  const facts: NotedFact[] = [
    { fact: { kind: 'guided', ...moment, by }, note, detail: { outcome, channel } },
  ];
  const recorded = work.policy.records?.some(({ key }) => key === 'guidance-failed') ?? false;
  if (outcome === 'failed' && recorded) {
    facts.push({
      fact: { kind: 'recorded', ...moment, record: 'guidance-failed', by: ctx.actor.memberId },
      note,
    });
  }
  return { facts, fields: ['clocks'] };
}
