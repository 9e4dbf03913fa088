import type { RequestContext } from '../../platform/context';
import type { Amendment } from './amend-ticket';
import { refusedInWords } from './missing-in-words';
import { ask, follow } from './take-step';
import type { TicketAtWork } from './ticket-at-work';
import { requiredText } from './ticket.texts';
import { stepNotPossible } from './work.errors';

/**
 * The requester no longer wants what was asked for; who said so and why stays on record.
 * @throws Refusal naming `reason`, or `step` once it is over
 */
export function withdrawTicket(ctx: RequestContext, work: TicketAtWork, reason: string): Amendment {
  const moment = { at: work.now, recordedAt: work.now };
  const note = requiredText(reason, 'reason');
  const wish = {
    kind: 'recorded' as const,
    ...moment,
    record: 'withdrawal-recorded',
    by: ctx.actor.memberId,
  };
  const answer = ask({ ...work, facts: [...work.facts, wish] }, 'withdraw');
  if ('reason' in answer) throw stepNotPossible(refusedInWords(work.policy, 'withdraw', answer));
  const taken = follow(work, answer, moment, { step: 'withdraw' });
  return { ...taken, facts: [{ fact: wish, note }, ...taken.facts] };
}
