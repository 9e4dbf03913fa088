import type { Fact, Policy, StepInput } from '@aftercare/policy-engine';
import { transition } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import type { Amendment } from './amend-ticket';
import { refusedInWords } from './missing-in-words';
import { follow } from './take-step';
import type { TicketAtWork } from './ticket-at-work';
import { requiredText } from './ticket.texts';
import { nothingToWithdraw, notWithdrawn } from './work.errors';

/** The step by which the requester takes a request back. */
export const withdrawal = 'withdraw';

/**
 * The requester no longer wants what was asked for; who said so and why stays on record.
 * @throws Refusal naming `reason`, or `ticketId` once it is over
 */
export function withdrawTicket(ctx: RequestContext, work: TicketAtWork, reason: string): Amendment {
  if (work.ticket.stateCategory === 'closed') throw nothingToWithdraw();
  const moment = { at: work.now, recordedAt: work.now };
  const note = requiredText(reason, 'reason');
  const wish = wishOf(ctx, moment);
  const input = { ...work, state: work.ticket.state, openChildren: 0 };
  const answer = transition({ ...wished(ctx, input, wish), step: withdrawal });
  if ('reason' in answer) throw notWithdrawn(refusedInWords(work.policy, withdrawal, answer));
  const taken = follow(work, answer, moment, { step: withdrawal });
  return { ...taken, facts: [{ fact: wish, note }, ...taken.facts] };
}

export const wishOf = (ctx: RequestContext, moment: { at: number; recordedAt: number }): Fact => ({
  kind: 'recorded',
  ...moment,
  record: 'withdrawal-recorded',
  by: ctx.actor.memberId,
});

/**
 * The ticket with the wish written down. Whom the policy lets withdraw are those of the maker who write a customer's wish
 * down; a dealer speaks for the requester, and whoever follows by a link is it: their own wish it is.
 */
export function wished(ctx: RequestContext, input: StepInput, wish: Fact): StepInput {
  const roles = ['dealer', 'link'].includes(ctx.actor.kind)
    ? rolesOfWithdrawal(input.policy)
    : input.actor.roles;
  return { ...input, facts: [...input.facts, wish], actor: { ...input.actor, roles } };
}

const rolesOfWithdrawal = ({ workflow }: Policy): readonly string[] =>
  workflow.transitions.find(({ key }) => key === withdrawal)?.by ?? [];
