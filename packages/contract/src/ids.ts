/** Prefixes of public ids (TypeID: `<prefix>_<base32 of a UUIDv7>`), one per type that has an id. */
export const idPrefixes = {
  Tenant: 'tenant',
  Member: 'member',
  Dealer: 'dealer',
  Customer: 'customer',
  Site: 'site',
  Contact: 'contact',
  ServicePoint: 'point',
  EquipmentModel: 'model',
  Equipment: 'equipment',
  EquipmentLimit: 'limit',
  MeterReading: 'reading',
  WarrantyStamp: 'stamp',
  Part: 'part',
  PolicyVersion: 'policy',
  Ticket: 'ticket',
  Clock: 'clock',
  TicketComment: 'comment',
  TicketEvent: 'event',
  Notification: 'notification',
} as const;
export type IdType = keyof typeof idPrefixes;
