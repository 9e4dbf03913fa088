import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, FieldResolver, Info, Mutation, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
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
  attachments(@Args(() => PageArgs) _args: PageArgs): never {
    throw new Error('Answered by its registered read.');
  }

  @Authorized('ticket:attach')
  @Mutation(() => TicketAttachmentAddPayload)
  ticketAttachmentAdd(
    @Arg('input', () => TicketAttachmentAddInput) input: TicketAttachmentAddInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { attachment: null, ticket: null }, () =>
      this.attached.attach(ctx, input, info),
    );
  }
}
