import { CalendarVersion } from './modules/calendar';
import { Equipment, EquipmentModel } from './modules/equipment';
import { Member } from './modules/identity';
import { Part } from './modules/parts';
import { Contact, Customer, Dealer, ServicePoint, Site } from './modules/party';
import { PolicyVersion } from './modules/policy';
import { Tenant } from './modules/tenancy';

/** Classes that are written through TypeORM; tickets and what hangs below them are written by their own statements. */
export const entities = [
  ...[Tenant, Member, CalendarVersion, PolicyVersion],
  ...[Dealer, ServicePoint, Customer, Site, Contact],
  ...[EquipmentModel, Equipment, Part],
];
