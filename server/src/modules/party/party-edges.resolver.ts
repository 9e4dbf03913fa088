import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import type { FieldReader } from '../../platform/graphql';
import { signedIn } from '../../platform/graphql';
import { Member, Viewer } from '../identity';
import { Dealer } from './network.entity';

/** The dealer behind a member; the edge belongs here because dealers do. */
@Resolver(() => Member)
export class MemberPartyResolver {
  @FieldResolver(() => Dealer, { nullable: true, description: "Null for the maker's own people." })
  dealer(): never {
    throw new Error('Answered by its registered read.');
  }
}

@Resolver(() => Viewer)
export class ViewerPartyResolver {
  constructor(private readonly reader: FieldReader) {}

  @FieldResolver(() => Dealer, { nullable: true })
  dealer(@Ctx() context: GraphQLContext, @Info() info: GraphQLResolveInfo) {
    const ctx = signedIn(context);
    return ctx.actor.dealerId && this.reader.row(ctx, 'Dealer', ctx.actor.dealerId, info);
  }
}
