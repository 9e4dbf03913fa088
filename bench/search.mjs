// node bench/search.mjs [tickets]: what finding tickets by their words costs in the database; see README.md.
import { readFile } from 'node:fs/promises';
import { Client, openCrowd, tenants } from './lib/crowd.mjs';
import { judge } from './lib/judge.mjs';

const count = Number(process.argv[2] ?? 200_000);
const rounds = 50;
/** What a search for two characters may take in the database. */
const mostMs = 5;
const twoCharacters = /^\p{Script=Han}{2}$/u;
const words = [
  '水泵',
  '滤芯',
  '漏水',
  '电缆',
  '东区',
  '反渗透膜',
  '泵',
  '00017',
  'EBZ160',
  'EBZ16',
  'E39',
  'ebz16000017',
  '油泵 漏油',
  'EBZ160 漏油',
  'EBZ16 漏油',
  '无此词',
];

/** Words that only some tickets hold: how many, and how many newer ones there are. */
const together = { 鲲鹏: [15, 0], 新岭: [60, 0], 锡林: [3_000, 0], 旧款: [3_000, 30_000] };

const few = 5_000;
const orders = {
  newest: 't.created_at DESC, t.id DESC',
  'reported first': 't.reported_at, t.id',
  'due first': 't.next_due_at, t.id',
};
const find = `SELECT find_tickets($1, ${few + 1}) AS id`;
/** One page as the server asks for it, by what the words led to. */
const page = (found, order) =>
  `SELECT t.id FROM ticket t WHERE t.tenant_id = $1 ${
    {
      nothing: '',
      few: 'AND t.id = ANY ($2::uuid[])',
      many: `AND (SELECT held.document @@ (SELECT search_query($1, $2::text))
      FROM ticket_search held WHERE held.tenant_id = t.tenant_id AND held.id = t.id)`,
    }[found]
  } ORDER BY ${orders[order]} LIMIT 21`;

const crowd = await openCrowd(count);
try {
  const db = new Client(crowd.serverUrl);
  await db.connect();
  await db.query('SET jit = off');
  const {
    rows: [tenant],
  } = await crowd.admin.query('SELECT id FROM tenant WHERE slug = $1', [tenants[0]]);
  for (const [word, [holding, newer]] of Object.entries(together)) {
    await crowd.admin.query(
      `UPDATE ticket_search SET document = document || search_document($1, '', $2) WHERE id IN (
         SELECT id FROM ticket_search WHERE tenant_id = $1 ORDER BY id DESC LIMIT $3 OFFSET $4)`,
      [tenant.id, word, holding, newer],
    );
  }
  await crowd.admin.query('VACUUM ANALYZE ticket_search');
  // one transaction as long as the measurement: settings end with theirs
  await db.query('BEGIN');
  await db.query(
    `SELECT set_config('app.tenant_id', $1, true), set_config('app.actor_kind', 'staff', true),
            set_config('transaction_timeout', '0', true)`,
    [tenant.id],
  );
  const names = new Map();
  /** Prepared, as the server does with what is asked again: PostgreSQL plans it anew, or not, as it sees fit. */
  const prepared = async (text, values) => {
    const known = names.get(text) ?? `asked_${names.size}`;
    if (!names.has(text)) {
      const types = values.map((value) =>
        Array.isArray(value) ? 'uuid[]' : value === tenant.id ? 'uuid' : 'text',
      );
      await db.query(`PREPARE ${known} (${types.join(', ')}) AS ${text}`);
      names.set(text, known);
    }
    return known;
  };
  const literal = (value) => db.escapeLiteral(Array.isArray(value) ? `{${value.join(',')}}` : value);
  const took = async (text, values) => {
    const call = `${await prepared(text, values)} (${values.map(literal).join(', ')})`;
    const { rows } = await db.query(`EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) EXECUTE ${call}`);
    const [{ 'Planning Time': planning, 'Execution Time': execution }] = rows[0]['QUERY PLAN'];
    return planning + execution;
  };
  const {
    rows: [{ pid }],
  } = await db.query('SELECT pg_backend_pid() AS pid');
  /** Milliseconds of processor that the session has had, in steps of ten; Linux only. */
  const cpu = async () => {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  };
  const table = {};
  const shown = (ms) => Number(ms.toFixed(2));
  const measure = async (name, found, statementsFor) => {
    const medians = {};
    const before = await cpu();
    for (const order of Object.keys(orders)) {
      const times = [];
      for (let round = 0; round < rounds; round += 1) {
        let sum = 0;
        for (const [text, values] of statementsFor(order)) sum += await took(text, values);
        times.push(sum);
      }
      medians[order] = times.sort((a, b) => a - b)[rounds >> 1];
    }
    const used = (await cpu()) - before;
    table[name] = {
      found,
      ...Object.fromEntries(Object.entries(medians).map(([order, ms]) => [`${order}: ms`, shown(ms)])),
      'CPU ms': shown(used / rounds / Object.keys(orders).length),
      ...(twoCharacters.test(name) && judge(Math.max(...Object.values(medians)), mostMs, ' ms')),
    };
  };
  await measure('(no search)', '', (order) => [[page('nothing', order), [tenant.id]]]);
  for (const search of [...words, ...Object.keys(together)]) {
    const { rows } = await db.query(find, [search]);
    const many = rows.length > few || rows[0]?.id === null;
    const { rows: all } = await db.query('SELECT count(*)::int AS found FROM find_tickets($1, NULL)', [
      search,
    ]);
    const ids = rows.map(({ id }) => id);
    await measure(search, all[0].found, (order) => [
      [find, [search]],
      many ? [page('many', order), [tenant.id, search]] : [page('few', order), [tenant.id, ids]],
    ]);
  }
  console.log(
    `${count.toLocaleString('en')} tickets, ${(count / tenants.length).toLocaleString('en')} of them the asker's; one page of 20`,
  );
  console.table(table);
  await db.end();
} finally {
  await crowd.close();
}
