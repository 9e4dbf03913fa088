import type { RequestContext } from '../../platform/context';
import type { Amendment } from './amend-ticket';
import { momentOf } from './moments';
import type { TicketAtWork } from './ticket-at-work';
import { requiredText } from './ticket.texts';
import { sameSeverity, ticketOver, unknownKey } from './work.errors';

/**
 * Sets the class of severity; what is promised is judged anew (D1), and an approval for the lesser case no longer
 * counts (R1-M11.2-2).
 * @throws Refusal naming `severity` or `reason`
 */
export function classifyTicket(
  ctx: RequestContext,
  work: TicketAtWork,
  { severity, reason }: { severity: string; reason: string },
): Amendment {
  if (work.ticket.stateCategory === 'closed') throw ticketOver();
  const known = (work.policy.severity?.classes ?? []).map(({ key }) => key);
  if (!known.includes(severity)) throw unknownKey('severity', known);
  if (work.ticket.severity === severity && isClassified(work)) throw sameSeverity();
  const why = requiredText(reason, 'reason');
  return {
    facts: [
      { fact: { kind: 'severity-set', ...momentOf(ctx, work, null), severity, reason: why }, note: why },
    ],
    set: { severity },
    fields: ['severity', 'clocks'],
  };
}

/** Whether somebody said the severity, at the report or later; otherwise the policy took it for what the unclassified are. */
const isClassified = ({ facts }: TicketAtWork): boolean =>
  facts.some(
    (fact) => fact.kind === 'severity-set' || (fact.kind === 'reported' && fact.severity !== undefined),
  );
