import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reopened ticket may have several clocks of a kind, and a clock may wait for its start. */
export class ClocksOfSeveralLives1790000002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE ticket_clock ADD COLUMN key text`);
    // the owner writes below row-level security only where it is told to
    await db.query(`ALTER TABLE ticket_clock NO FORCE ROW LEVEL SECURITY`);
    await db.query(`UPDATE ticket_clock SET key = kind`);
    await db.query(`ALTER TABLE ticket_clock FORCE ROW LEVEL SECURITY`);
    await db.query(`ALTER TABLE ticket_clock ALTER COLUMN key SET NOT NULL,
      DROP CONSTRAINT ticket_clock_tenant_id_ticket_id_kind_key,
      ADD UNIQUE (tenant_id, ticket_id, key),
      DROP CONSTRAINT ticket_clock_state_check,
      ADD CHECK (state IN ('not-started', 'running', 'paused', 'met', 'missed', 'cancelled', 'no-target'))`);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back; restore a backup instead.');
  }
}
