import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

const main = path.resolve(__dirname, '../../dist/main.js');

/** The built product as a process of its own, with the database that it keeps in its data folder. */
export interface StartedProduct {
  url: string;
  /** `kill -9` of the server; its database stays behind. */
  killServer(): Promise<void>;
  /** `kill -9` of its PostgreSQL. */
  killDatabase(): Promise<void>;
  /** The superuser's address of the database. */
  adminUrl(): Promise<string>;
  /** Ctrl-C. */
  stop(): Promise<void>;
}

/**
 * Starts the product on a data folder, and waits until it says that it is ready.
 * @param environment what it is told otherwise than to keep its own database, with the demo
 */
export async function startProduct(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<StartedProduct> {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      ...{
        DATA_DIR: dataDir,
        HOST: '127.0.0.1',
        PORT: '0',
        DEMO: '1',
        DEMO_PASSWORD: '',
        NODE_ENV: 'production',
      },
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const url = await ready(child);
  const end = async (signal: 'SIGKILL' | 'SIGINT') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  const postmaster = async () =>
    (await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  return {
    url,
    killServer: () => end('SIGKILL'),
    async killDatabase() {
      const [pid] = await postmaster();
      process.kill(Number(pid), 'SIGKILL');
    },
    async adminUrl() {
      const { admin } = JSON.parse(await readFile(path.join(dataDir, 'postgres.json'), 'utf8')) as {
        admin: string;
      };
      const port = (await postmaster())[3];
      return `postgresql://postgres:${admin}@127.0.0.1:${port}/aftercare`;
    },
    stop: () => end('SIGINT'),
  };
}

function ready(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`It ended with ${code} before it was ready:\n${said.join('\n')}`)),
    );
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface(stream).on('line', (line) => {
        said.push(line);
        const url = /ready at (http:\S+)/.exec(line)?.[1];
        if (url) resolve(url);
      });
    }
  });
}
