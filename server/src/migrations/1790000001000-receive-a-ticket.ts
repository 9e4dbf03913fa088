import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  currentParty,
  protectPartyTable,
  protectStaffWrites,
  protectTenantTable,
} from '../platform/database';
import {
  ofThisDealerAndPublic,
  partyColumns,
  protectTicketChild,
  tenantColumn,
  ticketChild,
} from './columns';

const ofThisDealer = `dealer_id = ${currentParty}`;

/** Whose machine it is, what the maker promises, and the ticket with its facts, clocks and comments. */
export class ReceiveATicket1790000001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.parties(db);
    await this.equipment(db);
    await this.policy(db);
    await this.ticket(db);
    await this.ticketChildren(db);
  }

  private async parties(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE customer (
      ${tenantColumn}, id uuid NOT NULL,
      name text NOT NULL,
      dealer_id uuid,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, id),
      FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer (tenant_id, id))`);
    await protectTenantTable(db, { table: 'customer', grants: ['SELECT', 'INSERT', 'UPDATE'] });
    await protectPartyTable(db, {
      table: 'customer',
      dealerSees: ofThisDealer,
      links: [{ column: 'dealer_id', table: 'dealer' }],
    });

    await db.query(`CREATE TABLE site (
      ${tenantColumn}, id uuid NOT NULL,
      customer_id uuid NOT NULL,
      dealer_id uuid,
      name text NOT NULL,
      province text NOT NULL CHECK (province ~ '^[0-9]{2}$'),
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, id),
      FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id),
      FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer (tenant_id, id))`);
    await protectTenantTable(db, { table: 'site', grants: ['SELECT', 'INSERT', 'UPDATE'] });
    await protectPartyTable(db, {
      table: 'site',
      dealerSees: ofThisDealer,
      links: [
        { column: 'customer_id', table: 'customer' },
        { column: 'dealer_id', table: 'dealer' },
      ],
    });
  }

  private async equipment(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE equipment_model (
      ${tenantColumn}, id uuid NOT NULL,
      code text NOT NULL,
      name_zh text NOT NULL,
      name_en text NOT NULL,
      PRIMARY KEY (tenant_id, id),
      UNIQUE (tenant_id, code))`);
    await protectTenantTable(db, { table: 'equipment_model', grants: ['SELECT', 'INSERT', 'UPDATE'] });
    await protectStaffWrites(db, 'equipment_model');

    await db.query(`CREATE TABLE equipment (
      ${tenantColumn}, id uuid NOT NULL,
      serial text NOT NULL CHECK (serial = upper(serial)),
      model_id uuid NOT NULL,
      customer_id uuid NOT NULL,
      dealer_id uuid,
      site_id uuid,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, id),
      UNIQUE (tenant_id, serial),
      FOREIGN KEY (tenant_id, model_id) REFERENCES equipment_model (tenant_id, id),
      FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id),
      FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer (tenant_id, id),
      FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id))`);
    await protectTenantTable(db, { table: 'equipment', grants: ['SELECT', 'INSERT', 'UPDATE'] });
    await protectPartyTable(db, {
      table: 'equipment',
      dealerSees: ofThisDealer,
      links: [
        { column: 'customer_id', table: 'customer' },
        { column: 'dealer_id', table: 'dealer' },
        { column: 'site_id', table: 'site' },
      ],
    });
  }

  private async policy(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE policy_version (
      ${tenantColumn}, id uuid NOT NULL,
      rulebook text NOT NULL,
      number int NOT NULL CHECK (number > 0),
      content jsonb NOT NULL,
      effective_from timestamptz NOT NULL,
      published_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, id),
      UNIQUE (tenant_id, number))`);
    // no UPDATE and no DELETE: a published version is immutable (G1)
    await protectTenantTable(db, { table: 'policy_version', grants: ['SELECT', 'INSERT'] });
    await protectStaffWrites(db, 'policy_version');
  }

  private async ticket(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE ticket_counter (
      tenant_id uuid PRIMARY KEY REFERENCES tenant (id),
      last_number int NOT NULL)`);
    await protectTenantTable(db, { table: 'ticket_counter', grants: ['SELECT', 'INSERT', 'UPDATE'] });

    await db.query(`CREATE TABLE ticket (
      ${tenantColumn}, id uuid NOT NULL,
      ${partyColumns},
      number text NOT NULL,
      version int NOT NULL CHECK (version > 0),
      policy_version_id uuid NOT NULL,
      request_type text NOT NULL,
      state text NOT NULL,
      state_category text NOT NULL CHECK (state_category IN ('open', 'active', 'waiting', 'closed')),
      subject text NOT NULL,
      description text NOT NULL,
      channel text NOT NULL,
      reporter_name text NOT NULL,
      reporter_phone text,
      reported_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL,
      next_due_at timestamptz NOT NULL DEFAULT 'infinity',
      site_id uuid,
      equipment_id uuid,
      assignee_id uuid,
      created_by uuid,
      PRIMARY KEY (tenant_id, id),
      UNIQUE (tenant_id, number),
      UNIQUE (tenant_id, id, party_key),
      FOREIGN KEY (tenant_id, policy_version_id) REFERENCES policy_version (tenant_id, id),
      FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id),
      FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer (tenant_id, id),
      FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id),
      FOREIGN KEY (tenant_id, equipment_id) REFERENCES equipment (tenant_id, id),
      FOREIGN KEY (tenant_id, assignee_id) REFERENCES membership (tenant_id, id),
      FOREIGN KEY (tenant_id, created_by) REFERENCES membership (tenant_id, id))`);
    await db.query(`CREATE INDEX ticket_newest ON ticket (tenant_id, created_at DESC, id DESC)`);
    await db.query(`CREATE INDEX ticket_due ON ticket (tenant_id, next_due_at, id)`);
    await db.query(
      `CREATE INDEX ticket_of_dealer ON ticket (tenant_id, dealer_id, created_at DESC, id DESC)`,
    );
    await protectTenantTable(db, { table: 'ticket', grants: ['SELECT', 'INSERT', 'UPDATE'] });
    await protectPartyTable(db, {
      table: 'ticket',
      dealerSees: ofThisDealerAndPublic,
      links: [
        { column: 'customer_id', table: 'customer' },
        { column: 'dealer_id', table: 'dealer' },
        { column: 'site_id', table: 'site' },
        { column: 'equipment_id', table: 'equipment' },
        { column: 'assignee_id', table: 'membership' },
        { column: 'created_by', table: 'membership' },
      ],
    });
  }

  private async ticketChildren(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE ticket_fact (
      ${ticketChild},
      seq bigint GENERATED ALWAYS AS IDENTITY,
      fact jsonb NOT NULL,
      recorded_at timestamptz NOT NULL,
      actor_id uuid)`);
    await db.query(`CREATE INDEX ticket_fact_ticket ON ticket_fact (tenant_id, ticket_id, seq)`);
    // facts are appended, never edited
    await protectTicketChild(db, { table: 'ticket_fact', grants: ['SELECT', 'INSERT'] });

    await db.query(`CREATE TABLE ticket_clock (
      ${ticketChild},
      kind text NOT NULL,
      rule_id text NOT NULL,
      state text NOT NULL CHECK (state IN ('running', 'paused', 'met', 'missed', 'cancelled', 'no-target')),
      started_at timestamptz,
      due_at timestamptz,
      stopped_at timestamptz,
      result jsonb NOT NULL,
      UNIQUE (tenant_id, ticket_id, kind))`);
    await protectTicketChild(db, { table: 'ticket_clock', grants: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] });

    await db.query(`CREATE TABLE ticket_comment (
      ${ticketChild},
      author_id uuid NOT NULL,
      body text NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
      created_at timestamptz NOT NULL,
      FOREIGN KEY (tenant_id, author_id) REFERENCES membership (tenant_id, id))`);
    await db.query(
      `CREATE INDEX ticket_comment_ticket ON ticket_comment (tenant_id, ticket_id, created_at, id)`,
    );
    await protectTicketChild(db, {
      table: 'ticket_comment',
      grants: ['SELECT', 'INSERT'],
      links: [{ column: 'author_id', table: 'membership' }],
    });

    await db.query(`CREATE TABLE idempotency (
      ${tenantColumn},
      actor_id uuid NOT NULL,
      key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
      request_hash text NOT NULL,
      subject_id uuid NOT NULL,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, actor_id, key))`);
    await protectTenantTable(db, {
      table: 'idempotency',
      grants: ['SELECT', 'INSERT'],
      machine: ['SELECT', 'DELETE'],
    });
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back; restore a backup instead.');
  }
}
