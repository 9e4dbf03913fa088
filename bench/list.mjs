// node bench/list.mjs [tickets…]: what a page of a list takes in a small and in a large installation; see README.md.
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { embedded, migrations } from './api/built.mjs';
import { endChildren, startChild } from './api/child.mjs';
import { furnish } from './api/furnish.mjs';
import { median } from './api/median.mjs';
import { open, ticketRow } from './api/operations.mjs';
import { post } from './api/post.mjs';
import { judge } from './lib/judge.mjs';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [200_000, 2_000_000];
const rounds = Number(process.env.ROUNDS ?? 6);
const requests = 100;
/** How many times as long the largest installation may take as the smallest. */
const mostTimes = 1.3;
const categories = open.map((each) => each.toUpperCase());

const document = `query ($orderBy: TicketOrder!, $filter: TicketFilter, $after: String) {
  tickets(first: 20, after: $after, orderBy: $orderBy, filter: $filter) { pageInfo { endCursor } nodes { ${ticketRow} } } }`;

/** What people ask of a list: its first page in each order, the second, what is filtered by most. */
const lists = {
  'due soonest, not closed': () => ({ orderBy: 'DUE_SOONEST', filter: { categories } }),
  'its second page': ({ cursor }) => ({ orderBy: 'DUE_SOONEST', filter: { categories }, after: cursor }),
  newest: () => ({ orderBy: 'NEWEST' }),
  'oldest reported, not closed': () => ({ orderBy: 'OLDEST_REPORTED', filter: { categories } }),
  'recently updated': () => ({ orderBy: 'RECENTLY_UPDATED' }),
  unassigned: () => ({ orderBy: 'DUE_SOONEST', filter: { categories, unassigned: true } }),
  'of one customer': ({ customer }) => ({ orderBy: 'NEWEST', filter: { customerIds: [customer] } }),
};

const folder = process.env.BENCH_DATA ?? (await mkdtemp('/tmp/aftercare-bench-'));
// PostgreSQL does not run as root, and a new folder is closed to others
await chmod(folder, 0o711);
const say = (line) => console.log(`· ${line}`);
const installations = [];
try {
  for (const tickets of sizes) installations.push(await install(tickets));
  console.table(await measure());
} finally {
  endChildren();
  for (const { postgres } of installations) await postgres.stop();
  if (!process.env.BENCH_DATA) await rm(folder, { recursive: true, force: true });
}

async function install(tickets) {
  const dataDir = path.join(folder, String(tickets));
  await mkdir(dataDir, { recursive: true });
  const postgres = await embedded.startEmbeddedPostgres({ dataDir, say });
  const installation = { tickets, postgres };
  try {
    await migrations.migrate(postgres);
    const product = await startChild('product.mjs', {
      databaseUrl: postgres.serverUrl,
      filesDir: path.join(dataDir, 'files'),
    });
    say(`${tickets.toLocaleString('en')} tickets`);
    const [house] = await furnish({ postgres, product, tickets, say });
    const agent = new http.Agent({ keepAlive: true });
    const ask = async (variables) =>
      JSON.parse(await post(agent, product.url, { token: house.token, body: { query: document, variables } }))
        .data.tickets;
    const { nodes, pageInfo } = await ask(lists['due soonest, not closed']({}));
    const [cursor, customer] = [pageInfo.endCursor, nodes[0].customer.id];
    return { ...installation, product, ask: (list) => ask(lists[list]({ cursor, customer })) };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** The installations take turns, so that whatever else the machine does is met by each. */
async function measure() {
  const rows = {};
  for (const list of Object.keys(lists)) {
    const times = installations.map(() => []);
    // the first round is for warming up
    for (let round = -1; round < rounds; round += 1) {
      for (const [at, { ask }] of installations.entries()) {
        for (let n = 0; n < requests; n += 1) {
          const started = performance.now();
          await ask(list);
          if (round >= 0) times[at].push(performance.now() - started);
        }
      }
    }
    const medians = times.map(median);
    const ratio = medians.at(-1) / medians[0];
    rows[list] = {
      ...Object.fromEntries(
        medians.map((ms, at) => [`${sizes[at].toLocaleString('en')}: ms`, Number(ms.toFixed(2))]),
      ),
      ratio: Number(ratio.toFixed(2)),
      ...(sizes.length > 1 && judge(ratio, mostTimes)),
    };
  }
  return rows;
}
