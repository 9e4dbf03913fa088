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
import { claimDataFolder, runProgram, startEmbeddedPostgres, type Program } from './platform/embedded';

const portal = path.resolve(__dirname, '../../portal');
const started = performance.now();
const say = (line: string) => console.log(`· ${line}`);
const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;

async function start(program: Program): Promise<void> {
  const config = readConfig(process.env);
  const folder = await claimDataFolder(config.dataDir);
  program.onStop(() => folder.release());

  const { serverUrl, ownerUrl } = config.database ?? (await embedded(config, program));
  const applied = await migrate(ownerUrl, { login: userOf(serverUrl), migrations });
  say(
    `database is ready${applied.length > 0 ? `, ${applied.length} migrations applied` : ''} (${seconds()})`,
  );

  const filesDir = path.join(config.dataDir, 'files');
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' });
  // before the doors open: the demo lives by a clock of its own, and its timers are not for today's
  if (config.demoPassword !== undefined) {
    await loadDemo({
      databaseUrl: serverUrl,
      filesDir,
      password: config.demoPassword,
      now: new Date(),
      log,
      say,
    });
  }
  const app = await createApp({
    clock: systemClock,
    config: {
      ...config,
      databaseUrl: serverUrl,
      secret: secretOf(config),
      filesDir,
      log,
      portalFolder: path.join(portal, 'dist'),
      documents: JSON.parse(await readFile(path.join(portal, 'src/gql/persisted-documents.json'), 'utf8')),
      demo: demoHints(config),
    },
  });
  program.onStop(() => app.stop());

  if (config.demoPassword !== undefined && !process.env['DEMO_PASSWORD'] && config.host !== '127.0.0.1') {
    say(
      'anybody who reaches this address can sign in to the demo; set DEMO_PASSWORD to a password of your own',
    );
  }
  await folder.announce(app.url);
  console.log(`Aftercare is ready at ${app.url} (${seconds()}). Stop it with Ctrl-C.`);
}

async function embedded({ dataDir }: Config, program: Program) {
  const postgres = await startEmbeddedPostgres({ dataDir, say });
  program.onStop(() => postgres.stop());
  return postgres;
}

runProgram(start);
