import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pino from 'pino';
import { createApp } from './app';
import { readConfig, secretOf, type Config } from './config';
import { demoHints, loadDemo } from './demo';
import { migrations } from './migrations';
import { systemClock } from './platform/clock';
import { migrate, userOf } from './platform/database';
import { claimDataFolder, StartError, startEmbeddedPostgres } from './platform/embedded';

const portal = path.resolve(__dirname, '../../portal');
const started = performance.now();
const say = (line: string) => console.log(`· ${line}`);
const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;

/** What was started, to be stopped in the opposite order. */
const running: Array<() => Promise<void>> = [];

async function stop(): Promise<void> {
  for (const end of running.splice(0).reverse()) {
    await end().catch((error: Error) => console.error(error.message));
  }
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const folder = await claimDataFolder(config.dataDir);
  running.push(() => folder.release());

  const { serverUrl, ownerUrl } = config.database ?? (await embedded(config));
  const applied = await migrate(ownerUrl, { login: userOf(serverUrl), migrations }).catch(explainDatabase);
  say(`database is ready${applied.length > 0 ? `, ${applied.length} migrations applied` : ''} (${seconds()})`);

  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' });
  const app = await createApp({
    clock: systemClock,
    config: {
      ...config,
      databaseUrl: serverUrl,
      secret: secretOf(config),
      log,
      portalFolder: path.join(portal, 'dist'),
      documents: JSON.parse(await readFile(path.join(portal, 'src/gql/persisted-documents.json'), 'utf8')),
      demo: demoHints(config),
    },
  }).catch((error: NodeJS.ErrnoException) => explainPort(error, config));
  running.push(() => app.stop());
  if (config.demoPassword !== undefined) {
    await loadDemo({ databaseUrl: serverUrl, password: config.demoPassword, now: new Date(), log, say });
  }

  await folder.announce(app.url);
  console.log(`Aftercare is ready at ${app.url} (${seconds()}). Stop it with Ctrl-C.`);
}

async function embedded({ dataDir }: Config) {
  const postgres = await startEmbeddedPostgres({ dataDir, say });
  running.push(() => postgres.stop());
  return postgres;
}

function explainDatabase(error: NodeJS.ErrnoException): never {
  const unreachable = /^(ECONN|ENOTFOUND|EHOST|ETIMEDOUT|28|3D000|57P)/.test(error.code ?? '') || /timeout/.test(error.message);
  if (!unreachable) throw error;
  throw new StartError(
    `The database cannot be reached: ${error.message || error.code}. Check DATABASE_URL and DATABASE_OWNER_URL, and that the database is running.`,
  );
}

function explainPort(error: NodeJS.ErrnoException, { host, port }: Config): never {
  if (error.code === 'EADDRINUSE') {
    throw new StartError(`Port ${port} is taken by another program. Stop it, or choose another port with PORT=${port + 1}.`);
  }
  if (error.code === 'EACCES') throw new StartError(`Port ${port} may not be used by this user. Choose one above 1023 with PORT.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    throw new StartError(`This machine has no address ${host}. Set HOST to one of its own, such as 127.0.0.1.`);
  }
  throw error;
}

let ending = false;
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await stop();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!ending) console.log('Stopping.');
    void end(0);
  });
}

start().catch((error: unknown) => {
  if (error instanceof StartError) console.error(error.message);
  else console.error(error);
  void end(1);
});
