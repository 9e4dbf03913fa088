// node bench/search.mjs [tickets]: what finding tickets by their words costs in the database; see README.md.
import { Client, openCrowd, tenants } from './lib/crowd.mjs';

const count = Number(process.argv[2] ?? 200_000);
const rounds = 25;
const words = [
  '水泵',
  '滤芯',
  '漏水',
  '反渗透膜',
  '泵',
  '00017',
  'EBZ160',
  'ebz16000017',
  '油泵 漏油',
  'EBZ160 漏油',
  '无此词',
];

const page = (search) => `SELECT t.id FROM ticket t WHERE t.tenant_id = $1
  ${search ? 'AND t.id = ANY (ARRAY(SELECT find_tickets($2)))' : ''} ORDER BY t.created_at DESC, t.id DESC LIMIT 21`;

const crowd = await openCrowd(count);
try {
  const db = new Client(crowd.serverUrl);
  await db.connect();
  await db.query('SET jit = off');
  const {
    rows: [tenant],
  } = await crowd.admin.query('SELECT id FROM tenant WHERE slug = $1', [tenants[0]]);
  // one transaction as long as the measurement: settings end with theirs
  await db.query('BEGIN');
  await db.query(
    `SELECT set_config('app.tenant_id', $1, true), set_config('app.actor_kind', 'staff', true),
            set_config('transaction_timeout', '0', true)`,
    [tenant.id],
  );
  const measure = async (text, values) => {
    const times = [];
    for (let round = 0; round < rounds; round += 1) {
      const { rows } = await db.query(`EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) ${text}`, values);
      const [{ 'Planning Time': planning, 'Execution Time': execution }] = rows[0]['QUERY PLAN'];
      times.push(planning + execution);
    }
    times.sort((a, b) => a - b);
    return { median: times[rounds >> 1], worst: times[rounds - 1] };
  };
  const table = {};
  const row = (name, found, { median, worst }) => {
    table[name] = { found, 'median ms': Number(median.toFixed(2)), 'worst ms': Number(worst.toFixed(2)) };
  };
  row('(no search)', '', await measure(page(false), [tenant.id]));
  for (const search of words) {
    const {
      rows: [{ found }],
    } = await db.query('SELECT count(*)::int AS found FROM find_tickets($1)', [search]);
    row(search, found, await measure(page(true), [tenant.id, search]));
  }
  console.log(
    `${count.toLocaleString('en')} tickets, ${(count / tenants.length).toLocaleString('en')} of them the asker's; one page of 20, newest first`,
  );
  console.table(table);
  await db.end();
} finally {
  await crowd.close();
}
