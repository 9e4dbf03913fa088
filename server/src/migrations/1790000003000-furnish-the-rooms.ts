import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  currentParty,
  protectPartyTable,
  protectStaffWrites,
  protectTenantTable,
} from '../platform/database';
import { tenantColumn } from './columns';

const ofThisDealer = `dealer_id = ${currentParty}`;
const version = 'version int NOT NULL DEFAULT 1 CHECK (version > 0)';
const province = `province text CHECK (province ~ '^[0-9]{2}$')`;
/** Columns that hold a small list in the order in which people wrote it. */
const list = `jsonb NOT NULL DEFAULT '[]'`;
/** A row below a machine belongs to the machine's dealer. */
const equipmentChild = `
  ${tenantColumn}, id uuid NOT NULL,
  equipment_id uuid NOT NULL,
  dealer_id uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, equipment_id) REFERENCES equipment (tenant_id, id),
  FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer (tenant_id, id)`;
const equipmentChildLinks = [
  { column: 'equipment_id', table: 'equipment' },
  { column: 'dealer_id', table: 'dealer' },
];

/** What is known of parties, machines and parts: contacts, service points, dates, sheets, readings, stamps, the catalogue. */
export class FurnishTheRooms1790000003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.tenant(db);
    await this.parties(db);
    await this.network(db);
    await this.contacts(db);
    await this.equipment(db);
    await this.equipmentChildren(db);
    await this.parts(db);
  }

  private async tenant(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tenant
      ADD COLUMN ${version},
      ADD COLUMN home_province text CHECK (home_province ~ '^[0-9]{2}$')`);
    await db.query(`GRANT UPDATE (version, home_province) ON tenant TO aftercare_server`);
  }

  private async parties(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE customer ADD COLUMN ${version}, ADD COLUMN note text, ADD COLUMN group_key text`,
    );
    await db.query(`ALTER TABLE site
      ADD COLUMN ${version},
      ADD COLUMN address text,
      ADD COLUMN country text NOT NULL DEFAULT 'CN' CHECK (country ~ '^[A-Z]{2}$'),
      ALTER COLUMN province DROP NOT NULL,
      ADD CONSTRAINT site_place CHECK ((country = 'CN') = (province IS NOT NULL))`);
    await db.query(`CREATE INDEX customer_name ON customer (tenant_id, name, id)`);
    await db.query(`CREATE INDEX customer_of_dealer ON customer (tenant_id, dealer_id, name, id)`);
    await db.query(`CREATE INDEX site_name ON site (tenant_id, name, id)`);
    await db.query(`CREATE INDEX site_of_dealer ON site (tenant_id, dealer_id, name, id)`);
    await db.query(`CREATE INDEX site_of_customer ON site (tenant_id, customer_id, name, id)`);
  }

  private async network(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE dealer ADD COLUMN ${version}, ADD COLUMN ${province}, ADD COLUMN phone text`);
    await db.query(`CREATE INDEX dealer_name ON dealer (tenant_id, name, id)`);
    await db.query(`CREATE TABLE service_point (
      ${tenantColumn}, id uuid NOT NULL, ${version},
      name text NOT NULL,
      ${province.replace(' CHECK', ' NOT NULL CHECK')},
      address text,
      phone text,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, id))`);
    await db.query(`CREATE INDEX service_point_name ON service_point (tenant_id, name, id)`);
    await protectTenantTable(db, { table: 'service_point', grants: ['SELECT', 'INSERT', 'UPDATE'] });
    await protectStaffWrites(db, 'service_point');
  }

  private async contacts(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE contact (
      ${tenantColumn}, id uuid NOT NULL, ${version},
      customer_id uuid NOT NULL,
      dealer_id uuid,
      site_id uuid,
      name text NOT NULL,
      phone text,
      email text,
      position text,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, id),
      FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id),
      FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer (tenant_id, id),
      FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id))`);
    await db.query(`CREATE INDEX contact_name ON contact (tenant_id, name, id)`);
    await db.query(`CREATE INDEX contact_of_dealer ON contact (tenant_id, dealer_id, name, id)`);
    await db.query(`CREATE INDEX contact_of_customer ON contact (tenant_id, customer_id, name, id)`);
    await protectTenantTable(db, { table: 'contact', grants: ['SELECT', 'INSERT', 'UPDATE'] });
    await protectPartyTable(db, {
      table: 'contact',
      dealerSees: ofThisDealer,
      links: [
        { column: 'customer_id', table: 'customer' },
        { column: 'dealer_id', table: 'dealer' },
        { column: 'site_id', table: 'site' },
      ],
    });
  }

  private async equipment(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE equipment_model
      ADD COLUMN ${version},
      ADD COLUMN needs_installation boolean NOT NULL DEFAULT false,
      ADD COLUMN meters ${list},
      ADD COLUMN shelf_months int CHECK (shelf_months BETWEEN 1 AND 1200)`);
    await db.query(`ALTER TABLE equipment
      ADD COLUMN ${version},
      ADD COLUMN batch text,
      ADD COLUMN order_number text,
      ADD COLUMN material_number text,
      ADD COLUMN shipped_on date,
      ADD COLUMN received_on date,
      ADD COLUMN installed_on date,
      ADD COLUMN accepted_on date,
      ADD COLUMN components ${list}`);
    // bytewise, so that the beginning of a serial is a range of the index in every locale
    await db.query(`CREATE INDEX equipment_serial ON equipment (tenant_id, serial COLLATE "C", id)`);
    await db.query(
      `CREATE INDEX equipment_of_dealer ON equipment (tenant_id, dealer_id, serial COLLATE "C", id)`,
    );
    await db.query(
      `CREATE INDEX equipment_of_customer ON equipment (tenant_id, customer_id, serial COLLATE "C", id)`,
    );
    await db.query(
      `CREATE INDEX equipment_of_model ON equipment (tenant_id, model_id, serial COLLATE "C", id)`,
    );
  }

  private async equipmentChildren(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE meter_reading (
      ${equipmentChild},
      meter text NOT NULL,
      value int NOT NULL CHECK (value >= 0),
      read_at timestamptz NOT NULL,
      read_by uuid,
      replaced_because text,
      created_at timestamptz NOT NULL,
      FOREIGN KEY (tenant_id, read_by) REFERENCES membership (tenant_id, id))`);
    await db.query(
      `CREATE INDEX meter_reading_order ON meter_reading (tenant_id, equipment_id, meter, read_at, id)`,
    );
    await this.protectChild(db, 'meter_reading', ['SELECT', 'INSERT'], ['read_by']);

    await db.query(`CREATE TABLE equipment_limit (
      ${equipmentChild},
      ${version},
      what text NOT NULL,
      expires_on date NOT NULL,
      decision text CHECK (decision IN ('renewed', 'retired')),
      note text,
      decided_by uuid,
      decided_at timestamptz,
      created_at timestamptz NOT NULL,
      CHECK ((decision IS NULL) = (decided_at IS NULL)),
      FOREIGN KEY (tenant_id, decided_by) REFERENCES membership (tenant_id, id))`);
    await db.query(`CREATE INDEX equipment_limit_day ON equipment_limit (tenant_id, expires_on, id)`);
    await db.query(
      `CREATE INDEX equipment_limit_of ON equipment_limit (tenant_id, equipment_id, expires_on, id)`,
    );
    await this.protectChild(db, 'equipment_limit', ['SELECT', 'INSERT', 'UPDATE'], ['decided_by']);

    await db.query(`CREATE TABLE warranty_stamp (
      ${equipmentChild},
      policy_version_id uuid NOT NULL,
      position int NOT NULL,
      key text NOT NULL,
      serial text NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'begun')),
      last_day date,
      label jsonb NOT NULL,
      stamp jsonb NOT NULL,
      created_at timestamptz NOT NULL,
      UNIQUE (tenant_id, equipment_id, key),
      CHECK ((state = 'begun') = (last_day IS NOT NULL)),
      FOREIGN KEY (tenant_id, policy_version_id) REFERENCES policy_version (tenant_id, id))`);
    await db.query(`CREATE INDEX warranty_stamp_serial ON warranty_stamp (tenant_id, serial)`);
    await this.protectChild(db, 'warranty_stamp', ['SELECT', 'INSERT', 'UPDATE']);
  }

  private async protectChild(
    db: QueryRunner,
    table: string,
    grants: ReadonlyArray<'SELECT' | 'INSERT' | 'UPDATE'>,
    members: readonly string[] = [],
  ): Promise<void> {
    await protectTenantTable(db, { table, grants });
    await protectPartyTable(db, {
      table,
      dealerSees: ofThisDealer,
      links: [...equipmentChildLinks, ...members.map((column) => ({ column, table: 'membership' }))],
    });
    await protectStaffWrites(db, table);
  }

  private async parts(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE part (
      ${tenantColumn}, id uuid NOT NULL, ${version},
      number text NOT NULL,
      name_zh text NOT NULL,
      name_en text NOT NULL,
      unit text NOT NULL,
      list_price_fen int CHECK (list_price_fen >= 0),
      cost_fee_fen int CHECK (cost_fee_fen >= 0),
      models text[] NOT NULL DEFAULT '{}',
      own_wear boolean NOT NULL DEFAULT false,
      active boolean NOT NULL DEFAULT true,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, id),
      UNIQUE (tenant_id, number))`);
    await protectTenantTable(db, { table: 'part', grants: ['SELECT', 'INSERT', 'UPDATE'] });
    await protectStaffWrites(db, 'part');
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back; restore a backup instead.');
  }
}
