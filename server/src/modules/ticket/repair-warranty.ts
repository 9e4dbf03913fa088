import { localDate } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import type { EquipmentService } from '../equipment';
import type { Amendment } from './amend-ticket';
import type { TicketAtWork } from './ticket-at-work';
import { presentLife } from './ticket-at-work';
import { judgedOf } from './ticket-fact';

/**
 * The warranty that a repair carries itself (W9, R4-5.2), stamped on its machine when the ticket is closed, from the day
 * on which it was done. Where the policy names the record of a repair taken over, nothing else counts as one.
 */
export async function withRepairWarranty(
  ctx: RequestContext,
  equipment: EquipmentService,
  work: TicketAtWork,
  amendment: Amendment,
): Promise<Amendment> {
  const { ticket, policy, facts, calendars, query } = work;
  const { repair, apart } = policy.warranty ?? {};
  const closes = amendment.facts.some(({ fact }) => fact.kind === 'closed');
  if (!closes || !repair || ticket.equipmentId === null) return amendment;
  const life = presentLife([...facts, ...judgedOf(amendment.facts)]);
  const done = life.findLast(({ kind }) => kind === 'resolved');
  const repaired =
    !repair.after || life.some((fact) => fact.kind === 'recorded' && fact.record === repair.after);
  const zone = calendars.at(-1)?.zone;
  if (!done || !repaired || !zone || apart?.requestTypes.includes(ticket.requestType)) return amendment;
  const [named] = (await query('SELECT number FROM ticket WHERE tenant_id = $1 AND id = $2', [
    ctx.tenantId,
    ticket.id,
  ])) as Array<{ number: string }>;
  const label = { zh: `维修 ${named?.number}`, en: `Repair ${named?.number}` };
  const stamp = await equipment.repairStamp(
    ctx,
    ticket.equipmentId,
    { id: ticket.policyVersionId, policy },
    { ticket: ticket.id, label, on: localDate(zone, done.at) },
    { query },
  );
  return { ...amendment, also: [...(amendment.also ?? []), ...stamp] };
}
