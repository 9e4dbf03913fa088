import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  currentActor,
  currentParty,
  currentTenant,
  openToLinks,
  protectFromLinks,
  protectPartyTable,
  protectTenantTable,
} from '../platform/database';
import { ofThisDealerAndPublic, tenantColumn } from './columns';

const ofThisDealer = `dealer_id = ${currentParty}`;
/** The model of the machine that a nameplate link leads to. */
const modelOfThisMachine = `(SELECT own.model_id FROM equipment AS own
  WHERE own.tenant_id = ${currentTenant} AND own.id = ${currentParty})`;

/** Links that stand for a machine or for one request, and what whoever holds one sees. */
export class OpenByLink1790000010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.links(db);
    await this.auditNamesTheAsker(db);
    await this.closeEverything(db);
    await this.openWhatLinksLeadTo(db);
    // whoever follows a request by a link is nobody's member
    await db.query(`ALTER TABLE ticket_comment ALTER COLUMN author_id DROP NOT NULL`);
  }

  private async links(db: QueryRunner): Promise<void> {
    // `reported_with` is the nameplate link that a request was made with; by it requests are counted
    await db.query(`CREATE TABLE link (
      ${tenantColumn}, id uuid NOT NULL,
      hash text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('nameplate', 'follow')),
      subject_id uuid NOT NULL,
      reported_with uuid,
      expires_at timestamptz,
      revoked_at timestamptz,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, id),
      CHECK (kind = 'follow' OR (reported_with IS NULL AND expires_at IS NULL)))`);
    await db.query(`CREATE UNIQUE INDEX link_hash ON link (hash)`);
    await db.query(`CREATE INDEX link_of_subject ON link (tenant_id, subject_id, id)`);
    await db.query(
      `CREATE INDEX link_reported_with ON link (tenant_id, reported_with, created_at) WHERE reported_with IS NOT NULL`,
    );
    await protectTenantTable(db, { table: 'link', grants: ['SELECT', 'INSERT'], machine: ['SELECT'] });
    await db.query(`GRANT UPDATE (revoked_at) ON link TO aftercare_server`);
    // a dealer makes links to the requests that it sees, and nothing else
    await protectPartyTable(db, {
      table: 'link',
      dealerSees: `kind = 'follow' AND reported_with IS NULL AND EXISTS (SELECT 1 FROM ticket AS followed
        WHERE followed.tenant_id = link.tenant_id AND followed.id = link.subject_id)`,
    });
  }

  /** Whoever came by a link asks, and the product writes for them: the audit says who asked. */
  private async auditNamesTheAsker(db: QueryRunner): Promise<void> {
    await db.query(`CREATE OR REPLACE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO public.audit_entry (tenant_id, id, at, actor_id, actor_kind, topic, kind, subject_id, version, fields)
        VALUES (NEW.tenant_id,
          (lpad(to_hex((extract(epoch FROM NEW.at) * 1000)::bigint), 12, '0') || '70008' || lpad(to_hex(NEW.seq), 15, '0'))::uuid,
          NEW.at, NEW.actor_id,
          coalesce(nullif(current_setting('app.asker_kind', true), ''), nullif(current_setting('app.actor_kind', true), ''), 'system'),
          NEW.topic, NEW.kind, NEW.subject_id, NEW.version, NEW.fields);
        RETURN NULL;
      END $$`);
  }

  /** Tables that were made before links were thought of. */
  private async closeEverything(db: QueryRunner): Promise<void> {
    const open = (await db.query(
      `SELECT tablename FROM pg_policies WHERE schemaname = 'public' AND policyname = 'tenant'
       EXCEPT SELECT tablename FROM pg_policies WHERE schemaname = 'public' AND policyname = 'link'`,
    )) as Array<{ tablename: string }>;
    for (const { tablename } of open) await protectFromLinks(db, tablename);
  }

  private async openWhatLinksLeadTo(db: QueryRunner): Promise<void> {
    // the house and its published promises are for everybody who deals with it
    await openToLinks(db, { table: 'tenant', linkSees: 'true' });
    await openToLinks(db, { table: 'policy_version', linkSees: 'true' });
    await openToLinks(db, { table: 'calendar_version', linkSees: 'true' });

    await openToLinks(db, {
      table: 'equipment',
      linkSees: `id = ${currentParty}`,
      party: { dealerSees: ofThisDealer },
    });
    await openToLinks(db, { table: 'equipment_model', linkSees: `id = ${modelOfThisMachine}` });

    const party = { dealerSees: ofThisDealerAndPublic };
    await openToLinks(db, {
      table: 'ticket',
      linkSees: `id = ${currentParty} AND audience = 'public'`,
      party,
    });
    for (const table of ['ticket_fact', 'ticket_clock', 'ticket_comment']) {
      await openToLinks(db, {
        table,
        linkSees: `ticket_id = ${currentParty} AND audience = 'public'`,
        party,
      });
    }
    await openToLinks(db, {
      table: 'change',
      linkSees: `topic = 'ticket' AND subject_id = ${currentParty} AND audience = 'public'`,
      party,
    });

    await openToLinks(db, {
      table: 'file',
      linkSees: `uploaded_by = ${currentActor}`,
      writes: true,
      party: { dealerSees: ofThisDealer, links: [{ column: 'dealer_id', table: 'dealer' }] },
    });
    for (const table of ['idempotency', 'answer'])
      await openToLinks(db, { table, linkSees: `actor_id = ${currentActor}`, writes: true });
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back; restore a backup instead.');
  }
}
