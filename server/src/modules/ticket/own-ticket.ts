import type { HandOverReason } from '@aftercare/policy-engine';
import { handOver } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import type { Sentence } from '../../platform/errors';
import type { Amendment, NotedFact } from './amend-ticket';
import { rolesInWords } from './missing-in-words';
import { momentOf } from './moments';
import type { TicketAtWork } from './ticket-at-work';
import type { OfferFact } from './ticket-fact';
import { optionalText } from './ticket.texts';
import {
  alreadyOffered,
  alreadyOwner,
  memberNotFound,
  noOffer,
  ownershipRefused,
  ticketOver,
} from './work.errors';

/**
 * Hands the ticket to a colleague who answers for it from now on (R10-G3): taking it oneself when nobody has it, at
 * once by a supervisor, otherwise as an offer that the colleague accepts. Handing it to its owner takes an offer back.
 * @throws Refusal NOT_FOUND naming `toId`, FORBIDDEN with who may do it, INVALID naming `toId` when it is so already
 */
export async function handTicketOver(
  ctx: RequestContext,
  work: TicketAtWork,
  { toId, note }: { toId: string; note?: string | null | undefined },
): Promise<Amendment> {
  if (work.ticket.stateCategory === 'closed') throw ticketOver();
  await mustBeColleague(ctx, work, toId);
  const answer = handOver(work.policy, { facts: work.facts, to: toId, by: work.actor, consent: false });
  const { ownerId, offeredOwnerId } = work.ticket;
  if ('fact' in answer) {
    if (ownerId !== toId) return owned(ctx, work, toId, note, answer.fact.consent ?? false);
    if (offeredOwnerId === null) throw alreadyOwner();
    return endOfOffer(ctx, work, { kind: 'offer-withdrawn', to: offeredOwnerId, note });
  }
  if (answer.reason !== 'CONSENT_NEEDED') throw ownershipRefused(refused(answer.reason, answer.supervisors));
  if (offeredOwnerId === toId) throw alreadyOffered();
  const offer = offerFact(ctx, work, { kind: 'offered', to: toId, note });
  return { facts: [offer], set: { offered_owner_id: toId }, fields: ['offeredOwner'] };
}

/**
 * Accepts or declines a ticket that its owner offered.
 * @throws Refusal INVALID when nothing was offered to the asker
 */
export function answerOffer(
  ctx: RequestContext,
  work: TicketAtWork,
  { accept, note }: { accept: boolean; note?: string | null | undefined },
): Amendment {
  const { ticket } = work;
  const { memberId } = ctx.actor;
  if (ticket.offeredOwnerId !== memberId || ticket.ownerId === null) throw noOffer();
  if (!accept) return endOfOffer(ctx, work, { kind: 'offer-declined', to: memberId, note });
  return owned(ctx, work, memberId, note, true, ticket.ownerId);
}

interface Offer {
  kind: OfferFact['kind'];
  to: string;
  note: string | null | undefined;
}

const offerFact = (ctx: RequestContext, work: TicketAtWork, { kind, to, note }: Offer): NotedFact => ({
  fact: { kind, ...momentOf(ctx, work, null), to, by: ctx.actor.memberId },
  note: optionalText(note, 'note'),
  audience: 'internal',
});

const endOfOffer = (ctx: RequestContext, work: TicketAtWork, offer: Offer): Amendment => ({
  facts: [offerFact(ctx, work, offer)],
  set: { offered_owner_id: null },
  fields: ['offeredOwner'],
});

function owned(
  ctx: RequestContext,
  work: TicketAtWork,
  owner: string,
  note: string | null | undefined,
  consent: boolean,
  by = ctx.actor.memberId,
): Amendment {
  return {
    facts: [
      {
        fact: { kind: 'owner-set', ...momentOf(ctx, work, null), owner, by, consent },
        note: optionalText(note, 'note'),
        audience: 'internal',
      },
    ],
    set: { owner_id: owner, offered_owner_id: null },
    fields: ['owner'],
  };
}

async function mustBeColleague(
  ctx: RequestContext,
  { query }: TicketAtWork,
  memberId: string,
): Promise<void> {
  const found = await query(
    'SELECT id FROM membership WHERE tenant_id = $1 AND id = $2 AND dealer_id IS NULL',
    [ctx.tenantId, memberId],
  );
  if (found.length === 0) throw memberNotFound();
}

function refused(reason: HandOverReason, supervisors: readonly string[]): Sentence {
  if (reason === 'NOT_OFFERED') {
    return { zh: '这家厂商的规则没有设负责人。', en: 'The rules of this maker know no owner of a ticket.' };
  }
  const { zh, en } = rolesInWords(supervisors);
  return {
    zh: `只有当前负责人或${zh}可以移交这张工单。`,
    en: `Only its owner or ${en} may hand this ticket over.`,
  };
}
