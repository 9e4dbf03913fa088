/** tenancy: who the makers are. */
export { TenancyResolver } from './tenancy.resolver';
export { dayInHouse, dayOfHouse, mustBeProvince, TenancyService, type TenantFacts } from './tenancy.service';
export { Tenant } from './tenant.entity';
export { registerTenancyReads } from './tenant.reads';
