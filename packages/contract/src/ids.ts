/** Prefixes of public ids (TypeID: `<prefix>_<base32 of a UUIDv7>`), one per type that has an id. */
export const idPrefixes = {
  Tenant: 'tenant',
  Member: 'member',
  Dealer: 'dealer',
  Customer: 'customer',
  Site: 'site',
  EquipmentModel: 'model',
  Equipment: 'equipment',
  PolicyVersion: 'policy',
  Ticket: 'ticket',
  Clock: 'clock',
  TicketComment: 'comment',
  TicketEvent: 'event',
} as const;
export type IdType = keyof typeof idPrefixes;
