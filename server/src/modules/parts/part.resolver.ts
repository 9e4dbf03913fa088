import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import type { FieldReader } from '../../platform/graphql';
import { decodeId, payloadOf, signedIn } from '../../platform/graphql';
import { Part, PartConnection } from './part.entity';
import {
  PartCreateInput,
  PartCreatePayload,
  PartListArgs,
  PartUpdateInput,
  PartUpdatePayload,
} from './part.inputs';
import type { PartService } from './parts.service';

@Resolver()
export class PartResolver {
  constructor(
    private readonly parts: PartService,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('part:read')
  @Query(() => Part, { nullable: true })
  part(@Arg('id', () => ID) id: string, @Ctx() context: GraphQLContext, @Info() info: GraphQLResolveInfo) {
    const row = decodeId('Part', id);
    return row && this.reader.row(signedIn(context), 'Part', row, info);
  }

  @Authorized('part:read')
  @Query(() => PartConnection, { name: 'parts', description: 'By number.' })
  list(
    @Args(() => PartListArgs) args: PartListArgs,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.parts.list(signedIn(context), args, info);
  }

  @Authorized('part:write')
  @Mutation(() => PartCreatePayload)
  partCreate(@Arg('input', () => PartCreateInput) input: PartCreateInput, @Ctx() context: GraphQLContext) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { part: null }, async () => ({ part: await this.parts.create(ctx, input) }));
  }

  @Authorized('part:write')
  @Mutation(() => PartUpdatePayload)
  partUpdate(@Arg('input', () => PartUpdateInput) input: PartUpdateInput, @Ctx() context: GraphQLContext) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { part: null }, async () => ({ part: await this.parts.update(ctx, input) }));
  }
}
