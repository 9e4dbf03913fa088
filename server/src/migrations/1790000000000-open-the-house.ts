import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  currentParty,
  protectPartyTable,
  protectStaffWrites,
  protectTenantTable,
} from '../platform/database';
import { tenantColumn } from './columns';

/** Tenants, who may sign in to them, and the change log that everything else appends to. */
export class OpenTheHouse1790000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
    await db.query(`GRANT USAGE ON SCHEMA public TO aftercare_server, aftercare_machine`);
    await this.installation(db);
    await this.tenants(db);
    await this.identity(db);
    await this.changes(db);
  }

  private async installation(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE installation (key text PRIMARY KEY, value text NOT NULL)`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON installation TO aftercare_machine`);
  }

  private async tenants(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE tenant (
      id uuid PRIMARY KEY,
      slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
      name_zh text NOT NULL,
      name_en text NOT NULL,
      time_zone text NOT NULL,
      accent_color text NOT NULL CHECK (accent_color ~ '^#[0-9a-f]{6}$'),
      ticket_prefix text NOT NULL CHECK (ticket_prefix ~ '^[A-Z]{2,6}$'),
      created_at timestamptz NOT NULL)`);
    await protectTenantTable(db, {
      table: 'tenant',
      tenantColumn: 'id',
      grants: ['SELECT', 'INSERT'],
      machine: ['SELECT'],
    });
    await protectStaffWrites(db, 'tenant');
  }

  private async identity(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE login (
      id uuid PRIMARY KEY,
      email text NOT NULL UNIQUE CHECK (email = lower(email)),
      password_hash text NOT NULL,
      created_at timestamptz NOT NULL)`);
    await db.query(`GRANT SELECT, INSERT ON login TO aftercare_machine`);
    await db.query(`CREATE TABLE sign_in_attempt (
      email_hash text PRIMARY KEY,
      failures int NOT NULL,
      window_started_at timestamptz NOT NULL)`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO aftercare_machine`);

    await db.query(`CREATE TABLE dealer (
      ${tenantColumn}, id uuid NOT NULL,
      name text NOT NULL,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, id))`);
    await protectTenantTable(db, { table: 'dealer', grants: ['SELECT', 'INSERT', 'UPDATE'] });
    await protectPartyTable(db, { table: 'dealer', dealerSees: `id = ${currentParty}` });
    await protectStaffWrites(db, 'dealer');

    await db.query(`CREATE TABLE membership (
      ${tenantColumn}, id uuid NOT NULL,
      login_id uuid NOT NULL REFERENCES login (id),
      name text NOT NULL,
      roles text[] NOT NULL CHECK (cardinality(roles) > 0),
      dealer_id uuid,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, id),
      UNIQUE (tenant_id, login_id),
      FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer (tenant_id, id),
      CHECK ((dealer_id IS NOT NULL) = ('dealer' = ANY (roles))))`);
    await db.query(`CREATE INDEX membership_login ON membership (login_id)`);
    await protectTenantTable(db, {
      table: 'membership',
      grants: ['SELECT', 'INSERT', 'UPDATE'],
      machine: ['SELECT'],
    });
    await protectPartyTable(db, {
      table: 'membership',
      dealerSees: `dealer_id IS NULL OR dealer_id = ${currentParty}`,
      links: [{ column: 'dealer_id', table: 'dealer' }],
    });
    await protectStaffWrites(db, 'membership');

    await db.query(`CREATE TABLE session (
      ${tenantColumn}, id uuid NOT NULL,
      membership_id uuid NOT NULL,
      audience text NOT NULL CHECK (audience IN ('portal', 'api')),
      refresh_hash text,
      previous_hash text,
      rotated_at timestamptz,
      expires_at timestamptz NOT NULL,
      revoked_at timestamptz,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, id),
      FOREIGN KEY (tenant_id, membership_id) REFERENCES membership (tenant_id, id))`);
    await protectTenantTable(db, {
      table: 'session',
      grants: [],
      machine: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
    });
  }

  private async changes(db: QueryRunner): Promise<void> {
    // bigint rather than xid8: its comparison is leakproof, so the index holds under row-level security
    await db.query(`CREATE TABLE change (
      ${tenantColumn},
      xid bigint NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint,
      seq bigint GENERATED ALWAYS AS IDENTITY,
      topic text NOT NULL,
      kind text NOT NULL,
      subject_id uuid NOT NULL,
      version int NOT NULL,
      dealer_id uuid,
      customer_id uuid,
      audience text NOT NULL CHECK (audience IN ('internal', 'public')),
      actor_id uuid,
      fields text[] NOT NULL DEFAULT '{}',
      at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, xid, seq))`);
    await db.query(`CREATE INDEX change_position ON change (xid, seq)`);
    await db.query(`CREATE INDEX change_subject ON change (tenant_id, subject_id, version)`);
    await protectTenantTable(db, {
      table: 'change',
      grants: ['SELECT', 'INSERT'],
      machine: ['SELECT', 'INSERT', 'DELETE'],
    });
    await protectPartyTable(db, {
      table: 'change',
      dealerSees: `dealer_id = ${currentParty} AND audience = 'public'`,
    });
  }

  async down(): Promise<void> {
    throw new Error('The first migration has no way back; restore a backup instead.');
  }
}
