import type { MigrationInterface, QueryRunner } from 'typeorm';
import { currentParty, protectPartyTable, protectTenantTable } from '../platform/database';
import { protectTicketChild, tenantColumn, ticketChild } from './columns';

/** Files that people upload, and those that are attached to a ticket. */
export class KeepFiles1790000004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.files(db);
    await this.attachments(db);
  }

  private async files(db: QueryRunner): Promise<void> {
    // `dealer_id` is the one dealer that sees the file: the uploader's, or the one it was shown to
    await db.query(`CREATE TABLE file (
      ${tenantColumn}, id uuid NOT NULL,
      dealer_id uuid,
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
      declared_size int NOT NULL CHECK (declared_size > 0),
      state text NOT NULL CHECK (state IN ('waiting', 'stored', 'refused')),
      kind text CHECK (kind IN ('photo', 'video', 'pdf')),
      media_type text,
      byte_size int CHECK (byte_size > 0),
      width int CHECK (width > 0),
      height int CHECK (height > 0),
      used boolean NOT NULL DEFAULT false,
      uploaded_by uuid NOT NULL,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, id),
      FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer (tenant_id, id),
      CHECK (state <> 'stored' OR (kind IS NOT NULL AND media_type IS NOT NULL AND byte_size IS NOT NULL)),
      CHECK (state = 'stored' OR NOT used))`);
    await db.query(`CREATE INDEX file_unused ON file (tenant_id, created_at) WHERE NOT used`);
    await protectTenantTable(db, {
      table: 'file',
      grants: ['SELECT', 'INSERT', 'UPDATE'],
      machine: ['SELECT', 'UPDATE', 'DELETE'],
    });
    await protectPartyTable(db, {
      table: 'file',
      dealerSees: `dealer_id = ${currentParty}`,
      links: [{ column: 'dealer_id', table: 'dealer' }],
    });
  }

  private async attachments(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE ticket_attachment (
      ${ticketChild},
      file_id uuid NOT NULL,
      caption text CHECK (length(caption) BETWEEN 1 AND 500),
      added_by uuid NOT NULL,
      created_at timestamptz NOT NULL,
      UNIQUE (tenant_id, file_id),
      FOREIGN KEY (tenant_id, file_id) REFERENCES file (tenant_id, id))`);
    await db.query(
      `CREATE INDEX ticket_attachment_ticket ON ticket_attachment (tenant_id, ticket_id, created_at, id)`,
    );
    await protectTicketChild(db, {
      table: 'ticket_attachment',
      grants: ['SELECT', 'INSERT'],
      links: [{ column: 'file_id', table: 'file' }],
    });
    // a ticket may move to another party, with everything below it
    await db.query(`GRANT UPDATE (customer_id, dealer_id) ON ticket_attachment TO aftercare_server`);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back; restore a backup instead.');
  }
}
