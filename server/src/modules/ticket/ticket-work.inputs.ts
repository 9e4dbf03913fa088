import type { ClockKind } from '@aftercare/policy-engine';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf, LocalDate, Payload } from '../../platform/graphql';
import { ClockKinds } from '../policy';
import { guidanceOutcomes } from './guide-requester';
import type { audiences } from './ticket.words';
import { Ticket } from './ticket.entity';
import { Audiences } from './ticket.words';

const GuidanceOutcomes = enumOf('GuidanceOutcome', guidanceOutcomes, 'What came of remote guidance.');
const decisions = ['given', 'refused'] as const;
const Decisions = enumOf('ApprovalDecision', decisions, 'What was decided about an approval.');

/** What every change of a ticket's course carries. */
@InputType()
export abstract class TicketChangeInput {
  @Field(() => ID)
  ticketId!: string;

  @Field(() => Int, { description: 'The version that this decision was based on.' })
  expectedVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Made once per action; sending it again changes nothing and answers the ticket.',
  })
  idempotencyKey?: string | null;
}

const happened = 'When it happened, if before now; how far back depends on the role.';

@InputType({ description: 'Something that the policy lists among its records.' })
export class TicketRecordInput {
  @Field(() => String, { description: 'Key of the record.' })
  record!: string;

  @Field(() => String, { description: 'What is written down.' })
  note!: string;

  @Field(() => Audiences, {
    nullable: true,
    description: 'Left out: internal, save for what is told to the requester.',
  })
  audience?: (typeof audiences)[number] | null;

  @Field(() => String, { nullable: true, description: 'How it was told: by telephone, fax, e-mail.' })
  channel?: string | null;

  @Field(() => String, { nullable: true, description: 'To whom it was told.' })
  toldTo?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The date that was told, after that day; for records that ask for one, and no others.',
  })
  date?: string | null;
}

@InputType()
export class TicketStepTakeInput extends TicketChangeInput {
  @Field(() => String, { description: 'Key of the step.' })
  step!: string;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => [TicketRecordInput], {
    nullable: true,
    description: 'Written down first, together with the step.',
  })
  records?: TicketRecordInput[] | null;

  @Field(() => Date, { nullable: true, description: happened })
  at?: Date | null;
}

@InputType()
export class TicketRecordAddInput extends TicketRecordInput {
  @Field(() => ID)
  ticketId!: string;

  @Field(() => Date, { nullable: true, description: happened })
  at?: Date | null;

  @Field(() => String, { description: 'Made once per record; sending it again changes nothing.' })
  idempotencyKey!: string;
}

@InputType()
export class TicketExplainInput {
  @Field(() => ID)
  ticketId!: string;

  @Field(() => String, { description: 'What was explained, in words that the requester reads.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'How it was told: by telephone, fax, e-mail.' })
  channel?: string | null;

  @Field(() => String, { nullable: true, description: 'To whom it was told.' })
  toldTo?: string | null;

  @Field(() => Date, { nullable: true, description: happened })
  at?: Date | null;

  @Field(() => String, { description: 'Made once per explanation; sending it again changes nothing.' })
  idempotencyKey!: string;
}

@InputType()
export class TicketGuideInput {
  @Field(() => ID)
  ticketId!: string;

  @Field(() => GuidanceOutcomes)
  outcome!: (typeof guidanceOutcomes)[number];

  @Field(() => String, { description: 'What was advised, and what came of it.' })
  note!: string;

  @Field(() => String, { nullable: true })
  channel?: string | null;

  @Field(() => Date, { nullable: true, description: happened })
  at?: Date | null;

  @Field(() => String, { description: 'Made once per guidance; sending it again changes nothing.' })
  idempotencyKey!: string;
}

@InputType()
export class TicketPauseInput extends TicketChangeInput {
  @Field(() => String, { description: "Key of one of the policy's pause reasons." })
  reason!: string;

  @Field(() => String)
  note!: string;

  @Field(() => Date, { nullable: true, description: happened })
  at?: Date | null;
}

@InputType()
export class TicketResumeInput extends TicketChangeInput {
  @Field(() => String, { description: 'Key of the pause reason.' })
  reason!: string;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => Date, { nullable: true, description: happened })
  at?: Date | null;
}

@InputType()
export class TicketClassifyInput extends TicketChangeInput {
  @Field(() => String, { description: 'Key of a class of severity.' })
  severity!: string;

  @Field(() => String)
  reason!: string;
}

@InputType()
export class TicketApprovalAskInput extends TicketChangeInput {
  @Field(() => String, { description: 'Key of an approval of the workflow.' })
  approval!: string;

  @Field(() => String, { description: 'What is to be approved, and why.' })
  note!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'People are in danger, so that the step goes first where the policy allows it.',
  })
  safety?: boolean | null;
}

@InputType()
export class TicketApprovalDecideInput extends TicketChangeInput {
  @Field(() => String, { description: 'Key of an approval of the workflow.' })
  approval!: string;

  @Field(() => Decisions)
  decision!: (typeof decisions)[number];

  @Field(() => String)
  note!: string;

  @Field(() => Boolean, { nullable: true, description: 'By word of mouth, to be written down later.' })
  oral?: boolean | null;
}

@InputType()
export class TicketDateAgreeInput extends TicketChangeInput {
  @Field(() => ClockKinds, { description: 'What the date is for.' })
  clock!: ClockKind;

  @Field(() => Date)
  dueAt!: Date;

  @Field(() => String)
  why!: string;

  @Field(() => String, { description: 'Who of the customer was told and confirmed it.' })
  confirmedBy!: string;
}

@InputType()
export class TicketHandOverInput extends TicketChangeInput {
  @Field(() => ID, {
    description: 'The colleague who answers for the ticket from now on; oneself to take it.',
  })
  toId!: string;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class TicketOfferAnswerInput extends TicketChangeInput {
  @Field(() => Boolean)
  accept!: boolean;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class TicketCorrectInput extends TicketChangeInput {
  @Field(() => String, {
    nullable: true,
    description: 'Serial number of the machine that it is really about.',
  })
  serial?: string | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => String, { nullable: true, description: 'First two digits of the GB/T 2260 code.' })
  province?: string | null;

  @Field(() => String)
  reason!: string;
}

@InputType()
export class TicketWithdrawInput extends TicketChangeInput {
  @Field(() => String)
  reason!: string;
}

/** What every change of a ticket answers. */
@ObjectType()
export abstract class TicketPayload extends Payload {
  @Field(() => Ticket, { nullable: true })
  ticket!: Ticket | null;
}

@ObjectType()
export class TicketStepTakePayload extends TicketPayload {}
@ObjectType()
export class TicketRecordAddPayload extends TicketPayload {}
@ObjectType()
export class TicketExplainPayload extends TicketPayload {}
@ObjectType()
export class TicketGuidePayload extends TicketPayload {}
@ObjectType()
export class TicketPausePayload extends TicketPayload {}
@ObjectType()
export class TicketResumePayload extends TicketPayload {}
@ObjectType()
export class TicketClassifyPayload extends TicketPayload {}
@ObjectType()
export class TicketApprovalAskPayload extends TicketPayload {}
@ObjectType()
export class TicketApprovalDecidePayload extends TicketPayload {}
@ObjectType()
export class TicketDateAgreePayload extends TicketPayload {}
@ObjectType()
export class TicketHandOverPayload extends TicketPayload {}
@ObjectType()
export class TicketOfferAnswerPayload extends TicketPayload {}
@ObjectType()
export class TicketCorrectPayload extends TicketPayload {}
@ObjectType()
export class TicketWithdrawPayload extends TicketPayload {}
