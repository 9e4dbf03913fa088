import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { freshRow } from '../../platform/aggregates';
import type { GraphQLContext } from '../../platform/context';
import type { FieldReader } from '../../platform/graphql';
import { payloadOf, signedIn } from '../../platform/graphql';
import { TenantUpdateInput, TenantUpdatePayload } from './tenancy.inputs';
import type { TenancyService } from './tenancy.service';

@Resolver()
export class TenancyResolver {
  constructor(
    private readonly tenancy: TenancyService,
    readonly reader: FieldReader,
  ) {}

  @Authorized('tenant:write')
  @Mutation(() => TenantUpdatePayload, { description: 'Changes what a house says of itself.' })
  tenantUpdate(
    @Arg('input', () => TenantUpdateInput) input: TenantUpdateInput,
    @Ctx() context: GraphQLContext,
  ) {
    const ctx = signedIn(context);
    return payloadOf(ctx.locale, { tenant: null }, async () => ({
      tenant: await freshRow(ctx, this, 'Tenant', await this.tenancy.update(ctx, input)),
    }));
  }
}
