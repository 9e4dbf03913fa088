import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
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

async function packagedChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // It unpacks to a fixed name below TMPDIR, which two users of one machine cannot share.
  const own = path.join(tmpdir(), `aftercare-chromium-${userInfo().uid}`);
  await mkdir(own, { recursive: true });
  const shared = process.env['TMPDIR'];
  process.env['TMPDIR'] = own;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } catch {
    return undefined;
  } finally {
    if (shared === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = shared;
  }
}
