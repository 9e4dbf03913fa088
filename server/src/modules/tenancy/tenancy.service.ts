import type { RequestContext } from '../../platform/context';
import { Tenant } from './tenant.entity';

export type TenantFacts = Pick<
  Tenant,
  'slug' | 'nameZh' | 'nameEn' | 'timeZone' | 'accentColor' | 'ticketPrefix'
>;

export class TenancyService {
  /** Founds the house that the context already speaks for. */
  async found(ctx: RequestContext, facts: TenantFacts): Promise<void> {
    await ctx.db.write((manager) =>
      manager.insert(Tenant, { id: ctx.tenantId, ...facts, createdAt: ctx.now }),
    );
  }
}
