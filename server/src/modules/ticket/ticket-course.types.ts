import type { ApprovalStatus, ClockKind, Missing } from '@aftercare/policy-engine';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Connection, Row } from '../../platform/graphql';
import { enumOf, LocalDate, LocalizedText, Node, PageInfo } from '../../platform/graphql';
import { Member } from '../identity';
import { Clause, ClockKinds } from '../policy';
import type { TicketFact } from './ticket-fact';
import type { audiences } from './ticket.words';
import { Audiences } from './ticket.words';

const missingKinds = [
  'NOT_OFFERED',
  'ROLE',
  'RECORD',
  'APPROVAL',
  'AGREEMENT',
  'OWNER',
  'OPEN_CHILDREN',
  'WINDOW',
  'MERGED',
] as const satisfies ReadonlyArray<Missing['kind']>;
const MissingKinds = enumOf('MissingKind', missingKinds, 'What a step may wait for.');

const approvalStatuses = ['none', 'asked', 'given', 'refused'] as const satisfies readonly ApprovalStatus[];
const ApprovalStatuses = enumOf('ApprovalStatus', approvalStatuses, 'How an approval stands.');

export const dateOutcomes = ['open', 'kept', 'broken', 'replaced', 'cancelled'] as const;
const DateOutcomes = enumOf('DateOutcome', dateOutcomes, 'What became of a date told to the customer.');

const factKinds = [
  'reported',
  'responded',
  'guided',
  'assigned',
  'arrived',
  'resolved',
  'closed',
  'reopened',
  'merged',
  'absorbed',
  'recorded',
  'severity-set',
  'site-corrected',
  'customer-corrected',
  'coverage-decided',
  'paused',
  'resumed',
  'agreed',
  'calendar-pinned',
  'policy-pinned',
  'state-entered',
  'owner-set',
  'offered',
  'offer-declined',
  'offer-withdrawn',
  'approval',
] as const satisfies ReadonlyArray<TicketFact['kind']>;
const FactKinds = enumOf('TicketEventKind', factKinds, 'What happened to a ticket.');

const notWritten = 'null where nobody wrote it down';

@ObjectType({ description: "Something of the maker's policy, by its key." })
export class Labelled {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;
}

@ObjectType({ description: 'One thing that a step waits for.' })
export class MissingForStep {
  @Field(() => MissingKinds)
  kind!: Missing['kind'];

  @Field(() => String, {
    nullable: true,
    description: 'Key of the record, approval or clock that it is about.',
  })
  key!: string | null;

  @Field(() => LocalizedText, { description: 'In a sentence that names the remedy.' })
  message!: LocalizedText;

  @Field(() => Clause, { nullable: true, description: 'Null where no clause asks for it.' })
  clause!: Clause | null;
}

@ObjectType({
  description:
    "A step that leads out of the present state; for the requester's side only its own withdrawal.",
})
export class TicketStep {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => Boolean, { description: 'Whether you may take it now.' })
  possible!: boolean;

  @Field(() => [MissingForStep])
  missing!: MissingForStep[];
}

@ObjectType({ description: 'A decision about an approval that counts.' })
export class ApprovalVote {
  @Field(() => String)
  decision!: string;

  @Field(() => Member, { nullable: true })
  by!: Row | null;

  @Field(() => String, { description: 'The role in which it was decided.' })
  role!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => Boolean, { description: 'Made by word of mouth and not yet confirmed in writing.' })
  toWriteDown!: boolean;
}

@ObjectType({ description: 'How an approval of the workflow stands.' })
export class TicketApproval {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => ApprovalStatuses)
  status!: ApprovalStatus;

  @Field(() => Member, { nullable: true })
  askedBy!: Row | null;

  @Field(() => Date, { nullable: true })
  askedAt!: Date | null;

  @Field(() => [ApprovalVote])
  decisions!: ApprovalVote[];

  @Field(() => [String], { description: 'Roles that may decide next.' })
  awaited!: string[];

  @Field(() => Int, { description: 'How many must still agree.' })
  missing!: number;

  @Field(() => Boolean, {
    description: 'The step may go first because of danger to people; the approval has to follow.',
  })
  owed!: boolean;
}

@ObjectType({ description: 'A date that was told to the customer, and whether it was kept.' })
export class AgreedDate {
  @Field(() => ClockKinds)
  clock!: ClockKind;

  @Field(() => Date)
  dueAt!: Date;

  @Field(() => String)
  why!: string;

  @Field(() => String, { description: 'Who of the customer was told and confirmed it.' })
  confirmedBy!: string;

  @Field(() => Date)
  agreedAt!: Date;

  @Field(() => Member, { nullable: true })
  agreedBy!: Row | null;

  @Field(() => DateOutcomes)
  outcome!: (typeof dateOutcomes)[number];
}

@ObjectType({ description: 'A date that was told with a record, such as the next maintenance.' })
export class ToldDate extends Labelled {
  @Field(() => LocalDate)
  date!: string;

  @Field(() => Date, { description: 'When it was told.' })
  toldAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: `To whom it was told; ${notWritten}, and for whoever came by a link.`,
  })
  toldTo!: string | null;

  @Field(() => String, {
    nullable: true,
    description: `How it was told, as it was written down; ${notWritten}, and for whoever came by a link.`,
  })
  channel!: string | null;

  @Field(() => Clause, { nullable: true, description: 'What asks for it; null for a default of ours.' })
  clause!: Clause | null;
}

@ObjectType({ description: 'A pause that lasts.' })
export class TicketPause {
  @Field(() => Labelled)
  reason!: Labelled;

  @Field(() => Date)
  since!: Date;

  @Field(() => Date, { description: 'When it ends by itself.' })
  endsAt!: Date;
}

@ObjectType({ implements: Node, description: 'Something that happened to a ticket.' })
export class TicketEvent extends Node {
  @Field(() => FactKinds)
  kind!: TicketFact['kind'];

  @Field(() => Date)
  at!: Date;

  @Field(() => Date, { description: 'When it was written down, which may be later.' })
  recordedAt!: Date;

  @Field(() => LocalizedText, { description: 'What happened, in a few words.' })
  text!: LocalizedText;

  @Field(() => String, { nullable: true, description: 'The words that were written down with it.' })
  note!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The date that was told with it.' })
  date!: string | null;

  @Field(() => String, {
    nullable: true,
    description: `To whom it was told; ${notWritten}.`,
  })
  toldTo!: string | null;

  @Field(() => String, {
    nullable: true,
    description: `How it was told, as it was written down; ${notWritten}.`,
  })
  channel!: string | null;

  @Field(() => Audiences)
  audience!: (typeof audiences)[number];

  @Field(() => Member, {
    nullable: true,
    description: 'Null for the product itself, or for somebody you may not see.',
  })
  actor!: Member | null;

  @Field(() => Member, { nullable: true, description: 'Whom it was given or offered to.' })
  member!: Member | null;
}

@ObjectType()
export class TicketEventEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => TicketEvent)
  node!: Row;
}

@ObjectType()
export class TicketEventConnection implements Connection<Row> {
  @Field(() => [TicketEventEdge])
  edges!: TicketEventEdge[];

  @Field(() => [TicketEvent])
  nodes!: Row[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
