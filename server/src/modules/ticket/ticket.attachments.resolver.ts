import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import type { Row } from '../../platform/graphql';
import { PageArgs, payloadOf, signedIn } from '../../platform/graphql';
import type { AttachmentService } from './attachment.service';
import {
  TicketAttachmentAddInput,
  TicketAttachmentAddPayload,
  TicketAttachmentConnection,
} from './attachment.types';
import { Ticket } from './ticket.entity';

@Resolver(() => Ticket)
export class TicketAttachmentsResolver {
  constructor(private readonly attached: AttachmentService) {}

  @FieldResolver(() => TicketAttachmentConnection, { description: 'Oldest first.' })
  attachments(@Root() ticket: Row, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphQLContext) {
    return this.attached.list(signedIn(context), ticket.id, args);
  }

  @Authorized('ticket:attach')
  @Mutation(() => TicketAttachmentAddPayload)
  ticketAttachmentAdd(
    @Arg('input', () => TicketAttachmentAddInput) input: TicketAttachmentAddInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { attachment: null, ticket: null }, () => this.attached.attach(ctx, input));
  }
}
