/** The database floor: pools, tenant-scoped access, migrations and the protection every table gets. */
export { userOf } from './connection-url';
export { createDataSource, createMachinePool } from './data-source';
export { onceReached } from './loss';
export { MachineDb } from './machine-db';
export { migrate } from './migrate';
export {
  currentActor,
  currentParty,
  currentTenant,
  openToLinks,
  protectActorTable,
  protectOwnTable,
  protectFromLinks,
  protectPartyTable,
  protectStaffReads,
  protectStaffWrites,
  protectTenantTable,
  type OwnRule,
  type LinkRule,
  type PartyRule,
  type Protection,
} from './protection';
export { snakeCase } from './snake-naming';
export type { Statement } from './one-sync';
export {
  insideOf,
  TenantDb,
  type Decision,
  type Inside,
  type Part,
  type Scope,
  type StatementMeter,
} from './tenant-db';
