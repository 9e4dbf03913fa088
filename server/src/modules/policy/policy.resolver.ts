import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import type { FieldReader } from '../../platform/graphql';
import { decodeId, PageArgs, signedIn } from '../../platform/graphql';
import type { PolicyService } from './policy.service';
import { PolicyVersion, PolicyVersionConnection, RequestType, ServicePromise } from './policy.types';
import { promisesOf } from './request-types';

@Resolver(() => RequestType)
export class PolicyResolver {
  constructor(
    private readonly policies: PolicyService,
    private readonly reader: FieldReader,
  ) {}

  @Authorized('policy:read')
  @Query(() => [RequestType], { description: 'What may be requested now, and what is promised for each.' })
  requestTypes(@Ctx() context: GraphQLContext) {
    return this.policies.requestTypes(signedIn(context));
  }

  @Authorized('policy:read')
  @Query(() => RequestType, {
    nullable: true,
    description: 'What may be requested now under this key, for a form that asks for one.',
  })
  requestType(@Arg('key', () => String) key: string, @Ctx() context: GraphQLContext) {
    return this.policies.requestTypeNow(signedIn(context), key);
  }

  @Authorized('policy:read')
  @Query(() => PolicyVersionConnection, { name: 'policyVersions', description: 'Newest first.' })
  versions(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphQLContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.policies.versions(signedIn(context), args, info);
  }

  @Authorized('policy:read')
  @Query(() => PolicyVersion, { name: 'policyVersion', nullable: true })
  version(@Arg('id', () => ID) id: string, @Ctx() context: GraphQLContext, @Info() info: GraphQLResolveInfo) {
    const row = decodeId('PolicyVersion', id);
    return row && this.reader.row(signedIn(context), 'PolicyVersion', row, info);
  }

  @FieldResolver(() => [ServicePromise], {
    description:
      'What is promised before it is filed. Promises that depend on the region are told once the province is.',
  })
  promises(
    @Root() { policy, key }: RequestType,
    @Arg('province', () => String, {
      nullable: true,
      description: 'Of the site: first two digits of its GB/T 2260 code.',
    })
    province: string | null,
    @Arg('severity', () => String, {
      nullable: true,
      description: 'Key of a severity; left out, that of the unclassified.',
    })
    severity: string | null,
  ) {
    return promisesOf(policy, key, { province, severity });
  }
}
