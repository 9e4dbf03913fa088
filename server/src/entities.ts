import { Equipment, EquipmentModel } from './modules/equipment';
import { Member } from './modules/identity';
import { Customer, Dealer, Site } from './modules/party';
import { PolicyVersion } from './modules/policy';
import { Tenant } from './modules/tenancy';

/** Classes that are written through TypeORM; tickets and what hangs below them are written by their own statements. */
export const entities = [Tenant, Member, Dealer, Customer, Site, EquipmentModel, Equipment, PolicyVersion];
