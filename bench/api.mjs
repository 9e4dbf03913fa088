// node bench/api.mjs: server CPU per request of list, detail and create against one hand-written statement; see README.md.
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { compare } from './api/compare.mjs';
import { operations, portalDocuments } from './api/operations.mjs';
import { furnish } from './api/furnish.mjs';
import { embedded, migrations } from './api/built.mjs';
import { endChildren, startChild } from './api/child.mjs';
import { median } from './api/median.mjs';
import { post } from './api/post.mjs';
import { judge } from './lib/judge.mjs';

const rounds = Number(process.env.ROUNDS ?? 6);
const tickets = Number(process.env.TICKETS ?? 200_000);
const together = 16;

const kept = process.env.BENCH_DATA;
const dataDir = kept ?? (await mkdtemp('/tmp/aftercare-bench-'));
await mkdir(dataDir, { recursive: true });
// PostgreSQL does not run as root, and a new folder is closed to others
await chmod(dataDir, 0o711);
const say = (line) => console.log(`· ${line}`);
const postgres = await embedded.startEmbeddedPostgres({ dataDir, say });
try {
  await migrations.migrate(postgres);
  const product = await startChild('product.mjs', {
    databaseUrl: postgres.serverUrl,
    filesDir: path.join(dataDir, 'files'),
  });
  const floor = await startChild('floor.mjs', { databaseUrl: postgres.serverUrl });
  const houses = await furnish({ postgres, product, tickets, say });
  await measure(product, floor, houses);
} finally {
  endChildren();
  await postgres.stop();
  if (!kept) await rm(dataDir, { recursive: true, force: true });
}

async function measure(product, floor, houses) {
  for (const operation of operations) await compare(operation, houses, product, floor);
  say('every answer of the product is that of the hand-written statement, row by row');
  const contestants = operations.flatMap((operation) => [
    { operation, name: 'floor', at: floor, send: operation.floor },
    { operation, name: 'product', at: product, send: operation.product },
  ]);
  for (const [name, text] of Object.entries(portalDocuments)) {
    contestants.push({ operation: { name, requests: 200 }, name: 'portal', at: product, send: text });
  }
  const costs = new Map(contestants.map((each) => [each, { cpu: [], wall: [] }]));
  for (let round = -1; round < rounds; round += 1) {
    for (const contestant of contestants) {
      const { cpu, wall } = await run(contestant, houses);
      // the first round is for warming up
      if (round >= 0) {
        costs.get(contestant).cpu.push(cpu);
        costs.get(contestant).wall.push(wall);
      }
    }
  }
  const floors = new Map(
    contestants
      .filter(({ name }) => name === 'floor')
      .map((each) => [each.operation, median(costs.get(each).cpu)]),
  );
  console.table(
    contestants.map((each) => {
      const { cpu, wall } = costs.get(each);
      const least = floors.get(each.operation);
      return {
        operation: each.operation.name,
        server: each.name,
        'CPU µs': Math.round(median(cpu)),
        least: Math.round(Math.min(...cpu)),
        'x floor': least ? Number((median(cpu) / least).toFixed(2)) : '',
        'requests/s': Math.round(1e6 / median(wall)),
        ...(each.name === 'product' && judge(median(cpu) / least, each.operation.target)),
      };
    }),
  );
}

/** Sends a round of requests over a few connections; CPU and time per request in µs. */
async function run({ operation, at, send }, houses) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: together });
  const before = await at.cpu();
  const started = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < operation.requests) {
      const house = houses[next % houses.length];
      next += 1;
      await post(agent, at.url, send(house, next));
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  const wall = ((performance.now() - started) * 1000) / operation.requests;
  const cpu = ((await at.cpu()) - before) / operation.requests;
  agent.destroy();
  return { cpu, wall };
}
