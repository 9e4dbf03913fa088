import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import type { FieldReader } from '../../platform/graphql';
import { decodeId, PageArgs, payloadOf, signedIn } from '../../platform/graphql';
import { Member } from '../identity';
import { Ticket, TicketCommentConnection } from './ticket.entity';
import {
  TicketAssignInput,
  TicketAssignPayload,
  TicketCommentAddInput,
  TicketCommentAddPayload,
  TicketCreateInput,
  TicketCreatePayload,
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
  ticket(@Arg('id', () => ID) id: string, @Ctx() context: GraphQLContext, @Info() info: GraphQLResolveInfo) {
    const row = decodeId('Ticket', id);
    return row && this.reader.row(signedIn(context), 'Ticket', row, info);
  }

  @Authorized('member:read')
  @Query(() => [Member], { description: 'Staff to whom a ticket can be assigned.' })
  assignableMembers(@Ctx() context: GraphQLContext, @Info() info: GraphQLResolveInfo) {
    return this.tickets.assignableMembers(signedIn(context), info);
  }

  @FieldResolver(() => TicketCommentConnection, { description: 'Oldest first.' })
  comments(@Args(() => PageArgs) _args: PageArgs): never {
    throw new Error('Answered by its registered read.');
  }

  @FieldResolver(() => TicketEventConnection, { description: 'What happened, oldest first.' })
  timeline(@Args(() => PageArgs) _args: PageArgs): never {
    throw new Error('Answered by its registered read.');
  }

  @Authorized('ticket:create')
  @Mutation(() => TicketCreatePayload)
  ticketCreate(
    @Arg('input', () => TicketCreateInput) input: TicketCreateInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { ticket: null, duplicates: [] }, () =>
      this.tickets.create(ctx, input, info),
    );
  }

  @Authorized('ticket:assign')
  @Mutation(() => TicketAssignPayload)
  ticketAssign(
    @Arg('input', () => TicketAssignInput) input: TicketAssignInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { ticket: null }, () => this.tickets.assign(ctx, input, info));
  }

  @Authorized('ticket:comment')
  @Mutation(() => TicketCommentAddPayload)
  ticketCommentAdd(
    @Arg('input', () => TicketCommentAddInput) input: TicketCommentAddInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { comment: null, ticket: null }, () =>
      this.tickets.comment(ctx, input, info),
    );
  }
}
