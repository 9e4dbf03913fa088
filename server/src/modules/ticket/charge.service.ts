import type { Adjustment, ChargeDecision, ChargeLine } from '@aftercare/policy-engine';
import DataLoader from 'dataloader';
import type { RequestContext } from '../../platform/context';
import { badInput, refusalsIn } from '../../platform/errors';
import type { FieldReader, Row } from '../../platform/graphql';
import { decodeId, nobody } from '../../platform/graphql';
import type { EquipmentService, LabelledStamp, Machine } from '../equipment';
import type { PartService } from '../parts';
import type { NamedCovers } from './charge-in-words';
import { decisionLine, namedCovers } from './charge-in-words';
import type { TicketChargesDecideInput } from './charge.resolver';
import type { AdjustmentInput, ChargeLineInput, TicketCharges, WarrantyCheck } from './charge.types';
import type { ChargedMachine, ChargeRequest } from './decide-charges';
import { chargesOf, decideTicketCharges, partsIn, repeatFaults } from './decide-charges';
import { ticketNotFound } from './ticket.errors';
import type { WorkRooms } from './work-on-ticket';
import { workOnTicket } from './work-on-ticket';

/** Who pays for what: on a ticket, and asked in advance. */
export class ChargeService {
  constructor(
    private readonly rooms: WorkRooms & { equipment: EquipmentService; parts: PartService },
    private readonly reader: FieldReader,
  ) {}

  /** Answers the ticket's row id. */
  async decide(ctx: RequestContext, input: TicketChargesDecideInput): Promise<string> {
    const ticketId = decodeId('Ticket', input.ticketId);
    if (!ticketId) throw ticketNotFound();
    const { expectedVersion, idempotencyKey, ...request } = input;
    const asked = requestOf(ctx, input);
    return workOnTicket(ctx, this.rooms, { ticketId, expectedVersion, idempotencyKey, request }, (work) =>
      decideTicketCharges(ctx, work, asked, {
        machine: async (id) => {
          const machine = await this.rooms.equipment.machineById(ctx, id, work);
          return (
            machine && chargedMachine(machine, await this.rooms.equipment.labelledStampsOf(ctx, id, work))
          );
        },
        parts: (numbers) => this.rooms.parts.marksOf(ctx, numbers, work),
      }),
    );
  }

  /** What would be decided for a machine now; null for an unknown machine and for one of somebody else. */
  async check(
    ctx: RequestContext,
    { serial, requestType, lines }: { serial: string; requestType: string; lines: ChargeLineInput[] },
  ): Promise<WarrantyCheck | null> {
    const machine = await this.rooms.equipment.machineBySerial(ctx, serial);
    const pinned = machine && (await this.rooms.policies.inForceAt(ctx, ctx.now));
    const equipment = machine && (await this.reader.row(ctx, 'Equipment', machine.id));
    if (!pinned || !equipment) return null;
    const known = pinned.policy.requestTypes.map(({ key }) => key);
    if (!known.includes(requestType))
      throw badInput('requestType', {
        zh: `请选择其中一项：${known.join('、')}。`,
        en: `Choose one of ${known.join(', ')}.`,
      });
    const unit = chargedMachine(machine, await this.rooms.equipment.labelledStampsOf(ctx, machine.id));
    const request: ChargeRequest = {
      lines: lines.map(lineOf),
      meters: [],
      voids: [],
      overrides: [],
      goodwill: [],
    };
    const calendars = await this.rooms.policies.calendarsFor(ctx);
    const parts = await this.rooms.parts.marksOf(ctx, partsIn(request));
    try {
      const missing = repeatFaults(request.lines, unit.stamps);
      const given = { reportedAt: ctx.now, circumstances: { requestType }, parts, missing };
      const { judgedOn, decisions } = chargesOf({ ...pinned, calendars }, unit, given, request);
      return {
        equipment,
        judgedOn,
        lines: decisions.map((each) => decisionLine(pinned.policy, each, request.lines, unit.covers)),
      };
    } catch (error) {
      const refused = refusalsIn(error);
      throw badInput(refused[0]?.field.join('.') ?? 'lines', {
        zh: refused.map(({ sentence }) => sentence.zh).join(''),
        en: refused.map(({ sentence }) => sentence.en).join(' '),
      });
    }
  }

  /** The decision that counts for a ticket: the last one, unless it was made about a machine that the ticket is no longer about. */
  async latest(
    ctx: RequestContext,
    ticketId: string,
    policyVersionId: string,
  ): Promise<TicketCharges | null> {
    const row = await lastDecision(ctx, ticketId);
    if (!row?.ofThisMachine) return null;
    const policy = await this.rooms.policies.version(ctx, policyVersionId);
    const { lines, covers = namedCovers([], []) } = row.input;
    const decidedBy: Row | null = await this.reader.row(ctx, 'Member', row.decidedBy);
    return {
      ...row,
      decidedBy,
      lines: row.decisions.map((each) => decisionLine(policy, each, lines, covers)),
    };
  }
}

const chargedMachine = (
  { serial, model, components, meters }: Machine,
  stamps: readonly LabelledStamp[],
): ChargedMachine => ({
  ...{ serial, model, components, meters },
  stamps: stamps.map(({ stamp }) => stamp),
  covers: namedCovers(stamps, components),
});

function requestOf(ctx: RequestContext, input: TicketChargesDecideInput): ChargeRequest {
  return {
    lines: input.lines.map(lineOf),
    meters: input.meters ?? [],
    voids: (input.voids ?? []).map(({ reason, evidence, lines }) => ({
      reason,
      evidence,
      ...(lines && { lines }),
    })),
    overrides: (input.overrides ?? []).map((each) => adjustmentOf(ctx, each)),
    goodwill: (input.goodwill ?? []).map((each) => adjustmentOf(ctx, each)),
  };
}

function lineOf({
  id,
  costClass,
  part,
  component,
  componentSerial,
  repeatsTicketId,
}: ChargeLineInput): ChargeLine {
  // what is no id at all is looked for as one that nothing has
  const repeats = repeatsTicketId ? (decodeId('Ticket', repeatsTicketId) ?? nobody) : null;
  return {
    id,
    costClass,
    ...(part && { part }),
    // a serial number alone is refused for want of its component
    ...((component || componentSerial) && {
      component: { key: component ?? '', ...(componentSerial && { serial: componentSerial }) },
    }),
    ...(repeats && { repeats }),
  };
}

/** The asker approves it with their own name; a colleague asks for it. */
function adjustmentOf(
  { actor }: RequestContext,
  { line, percent, why, askedById }: AdjustmentInput,
): Adjustment {
  return {
    line,
    percent,
    why,
    by: askedById.trim() && (decodeId('Member', askedById) ?? nobody),
    approver: { id: actor.memberId, roles: actor.roles },
  };
}

interface StoredDecision {
  ticketId: string;
  number: number;
  judgedOn: string;
  /** What was decided before covers were kept by name has none. */
  input: ChargeRequest & { covers?: NamedCovers };
  decisions: ChargeDecision[];
  decidedBy: string;
  decidedAt: Date;
  ofThisMachine: boolean | null;
}

/** The last decision about each ticket; those of many tickets in one statement. */
function lastDecision(ctx: RequestContext, ticketId: string): Promise<StoredDecision | null> {
  type Loader = DataLoader<string, StoredDecision | null>;
  const loader =
    (ctx.loaders.get(lastDecision) as Loader | undefined) ??
    new DataLoader<string, StoredDecision | null>(async (ids) => {
      const rows = await ctx.db.query<StoredDecision>(
        `SELECT DISTINCT ON (c.ticket_id) c.ticket_id AS "ticketId", c.number, judged_on::text AS "judgedOn", input, decisions,
                decided_by AS "decidedBy", c.created_at AS "decidedAt",
                (c.input->>'equipmentId')::uuid = t.equipment_id AS "ofThisMachine"
           FROM ticket_charge AS c JOIN ticket AS t ON t.tenant_id = c.tenant_id AND t.id = c.ticket_id
          WHERE c.tenant_id = $1 AND c.ticket_id = ANY ($2::uuid[]) ORDER BY c.ticket_id, c.number DESC`,
        [ctx.tenantId, ids],
      );
      const found = new Map(rows.map((row) => [row.ticketId, row]));
      return ids.map((id) => found.get(id) ?? null);
    });
  ctx.loaders.set(lastDecision, loader);
  return loader.load(ticketId);
}
