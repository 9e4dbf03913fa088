import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import { payloadOf, signedIn } from '../../platform/graphql';
import { TicketExport, TicketExportCreateInput, TicketExportCreatePayload } from './ticket-export.types';
import type { TicketExports } from './ticket-exports';

@Resolver()
export class TicketExportResolver {
  constructor(private readonly exports: TicketExports) {}

  @Authorized('ticket:export')
  @Query(() => TicketExport, { nullable: true, description: 'An export of your own.' })
  ticketExport(
    @Arg('id', () => ID) id: string,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.exports.one(signedIn(context), id, info);
  }

  @Authorized('ticket:export')
  @Mutation(() => TicketExportCreatePayload, {
    description:
      'Orders a CSV file of every ticket that fits, without a limit. Ask for the export until it is ready.',
  })
  ticketExportCreate(
    @Arg('input', () => TicketExportCreateInput) input: TicketExportCreateInput,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { export: null }, () => this.exports.create(ctx, input, info));
  }
}
