import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../../platform/context';
import { signedIn } from '../../platform/graphql';
import type { AuditService } from './audit.service';
import { AuditEntryArgs, AuditEntryConnection } from './audit.types';

@Resolver()
export class AuditResolver {
  constructor(private readonly audit: AuditService) {}

  @Authorized('audit:read')
  @Query(() => AuditEntryConnection, { name: 'auditEntries', description: 'Newest first.' })
  entries(@Args(() => AuditEntryArgs) args: AuditEntryArgs, @Ctx() context: GraphQLContext) {
    return this.audit.entries(signedIn(context), args);
  }
}
