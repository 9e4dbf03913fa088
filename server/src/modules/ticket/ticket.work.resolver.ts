import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { GraphQLContext, RequestContext } from '../../platform/context';
import type { FieldReader } from '../../platform/graphql';
import { lookInto, payloadOf, signedIn } from '../../platform/graphql';
import {
  TicketApprovalAskInput,
  TicketApprovalAskPayload,
  TicketApprovalDecideInput,
  TicketApprovalDecidePayload,
  TicketClassifyInput,
  TicketClassifyPayload,
  TicketCorrectInput,
  TicketCorrectPayload,
  TicketDateAgreeInput,
  TicketDateAgreePayload,
  TicketExplainInput,
  TicketExplainPayload,
  TicketGuideInput,
  TicketGuidePayload,
  TicketHandOverInput,
  TicketHandOverPayload,
  TicketOfferAnswerInput,
  TicketOfferAnswerPayload,
  TicketPauseInput,
  TicketPausePayload,
  TicketRecordAddInput,
  TicketRecordAddPayload,
  TicketResumeInput,
  TicketResumePayload,
  TicketStepTakeInput,
  TicketStepTakePayload,
  TicketWithdrawInput,
  TicketWithdrawPayload,
} from './ticket-work.inputs';
import type { TicketWork } from './ticket-work.service';

@Resolver()
export class TicketWorkResolver {
  constructor(
    private readonly work: TicketWork,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('ticket:handle')
  @Mutation(() => TicketStepTakePayload, { description: "Takes a step of the maker's workflow." })
  ticketStepTake(
    @Arg('input', () => TicketStepTakeInput) input: TicketStepTakeInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.takeStep(ctx, input));
  }

  @Authorized('ticket:handle')
  @Mutation(() => TicketRecordAddPayload, { description: 'Writes down what the policy asks for.' })
  ticketRecordAdd(
    @Arg('input', () => TicketRecordAddInput) input: TicketRecordAddInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.record(ctx, input));
  }

  @Authorized('ticket:handle')
  @Mutation(() => TicketExplainPayload, {
    description: 'Tells the requester the result and writes down how.',
  })
  ticketExplain(
    @Arg('input', () => TicketExplainInput) input: TicketExplainInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.explain(ctx, input));
  }

  @Authorized('ticket:handle')
  @Mutation(() => TicketGuidePayload, { description: 'Remote guidance was given.' })
  ticketGuide(
    @Arg('input', () => TicketGuideInput) input: TicketGuideInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.guide(ctx, input));
  }

  @Authorized('ticket:handle')
  @Mutation(() => TicketPausePayload, { description: 'Stops the clocks for a reason of the policy.' })
  ticketPause(
    @Arg('input', () => TicketPauseInput) input: TicketPauseInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.pause(ctx, input));
  }

  @Authorized('ticket:handle')
  @Mutation(() => TicketResumePayload, { description: 'Lets the clocks go on.' })
  ticketResume(
    @Arg('input', () => TicketResumeInput) input: TicketResumeInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.resume(ctx, input));
  }

  @Authorized('ticket:handle')
  @Mutation(() => TicketClassifyPayload, { description: 'Sets the class of severity.' })
  ticketClassify(
    @Arg('input', () => TicketClassifyInput) input: TicketClassifyInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.classify(ctx, input));
  }

  @Authorized('ticket:handle')
  @Mutation(() => TicketApprovalAskPayload, { description: 'Asks for an approval of the workflow.' })
  ticketApprovalAsk(
    @Arg('input', () => TicketApprovalAskInput) input: TicketApprovalAskInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.askApproval(ctx, input));
  }

  @Authorized('ticket:handle')
  @Mutation(() => TicketApprovalDecidePayload, { description: 'Gives or refuses an approval.' })
  ticketApprovalDecide(
    @Arg('input', () => TicketApprovalDecideInput) input: TicketApprovalDecideInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.decideApproval(ctx, input));
  }

  @Authorized('ticket:handle')
  @Mutation(() => TicketDateAgreePayload, {
    description: "Agrees a date with the customer in place of the rule's.",
  })
  ticketDateAgree(
    @Arg('input', () => TicketDateAgreeInput) input: TicketDateAgreeInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.agreeDate(ctx, input));
  }

  @Authorized('ticket:handle')
  @Mutation(() => TicketHandOverPayload, {
    description: 'Takes a ticket, or hands it to a colleague who answers for it from then on.',
  })
  ticketHandOver(
    @Arg('input', () => TicketHandOverInput) input: TicketHandOverInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.handOver(ctx, input));
  }

  @Authorized('ticket:handle')
  @Mutation(() => TicketOfferAnswerPayload, {
    description: 'Accepts or declines a ticket that its owner offered.',
  })
  ticketOfferAnswer(
    @Arg('input', () => TicketOfferAnswerInput) input: TicketOfferAnswerInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.answerOffer(ctx, input));
  }

  @Authorized('ticket:handle')
  @Mutation(() => TicketCorrectPayload, {
    description:
      'Corrects machine, site or province; promises are judged anew. The machine of another dealer or customer takes the ticket along: the former dealer no longer sees it, and every link by which it was followed ends at once; ticketLinkCreate makes another.',
  })
  ticketCorrect(
    @Arg('input', () => TicketCorrectInput) input: TicketCorrectInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.correct(ctx, input));
  }

  @Authorized('ticket:withdraw')
  @Mutation(() => TicketWithdrawPayload, { description: 'The requester no longer wants what was asked for.' })
  ticketWithdraw(
    @Arg('input', () => TicketWithdrawInput) input: TicketWithdrawInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.changed(context, info, (ctx) => this.work.withdraw(ctx, input));
  }

  /** The ticket as it is after the change, whatever was read before it. */
  private changed(
    context: GraphQLContext,
    info: GraphQLResolveInfo,
    work: (ctx: RequestContext) => Promise<string>,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { ticket: null }, async () => {
      const id = await work(ctx);
      ctx.loaders.clear();
      return { ticket: await this.reader.row(ctx, 'Ticket', id, lookInto(info, 'ticket')) };
    });
  }
}
