import type { RequestContext } from '../../platform/context';
import type { Part } from '../../platform/database';
import type { Consequences, TicketHappening } from '../ticket';
import { changesParty } from '../ticket';
import type { notificationKinds } from './notification.entity';

type Kind = (typeof notificationKinds)[number];

/** Who is told what about a ticket. `source` names the occasion: nobody is told of it twice. */
interface Telling {
  kind: Kind;
  source: string;
  /** Members by id, and whoever holds one of the roles. */
  members?: ReadonlyArray<string | null>;
  roles?: readonly string[];
  detail?: object;
}

/** What the people of the house are told when something happens to a ticket; written in the same transaction. */
export function tellPeople(ctx: RequestContext, happening: TicketHappening): Consequences {
  const { ticket } = happening;
  return {
    writes: [
      ...tellingsOf(happening).map((telling) => tell(ctx, ticket, telling)),
      ...(changesParty(happening) ? [goAlong(ctx, ticket.id)] : []),
    ],
  };
}

function tellingsOf({ ticket, facts, set, timer }: TicketHappening): Telling[] {
  const tellings: Telling[] = [];
  if (timer?.kind === 'reminder') {
    const { key, clock, tell: roles } = timer;
    tellings.push({ kind: 'reminder', source: key, roles, detail: { clock } });
  }
  if (timer?.kind === 'breach') {
    const { key, clock } = timer;
    const members = [ticket.ownerId, ticket.assigneeId];
    tellings.push({ kind: 'breach', source: key, members, detail: { clock } });
  }
  const offered = set['offered_owner_id'];
  if (typeof offered === 'string') {
    tellings.push({ kind: 'offered', source: `offered ${ticket.version}`, members: [offered] });
  }
  for (const { fact } of facts) {
    if (fact.kind === 'assigned') {
      tellings.push({ kind: 'assigned', source: `assigned ${fact.at}`, members: [fact.to] });
    } else if (fact.kind === 'offer-declined') {
      tellings.push({ kind: fact.kind, source: `declined ${fact.at}`, members: [ticket.ownerId] });
    } else if (fact.kind === 'approval' && fact.decision === 'asked') {
      const { approval, at } = fact;
      tellings.push({
        kind: 'approval-asked',
        source: `approval ${approval} ${at}`,
        roles: approversOf(facts, approval),
        detail: { approval },
      });
    } else if (fact.kind === 'responded' && fact.by === 'requester') {
      const members = [ticket.ownerId, ticket.assigneeId];
      tellings.push({ kind: 'requester-wrote', source: `wrote ${fact.at}`, members });
    }
  }
  return tellings;
}

/** Roles that decide; asking for an approval says whom it waits for. */
function approversOf(facts: TicketHappening['facts'], approval: string): string[] {
  const asked = facts.find(({ fact }) => fact.kind === 'approval' && fact.approval === approval);
  return (asked?.detail as { awaited?: string[] } | null | undefined)?.awaited ?? [];
}

function tell(ctx: RequestContext, ticket: TicketHappening['ticket'], telling: Telling): Part {
  const { kind, source, members = [], roles = [], detail = {} } = telling;
  return {
    text: `WITH told AS (
        INSERT INTO notification (tenant_id, id, ticket_id, customer_id, dealer_id, audience, member_id, kind, source,
          detail, created_at)
        SELECT t.tenant_id, gen_random_uuid(), t.id, t.customer_id, t.dealer_id, 'public', m.id, $2, $4, $5, $6
          FROM ticket AS t JOIN membership AS m ON m.tenant_id = t.tenant_id
         WHERE t.tenant_id = $1 AND t.id = $3 AND m.dealer_id IS NULL AND m.id <> $7
           AND (m.id = ANY ($8::uuid[]) OR m.roles && $9::text[])
        ON CONFLICT DO NOTHING RETURNING member_id)
      INSERT INTO change (tenant_id, topic, kind, subject_id, version, audience, at)
      SELECT $1, 'notification', 'created', member_id, 1, 'internal', $6 FROM told`,
    values: [
      ctx.tenantId,
      kind,
      ticket.id,
      source,
      JSON.stringify(detail),
      ctx.now,
      ctx.actor.memberId,
      members.filter((id) => id !== null),
      [...roles],
    ],
    // who is told is not the asker's to see
    beyondParties: true,
  };
}

/** A ticket that goes to another party takes along what was told about it. */
const goAlong = (ctx: RequestContext, ticketId: string): Part => ({
  text: `UPDATE notification AS n SET customer_id = t.customer_id, dealer_id = t.dealer_id FROM ticket AS t
          WHERE n.tenant_id = $1 AND n.ticket_id = $2 AND t.tenant_id = n.tenant_id AND t.id = n.ticket_id`,
  values: [ctx.tenantId, ticketId],
  beyondParties: true,
});
