import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import type { FieldReader } from '../../platform/graphql';
import { encodeId, payloadOf, signedIn } from '../../platform/graphql';
import { Tenant } from '../tenancy';
import { SignInInput, SignInPayload } from './identity.inputs';
import type { IdentityService } from './identity.service';
import type { Sessions } from './sessions';
import type { SignIn } from './sign-in';
import { Viewer, ViewerMembership } from './viewer.entity';

@Resolver(() => Viewer)
export class IdentityResolver {
  constructor(
    private readonly identity: IdentityService,
    private readonly signing: SignIn,
    private readonly sessions: Sessions,
    private readonly reader: FieldReader,
  ) {}

  @Mutation(() => SignInPayload, { description: 'An access token for a program, good for one hour.' })
  signIn(@Arg('input', () => SignInInput) input: SignInInput, @Ctx() { visitor }: GraphQLContext) {
    return payloadOf(visitor.locale, { accessToken: null, expiresAt: null }, async () =>
      this.sessions.openForApi(await this.signing.checkFor(input.email, input.password, input.tenant)),
    );
  }

  @Authorized('viewer:read')
  @Query(() => Viewer)
  viewer(@Ctx() context: GraphQLContext): Viewer {
    const { actor } = signedIn(context);
    const { memberId, name, kind, roles, permissions } = actor;
    return { id: encodeId('Member', memberId), name, kind, roles, permissions: [...permissions] };
  }

  @FieldResolver(() => Tenant)
  tenant(@Ctx() context: GraphQLContext, @Info() info: GraphQLResolveInfo) {
    const ctx = signedIn(context);
    return this.reader.row(ctx, 'Tenant', ctx.tenantId, info);
  }

  @FieldResolver(() => [ViewerMembership])
  async memberships(@Ctx() context: GraphQLContext): Promise<ViewerMembership[]> {
    const ctx = signedIn(context);
    const houses = await this.identity.housesOf(ctx);
    return houses.map(({ slug, name, tenantId }) => ({ slug, name, current: tenantId === ctx.tenantId }));
  }
}
