import type { Role } from '@aftercare/contract';
import type { templates } from '@aftercare/rulebooks';
import type { EquipmentService } from '../modules/equipment';
import type { PartService } from '../modules/parts';
import type { TenantFacts } from '../modules/tenancy';
import type { Story } from './story';

/** The people of a house by their sign-in, and the roles that each fills. */
export const rolesOf = {
  admin: ['admin', 'leader', 'technical-lead'],
  manager: ['manager', 'supervisor'],
  dispatcher: ['dispatcher', 'salesperson'],
  engineer: ['engineer'],
  quality: ['quality'],
  parts: ['parts'],
} as const satisfies Record<string, readonly Role[]>;
export type DemoPerson = keyof typeof rolesOf;

type Without<Input, Name extends string> = Omit<Input, Name | 'idempotencyKey'>;
type ModelInput = Parameters<EquipmentService['models']['create']>[1];
type UnitInput = Parameters<EquipmentService['register']>[1];
type ReadingInput = Parameters<EquipmentService['addReading']>[1];
type PartInput = Parameters<PartService['create']>[1];

export type DemoModel = Without<ModelInput, never>;
export type DemoPart = Without<PartInput, never>;

/** A machine; its dates are days before loading. */
export interface DemoMachine extends Partial<Pick<UnitInput, 'batch' | 'orderNumber' | 'components'>> {
  serial: string;
  /** Code of the model. */
  model: string;
  shipped: number;
  received?: number;
  installed?: number;
  accepted?: number;
  readings?: ReadonlyArray<Pick<ReadingInput, 'meter' | 'value'> & { daysAgo: number }>;
  /** What of it expires, and in how many days after loading. */
  limits?: ReadonlyArray<{ what: string; inDays: number }>;
}

/** A customer at one of its sites, whom to call there, and what runs there. */
export interface DemoPlace {
  customer: string;
  /** What the maker thinks of the customer. */
  note?: string;
  site: string;
  address: string;
  /** First two digits of the GB/T 2260 code. */
  province: string;
  contact: { name: string; position: string };
  machines: readonly DemoMachine[];
}

export interface DemoDealer {
  name: string;
  province: string;
  /** Who signs in for it. */
  clerk: string;
  email: string;
  places: readonly DemoPlace[];
}

/** One maker of the demo: its rules, people, network, customers, machines, parts and what it was asked for. */
export interface DemoHouse {
  tenant: TenantFacts;
  rulebook: keyof typeof templates;
  /** Names of the people, by the local part of their sign-in. */
  people: Readonly<Record<DemoPerson, string>>;
  servicePoints: ReadonlyArray<{ name: string; province: string; address: string }>;
  models: readonly DemoModel[];
  /** Those marked as wear are the maker's own list in its rules, too. */
  parts: readonly DemoPart[];
  /** In the order dealer1, dealer2, and the one that all four houses share. */
  dealers: readonly DemoDealer[];
  /** Customers that the maker serves itself. */
  direct: readonly DemoPlace[];
  stories: readonly Story[];
}
