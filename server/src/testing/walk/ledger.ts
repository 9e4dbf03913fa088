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
    const { rows } = await this.admin.query<Effect>({
      name: 'effects',
      text: `SELECT ${effect} FROM walk.effect WHERE n > $1 ORDER BY n`,
      values: [this.mark],
    });
    return rows;
  }

  /** Leaves what was written as it is, and forgets it. */
  async keep(): Promise<void> {
    const { rows } = await this.admin.query<{ last: string }>(
      'SELECT last_value AS last FROM walk.effect_n_seq',
    );
    this.mark = (rows[0] as { last: string }).last;
  }

  /** Restores every row, so that whatever is asked next meets the same house; tells what had been written. */
  async undo(): Promise<Effect[]> {
    const undone = await this.takeBack().catch((error: { code?: string }) => {
      // work in the background met it halfway; it is done now
      if (error.code === '40P01') return this.takeBack();
      throw error;
    });
    const last = undone.at(-1);
    if (last) this.mark = last.n;
    return undone;
  }

  private async takeBack(): Promise<Array<Effect & { n: string }>> {
    const { rows } = await this.admin.query<Effect & { n: string }>({
      name: 'undo',
      text: `SELECT n, ${effect} FROM walk.undo($1)`,
      values: [this.mark],
    });
    return rows.reverse();
  }
}

const effect = 'place::text AS table, op, before, after';

/** Of every table, how a row of it is taken back: a function of its own, whose plans the session keeps. */
const openLedger = `
  CREATE SCHEMA walk;
  CREATE UNLOGGED TABLE walk.effect (n bigserial PRIMARY KEY, place regclass NOT NULL, op text NOT NULL, before jsonb, after jsonb);
  CREATE FUNCTION walk.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
  BEGIN
    INSERT INTO walk.effect (place, op, before, after) VALUES (TG_RELID, TG_OP, to_jsonb(OLD), to_jsonb(NEW));
    RETURN NULL;
  END $$;
  CREATE FUNCTION walk.undo(mark bigint) RETURNS SETOF walk.effect LANGUAGE plpgsql SET session_replication_role = replica AS $$
  DECLARE
    e walk.effect;
  BEGIN
    FOR e IN SELECT * FROM walk.effect WHERE n > mark ORDER BY n DESC LOOP
      EXECUTE format('SELECT walk.undo_%s($1, $2, $3)', e.place::oid) USING e.op, e.before, e.after;
      RETURN NEXT e;
    END LOOP;
  END $$;
  DO $$
  DECLARE
    place regclass;
    row_columns text;
    set_columns text;
    key_columns text;
  BEGIN
    FOR place IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
      SELECT string_agg(format('%I', attname), ', '), string_agg(format('%I', attname), ', ') FILTER (WHERE attidentity <> 'a')
        INTO row_columns, set_columns
        FROM pg_attribute WHERE attrelid = place AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
      SELECT string_agg(format('%I', attname), ', ') INTO STRICT key_columns FROM pg_index
        JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey) WHERE indrelid = place AND indisprimary;
      EXECUTE format('CREATE TRIGGER walk AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION walk.note()', place);
      EXECUTE format($undo$
        CREATE FUNCTION walk.undo_%1$s(text, jsonb, jsonb) RETURNS void LANGUAGE plpgsql AS $body$
        BEGIN
          IF $1 = 'INSERT' THEN
            DELETE FROM %2$s WHERE (%3$s) = (SELECT %3$s FROM jsonb_populate_record(NULL::%2$s, $3));
          ELSIF $1 = 'DELETE' THEN
            INSERT INTO %2$s (%4$s) OVERRIDING SYSTEM VALUE SELECT %4$s FROM jsonb_populate_record(NULL::%2$s, $2);
          ELSE
            UPDATE %2$s SET (%5$s) = (SELECT %5$s FROM jsonb_populate_record(NULL::%2$s, $2))
              WHERE (%3$s) = (SELECT %3$s FROM jsonb_populate_record(NULL::%2$s, $3));
          END IF;
        END $body$ $undo$, place::oid, place, key_columns, row_columns, set_columns);
    END LOOP;
  END $$`;
