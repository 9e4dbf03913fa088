import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Authorized,
  Ctx,
  Field,
  ID,
  Info,
  Int,
  ObjectType,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { Change } from '../../platform/changes';
import type { GraphQLContext, RequestContext } from '../../platform/context';
import type { FieldReader, Row } from '../../platform/graphql';
import { encodeId, enumOf, lookInto, sideOf, signedIn } from '../../platform/graphql';
import type { Following, LiveChanges } from '../../platform/live';
import { Ticket } from './ticket.entity';

const changeKinds = ['created', 'updated', 'commented', 'attached'] as const;
const ChangeKinds = enumOf('ChangeKind', changeKinds, 'What happened.');

@ObjectType({
  description: 'Something happened to a ticket. A newer change may stand for older ones not yet sent.',
})
export class TicketChange {
  @Field(() => String, { description: 'Follow from here after a lost connection.' })
  cursor!: string;

  @Field(() => ChangeKinds)
  kind!: (typeof changeKinds)[number];

  @Field(() => ID)
  ticketId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => Ticket, { nullable: true, description: 'As it is now; null if you may no longer see it.' })
  ticket!: Row | null;
}

/** A context at the moment of the event, so that it reads what is stored now. */
export type RenewContext = (ctx: RequestContext) => RequestContext;

@Resolver()
export class TicketLiveResolver {
  constructor(
    private readonly live: LiveChanges,
    private readonly reader: FieldReader,
    private readonly renew: RenewContext,
  ) {}

  @Authorized('ticket:read')
  @Subscription(() => TicketChange, {
    description: 'Changes of the tickets you may see: those after the cursor first, then each as it happens.',
    topics: 'ticket',
    topicId: ({ args, context }: { args: { after?: string }; context: GraphQLContext }): Following => ({
      ctx: signedIn(context),
      after: args.after,
    }),
  })
  async ticketChanges(
    @Root() change: Change,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('after', () => String, { nullable: true }) _after?: string,
  ): Promise<TicketChange> {
    const ctx = this.renew(signedIn(context));
    context.request = ctx;
    return {
      cursor: this.live.cursorOf(sideOf(ctx.db.scope), change, change.at),
      kind: change.kind as TicketChange['kind'],
      ticketId: encodeId('Ticket', change.subjectId),
      version: change.version,
      ticket: await this.reader.row(ctx, 'Ticket', change.subjectId, lookInto(info, 'ticket')),
    };
  }
}
