// Four houses, founded by the product's own services, and many tickets, written by SQL.
import { post } from './post.mjs';
import { decodeAnyId, encodeId, newId, require } from './built.mjs';

const { Client } = require('pg');
const password = 'bench-password';
const slugs = ['north', 'south', 'east', 'west'];
const parties = 40;
const machinesPerParty = 100;

/** Answers what each house's requests are made of. */
export async function furnish({ postgres, product, tickets, say }) {
  const admin = new Client(postgres.adminUrl);
  await admin.connect();
  try {
    const { rows } = await admin.query(`SELECT to_regclass('bench_house') IS NOT NULL AS known`);
    if (!rows[0].known) await build(admin, product, tickets, say);
    const houses = await admin.query('SELECT facts FROM bench_house ORDER BY slug');
    const ready = [];
    for (const { facts } of houses.rows) ready.push(await signedIn(admin, product, facts));
    return ready;
  } finally {
    await admin.end();
  }
}

async function build(admin, product, tickets, say) {
  await admin.query('CREATE TABLE bench_house (slug text PRIMARY KEY, facts jsonb NOT NULL)');
  for (const [index, slug] of slugs.entries()) {
    const tenantId = newId(new Date());
    const prefix = `B${'NSEW'[index]}`;
    const founded = await product.ask({
      question: 'found',
      given: { tenantId, slug, prefix, password, parties },
    });
    const house = { slug, tenantId, prefix, ...founded };
    house.machines = await moreMachines(admin, house);
    const clocks = await patternOf(admin, product, house);
    await fill(admin, { ...house, clocks }, tickets / slugs.length);
    await admin.query('INSERT INTO bench_house VALUES ($1, $2)', [slug, { ...house, clocks }]);
    say(`${slug} has ${tickets / slugs.length} tickets`);
  }
  await admin.query('VACUUM ANALYZE');
}

/** As many machines as a maker has in the field: copies of those that the services registered. */
async function moreMachines(admin, { tenantId, prefix }) {
  const { rows } = await admin.query(
    `INSERT INTO equipment
     SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'serial', format('%s-X%s-%s', $2::text, n, e.serial)))).*
       FROM equipment e, generate_series(1, $3::int) AS n WHERE e.tenant_id = $1
     RETURNING id, serial, customer_id AS "customerId", dealer_id AS "dealerId", site_id AS "siteId"`,
    [tenantId, prefix, machinesPerParty],
  );
  return rows;
}

async function tokenOf(product, { slug }) {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }';
  const input = { email: `dispatcher@${slug}.example`, password, tenant: slug };
  const answer = JSON.parse(await post(undefined, product.url, { body: { query, variables: { input } } }));
  return answer.data.signIn.accessToken;
}

/** The clocks that the engine gives one real ticket, for the others to be copies of. */
async function patternOf(admin, product, house) {
  const token = await tokenOf(product, house);
  const query =
    'mutation ($input: TicketCreateInput!) { ticketCreate(input: $input) { ticket { id } userErrors { code } } }';
  const input = {
    requestType: 'repair',
    serial: house.machines[0].serial,
    subject: '停机',
    description: '主泵无压力。',
    reporterName: '值班员',
    idempotencyKey: 'the pattern',
  };
  const { data } = JSON.parse(
    await post(undefined, product.url, { token, body: { query, variables: { input } } }),
  );
  const { uuid } = decodeAnyId(data.ticketCreate.ticket.id);
  const { rows } = await admin.query(
    'SELECT key, kind, rule_id, due_at, result FROM ticket_clock WHERE ticket_id = $1 ORDER BY key',
    [uuid],
  );
  return rows;
}

async function fill(admin, { tenantId, policyId, members, machines, prefix, clocks, states }, count) {
  await admin.query('BEGIN');
  // copies of rows that were checked when they were written
  await admin.query('SET LOCAL session_replication_role = replica');
  await admin.query(
    `INSERT INTO ticket (tenant_id, id, number, version, customer_id, dealer_id, audience, site_id, equipment_id,
       policy_version_id, request_type, state, state_category, subject, description, channel, reporter_name,
       reporter_phone, reported_at, created_at, updated_at, next_due_at, assignee_id, created_by)
     SELECT $1, gen_random_uuid(), format('%s-2025-%s', $2::text, n), 1, m."customerId",
       m."dealerId", 'public', m."siteId", m.id, $3, 'repair', k.state, k.category, format('第 %s 个请求', n),
       '开机后主泵无压力，操作台报警。', 'phone', '值班员', '10000001234', at, at, at,
       CASE WHEN k.category = 'closed' THEN 'infinity' ELSE at + interval '24 hours' END,
       CASE WHEN n % 3 > 0 THEN $5::uuid END, $6::uuid
     FROM generate_series(1, $7::int) AS n,
       LATERAL (SELECT timestamptz '2026-03-01' + n * interval '1 minute' AS at) AS moment,
       LATERAL (SELECT $4::jsonb->(n % jsonb_array_length($4::jsonb)) AS it) AS picked,
       LATERAL jsonb_to_record(picked.it) AS m (id uuid, "customerId" uuid, "dealerId" uuid, "siteId" uuid),
       LATERAL (SELECT category, $8::jsonb->>category AS state
         FROM (SELECT CASE WHEN n % 5 = 0 THEN 'closed' WHEN n % 5 < 3 THEN 'active' ELSE 'open' END) AS c (category)) AS k`,
    [tenantId, prefix, policyId, JSON.stringify(machines), members[1], members[0], count, states],
  );
  await admin.query(
    `INSERT INTO ticket_clock (tenant_id, id, ticket_id, customer_id, dealer_id, audience, key, kind, rule_id, state,
       started_at, due_at, stopped_at, result)
     SELECT t.tenant_id, gen_random_uuid(), t.id, t.customer_id, t.dealer_id, 'public', c.key, c.kind, c.rule_id,
       CASE WHEN t.state_category = 'closed' THEN 'met' ELSE 'running' END, t.reported_at,
       t.reported_at + interval '24 hours', CASE WHEN t.state_category = 'closed' THEN t.reported_at END, c.result
     FROM ticket t, jsonb_to_recordset($2::jsonb) AS c (key text, kind text, rule_id text, result jsonb)
     WHERE t.tenant_id = $1 AND t.number LIKE '%-2025-%'`,
    [tenantId, JSON.stringify(clocks)],
  );
  await admin.query(
    `INSERT INTO ticket_comment (tenant_id, id, ticket_id, customer_id, dealer_id, audience, author_id, body, created_at)
     SELECT t.tenant_id, gen_random_uuid(), t.id, t.customer_id, t.dealer_id, 'public', $2,
       format('第 %s 句：已收到，正在处理。', n), t.reported_at + n * interval '1 minute'
     FROM (SELECT * FROM ticket WHERE tenant_id = $1 ORDER BY id LIMIT 1000) AS t, generate_series(1, 25) AS n`,
    [tenantId, members[1]],
  );
  await admin.query('COMMIT');
}

async function signedIn(admin, product, facts) {
  const { rows } = await admin.query(
    `SELECT t.id FROM ticket t WHERE t.tenant_id = $1
       AND EXISTS (SELECT 1 FROM ticket_comment c WHERE c.tenant_id = $1 AND c.ticket_id = t.id) ORDER BY t.id LIMIT 500`,
    [facts.tenantId],
  );
  const tickets = rows.map(({ id }) => ({ id, publicId: encodeId('Ticket', id) }));
  const portal = { email: `dispatcher@${facts.slug}.example`, password, tenant: facts.slug };
  const { accessToken } = JSON.parse(
    await post(undefined, product.url, { path: '/auth/sign-in', body: portal }),
  );
  return { ...facts, tickets, token: await tokenOf(product, facts), portalToken: accessToken };
}
