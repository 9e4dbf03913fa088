import type { RequestContext } from '../../platform/context';
import type { Amendment, NotedFact } from './amend-ticket';
import { rolesInWords } from './missing-in-words';
import { momentOf } from './moments';
import type { TicketAtWork } from './ticket-at-work';
import { optionalText, requiredText } from './ticket.texts';
import { notYourRole, ticketOver } from './work.errors';
import { mayWrite } from './write-record';

export const guidanceOutcomes = ['solved', 'failed', 'ongoing'] as const;

/**
 * Remote guidance was given (R1-C6): a response, and where it failed and the policy has a record of that, what starts
 * the arrival.
 * @throws Refusal naming `note`, `at`, or `outcome` for who may not say that it failed
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
  const { outcome } = request;
  const channel = optionalText(request.channel, 'channel');
  const note = requiredText(request.note, 'note');
  const facts: NotedFact[] = [
    { fact: { kind: 'guided', ...moment, by: 'maker' }, note, detail: { outcome, channel } },
  ];
  const failure = work.policy.records?.find(({ key }) => key === 'guidance-failed');
  if (outcome === 'failed' && failure) {
    if (!mayWrite(ctx, failure)) throw notYourRole('outcome', rolesInWords(failure.by ?? []));
    facts.push({
      fact: { kind: 'recorded', ...moment, record: failure.key, by: ctx.actor.memberId },
      note,
    });
  }
  return { facts, fields: ['clocks'] };
}
