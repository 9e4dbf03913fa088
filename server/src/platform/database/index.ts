/** The database floor: pools, tenant-scoped access, migrations and the protection every table gets. */
export { userOf } from './connection-url';
export { createDataSource, createMachinePool } from './data-source';
export { MachineDb } from './machine-db';
export { migrate } from './migrate';
export {
  currentParty,
  protectPartyTable,
  protectStaffWrites,
  protectTenantTable,
  type PartyRule,
  type Protection,
} from './protection';
export { snakeCase } from './snake-naming';
export { beyondParties, TenantDb, type Scope, type StatementMeter } from './tenant-db';
