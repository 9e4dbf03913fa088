import { makerCalendar } from '@aftercare/rulebooks';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectStaffReads, protectStaffWrites, protectTenantTable } from '../platform/database';
import { tenantColumn } from './columns';

/** Calendars in versions of each house's own, what a policy asks at intake, and a line for whatever anybody did. */
export class VersionsAndAudit1790000007000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.calendars(db);
    await db.query(`ALTER TABLE policy_version
      ADD COLUMN intake jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN settings jsonb NOT NULL DEFAULT '[]'`);
    await this.audit(db);
  }

  private async calendars(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE calendar_version (
      ${tenantColumn}, id uuid NOT NULL,
      key text NOT NULL,
      number int NOT NULL CHECK (number > 0),
      content jsonb NOT NULL,
      published_at timestamptz NOT NULL,
      published_by_id uuid,
      PRIMARY KEY (tenant_id, id),
      UNIQUE (tenant_id, key, number))`);
    await db.query(`ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY`);
    await db.query(
      `INSERT INTO calendar_version (tenant_id, id, key, number, content, published_at)
       SELECT id, gen_random_uuid(), $1, $2, $3, $4 FROM tenant`,
      // by which every house counted until now
      [makerCalendar.key, makerCalendar.version, makerCalendar, new Date(makerCalendar.publishedAt)],
    );
    await db.query(`ALTER TABLE tenant FORCE ROW LEVEL SECURITY`);
    // no UPDATE and no DELETE: a published version is immutable
    await protectTenantTable(db, { table: 'calendar_version', grants: ['SELECT', 'INSERT'] });
    await protectStaffWrites(db, 'calendar_version');
  }

  private async audit(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE audit_entry (
      ${tenantColumn}, id uuid NOT NULL,
      at timestamptz NOT NULL,
      actor_id uuid NOT NULL,
      actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'dealer', 'link', 'client', 'system')),
      topic text NOT NULL,
      kind text NOT NULL,
      subject_id uuid NOT NULL,
      version int,
      fields text[] NOT NULL,
      PRIMARY KEY (tenant_id, id))`);
    for (const column of ['subject_id', 'actor_id', 'topic'])
      await db.query(`CREATE INDEX audit_entry_${column} ON audit_entry (tenant_id, ${column}, id)`);
    // no UPDATE and no DELETE, for anybody: what was done stays on record
    await protectTenantTable(db, {
      table: 'audit_entry',
      grants: ['SELECT', 'INSERT'],
      machine: ['INSERT'],
    });
    await protectStaffReads(db, 'audit_entry');
    await this.everyChangeIsAudited(db);
  }

  /** By the database, so that no use case can forget it. The id is a UUIDv7 of the change's moment and place in the log. */
  private async everyChangeIsAudited(db: QueryRunner): Promise<void> {
    await db.query(`CREATE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO public.audit_entry (tenant_id, id, at, actor_id, actor_kind, topic, kind, subject_id, version, fields)
        VALUES (NEW.tenant_id,
          (lpad(to_hex((extract(epoch FROM NEW.at) * 1000)::bigint), 12, '0') || '70008' || lpad(to_hex(NEW.seq), 15, '0'))::uuid,
          NEW.at, NEW.actor_id, coalesce(nullif(current_setting('app.actor_kind', true), ''), 'system'),
          NEW.topic, NEW.kind, NEW.subject_id, NEW.version, NEW.fields);
        RETURN NULL;
      END $$`);
    await db.query(`CREATE TRIGGER audit AFTER INSERT ON change
      FOR EACH ROW WHEN (NEW.actor_id IS NOT NULL) EXECUTE FUNCTION audit_change()`);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back; restore a backup instead.');
  }
}
