import type { RecordType } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import { rolesInWords } from './missing-in-words';
import type { Amendment, NotedFact } from './amend-ticket';
import { momentOf } from './moments';
import type { TicketAtWork } from './ticket-at-work';
import type { audiences } from './ticket.words';
import { dateTold, dayIn } from './told-dates';
import { optionalText, requiredText } from './ticket.texts';
import { withResponse } from './told-to-requester';
import { notYourRole, ticketOver, toldIsPublic, unknownKey } from './work.errors';

/** What is written down, and how it came about. */
export interface Writing {
  record: string;
  note: string;
  audience?: (typeof audiences)[number] | null | undefined;
  /** How it was told: by telephone, e-mail and the like. */
  channel?: string | null | undefined;
  /** To whom it was told. */
  toldTo?: string | null | undefined;
  /** The date that was told, for records that ask for one. */
  date?: string | null | undefined;
}

/**
 * A record on its own; after the end none is taken, since what was judged stays as it was (G3).
 * @throws Refusal as `writtenDown`, or that the ticket is closed
 */
export function writeRecord(
  ctx: RequestContext,
  work: TicketAtWork,
  { at, ...writing }: Writing & { at?: Date | null | undefined },
): Amendment {
  if (work.ticket.stateCategory === 'closed') throw ticketOver();
  const moment = momentOf(ctx, work, at);
  const written = writtenDown(ctx, work, writing, moment);
  const { audience = 'public' } = written;
  const facts = withResponse(work, [written]);
  return { facts, fields: ['records', ...(facts.length > 1 ? ['clocks'] : [])], audience };
}

/**
 * A record of the policy with its words; what its role may write it down, and nobody else.
 * @throws Refusal naming `record`, `note`, `date`, or `audience` where what the requester is told is kept from them
 */
export function writtenDown(
  ctx: RequestContext,
  { policy, ticket }: TicketAtWork,
  writing: Writing,
  moment: { at: number; recordedAt: number },
): NotedFact {
  const { record } = writing;
  const known = policy.records ?? [];
  const type = known.find(({ key }) => key === record);
  if (!type)
    throw unknownKey(
      'record',
      known.map(({ key }) => key),
    );
  if (!mayWrite(ctx, type)) throw notYourRole('record', rolesInWords(type.by ?? []));
  const note = requiredText(writing.note, 'note');
  const channel = optionalText(writing.channel, 'channel');
  const toldTo = optionalText(writing.toldTo, 'toldTo');
  const told = type.toRequester === true;
  if (told && writing.audience === 'internal') throw toldIsPublic(type.label);
  const date = dateTold(type, writing.date, dayIn(ticket.timeZone, moment.at));
  const audience = writing.audience ?? (told ? 'public' : 'internal');
  return {
    fact: { kind: 'recorded', ...moment, record, by: ctx.actor.memberId, ...(date && { date }) },
    note,
    detail: channel === null && toldTo === null ? null : { channel, toldTo },
    audience,
  };
}

/** Whether the actor holds a role that the policy lets write it down. */
export function mayWrite({ actor }: RequestContext, { by }: RecordType): boolean {
  return by === undefined || by.some((role) => (actor.roles as readonly string[]).includes(role));
}
