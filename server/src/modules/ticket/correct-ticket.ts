import type { RequestContext } from '../../platform/context';
import type { Statement } from '../../platform/database';
import type { Machine } from '../equipment';
import { machineStatement, normalSerial } from '../equipment';
import { mustBeProvince } from '../tenancy';
import type { Amendment, NotedFact } from './amend-ticket';
import { showFilesTo } from './attach-file';
import { momentOf } from './moments';
import type { TicketAtWork, TicketRow } from './ticket-at-work';
import { requiredText } from './ticket.texts';
import {
  alreadySo,
  machineNotRegistered,
  nothingToCorrect,
  siteNotFound,
  siteOrProvince,
  ticketOver,
} from './work.errors';

/** What was wrong on a ticket, and why it is changed. */
export interface Correction {
  serial?: string | null | undefined;
  siteId?: string | null | undefined;
  province?: string | null | undefined;
  reason: string;
}

interface Place {
  siteId: string | null;
  country: string;
  province: string | null;
}

/**
 * Corrects machine, site or province; promises that depend on the place are judged anew (D7). A machine of another
 * customer or dealer takes the ticket with everything below it to that party, so that a ticket's customer is always its
 * machine's, and what is promised to a group of customers is judged anew by theirs: no rulebook says otherwise, and who
 * reported the wrong serial number is owed what was promised to whoever owns the right machine. The links by which the
 * former party followed the ticket end with that, and others can be made.
 * @throws Refusal naming the field to mend
 */
export async function correctTicket(
  ctx: RequestContext,
  work: TicketAtWork,
  correction: Correction,
): Promise<Amendment> {
  if (work.ticket.stateCategory === 'closed') throw ticketOver();
  const reason = requiredText(correction.reason, 'reason');
  const named = correction.serial ? await machineOf(ctx, work, correction.serial) : null;
  const given = await placeOf(ctx, work, correction, named);
  if (!given) throw nothingToCorrect();
  const machine = named && isAbout(work.ticket, named) ? null : named;
  const place = !machine && isAt(work.ticket, given) ? null : given;
  if (!machine && !place)
    throw alreadySo(correction.serial ? 'serial' : correction.siteId ? 'siteId' : 'province');
  const moment = momentOf(ctx, work, null);
  const facts: NotedFact[] = [];
  if (place)
    facts.push({ fact: { kind: 'site-corrected', ...moment, ...siteOf(place), reason }, note: reason });
  if (machine) {
    const { customerGroup } = machine;
    const group = customerGroup !== null && { customerGroup };
    const fact = { kind: 'customer-corrected', ...moment, ...group, reason } as const;
    const serials = { from: await serialOf(ctx, work), to: machine.serial };
    facts.push({ fact, note: reason, detail: { serials } });
  }
  return {
    facts,
    set: {
      ...(machine && {
        equipment_id: machine.id,
        claimed_serial: null,
        customer_id: machine.customerId,
        dealer_id: machine.dealerId,
      }),
      ...(place && { site_id: place.siteId, country: place.country, province: place.province }),
    },
    fields: [...(machine ? ['equipment', 'customer', 'dealer'] : []), ...(place ? ['site', 'clocks'] : [])],
    ...(machine && movesTo(ctx, work.ticket, machine)),
  };
}

/** As the report tells it: nothing where it is not known where the machine stands. */
const siteOf = ({ country, province }: Place) =>
  province === null && country === 'CN' ? {} : { site: { country, ...(province !== null && { province }) } };

/** The serial number that the ticket was about so far. */
async function serialOf(ctx: RequestContext, { ticket, query }: TicketAtWork): Promise<string> {
  const [known] = (await query(
    `SELECT coalesce(t.claimed_serial, e.serial) AS serial FROM ticket t
       LEFT JOIN equipment e ON e.tenant_id = t.tenant_id AND e.id = t.equipment_id
      WHERE t.tenant_id = $1 AND t.id = $2`,
    [ctx.tenantId, ticket.id],
  )) as Array<{ serial: string }>;
  return known?.serial as string;
}

async function machineOf(ctx: RequestContext, { query }: TicketAtWork, serial: string): Promise<Machine> {
  const { text, values } = machineStatement(ctx, 'serial', normalSerial(requiredText(serial, 'serial')));
  const [machine] = (await query(text, values)) as Machine[];
  if (!machine) throw machineNotRegistered();
  return machine;
}

const isAbout = (ticket: TicketRow, machine: Machine): boolean =>
  ticket.equipmentId === machine.id &&
  ticket.customerId === machine.customerId &&
  ticket.dealerId === machine.dealerId;

const isAt = (ticket: TicketRow, { siteId, country, province }: Place): boolean =>
  ticket.siteId === siteId && ticket.country === country && ticket.province === province;

async function placeOf(
  ctx: RequestContext,
  { ticket, query }: TicketAtWork,
  { siteId, province }: Correction,
  machine: Machine | null,
): Promise<Place | null> {
  if (siteId && province) throw siteOrProvince();
  if (siteId) {
    const [site] = (await query(
      `SELECT id AS "siteId", country, province FROM site WHERE tenant_id = $1 AND id = $2 AND customer_id = $3`,
      [ctx.tenantId, siteId, machine?.customerId ?? ticket.customerId],
    )) as Place[];
    if (!site) throw siteNotFound();
    return site;
  }
  if (province) {
    mustBeProvince('province', province);
    return { siteId: machine?.siteId ?? ticket.siteId, country: 'CN', province };
  }
  return machine;
}

/** Below a ticket everything carries its party, so it all goes along; both parties learn of it. */
function movesTo(ctx: RequestContext, ticket: TicketRow, machine: Machine): Partial<Amendment> {
  if (ticket.customerId === machine.customerId && ticket.dealerId === machine.dealerId) return {};
  const values = [ctx.tenantId, ticket.id, machine.customerId, machine.dealerId];
  const children = [
    'ticket_fact',
    'ticket_clock',
    'ticket_comment',
    'ticket_charge',
    'ticket_timer',
    'ticket_attachment',
  ];
  return {
    before: [{ text: 'SET CONSTRAINTS ALL DEFERRED' }],
    also: [
      ...children.map((table): Statement => ({
        text: `UPDATE ${table} SET customer_id = $3, dealer_id = $4 WHERE tenant_id = $1 AND ticket_id = $2`,
        values,
      })),
      showFilesTo(ctx, ticket, machine.dealerId),
      {
        text: `INSERT INTO change (tenant_id, topic, kind, subject_id, version, dealer_id, customer_id, audience, actor_id,
                 fields, at)
               SELECT $1, 'ticket', 'updated', id, version, $5, $6, 'public', $3, '{dealer}', $4 FROM ticket
                WHERE tenant_id = $1 AND id = $2`,
        values: [ctx.tenantId, ticket.id, ctx.actor.memberId, ctx.now, ticket.dealerId, ticket.customerId],
      },
    ],
  };
}
