import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import type { FieldReader } from '../../platform/graphql';
import { decodeId, payloadOf, signedIn } from '../../platform/graphql';
import type { Dealers } from './dealers';
import { Dealer, DealerConnection, ServicePoint, ServicePointConnection } from './network.entity';
import {
  DealerCreateInput,
  DealerCreatePayload,
  DealerListArgs,
  DealerUpdateInput,
  DealerUpdatePayload,
  ServicePointCreateInput,
  ServicePointCreatePayload,
  ServicePointListArgs,
  ServicePointUpdateInput,
  ServicePointUpdatePayload,
} from './network.inputs';
import type { ServicePoints } from './service-points';

@Resolver()
export class DealerResolver {
  constructor(
    private readonly dealers: Dealers,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('party:read')
  @Query(() => Dealer, { nullable: true })
  dealer(@Arg('id', () => ID) id: string, @Ctx() context: GraphQLContext, @Info() info: GraphQLResolveInfo) {
    const row = decodeId('Dealer', id);
    return row && this.reader.row(signedIn(context), 'Dealer', row, info);
  }

  @Authorized('party:read')
  @Query(() => DealerConnection, { name: 'dealers', description: 'By name; a dealer sees itself.' })
  list(
    @Args(() => DealerListArgs) args: DealerListArgs,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.dealers.list(signedIn(context), args, info);
  }

  @Authorized('network:write')
  @Mutation(() => DealerCreatePayload)
  dealerCreate(
    @Arg('input', () => DealerCreateInput) input: DealerCreateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { dealer: null }, async () => ({
      dealer: await this.dealers.create(ctx, input),
    }));
  }

  @Authorized('network:write')
  @Mutation(() => DealerUpdatePayload)
  dealerUpdate(
    @Arg('input', () => DealerUpdateInput) input: DealerUpdateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { dealer: null }, async () => ({
      dealer: await this.dealers.update(ctx, input),
    }));
  }
}

@Resolver()
export class ServicePointResolver {
  constructor(
    private readonly points: ServicePoints,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('party:read')
  @Query(() => ServicePoint, { nullable: true })
  servicePoint(
    @Arg('id', () => ID) id: string,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const row = decodeId('ServicePoint', id);
    return row && this.reader.row(signedIn(context), 'ServicePoint', row, info);
  }

  @Authorized('party:read')
  @Query(() => ServicePointConnection, { name: 'servicePoints', description: 'By name.' })
  list(
    @Args(() => ServicePointListArgs) args: ServicePointListArgs,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.points.list(signedIn(context), args, info);
  }

  @Authorized('network:write')
  @Mutation(() => ServicePointCreatePayload)
  servicePointCreate(
    @Arg('input', () => ServicePointCreateInput) input: ServicePointCreateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { servicePoint: null }, async () => ({
      servicePoint: await this.points.create(ctx, input),
    }));
  }

  @Authorized('network:write')
  @Mutation(() => ServicePointUpdatePayload)
  servicePointUpdate(
    @Arg('input', () => ServicePointUpdateInput) input: ServicePointUpdateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { servicePoint: null }, async () => ({
      servicePoint: await this.points.update(ctx, input),
    }));
  }
}
