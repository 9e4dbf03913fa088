import type { MigrationInterface, QueryRunner } from 'typeorm';
import { currentActor } from '../platform/database';
import { protectTicketChild, ticketChild } from './columns';

/** What people are told inside the product. */
export class TellPeople1790000009000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE notification (
      ${ticketChild},
      member_id uuid NOT NULL,
      kind text NOT NULL,
      source text NOT NULL,
      detail jsonb NOT NULL,
      created_at timestamptz NOT NULL,
      read_at timestamptz,
      UNIQUE (tenant_id, member_id, ticket_id, source),
      FOREIGN KEY (tenant_id, member_id) REFERENCES membership (tenant_id, id))`);
    await db.query(
      `CREATE INDEX notification_newest ON notification (tenant_id, member_id, created_at DESC, id DESC)`,
    );
    await protectTicketChild(db, {
      table: 'notification',
      grants: ['SELECT', 'INSERT', 'UPDATE'],
      machine: ['SELECT', 'DELETE'],
      links: [{ column: 'member_id', table: 'membership' }],
    });
    // one may tell others, and reads only what oneself was told
    for (const command of ['SELECT', 'UPDATE']) {
      await db.query(`CREATE POLICY own_${command.toLowerCase()} ON notification AS RESTRICTIVE FOR ${command}
        TO aftercare_server USING (member_id = ${currentActor} OR current_setting('app.actor_kind', true) = 'system')`);
    }
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back; restore a backup instead.');
  }
}
