import type { Policy } from '@aftercare/policy-engine';
import type { Readers } from '../../platform/aggregates';
import { readForm } from '../../platform/aggregates';
import type { Principal, RequestContext } from '../../platform/context';
import type { Refusal } from '../../platform/errors';
import { Refusals } from '../../platform/errors';
import { decodeId, nobody } from '../../platform/graphql';
import { requiredKey } from '../../platform/idempotency';
import { normalSerial } from '../equipment';
import type { PinnedPolicy, PolicyService } from '../policy';
import { dayOfHouse, mustBeProvince } from '../tenancy';
import { faultsOfAnswers } from './answer-form';
import {
  answeredTwice,
  noPolicyInForce,
  notYourChannel,
  reportedInFuture,
  reportedTooLongAgo,
  tooManyFiles,
  unknownRequestType,
  unknownSeverity,
} from './ticket.errors';
import type { TicketCreateInput } from './ticket.inputs';
import type { Channel } from './ticket.words';
import { optionalText, requiredText } from './ticket.texts';

const mostFiles = 10;

/**
 * How far back a dealer may say that a customer reported: the report's day decides what the warranty bears (W6), and
 * its moment when the maker is late (C1). The desk, which holds the letter, may go back as far as it must.
 */
const dealersPassOnWithinMs = 72 * 3_600_000;

const toTheDesk: readonly [Channel, ...Channel[]] = ['web', 'phone', 'email', 'fax', 'letter', 'visit'];

/**
 * By which ways a request comes in follows from who files it, and who answers whom from that (C4); the first is meant
 * where none is named. What a dealer was told by telephone is the dealer's report, and a dealer who calls the desk came
 * by telephone.
 */
const waysIn: Readonly<Record<Principal['kind'], readonly [Channel, ...Channel[]]>> = {
  staff: toTheDesk,
  system: toTheDesk,
  dealer: ['dealer'],
  link: ['nameplate'],
  client: ['partner'],
};

/** A request as it was understood. */
export interface Request {
  subject: string;
  description: string;
  reporterName: string;
  reporterPhone: string | null;
  reporterEmail: string | null;
  serial: string;
  key: string;
  channel: Channel;
  requestType: string;
  severity: string | null;
  reportedAt: Date;
  details: Record<string, string>;
  files: Array<{ fileId: string; field: string[] }>;
  customerId: string | null;
  customerName: string | null;
  province: string | null;
}

/**
 * What is asked for, and the policy that it falls under.
 * @param against what the room that takes the request has against it already
 * @throws Refusals with all that is to be mended
 */
export async function understood(
  ctx: RequestContext,
  policies: PolicyService,
  input: TicketCreateInput,
  against: readonly Refusal[] = [],
): Promise<{ request: Request; pinned: PinnedPolicy }> {
  const read = readForm(readersOf(ctx, input));
  // what has no sound moment is held against the rules of now
  const { reportedAt = ctx.now, details } = 'form' in read ? read.form : read.partly;
  const pinned = await policies.inForceAt(ctx, reportedAt);
  const unknown = pinned ? unknownWords(pinned.policy, input) : [noPolicyInForce()];
  if (pinned && 'form' in read && against.length + unknown.length === 0)
    return { request: read.form, pinned };
  const faults = [...against, ...('faults' in read ? read.faults : []), ...unknown];
  if (pinned && details && unknown.length === 0) {
    const { requestType } = input;
    const { text, values } = dayOfHouse(ctx, ctx.now);
    const [today] = await ctx.db.query<{ day: string }>(text, values);
    faults.push(...faultsOfAnswers(pinned.intake, { requestType, details }, today?.day as string));
  }
  throw new Refusals(faults);
}

function readersOf(ctx: RequestContext, input: TicketCreateInput): Readers<Request> {
  return {
    subject: () => requiredText(input.subject, 'subject'),
    description: () => requiredText(input.description, 'description'),
    reporterName: () => requiredText(input.reporterName, 'reporterName'),
    reporterPhone: () => optionalText(input.reporterPhone, 'reporterPhone'),
    reporterEmail: () => optionalText(input.reporterEmail, 'reporterEmail'),
    serial: () => normalSerial(requiredText(input.serial, 'serial')),
    key: () => requiredKey(input.idempotencyKey),
    channel: () => wayIn(ctx, input.channel),
    requestType: () => input.requestType,
    severity: () => input.severity ?? null,
    reportedAt: () => momentOfReport(ctx, input.reportedAt ?? ctx.now),
    details: () => detailsOf(input),
    files: () => filesOf(input),
    customerId: () => (input.customerId ? (decodeId('Customer', input.customerId) ?? nobody) : null),
    customerName: () => optionalText(input.customerName, 'customerName'),
    province: () => {
      if (input.province != null) mustBeProvince('province', input.province);
      return input.province ?? null;
    },
  };
}

function wayIn({ actor }: RequestContext, channel: TicketCreateInput['channel']): Channel {
  const own = waysIn[actor.kind];
  if (channel != null && !own.includes(channel)) throw notYourChannel(own);
  return channel ?? own[0];
}

function momentOfReport({ actor, now }: RequestContext, reportedAt: Date): Date {
  if (reportedAt > now) throw reportedInFuture();
  if (actor.dealerId && now.getTime() - reportedAt.getTime() > dealersPassOnWithinMs)
    throw reportedTooLongAgo(dealersPassOnWithinMs / 3_600_000);
  return reportedAt;
}

function detailsOf({ details }: TicketCreateInput): Request['details'] {
  const answers = (details ?? []).flatMap(({ key, value }): Array<[string, string]> => {
    const text = optionalText(value, 'details');
    return text === null ? [] : [[requiredText(key, 'details'), text]];
  });
  const keys = answers.map(([key]) => key);
  const twice = new Set(keys.filter((key, index) => keys.indexOf(key) < index));
  if (twice.size > 0) throw new Refusals([...twice].map(answeredTwice));
  return Object.fromEntries(answers);
}

function filesOf({ nameplatePhotoId, fileIds }: TicketCreateInput): Request['files'] {
  if ((fileIds?.length ?? 0) > mostFiles) throw tooManyFiles(mostFiles);
  return [
    ...(nameplatePhotoId ? [fileOf(nameplatePhotoId, 'nameplatePhotoId')] : []),
    ...(fileIds ?? []).map((id) => fileOf(id, 'fileIds')),
  ];
}

const fileOf = (id: string, field: string) => ({ fileId: decodeId('File', id) ?? nobody, field: [field] });

/** What the policy has no such word for. */
function unknownWords({ requestTypes, severity }: Policy, input: TicketCreateInput): Refusal[] {
  const types = requestTypes.map(({ key }) => key);
  const classes = (severity?.classes ?? []).map(({ key }) => key);
  return [
    ...(types.includes(input.requestType) ? [] : [unknownRequestType(types)]),
    ...(input.severity == null || classes.includes(input.severity) ? [] : [unknownSeverity(classes)]),
  ];
}
