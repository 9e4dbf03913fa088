import type { QueryRunner } from 'typeorm';
import type { PartyRule, Protection } from '../platform/database';
import { currentParty, protectPartyTable, protectTenantTable } from '../platform/database';

/** First column of every tenant-owned table, and first in each of its keys and indexes. */
export const tenantColumn = 'tenant_id uuid NOT NULL REFERENCES tenant (id)';

/**
 * Party columns of a ticket and of everything below it. `party_key` lets a foreign key carry the party
 * along, empty dealer included, so that a child can never belong to another party than its ticket.
 */
export const partyColumns = `
  customer_id uuid NOT NULL,
  dealer_id uuid,
  audience text NOT NULL CHECK (audience IN ('internal', 'public')),
  party_key text NOT NULL GENERATED ALWAYS AS (customer_id::text || '/' || coalesce(dealer_id::text, '')) STORED`;

/** The columns and key of a table whose rows hang below a ticket. */
export const ticketChild = `
  ${tenantColumn}, id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  ${partyColumns},
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, ticket_id, party_key) REFERENCES ticket (tenant_id, id, party_key)
    DEFERRABLE INITIALLY IMMEDIATE`;

/** The party rule of everything below a ticket: a dealer sees what is public and its own. */
export const ofThisDealerAndPublic = `dealer_id = ${currentParty} AND audience = 'public'`;

/** Protects a table whose rows hang below a ticket. */
export async function protectTicketChild(
  db: QueryRunner,
  { links = [], ...protection }: Protection & Pick<PartyRule, 'links'>,
): Promise<void> {
  await protectTenantTable(db, protection);
  await protectPartyTable(db, { table: protection.table, dealerSees: ofThisDealerAndPublic, links });
}
