// node --expose-gc bench/export.mjs [tickets]: what exporting a whole house costs in time and memory; see README.md.
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { built, openCrowd } from './lib/crowd.mjs';
import { judge } from './lib/judge.mjs';

const count = Number(process.argv[2] ?? 200_000);
const megabyte = 1024 * 1024;
const megabytes = (bytes) => `${(bytes / megabyte).toFixed(0)} MB`;
/** By how much the memory may grow, however many tickets there are. */
const mostGrowth = 150;

const crowd = await openCrowd(count, { houses: ['ironmole'], searchable: false });
try {
  const { buildHouse } = built('house');
  const { exportTickets } = built('modules/ticket/export-tickets');
  const { ExportFiles } = built('modules/ticket/export-files');
  const { rows } = await crowd.admin.query('SELECT tenant_id, id FROM membership LIMIT 1');
  const [{ tenant_id: tenantId, id: memberId }] = rows;
  const log = { warn: console.error, error: console.error };
  const clock = { now: () => new Date('2026-06-02T01:00:00Z') };
  const house = buildHouse(
    { databaseUrl: crowd.serverUrl, secret: 'a secret of measurements', filesDir: crowd.dataDir, log },
    clock,
  );
  await house.source.initialize();
  const owner = await house.services.identity.principalOf(tenantId, memberId);
  const files = new ExportFiles(path.join(crowd.dataDir, 'exports'));
  const { policies } = house.services;
  const rooms = { policies, reads: house.reads };

  const once = async () => {
    const ctx = house.contexts.of(owner, 'zh-CN');
    let written = 0;
    const started = performance.now();
    const size = await files.write(tenantId, memberId, clock.now(), async (write) => {
      const request = { filter: {}, orderBy: 'newest' };
      written = await exportTickets(ctx, rooms, request, write, new AbortController().signal);
    });
    return { written, size, seconds: (performance.now() - started) / 1_000 };
  };

  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const { written, size, seconds } = await once();
  clearInterval(watching);
  const file = path.join(crowd.dataDir, 'exports', tenantId, `${memberId}.csv`);
  console.table({
    tickets: written,
    complete: written === count && (await stat(file)).size === size,
    seconds: Number(seconds.toFixed(1)),
    'tickets a second': Math.round(written / seconds),
    file: megabytes(size),
    'memory before': megabytes(before),
    'memory growth': megabytes(peak - before),
    ...judge((peak - before) / megabyte, mostGrowth, ' MB'),
  });
  await rm(file);
  await house.source.destroy();
  await house.machinePool.end();
} finally {
  await crowd.close();
}
