/** Parts of the data-modifying statements that make and amend a ticket. `from` is a query of the ticket's keys. */

export const insertFacts = (from: string, rows: string, actor: string, at: string): string => `
  INSERT INTO ticket_fact (tenant_id, id, ticket_id, customer_id, dealer_id, audience, fact, note, detail,
    recorded_at, actor_id)
  SELECT t.tenant_id, f.id, t.id, t.customer_id, t.dealer_id, f.audience, f.fact, f.note, f.detail, ${at}, ${actor}
    FROM ${from} AS t, jsonb_to_recordset(${rows}::jsonb) AS f (id uuid, audience text, fact jsonb, note text,
      detail jsonb)`;

const clockColumns =
  'id uuid, key text, kind text, rule_id text, state text, started_at timestamptz, due_at timestamptz, stopped_at timestamptz, result jsonb';

export const upsertClocks = (from: string, stored: string): string => `
  INSERT INTO ticket_clock AS known (tenant_id, id, ticket_id, customer_id, dealer_id, audience, key, kind, rule_id,
    state, started_at, due_at, stopped_at, result)
  SELECT t.tenant_id, c.id, t.id, t.customer_id, t.dealer_id, 'public', c.key, c.kind, c.rule_id,
    c.state, c.started_at, c.due_at, c.stopped_at, c.result
    FROM ${from} AS t, jsonb_to_recordset(${stored}::jsonb->'clocks') AS c (${clockColumns})
  ON CONFLICT (tenant_id, ticket_id, key) DO UPDATE SET rule_id = excluded.rule_id, state = excluded.state,
    started_at = excluded.started_at, due_at = excluded.due_at, stopped_at = excluded.stopped_at,
    result = excluded.result`;

/** A timer that has fired stays as it is; one that has not follows the clock. */
export const upsertTimers = (from: string, stored: string): string => `
  INSERT INTO ticket_timer AS known (tenant_id, id, ticket_id, customer_id, dealer_id, audience, key, kind, at, clock,
    reminder, tell)
  SELECT t.tenant_id, w.id, t.id, t.customer_id, t.dealer_id, 'public', w.key, w.kind, w.at, w.clock, w.reminder,
    w.tell
    FROM ${from} AS t, jsonb_to_recordset(${stored}::jsonb->'timers') AS w (id uuid, key text, kind text,
      at timestamptz, clock text, reminder text, tell text[])
  ON CONFLICT (tenant_id, ticket_id, key) DO UPDATE SET at = excluded.at, tell = excluded.tell
    WHERE known.fired_at IS NULL AND (known.at, known.tell) IS DISTINCT FROM (excluded.at, excluded.tell)`;

/** Timers that the clocks no longer know; those of calendars are not theirs. */
export const deleteStaleTimers = (from: string, stored: string): string => `
  DELETE FROM ticket_timer AS w USING ${from} AS t
   WHERE w.tenant_id = t.tenant_id AND w.ticket_id = t.id AND w.fired_at IS NULL AND w.clock <> ''
     AND NOT w.key = ANY (ARRAY(SELECT jsonb_array_elements(${stored}::jsonb->'timers')->>'key'))`;
