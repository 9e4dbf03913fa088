import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import { signedIn } from '../../platform/graphql';
import type { PolicyService } from './policy.service';
import { RequestType } from './policy.types';

@Resolver()
export class PolicyResolver {
  constructor(private readonly policies: PolicyService) {}

  @Authorized('policy:read')
  @Query(() => [RequestType], { description: 'What may be requested now, and what is promised for each.' })
  requestTypes(@Ctx() context: GraphQLContext) {
    return this.policies.requestTypes(signedIn(context));
  }
}
