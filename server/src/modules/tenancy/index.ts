/** tenancy: who the makers are. */
export { TenancyService, type TenantFacts } from './tenancy.service';
export { Tenant } from './tenant.entity';
export { registerTenancyReads } from './tenant.reads';
