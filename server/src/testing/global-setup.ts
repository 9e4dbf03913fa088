import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import { migrations } from '../migrations';
import { migrate, userOf } from '../platform/database';
import { startEmbeddedPostgres } from '../platform/embedded';
import { administer } from './administer';
import { closeRun, openRun, templateDatabase, templateFolder } from './run-folder';

/** Before all tests: one migrated cluster, stopped again, that every worker copies when it first needs one. */
export default async function globalSetup(): Promise<void> {
  await openRun();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void closeRun().finally(() => process.exit(128 + os.constants.signals[signal]));
    });
  }
  try {
    await makeTemplate();
  } catch (error) {
    await closeRun();
    throw error;
  }
}

async function makeTemplate(): Promise<void> {
  await mkdir(templateFolder(), { mode: 0o711 });
  const cluster = await startEmbeddedPostgres({ dataDir: templateFolder(), durable: false });
  try {
    await migrate(cluster.ownerUrl, { login: userOf(cluster.serverUrl), migrations });
    await administer(cluster.adminUrl, `ALTER DATABASE aftercare RENAME TO ${templateDatabase}`);
  } finally {
    await cluster.stop();
  }
}
