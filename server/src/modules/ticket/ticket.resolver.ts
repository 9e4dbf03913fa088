import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import type { FieldReader, Row } from '../../platform/graphql';
import { decodeId, PageArgs, payloadOf, signedIn } from '../../platform/graphql';
import { Member } from '../identity';
import { Ticket, TicketCommentConnection, TicketConnection } from './ticket.entity';
import {
  TicketAssignInput,
  TicketAssignPayload,
  TicketCommentAddInput,
  TicketCommentAddPayload,
  TicketCreateInput,
  TicketCreatePayload,
  TicketListArgs,
} from './ticket.inputs';
import { TicketEventConnection } from './ticket-course.types';
import type { TicketService } from './ticket.service';

@Resolver(() => Ticket)
export class TicketResolver {
  constructor(
    private readonly tickets: TicketService,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('ticket:read')
  @Query(() => Ticket, { nullable: true })
  ticket(@Arg('id', () => ID) id: string, @Ctx() context: GraphQLContext) {
    const row = decodeId('Ticket', id);
    return row && this.reader.row(signedIn(context), 'Ticket', row);
  }

  @Authorized('ticket:read')
  @Query(() => TicketConnection, { name: 'tickets' })
  list(@Args(() => TicketListArgs) args: TicketListArgs, @Ctx() context: GraphQLContext) {
    return this.tickets.list(signedIn(context), args);
  }

  @Authorized('member:read')
  @Query(() => [Member], { description: 'Staff to whom a ticket can be assigned.' })
  assignableMembers(@Ctx() context: GraphQLContext) {
    return this.tickets.assignableMembers(signedIn(context));
  }

  @FieldResolver(() => TicketCommentConnection, { description: 'Oldest first.' })
  comments(@Root() ticket: Row, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphQLContext) {
    return this.tickets.comments(signedIn(context), ticket.id, args);
  }

  @FieldResolver(() => TicketEventConnection, { description: 'What happened, oldest first.' })
  timeline(@Root() ticket: Row, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphQLContext) {
    return this.tickets.timeline(signedIn(context), ticket.id, args);
  }

  @Authorized('ticket:create')
  @Mutation(() => TicketCreatePayload)
  ticketCreate(
    @Arg('input', () => TicketCreateInput) input: TicketCreateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { ticket: null, duplicates: [] }, () => this.tickets.create(ctx, input));
  }

  @Authorized('ticket:assign')
  @Mutation(() => TicketAssignPayload)
  ticketAssign(
    @Arg('input', () => TicketAssignInput) input: TicketAssignInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { ticket: null }, () => this.tickets.assign(ctx, input));
  }

  @Authorized('ticket:comment')
  @Mutation(() => TicketCommentAddPayload)
  ticketCommentAdd(
    @Arg('input', () => TicketCommentAddInput) input: TicketCommentAddInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { comment: null, ticket: null }, () => this.tickets.comment(ctx, input));
  }
}
