import type {
  Adjustment,
  ChargeDecision,
  ChargeLine,
  Circumstances,
  VoidClaim,
} from '@aftercare/policy-engine';
import { coverageOf, decideCharges } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import { Refusal, Refusals } from '../../platform/errors';
import { newId } from '../../platform/graphql';
import type { PartMarks } from '../parts';
import type { Amendment } from './amend-ticket';
import { adjustmentFaults, claimFaults, lineFaults } from './charge-faults';
import type { NamedMachine } from './charge-names';
import { unknownNames } from './charge-names';
import type { NamedCovers } from './charge-in-words';
import { momentOf } from './moments';
import type { TicketAtWork } from './ticket-at-work';
import type { Rules } from './ticket-clocks';
import { machineMissing, ticketOver, warrantyMissing } from './work.errors';

/** A machine as far as charges depend on it. */
export interface ChargedMachine extends NamedMachine {
  serial: string;
  model: string;
  /** What its stamps are called. */
  covers: NamedCovers;
}

/** What has to be paid for, and what speaks against the warranty or beside it. */
export interface ChargeRequest {
  lines: readonly ChargeLine[];
  /** Readings at the report. */
  meters: ReadonlyArray<{ meter: string; value: number }>;
  voids: readonly VoidClaim[];
  overrides: readonly Adjustment[];
  goodwill: readonly Adjustment[];
}

/** What was decided, by the day of the report at the site (W6). */
export interface ChargesDecided {
  judgedOn: string;
  decisions: readonly ChargeDecision[];
}

export const partsIn = ({ lines }: ChargeRequest): string[] => lines.flatMap(({ part }) => part ?? []);

/**
 * Who bears each line, and why. Parts that the catalogue marks as wearing count as if the policy listed them (W4).
 * @throws Refusals with all that is wrong, `missing` among it; Refusal where there is no warranty to judge by
 */
export function chargesOf(
  { policy, calendars }: Rules,
  machine: ChargedMachine,
  given: {
    reportedAt: Date;
    circumstances: Circumstances;
    parts: PartMarks;
    /** What the request names and nobody found. */
    missing?: readonly Refusal[];
  },
  request: ChargeRequest,
): ChargesDecided {
  const { warranty } = policy;
  if (!warranty) throw warrantyMissing();
  const calendar = calendars.at(-1);
  if (!calendar) throw new Error('The house has no calendar.');
  const ofLines = lineFaults(request.lines);
  const faults = [
    ...ofLines,
    ...claimFaults(request),
    ...unknownNames(request, warranty, machine, given.parts),
    ...(given.missing ?? []),
  ];
  if (ofLines.length > 0) throw new Refusals(faults);
  const { stamps, serial, model } = machine;
  const lists = [...warranty.wearParts.lists, { parts: given.parts.worn }];
  const answer = decideCharges({
    ...request,
    policy: { ...policy, warranty: { ...warranty, wearParts: { ...warranty.wearParts, lists } } },
    stamps,
    machine: { serial, model },
    reportedAt: given.reportedAt.getTime(),
    zone: calendar.zone,
    circumstances: given.circumstances,
    meters: Object.fromEntries(request.meters.map(({ meter, value }) => [meter, value])),
  });
  if ('refusals' in answer) throw new Refusals([...faults, ...adjustmentFaults(answer.refusals, request)]);
  if (faults.length > 0) throw new Refusals(faults);
  return answer;
}

/**
 * Decides and freezes who pays for what (W5, W6); a later decision is another one, and the earlier stays on record.
 * @throws Refusals naming the fields to mend; Refusal where nothing can be decided
 */
export async function decideTicketCharges(
  ctx: RequestContext,
  work: TicketAtWork,
  request: ChargeRequest,
  ask: {
    machine: (equipmentId: string) => Promise<ChargedMachine | null>;
    parts: (numbers: readonly string[]) => Promise<PartMarks>;
  },
): Promise<Amendment> {
  const { ticket, circumstances, query } = work;
  if (ticket.stateCategory === 'closed') throw ticketOver();
  const machine = ticket.equipmentId === null ? null : await ask.machine(ticket.equipmentId);
  if (!machine) throw machineMissing();
  const given = {
    reportedAt: ticket.reportedAt,
    circumstances,
    parts: await ask.parts(partsIn(request)),
    missing: await notFound(ctx, work, request, machine),
  };
  const decided = chargesOf(work, machine, given, request);
  const [last] = (await query(
    'SELECT max(number) AS number FROM ticket_charge WHERE tenant_id = $1 AND ticket_id = $2',
    [ctx.tenantId, ticket.id],
  )) as Array<{ number: number | null }>;
  return {
    facts: [
      {
        fact: {
          kind: 'coverage-decided',
          ...momentOf(ctx, work, null),
          coverage: coverageOf(decided.decisions),
        },
      },
    ],
    fields: ['charges', 'clocks'],
    also: [
      {
        text: `INSERT INTO ticket_charge (tenant_id, id, ticket_id, customer_id, dealer_id, audience, number, judged_on,
                 input, decisions, decided_by, created_at)
               VALUES ($1, $2, $3, $4, $5, 'public', $6, $7, $8, $9, $10, $11)`,
        values: [
          ctx.tenantId,
          newId(ctx.now),
          ticket.id,
          ticket.customerId,
          ticket.dealerId,
          (last?.number ?? 0) + 1,
          decided.judgedOn,
          JSON.stringify({ ...request, equipmentId: ticket.equipmentId, covers: machine.covers }),
          JSON.stringify(decided.decisions),
          ctx.actor.memberId,
          ctx.now,
        ],
      },
    ],
  };
}

/** Colleagues and tickets that a request names and that are not there for the asker to see. */
async function notFound(
  ctx: RequestContext,
  { ticket, query }: TicketAtWork,
  request: ChargeRequest,
  { stamps }: ChargedMachine,
): Promise<Refusal[]> {
  const { lines, overrides, goodwill } = request;
  const members = new Set([...overrides, ...goodwill].map(({ by }) => by));
  const tickets = new Set(lines.flatMap(({ repeats }) => repeats ?? []));
  const [found] = (await query(
    `SELECT ARRAY(SELECT id::text FROM membership
                   WHERE tenant_id = $1 AND dealer_id IS NULL AND id::text = ANY ($2::text[])) AS members,
            ARRAY(SELECT id::text FROM ticket
                   WHERE tenant_id = $1 AND id = ANY ($3::uuid[]) AND id <> $4 AND equipment_id = $5) AS tickets`,
    [ctx.tenantId, [...members], [...tickets], ticket.id, ticket.equipmentId],
  )) as Array<{ members: string[]; tickets: string[] }>;
  return [
    ...Object.entries({ overrides, goodwill }).flatMap(([kind, adjustments]) =>
      adjustments.flatMap(({ by }, at) =>
        by === '' || found?.members.includes(by) ? [] : [colleagueMissing([kind, String(at), 'askedById'])],
      ),
    ),
    ...repeatFaults(lines, stamps, found?.tickets),
  ];
}

/**
 * A line may repeat a repair that carries a warranty (R4-5.2); of any other it would be passed over in silence.
 * @param tickets those of the machine, where they were looked up
 */
export const repeatFaults = (
  lines: ChargeRequest['lines'],
  stamps: ChargedMachine['stamps'],
  tickets?: readonly string[],
): Refusal[] =>
  lines.flatMap(({ repeats }, at) => {
    const field = ['lines', String(at), 'repeatsTicketId'];
    if (!repeats) return [];
    if (tickets && !tickets.includes(repeats)) return [repairMissing(field)];
    return stamps.some(({ ticket }) => ticket === repeats) ? [] : [repairUnwarranted(field)];
  });

const colleagueMissing = (field: readonly string[]) =>
  new Refusal('NOT_FOUND', field, {
    zh: '没有找到提出调整的同事，请从名单中选择。',
    en: 'There is no such colleague; choose who asks for the adjustment from the list.',
  });

const repairMissing = (field: readonly string[]) =>
  new Refusal('NOT_FOUND', field, {
    zh: '没有找到这次返修对应的原工单，请选择同一台设备的另一张工单。',
    en: 'There is no such repair; choose another ticket about the same machine.',
  });

const repairUnwarranted = (field: readonly string[]) =>
  new Refusal('INVALID', field, {
    zh: '这台设备的该次维修没有返修保修：尚未结束，或按当时的规则不享受。请留空，按普通维修判定。',
    en: 'That repair of this machine carries no warranty: it is not finished, or its rules give none. Leave it out, to be judged like any repair.',
  });
