// The floor: bare node:http, one hand-written statement that answers JSON, tenant and statement under one Sync.
import http from 'node:http';
import { OneSync, require } from './built.mjs';
import { statements } from './statements.mjs';

const { databaseUrl } = JSON.parse(process.argv[2]);
const { Pool } = require('pg');
const pool = new Pool({ connectionString: databaseUrl, max: 10, options: '-c TimeZone=UTC' });
const settings = `SELECT set_config('app.tenant_id', $1, true), set_config('app.actor_kind', 'staff', true),
  set_config('app.party_id', '', true), set_config('app.contacts', 'clear', true), set_config('app.now', $2, true),
  set_config('app.actor_id', $3, true)`;

const server = http.createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { statement, tenantId, actorId, values } = JSON.parse(Buffer.concat(chunks).toString());
  const client = await pool.connect();
  try {
    const set = { text: settings, values: [tenantId, new Date().toISOString(), actorId] };
    const asked = { text: statements[statement], values: [tenantId, ...values] };
    const results = await client.query(new OneSync([set, asked])).results;
    const [row] = results[1];
    response.writeHead(200, { 'content-type': 'application/json' }).end(row.body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  } finally {
    client.release();
  }
});

process.on('message', (question) => {
  if (question === 'start') {
    server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
  } else {
    const { user, system } = process.cpuUsage();
    process.send({ cpu: user + system });
  }
});
process.on('SIGTERM', () => process.exit());
