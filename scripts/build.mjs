// Builds what changed, in dependency order. Run alone: `pnpm build`.
import './lib/node-version.mjs';
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lock } from './lib/lock.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = (from, name, file) =>
  path.join(
    path.dirname(createRequire(path.join(root, from, 'package.json')).resolve(`${name}/package.json`)),
    file,
  );
const tsc = () => bin('.', 'typescript-compiler', 'bin/tsc');

/** Parts are built here, which git and linters ignore, and renamed to `dist` when they are whole. */
const passing = '.cache';

// types are checked by `pnpm test`, tests included; once is enough
const compile = (cwd) => node(cwd, tsc(), '-p', '.', '--outDir', passing, '--noCheck');
const bundle = (cwd) =>
  node(
    cwd,
    bin('portal', 'vite', 'bin/vite.js'),
    'build',
    '--logLevel',
    'warn',
    '--outDir',
    passing,
    '--emptyOutDir',
  );

/** What each part is made of; a part is built again when any of these differ from its last build. */
const stages = [
  [
    { name: 'packages/contract', inputs: ['packages/contract'], run: compile },
    { name: 'packages/policy-engine', inputs: ['packages/policy-engine'], run: compile },
  ],
  [{ name: 'packages/rulebooks', inputs: ['packages/rulebooks', 'packages/policy-engine'], run: compile }],
  [
    {
      name: 'server',
      inputs: ['server', 'packages/contract', 'packages/policy-engine', 'packages/rulebooks'],
      run: compile,
    },
    { name: 'portal', inputs: ['portal', 'packages/contract', 'packages/policy-engine'], run: bundle },
  ],
];

function node(cwd, ...args) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const end = () => child.kill();
    process.once('exit', end);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', end);
      if (code === 0) resolve();
      else reject(new Error(output.trim() || `exit ${code}`));
    });
  });
}

const isSource = (file) => !/(\.test\.tsx?$|\/testing\/|\/browser\/|\/locales\/.*\.md$)/.test(file);

async function* filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (['node_modules', 'dist', passing].includes(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (entry.isFile()) yield file;
  }
}

async function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const shared of ['pnpm-lock.yaml', 'tsconfig.base.json'])
    hash.update(await readFile(path.join(root, shared)));
  for (const input of inputs) {
    for await (const file of filesBelow(path.join(root, input))) {
      const name = path.relative(root, file);
      if (isSource(`/${name}`)) hash.update(name).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

const stampOf = (name) => path.join(root, name, 'dist', '.built-from');

async function isCurrent({ name, inputs }) {
  return (await fingerprint(inputs)) === (await readFile(stampOf(name), 'utf8').catch(() => ''));
}

async function buildPart({ name, inputs, run }, say) {
  const cwd = path.join(root, name);
  const wanted = await fingerprint(inputs);
  const started = Date.now();
  await rm(path.join(cwd, passing), { recursive: true, force: true });
  await run(cwd).catch((error) => {
    throw new Error(`Building ${name} failed:\n${error.message}`);
  });
  await rm(path.join(cwd, 'dist'), { recursive: true, force: true });
  await rename(path.join(cwd, passing), path.join(cwd, 'dist'));
  await writeFile(stampOf(name), wanted);
  say(`built ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Builds every part whose sources changed since its last build; a second build at the same time waits.
 * @param {(line: string) => void} say receives one line per part that is built
 * @param {string[]=} only names of the parts to look at; all by default
 */
export async function build(say = console.log, only) {
  const asked = ({ name }) => !only || only.includes(name);
  const changed = async (parts) => {
    const current = await Promise.all(parts.map(isCurrent));
    return parts.filter((_part, index) => !current[index]);
  };
  if ((await changed(stages.flat().filter(asked))).length === 0) return;
  const release = await lock(path.join(root, passing, 'building'), say);
  try {
    for (const stage of stages) {
      const parts = await changed(stage.filter(asked));
      const outcomes = await Promise.allSettled(parts.map((part) => buildPart(part, say)));
      for (const { status, reason } of outcomes) if (status === 'rejected') throw reason;
    }
  } finally {
    release();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build(console.log, process.argv.length > 2 ? process.argv.slice(2) : undefined).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
