// What a careful engineer writes by hand for each operation; $1 is the tenant. Ids stay uuids and moments stay as
// PostgreSQL writes them, so the floor is, if anything, too low.
const clocks = `(SELECT json_agg(json_build_object('id', c.id, 'kind', c.kind,
    'state', CASE WHEN c.state = 'running' AND c.due_at < (SELECT current_setting('app.now')::timestamptz)
      THEN 'missed' ELSE c.state END,
    'startedAt', c.started_at, 'dueAt', c.due_at, 'stoppedAt', c.stopped_at) ORDER BY c.kind, c.id)
  FROM ticket_clock c WHERE c.tenant_id = $1 AND c.ticket_id = t.id)`;
const member = (m) =>
  `CASE WHEN ${m}.id IS NOT NULL THEN json_build_object('id', ${m}.id, 'name', ${m}.name) END`;
const equipment = `CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'serial', e.serial,
  'model', json_build_object('id', em.id, 'name', json_build_object('zh', em.name_zh, 'en', em.name_en))) END`;
const joins = `JOIN customer cu ON cu.tenant_id = $1 AND cu.id = t.customer_id
  LEFT JOIN equipment e ON e.tenant_id = $1 AND e.id = t.equipment_id
  LEFT JOIN equipment_model em ON em.tenant_id = $1 AND em.id = e.model_id
  LEFT JOIN membership a ON a.tenant_id = $1 AND a.id = t.assignee_id`;

export const statements = {
  list: `SELECT json_agg(json_build_object('id', t.id, 'number', t.number, 'version', t.version,
      'state', t.state_category, 'subject', t.subject, 'channel', t.channel, 'reportedAt', t.reported_at,
      'nextDueAt', nullif(t.next_due_at, 'infinity'), 'customer', json_build_object('id', cu.id, 'name', cu.name),
      'equipment', ${equipment}, 'assignee', ${member('a')}, 'clocks', ${clocks}) ORDER BY t.next_due_at, t.id)::text AS body
    FROM (SELECT * FROM ticket t WHERE t.tenant_id = $1 AND t.state_category = ANY ($2::text[])
      ORDER BY t.next_due_at, t.id LIMIT 20) AS t ${joins}`,
  detail: `SELECT json_build_object('id', t.id, 'number', t.number, 'version', t.version, 'state', t.state_category,
      'subject', t.subject, 'description', t.description, 'channel', t.channel, 'reporterName', t.reporter_name,
      'reporterPhone', t.reporter_phone, 'reportedAt', t.reported_at, 'createdAt', t.created_at,
      'updatedAt', t.updated_at, 'nextDueAt', nullif(t.next_due_at, 'infinity'),
      'customer', json_build_object('id', cu.id, 'name', cu.name), 'equipment', ${equipment},
      'dealer', ${member('d')}, 'site', ${member('s')}, 'assignee', ${member('a')}, 'createdBy', ${member('cb')},
      'clocks', ${clocks},
      'comments', (SELECT coalesce(json_agg(json_build_object('id', l.id, 'body', l.body, 'audience', l.audience,
          'createdAt', l.created_at, 'author', ${member('w')}) ORDER BY l.created_at, l.id), '[]')
        FROM (SELECT * FROM ticket_comment o WHERE o.tenant_id = $1 AND o.ticket_id = t.id
          ORDER BY o.created_at DESC, o.id DESC LIMIT 20) AS l
        LEFT JOIN membership w ON w.tenant_id = $1 AND w.id = l.author_id))::text AS body
    FROM ticket t ${joins}
    LEFT JOIN dealer d ON d.tenant_id = $1 AND d.id = t.dealer_id
    LEFT JOIN site s ON s.tenant_id = $1 AND s.id = t.site_id
    LEFT JOIN membership cb ON cb.tenant_id = $1 AND cb.id = t.created_by
    WHERE t.tenant_id = $1 AND t.id = $2`,
  create: `WITH once AS (
      INSERT INTO idempotency (tenant_id, actor_id, key, request_hash, subject_id, created_at)
      VALUES ($1, $4, $5, $5, $2, $3)),
    numbered AS (
      INSERT INTO ticket_counter AS c (tenant_id, last_number) VALUES ($1, 1)
      ON CONFLICT (tenant_id) DO UPDATE SET last_number = c.last_number + 1 RETURNING last_number),
    created AS (
      INSERT INTO ticket (tenant_id, id, number, version, customer_id, dealer_id, audience, site_id, equipment_id,
        policy_version_id, request_type, state, state_category, subject, description, channel, reporter_name,
        reported_at, created_at, updated_at, next_due_at, created_by)
      SELECT $1, $2, (SELECT format('%s-%s-%s', ticket_prefix, to_char($3::timestamptz AT TIME ZONE time_zone, 'YYYY'),
          lpad(last_number::text, 5, '0')) FROM tenant WHERE id = $1), 1, e.customer_id, e.dealer_id, 'public', e.site_id,
        e.id, $6, $7, $8, $9, $10, $11, 'phone', $12, $3, $3, $3, ($13::jsonb->0->>'due_at')::timestamptz, $4
        FROM numbered, equipment e WHERE e.tenant_id = $1 AND e.serial = $14
      RETURNING *),
    fact AS (
      INSERT INTO ticket_fact (tenant_id, id, ticket_id, customer_id, dealer_id, audience, fact, recorded_at, actor_id)
      SELECT tenant_id, $2, id, customer_id, dealer_id, 'public', '{"kind": "reported"}', $3, $4 FROM created),
    clocks AS (
      INSERT INTO ticket_clock (tenant_id, id, ticket_id, customer_id, dealer_id, audience, key, kind, rule_id, state,
        started_at, due_at, result)
      SELECT t.tenant_id, c.id, t.id, t.customer_id, t.dealer_id, 'public', c.key, c.key, 'rule', 'running', $3,
        c.due_at, c.result
      FROM created t, jsonb_to_recordset($13::jsonb) AS c (id uuid, key text, due_at timestamptz, result jsonb)
      RETURNING kind, due_at),
    logged AS (
      INSERT INTO change (tenant_id, topic, kind, subject_id, version, dealer_id, customer_id, audience, actor_id, at)
      SELECT tenant_id, 'ticket', 'created', id, 1, dealer_id, customer_id, audience, $4, $3 FROM created)
    SELECT json_build_object('id', id, 'number', number, 'version', version, 'reportedAt', reported_at,
      'clocks', (SELECT json_agg(json_build_object('kind', kind, 'dueAt', due_at)) FROM clocks))::text AS body FROM created`,
};
