/** The database floor: pools, tenant-scoped access, migrations and the protection every table gets. */
export { userOf } from './connection-url';
export { createDataSource, createMachinePool, type EntityClass } from './data-source';
export { MachineDb } from './machine-db';
export { migrate } from './migrate';
export { currentParty, currentTenant, protectPartyTable, protectTenantTable, seesAllParties } from './protection';
export { snakeCase } from './snake-naming';
export { TenantDb, type Scope, type StatementMeter } from './tenant-db';
