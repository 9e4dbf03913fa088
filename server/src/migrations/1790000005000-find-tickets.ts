import PgBoss from 'pg-boss';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { currentParty, protectOwnTable, protectPartyTable, protectTenantTable } from '../platform/database';
import { StartError } from '../platform/start-error';
import { ofThisDealerAndPublic, tenantColumn } from './columns';

/** The tenant of the running transaction, as everywhere. */
const tenant = `(SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)`;

/** Characters of scripts that put no space between words: Chinese, kana, Hangul. */
const unspaced = '[\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3\\U00020000-\\U0003ffff]';
/** Letters and digits of scripts that do, as they are after folding to lower case. */
const spaced = '[0-9a-z\\u00df-\\u024f\\u0370-\\u052f]';
/** Marks that serial numbers are written with, or without. */
const joint = '[-./_]';
const joinedWords = `${spaced}+(?:${joint}${spaced}+)+`;

/**
 * Words that so many of a house's last tickets hold, and some of a few in so many parts of its life, one of them in
 * the older half, are met soon in the order of any list. What only the last hold may be all there is: the rest of the
 * list would be walked in vain.
 */
const lastTickets = 300;
const manyOfLast = 6;
/** In a house with so many tickets, by the time that the last of them took, words of many of them are still those of few: sooner read by their ids than met. */
const smallHouse = 2_000;
const parts = 16;
const ticketsOfPart = 10;
const manyParts = 2;

/** Milliseconds at which the first or last ticket of the tenant was made, or one of those after or before it. */
const momentOfId = (
  order: 'ASC' | 'DESC',
  after = 0,
) => `(SELECT extract(epoch FROM uuid_extract_timestamp(id)) * 1000
  FROM ticket_search WHERE tenant_id = tenant ORDER BY tenant_id ${order}, id ${order} OFFSET ${after} LIMIT 1)`;

/** Ways to a ticket: orders and filters of lists, search, saved views, and exports with the queue they wait in. */
export class FindTickets1790000005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.listIndexes(db);
    await this.searchText(db);
    await this.searchTable(db);
    await this.searchUpkeep(db);
    await this.savedViews(db);
    await this.exports(db);
    await this.jobs(db);
  }

  /** One index for each order, for the house and for one dealer; and for what is filtered by most. */
  private async listIndexes(db: QueryRunner): Promise<void> {
    const orders = { reported: 'reported_at, id', updated: 'updated_at DESC, id DESC' };
    for (const [name, order] of Object.entries(orders)) {
      await db.query(`CREATE INDEX ticket_${name} ON ticket (tenant_id, ${order})`);
    }
    for (const [name, order] of Object.entries({ ...orders, due: 'next_due_at, id' })) {
      await db.query(
        `CREATE INDEX ticket_of_dealer_${name} ON ticket (tenant_id, dealer_id, ${order}) WHERE dealer_id IS NOT NULL`,
      );
    }
    const newestFirst = 'created_at DESC, id DESC';
    await db.query(`CREATE INDEX ticket_in_category ON ticket (tenant_id, state_category, ${newestFirst})`);
    await db.query(`CREATE INDEX ticket_of_customer ON ticket (tenant_id, customer_id, ${newestFirst})`);
    for (const column of ['assignee', 'owner']) {
      await db.query(
        `CREATE INDEX ticket_of_${column} ON ticket (tenant_id, ${column}_id, ${newestFirst}) WHERE ${column}_id IS NOT NULL`,
      );
    }
  }

  /**
   * What a text is found by: each pair of neighbouring Chinese characters and the last of a run alone,
   * and each word of other scripts. A number or serial is also found from any place within it.
   */
  private async searchText(db: QueryRunner): Promise<void> {
    const all = (pattern: string, text: string) =>
      `SELECT left(hit[1], 100) FROM regexp_matches(${text}, '${pattern}', 'g') AS hit`;
    const unjoined = (word: string) => `regexp_replace(${word}, '${joint}', '', 'g')`;
    await db.query(`CREATE FUNCTION search_form(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN lower(normalize(words, NFKC))`);
    // each piece begins with a mark of the tenant, so that the index leads past everybody else's tickets
    await db.query(`CREATE FUNCTION search_mark(tenant uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN encode(decode(right(tenant::text, 6), 'hex'), 'base64')`);
    // pairs are taken twice, the second time without the first character of each run
    await db.query(`CREATE FUNCTION search_document(tenant uuid, codes text, words text) RETURNS tsvector
      LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
      DECLARE
        form text := search_form(codes || ' ' || words);
        mark text := search_mark(tenant);
      BEGIN RETURN (
        SELECT array_to_tsvector(coalesce(array_agg(mark || piece), '{}')) FROM (
          ${all(`${unspaced}{1,2}|${spaced}+`, 'form')}
          UNION ALL
          ${all(`${unspaced}{1,2}`, `regexp_replace(form, '${unspaced}(${unspaced}*)', ' \\1', 'g')`)}
          UNION ALL
          SELECT ${unjoined('word')} FROM (${all(joinedWords, 'form')}) AS joined (word)
          UNION ALL
          SELECT substr(code, place) FROM (${all(`${joinedWords}|${spaced}+`, 'search_form(codes)')}) AS joined (word),
                 ${unjoined('word')} AS code, generate_series(1, length(code)) AS place
        ) AS pieces (piece)); END $$`);
    // a lone character is any pair that it begins, or the last of a run; a word may be the beginning of one
    await db.query(`CREATE FUNCTION search_query(tenant uuid, words text) RETURNS tsquery
      LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
      DECLARE
        form text := search_form(words);
        mark text := search_mark(tenant);
      BEGIN RETURN (
        SELECT string_agg(condition, ' & ')::tsquery FROM (
          SELECT format('''%s%s''', mark, pair) FROM (
            ${all(`${unspaced}{2}`, 'form')}
            UNION ALL
            ${all(`${unspaced}{2}`, `regexp_replace(form, '${unspaced}(${unspaced}*)', ' \\1', 'g')`)}) AS pairs (pair)
          UNION ALL
          SELECT format('''%s%s'':*', mark, word) FROM (${all(`(?<!${unspaced})${unspaced}(?!${unspaced})`, 'form')}) AS lone (word)
          UNION ALL
          SELECT format('(''%s%s'':* | %s)', mark, ${unjoined('word')},
                   (SELECT string_agg(format('''%s%s'':*', mark, part), ' & ') FROM regexp_split_to_table(word, '${joint}') AS part))
            FROM (${all(joinedWords, 'form')}) AS joined (word)
          UNION ALL
          SELECT format('''%s%s'':*', mark, word) FROM (${all(`${spaced}+`, `regexp_replace(form, '${joinedWords}', ' ', 'g')`)}) AS single (word)
        ) AS conditions (condition)); END $$`);
  }

  private async searchTable(db: QueryRunner): Promise<void> {
    // beside the ticket rather than in it: most changes of a ticket leave its words, and this index, alone
    await db.query(`CREATE TABLE ticket_search (
      ${tenantColumn}, id uuid NOT NULL,
      dealer_id uuid,
      audience text NOT NULL,
      document tsvector NOT NULL,
      PRIMARY KEY (tenant_id, id))`);
    // a short list of what is not yet in the index keeps both writing and searching quick
    await db.query(`CREATE INDEX ticket_search_document ON ticket_search USING gin (document)
      WITH (fastupdate = on, gin_pending_list_limit = 256)`);
    // whether one ticket holds words is asked of its row, by the same rule as of the ticket
    await protectTenantTable(db, { table: 'ticket_search', grants: ['SELECT'] });
    await protectPartyTable(db, { table: 'ticket_search', dealerSees: ofThisDealerAndPublic });
    // which tickets hold them only its owner can ask of the index: under row-level security no index serves
    // a search. So only these functions do, and row-level security holds what they lead to
    await db.query(`ALTER TABLE ticket_search NO FORCE ROW LEVEL SECURITY`);
    const withOwnersEyes = `SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`;
    // for words that few tickets hold: these tickets. Where words are met soon anyway, one NULL says so at once:
    // finding all of them would take longer than all the rest. Ids begin with the moment they were made
    await db.query(`CREATE FUNCTION find_tickets(words text, at_most int) RETURNS SETOF uuid
      LANGUAGE plpgsql ${withOwnersEyes} SET enable_seqscan = off ROWS 200 AS $$
      DECLARE
        tenant uuid := ${tenant};
        query tsquery := search_query(tenant, words);
      BEGIN
        IF at_most IS NOT NULL
            AND (SELECT count(*) FILTER (WHERE document @@ query) >= ${manyOfLast} FROM (
              SELECT document FROM ticket_search WHERE tenant_id = tenant
                ORDER BY tenant_id DESC, id DESC LIMIT ${lastTickets}) AS last_tickets (document))
            AND (SELECT (last - first) * ${lastTickets} > (last - since) * ${smallHouse} FROM (
              SELECT ${momentOfId('DESC')}, ${momentOfId('ASC')}, ${momentOfId('DESC', lastTickets - 1)}
            ) AS house (last, first, since))
            AND (SELECT count(DISTINCT part) >= ${manyParts} AND min(part) < ${parts / 2} FROM (
              SELECT part, at + (${momentOfId('DESC')} - at) * part / ${parts} AS at
                FROM (SELECT ${momentOfId('ASC')}) AS first (at), generate_series(0, ${parts - 1}) AS part) AS begun,
              LATERAL (SELECT document FROM ticket_search
                WHERE tenant_id = tenant AND id >= (lpad(to_hex(floor(begun.at)::bigint), 12, '0') || repeat('0', 20))::uuid
                ORDER BY tenant_id, id LIMIT ${ticketsOfPart}) AS of_part (document)
              WHERE document @@ query) THEN
          RETURN NEXT NULL;
          RETURN;
        END IF;
        -- a comparison that no index serves: the words alone lead to the tenant's tickets, this makes sure
        RETURN QUERY SELECT id FROM ticket_search
          WHERE document @@ query AND tenant_id IS NOT DISTINCT FROM tenant LIMIT at_most;
      END $$`);
    await db.query(`CREATE FUNCTION keep_ticket_search(ticket ticket, codes text, words text) RETURNS void
      LANGUAGE sql ${withOwnersEyes} AS $$
        INSERT INTO ticket_search AS kept (tenant_id, id, dealer_id, audience, document)
        SELECT ticket.tenant_id, ticket.id, ticket.dealer_id, ticket.audience,
               search_document(ticket.tenant_id, codes, words)
          WHERE ticket.tenant_id = coalesce(${tenant}, ticket.tenant_id)
        ON CONFLICT (tenant_id, id) DO UPDATE
          SET dealer_id = excluded.dealer_id, audience = excluded.audience, document = excluded.document
          WHERE (kept.dealer_id, kept.audience, kept.document)
            IS DISTINCT FROM (excluded.dealer_id, excluded.audience, excluded.document) $$`);
    for (const name of ['find_tickets(text, int)', 'keep_ticket_search(ticket, text, text)']) {
      await db.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`);
      await db.query(`GRANT EXECUTE ON FUNCTION ${name} TO aftercare_server`);
    }
  }

  /** Whatever statement changes a ticket's words, its customer's name or its machine's serial, also changes this. */
  private async searchUpkeep(db: QueryRunner): Promise<void> {
    const keep = (from: string) => `PERFORM keep_ticket_search(t,
        concat_ws(' ', t.number, t.claimed_serial, e.serial),
        concat_ws(' ', t.subject, t.description, t.reporter_name, c.name))
      FROM ${from}
      JOIN customer c ON c.tenant_id = t.tenant_id AND c.id = t.customer_id
      LEFT JOIN equipment e ON e.tenant_id = t.tenant_id AND e.id = t.equipment_id`;
    // as the product itself: what is found must not depend on what the writer may see
    const trigger = (name: string, body: string) =>
      db.query(`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE writer text := coalesce(current_setting('app.actor_kind', true), '');
        BEGIN
          PERFORM set_config('app.actor_kind', 'system', true);
          ${body};
          PERFORM set_config('app.actor_kind', writer, true);
          RETURN NULL;
        END $$`);
    const sources = [
      'number',
      'claimed_serial',
      'equipment_id',
      'subject',
      'description',
      'reporter_name',
      'customer_id',
      'dealer_id',
      'audience',
    ];
    await trigger('search_ticket', keep('(SELECT (NEW).*) AS t'));
    await trigger(
      'search_customer',
      `${keep('ticket t')} WHERE t.tenant_id = NEW.tenant_id AND t.customer_id = NEW.id`,
    );
    await trigger(
      'search_equipment',
      `${keep('ticket t')} WHERE t.tenant_id = NEW.tenant_id AND t.equipment_id = NEW.id`,
    );
    await db.query(
      `CREATE TRIGGER search AFTER INSERT OR UPDATE OF ${sources.join(', ')} ON ticket
        FOR EACH ROW EXECUTE FUNCTION search_ticket()`,
    );
    for (const [table, column] of [
      ['customer', 'name'],
      ['equipment', 'serial'],
    ]) {
      await db.query(
        `CREATE TRIGGER search AFTER UPDATE OF ${column} ON ${table} FOR EACH ROW
          WHEN (OLD.${column} <> NEW.${column}) EXECUTE FUNCTION search_${table}()`,
      );
    }
    await this.searchPresent(db);
  }

  /** What was there before; the owner reads below row-level security only where it is told to. */
  private async searchPresent(db: QueryRunner): Promise<void> {
    const tables = ['ticket', 'customer', 'equipment'];
    for (const table of tables) await db.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await db.query(`INSERT INTO ticket_search (tenant_id, id, dealer_id, audience, document)
      SELECT t.tenant_id, t.id, t.dealer_id, t.audience, search_document(t.tenant_id, concat_ws(' ', t.number, t.claimed_serial, e.serial),
             concat_ws(' ', t.subject, t.description, t.reporter_name, c.name))
        FROM ticket t
        JOIN customer c ON c.tenant_id = t.tenant_id AND c.id = t.customer_id
        LEFT JOIN equipment e ON e.tenant_id = t.tenant_id AND e.id = t.equipment_id`);
    for (const table of tables) await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }

  /** Lists that somebody keeps under a name, alone or for the own side: the house, or one dealer. */
  private async savedViews(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE saved_view (
      ${tenantColumn}, id uuid NOT NULL,
      owner_id uuid NOT NULL,
      dealer_id uuid,
      version int NOT NULL CHECK (version > 0),
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
      filter jsonb NOT NULL,
      order_by text NOT NULL,
      columns text[] NOT NULL,
      shared boolean NOT NULL,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, id),
      FOREIGN KEY (tenant_id, owner_id) REFERENCES membership (tenant_id, id),
      FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer (tenant_id, id))`);
    await db.query(`CREATE INDEX saved_view_by_name ON saved_view (tenant_id, name, id)`);
    await protectTenantTable(db, { table: 'saved_view', grants: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] });
    await this.protectOwn(db, {
      table: 'saved_view',
      owner: 'owner_id',
      othersSee: `shared AND dealer_id IS NOT DISTINCT FROM ${currentParty}`,
    });
  }

  private async exports(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE ticket_export (
      ${tenantColumn}, id uuid NOT NULL,
      owner_id uuid NOT NULL,
      dealer_id uuid,
      filter jsonb NOT NULL,
      order_by text NOT NULL,
      locale text NOT NULL CHECK (locale IN ('zh-CN', 'en')),
      state text NOT NULL CHECK (state IN ('waiting', 'running', 'ready', 'failed')),
      failure text CHECK (failure IN ('not-allowed', 'broken')),
      row_count int,
      file_size bigint,
      created_at timestamptz NOT NULL,
      started_at timestamptz,
      finished_at timestamptz,
      expires_at timestamptz,
      version int NOT NULL CHECK (version > 0),
      PRIMARY KEY (tenant_id, id),
      CHECK ((state = 'failed') = (failure IS NOT NULL)),
      FOREIGN KEY (tenant_id, owner_id) REFERENCES membership (tenant_id, id),
      FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer (tenant_id, id))`);
    await db.query(
      `CREATE INDEX ticket_export_running ON ticket_export (tenant_id, started_at) WHERE state = 'running'`,
    );
    await protectTenantTable(db, {
      table: 'ticket_export',
      grants: ['SELECT', 'INSERT', 'UPDATE'],
      machine: ['SELECT', 'DELETE'],
    });
    await this.protectOwn(db, { table: 'ticket_export', owner: 'owner_id' });
  }

  private async protectOwn(
    db: QueryRunner,
    own: { table: string; owner: string; othersSee?: string },
  ): Promise<void> {
    await protectPartyTable(db, {
      table: own.table,
      dealerSees: `dealer_id = ${currentParty}`,
      links: [
        { column: own.owner, table: 'membership' },
        { column: 'dealer_id', table: 'dealer' },
      ],
    });
    await protectOwnTable(db, own);
  }

  /** The queue of background work, in a schema of its own: the owner makes it, requests add to it, the machine works. */
  private async jobs(db: QueryRunner): Promise<void> {
    const [may] = (await db.query(
      `SELECT has_database_privilege(current_database(), 'CREATE') AS create, current_database() AS name, current_user AS owner`,
    )) as Array<{ create: boolean; name: string; owner: string }>;
    if (may && !may.create) {
      throw new StartError(
        `The queue of background work needs a schema of its own, which ${may.owner} may not make. ` +
          `Let an administrator of the database run:\n  GRANT CREATE ON DATABASE "${may.name}" TO "${may.owner}";`,
      );
    }
    // within the transaction of this migration rather than one of its own
    await db.query(
      PgBoss.getConstructionPlans('pgboss').replace(/\b(BEGIN|COMMIT);(?=\s*(SET LOCAL|$))/g, ''),
    );
    for (const queue of ['ticket-export', 'ticket-export-failed']) {
      await db.query(`SELECT pgboss.create_queue($1, $2)`, [queue, JSON.stringify({ policy: 'standard' })]);
    }
    await db.query(`GRANT USAGE ON SCHEMA pgboss TO aftercare_server, aftercare_machine`);
    await db.query(`GRANT INSERT, SELECT (id) ON pgboss.job TO aftercare_server`);
    await db.query(`GRANT SELECT ON pgboss.queue TO aftercare_server, aftercare_machine`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON pgboss.job, pgboss.archive TO aftercare_machine`);
    await db.query(`GRANT SELECT, UPDATE ON pgboss.version TO aftercare_machine`);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back; restore a backup instead.');
  }
}
