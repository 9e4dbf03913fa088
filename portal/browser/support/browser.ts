import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

/** Flags for machines without a display, a sandbox or a way out to the network, containers and root among them. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const unpack = "await (await import('@sparticuz/chromium')).default.executablePath()";
const { devDependencies } = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../package.json'), 'utf8'),
) as { devDependencies: Record<string, string> };
const version = devDependencies['@sparticuz/chromium'];

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Starts a Chromium: the one that CHROMIUM_PATH names, else the one inside @sparticuz/chromium (Linux on x64),
 * else an installed one.
 * @throws Error with what to do when there is none
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named && !existsSync(named)) {
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist. Correct it or unset it.`);
  }
  const executablePath = named ?? (await packagedChromium()) ?? installed.find((file) => existsSync(file));
  if (!executablePath) {
    throw new Error('No Chromium was found. Install Chrome or Chromium, or set CHROMIUM_PATH to one.');
  }
  return chromium.launch({ executablePath, args: flags });
}

/**
 * Unpacked once per user and version. The package unpacks to a fixed name below TMPDIR, which neither two
 * users nor two processes can share, so each unpacks in a folder of its own and the first to finish stays.
 */
async function packagedChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = path.join(tmpdir(), `aftercare-chromium-${userInfo().uid}-${version}`);
  const program = path.join(folder, 'chromium');
  if (existsSync(program)) return program;
  const passing = await mkdtemp(`${folder}-`);
  try {
    // a process of its own: the package reads TMPDIR where a test cannot set it, and is ESM, which jest cannot load
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpack], {
      cwd: __dirname,
      env: { ...process.env, TMPDIR: passing },
    });
    await rename(passing, folder).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(program)) throw error;
    });
    return program;
  } catch {
    return undefined;
  } finally {
    await rm(passing, { recursive: true, force: true });
  }
}
