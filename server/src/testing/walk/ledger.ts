import type { Client } from 'pg';

/** One row that was written. */
export interface Effect {
  table: string;
  op: 'INSERT' | 'UPDATE' | 'DELETE';
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Notes every row that is written, whoever writes it, and can take it all back. */
export class Ledger {
  /** The last row that no longer counts; none is deleted, as every look would then pass by the dead. */
  private mark = '0';

  constructor(private readonly admin: Client) {}

  async open(): Promise<void> {
    await this.admin.query(openLedger);
    // no statistics tell how few rows lie behind the mark
    await this.admin.query('SET enable_seqscan = off');
  }

  /** From now on no job begins: how far one has come by the time of an answer says nothing of who asked. */
  async holdJobs(): Promise<void> {
    await this.admin.query(`
      CREATE FUNCTION walk.hold() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.start_after := 'infinity';
        RETURN NEW;
      END $$;
      CREATE TRIGGER walk BEFORE INSERT ON pgboss.job FOR EACH ROW EXECUTE FUNCTION walk.hold()`);
  }

  /** What was written since it was last kept or undone. */
  async effects(): Promise<Effect[]> {
    const { rows } = await this.admin.query<Effect>(
      `SELECT place::text AS table, op, before, after FROM walk.effect WHERE n > $1 ORDER BY n`,
      [this.mark],
    );
    return rows;
  }

  /** Leaves what was written as it is, and forgets it. */
  async keep(): Promise<void> {
    const { rows } = await this.admin.query<{ last: string }>(
      'SELECT last_value AS last FROM walk.effect_n_seq',
    );
    this.mark = (rows[0] as { last: string }).last;
  }

  /** Restores every row, so that whatever is asked next meets the same house. */
  async undo(): Promise<void> {
    if ((await this.effects()).length === 0) return;
    try {
      await this.admin.query('SELECT walk.undo($1)', [this.mark]);
    } catch (error) {
      // work in the background met it halfway; it is done now
      if ((error as { code?: string }).code !== '40P01') throw error;
      await this.admin.query('SELECT walk.undo($1)', [this.mark]);
    }
    await this.keep();
  }
}

const columns = (more = '') =>
  `(SELECT string_agg(format('%I', attname), ', ') FROM pg_attribute
      WHERE attrelid = e.place AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ${more})`;

const openLedger = `
  CREATE SCHEMA walk;
  CREATE UNLOGGED TABLE walk.effect (n bigserial PRIMARY KEY, place regclass NOT NULL, op text NOT NULL, before jsonb, after jsonb);
  CREATE FUNCTION walk.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
  BEGIN
    INSERT INTO walk.effect (place, op, before, after) VALUES (TG_RELID, TG_OP, to_jsonb(OLD), to_jsonb(NEW));
    RETURN NULL;
  END $$;
  CREATE FUNCTION walk.undo(mark bigint) RETURNS void LANGUAGE plpgsql SET session_replication_role = replica AS $$
  DECLARE
    e record;
    row_columns text;
    set_columns text;
    key_columns text;
  BEGIN
    FOR e IN SELECT * FROM walk.effect WHERE n > mark ORDER BY n DESC LOOP
      row_columns := ${columns()};
      set_columns := ${columns(`AND attidentity <> 'a'`)};
      SELECT string_agg(format('%I', attname), ', ') INTO STRICT key_columns FROM pg_index
        JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey) WHERE indrelid = e.place AND indisprimary;
      IF e.op = 'INSERT' THEN
        EXECUTE format('DELETE FROM %1$s WHERE (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, $1))',
          e.place, key_columns) USING e.after;
      ELSIF e.op = 'DELETE' THEN
        EXECUTE format('INSERT INTO %1$s (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, $1)',
          e.place, row_columns) USING e.before;
      ELSE
        EXECUTE format('UPDATE %1$s SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, $1))
          WHERE (%3$s) = (SELECT %3$s FROM jsonb_populate_record(NULL::%1$s, $2))',
          e.place, set_columns, key_columns) USING e.before, e.after;
      END IF;
    END LOOP;
  END $$;
  DO $$
  DECLARE
    place regclass;
  BEGIN
    FOR place IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
      EXECUTE format('CREATE TRIGGER walk AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION walk.note()', place);
    END LOOP;
  END $$`;
