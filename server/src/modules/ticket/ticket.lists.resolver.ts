import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import { signedIn } from '../../platform/graphql';
import { TicketConnection } from './ticket.entity';
import { TicketCount, TicketListArgs } from './ticket-list.inputs';
import type { CountableList, TicketLists } from './ticket-list';

@Resolver(() => TicketConnection)
export class TicketListsResolver {
  constructor(private readonly lists: TicketLists) {}

  @Authorized('ticket:read')
  @Query(() => TicketConnection, { name: 'tickets' })
  list(
    @Args(() => TicketListArgs) args: TicketListArgs,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.lists.list(signedIn(context), args, info);
  }

  @FieldResolver(() => TicketCount, { description: 'Counted when asked for, however many pages there are.' })
  totalCount(@Root() list: CountableList) {
    return list.count();
  }
}
