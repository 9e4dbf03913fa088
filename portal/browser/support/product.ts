import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Product {
  readonly url: string;
  stop(): Promise<void>;
}

const root = path.resolve(__dirname, '../../..');
const password = 'aftercare-demo';

/** The product as `start` runs it once built: its own database in a throw-away folder, with the demo. */
export async function startProduct(): Promise<Product> {
  // PostgreSQL does not run as root and must be able to enter, which root's own temporary folder may forbid;
  // the product makes the folder itself, with the rights that this takes
  const passing = process.getuid?.() === 0 ? '/tmp' : tmpdir();
  const folder = path.join(passing, `aftercare-browser-${randomBytes(6).toString('hex')}`);
  const child = spawn(process.execPath, [path.join(root, 'server/dist/main.js')], {
    env: {
      ...process.env,
      DATA_DIR: folder,
      PORT: '0',
      DEMO: '1',
      DEMO_PASSWORD: '',
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const url = await readiness(child);
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function readiness(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /is ready at (\S+)/.exec(output);
      if (ready?.[1]) resolve(ready[1]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`The product ended before it was ready:\n${output}`)));
  });
}

/** Signs a browser context in as a person of the demo, as the sign-in page does. */
export async function signIn(
  request: { post(url: string, options: object): Promise<{ ok(): boolean; status(): number }> },
  url: string,
  email: string,
  tenant: string,
): Promise<void> {
  const answer = await request.post(`${url}/auth/sign-in`, {
    headers: { 'x-aftercare': 'portal' },
    data: { email, password, tenant },
  });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()}`);
}
