import type { RequestContext } from '../../platform/context';
import { newId } from '../../platform/graphql';
import { Customer, Dealer, Site } from './party.entity';

export class PartyService {
  async addDealer(ctx: RequestContext, facts: Pick<Dealer, 'name'>): Promise<string> {
    const id = newId(ctx.now);
    await ctx.db.write((manager) =>
      manager.insert(Dealer, { tenantId: ctx.tenantId, id, ...facts, createdAt: ctx.now }),
    );
    return id;
  }

  async addCustomer(ctx: RequestContext, facts: Pick<Customer, 'name' | 'dealerId'>): Promise<string> {
    const id = newId(ctx.now);
    await ctx.db.write((manager) =>
      manager.insert(Customer, { tenantId: ctx.tenantId, id, ...facts, createdAt: ctx.now }),
    );
    return id;
  }

  async addSite(
    ctx: RequestContext,
    facts: Pick<Site, 'customerId' | 'dealerId' | 'name' | 'province'>,
  ): Promise<string> {
    const id = newId(ctx.now);
    await ctx.db.write((manager) =>
      manager.insert(Site, { tenantId: ctx.tenantId, id, ...facts, createdAt: ctx.now }),
    );
    return id;
  }
}
