import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectPartyTable } from '../platform/database';
import { ofThisDealerAndPublic, protectTicketChild, ticketChild } from './columns';

/** What a ticket points to, and whoever writes it has to see. */
const ticketLinks = [
  ...(['customer', 'dealer', 'site', 'equipment'] as const).map((table) => ({
    column: `${table}_id`,
    table,
  })),
  ...['assignee_id', 'owner_id', 'offered_owner_id'].map((column) => ({ column, table: 'membership' })),
  // corrected to another dealer's machine, a ticket stays one that somebody of the former dealer filed
  { column: 'created_by', table: 'membership', mayStay: true },
];

/** What a ticket is worked on by: an owner, a severity, records with their words, charges, and timers. */
export class WorkOnATicket1790000002500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE ticket
      ADD COLUMN severity text,
      ADD COLUMN owner_id uuid,
      ADD COLUMN offered_owner_id uuid,
      ADD COLUMN claimed_serial text CHECK (claimed_serial = upper(claimed_serial)),
      ADD COLUMN country text NOT NULL DEFAULT 'CN' CHECK (country ~ '^[A-Z]{2}$'),
      ADD COLUMN province text CHECK (province ~ '^[0-9]{2}$'),
      ADD COLUMN reporter_email text,
      ADD COLUMN details jsonb NOT NULL DEFAULT '{}',
      ADD COLUMN missed_at timestamptz,
      ADD COLUMN closed_at timestamptz,
      ADD FOREIGN KEY (tenant_id, owner_id) REFERENCES membership (tenant_id, id),
      ADD FOREIGN KEY (tenant_id, offered_owner_id) REFERENCES membership (tenant_id, id)`);
    await db.query(`CREATE INDEX ticket_of_equipment ON ticket (tenant_id, equipment_id, id DESC)`);
    await db.query(
      `CREATE INDEX ticket_of_claimed_serial ON ticket (tenant_id, claimed_serial) WHERE claimed_serial IS NOT NULL`,
    );
    await db.query(`DROP POLICY party ON ticket`);
    await protectPartyTable(db, { table: 'ticket', dealerSees: ofThisDealerAndPublic, links: ticketLinks });
    await db.query(`ALTER TABLE ticket_fact
      ADD COLUMN note text CHECK (length(note) BETWEEN 1 AND 10000),
      ADD COLUMN detail jsonb,
      ADD COLUMN member_id uuid GENERATED ALWAYS AS (coalesce(fact->>'to', fact->>'owner')::uuid) STORED`);
    // a machine corrected may be another party's, and what hangs below the ticket follows it
    for (const table of ['ticket_fact', 'ticket_comment'])
      await db.query(`GRANT UPDATE (customer_id, dealer_id) ON ${table} TO aftercare_server`);
    await this.charges(db);
    await this.timers(db);
  }

  private async charges(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE ticket_charge (
      ${ticketChild},
      number int NOT NULL CHECK (number > 0),
      judged_on date NOT NULL,
      input jsonb NOT NULL,
      decisions jsonb NOT NULL,
      decided_by uuid NOT NULL,
      created_at timestamptz NOT NULL,
      UNIQUE (tenant_id, ticket_id, number),
      FOREIGN KEY (tenant_id, decided_by) REFERENCES membership (tenant_id, id))`);
    await db.query(`GRANT UPDATE (customer_id, dealer_id) ON ticket_charge TO aftercare_server`);
    // a decision is frozen (W6): another one is appended, none is edited
    await protectTicketChild(db, {
      table: 'ticket_charge',
      grants: ['SELECT', 'INSERT'],
      links: [{ column: 'decided_by', table: 'membership' }],
    });
  }

  private async timers(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE ticket_timer (
      ${ticketChild},
      key text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('reminder', 'breach', 'refresh')),
      at timestamptz NOT NULL,
      clock text NOT NULL,
      reminder text,
      tell text[] NOT NULL DEFAULT '{}',
      claimed_until timestamptz,
      fired_at timestamptz,
      UNIQUE (tenant_id, ticket_id, key))`);
    await db.query(`CREATE INDEX ticket_timer_due ON ticket_timer (at) WHERE fired_at IS NULL`);
    await protectTicketChild(db, {
      table: 'ticket_timer',
      grants: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
      machine: ['SELECT'],
    });
    await db.query(`GRANT UPDATE (claimed_until) ON ticket_timer TO aftercare_machine`);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back; restore a backup instead.');
  }
}
