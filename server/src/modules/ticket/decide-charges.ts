import type {
  Adjustment,
  AdjustmentRefusal,
  ChargeDecision,
  ChargeLine,
  Circumstances,
  VoidClaim,
} from '@aftercare/policy-engine';
import { coverageOf, decideCharges } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import { Refusal } from '../../platform/errors';
import type { Sentence } from '../../platform/errors';
import { newId } from '../../platform/graphql';
import type { PartMarks } from '../parts';
import type { Amendment } from './amend-ticket';
import type { NamedMachine } from './charge-names';
import { mustBeKnownNames } from './charge-names';
import { rolesInWords } from './missing-in-words';
import { momentOf } from './moments';
import type { TicketAtWork } from './ticket-at-work';
import type { Rules } from './ticket-clocks';
import { machineMissing, ticketOver, warrantyMissing } from './work.errors';

/** A machine as far as charges depend on it. */
export interface ChargedMachine extends NamedMachine {
  serial: string;
  model: string;
}

/** What has to be paid for, and what speaks against the warranty or beside it. */
export interface ChargeRequest {
  lines: readonly ChargeLine[];
  meters: Readonly<Record<string, number>>;
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
 * @throws Refusal naming what is not known, `lines`, `overrides` or `goodwill`
 */
export function chargesOf(
  { policy, calendars }: Rules,
  machine: ChargedMachine,
  given: { reportedAt: Date; circumstances: Circumstances; parts: PartMarks },
  request: ChargeRequest,
): ChargesDecided {
  const { warranty } = policy;
  if (!warranty) throw warrantyMissing();
  if (request.lines.length === 0 || request.lines.length > 100) throw lineCount();
  if (new Set(request.lines.map(({ id }) => id)).size < request.lines.length) throw sameLine();
  const calendar = calendars.at(-1);
  if (!calendar) throw new Error('The house has no calendar.');
  const { stamps, serial, model } = machine;
  mustBeKnownNames(request, warranty, machine, given.parts);
  const lists = [...warranty.wearParts.lists, { parts: given.parts.worn }];
  const answer = decideCharges({
    policy: { ...policy, warranty: { ...warranty, wearParts: { ...warranty.wearParts, lists } } },
    stamps,
    machine: { serial, model },
    reportedAt: given.reportedAt.getTime(),
    zone: calendar.zone,
    circumstances: given.circumstances,
    ...request,
  });
  if ('refusals' in answer) throw adjustmentRefused(answer.refusals);
  return answer;
}

/**
 * Decides and freezes who pays for what (W5, W6); a later decision is another one, and the earlier stays on record.
 * @throws Refusal naming the field to mend
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
  await mustBeKnown(ctx, work, request);
  const parts = await ask.parts(partsIn(request));
  const decided = chargesOf(work, machine, { reportedAt: ticket.reportedAt, circumstances, parts }, request);
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
          JSON.stringify({ ...request, equipmentId: ticket.equipmentId }),
          JSON.stringify(decided.decisions),
          ctx.actor.memberId,
          ctx.now,
        ],
      },
    ],
  };
}

/** Colleagues and tickets that a request names have to be there for the asker to see. */
async function mustBeKnown(
  ctx: RequestContext,
  { ticket, query }: TicketAtWork,
  request: ChargeRequest,
): Promise<void> {
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
  for (const [kind, adjustments] of Object.entries({ overrides, goodwill })) {
    const at = adjustments.findIndex(({ by }) => !found?.members.includes(by));
    if (at >= 0) throw colleagueMissing([kind, String(at), 'askedById']);
  }
  const at = lines.findIndex(({ repeats }) => repeats && !found?.tickets.includes(repeats));
  if (at >= 0) throw repairMissing(['lines', String(at), 'repeatsTicketId']);
}

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

const lineCount = () =>
  new Refusal('REQUIRED', ['lines'], { zh: '请填写 1 至 100 个费用项目。', en: 'Name 1 to 100 lines.' });

const sameLine = () =>
  new Refusal('INVALID', ['lines'], {
    zh: '两个费用项目的编号相同，请分别编号。',
    en: 'Two lines have the same id; give each its own.',
  });

const faults: Record<string, Sentence> = {
  LINE: { zh: '没有这个费用项目', en: 'there is no such line' },
  PERCENT: { zh: '百分比须在允许范围内', en: 'the percentage is out of range' },
  WHY: { zh: '须写明理由', en: 'a reason is needed' },
  BY: { zh: '须写明由谁提出', en: 'it takes somebody who asks for it' },
  OWN_MATTER: { zh: '不能批准自己提出的调整', en: 'nobody approves what they asked for themselves' },
};

function adjustmentRefused(refusals: readonly AdjustmentRefusal[]): Refusal {
  const said = refusals.flatMap(({ line, missing }) =>
    missing.map((fault): Sentence => {
      if (fault.code !== 'APPROVER') {
        const { zh, en } = faults[fault.code] ?? { zh: fault.code, en: fault.code };
        return { zh: `${line}：${zh}`, en: `${line}: ${en}` };
      }
      const roles = rolesInWords(fault.roles);
      return { zh: `${line}：须由${roles.zh}批准`, en: `${line}: ${roles.en} has to approve it` };
    }),
  );
  return new Refusal('INVALID', [refusals[0]?.kind === 'goodwill' ? 'goodwill' : 'overrides'], {
    zh: `${said.map(({ zh }) => zh).join('；')}。`,
    en: `${said.map(({ en }) => en).join('; ')}.`,
  });
}
