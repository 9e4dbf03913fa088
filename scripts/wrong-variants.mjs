// `node scripts/wrong-variants.mjs [id…]`: proves that the named test catches each wrong engine listed in
// packages/policy-engine/model/wrong-variants.mjs. All run at once, each bundled with its test into one file; the
// sources themselves must pass every named test.
import { readFile, readdir, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { variants as all } from '../packages/policy-engine/model/wrong-variants.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const source = path.join(root, 'packages/policy-engine/src');
const cache = path.join(root, '.cache/wrong-variants');
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const untouched = 'untouched';

const wanted = process.argv.slice(2);
const variants = wanted.length > 0 ? all.filter(({ id }) => wanted.includes(id)) : all;

async function readSources() {
  const files = await readdir(source, { recursive: true });
  const texts = files
    .filter((file) => file.endsWith('.ts'))
    .map(async (file) => [file, await readFile(path.join(source, file), 'utf8')]);
  return new Map(await Promise.all(texts));
}

const occurrences = (text, part) => text.split(part).length - 1;

/** Writes each test with everything it imports as one file, which is far sooner transformed and loaded than sixty. */
const bundle = (folder, tests, changed = new Map()) =>
  build({
    entryPoints: tests.map((test) => path.join(source, test)),
    outdir: path.join(cache, folder),
    outbase: source,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    logLevel: 'error',
    plugins: [
      {
        name: 'changed sources',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, (args) => {
            const contents = changed.get(path.relative(source, args.path));
            return contents === undefined ? undefined : { contents, loader: 'ts' };
          });
        },
      },
    ],
  });

function runJest(names) {
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const config = {
    rootDir: cache,
    testEnvironment: 'node',
    testPathIgnorePatterns: [],
    transform: {},
  };
  const report = path.join(cache, 'report.json');
  const options = ['--json', `--outputFile=${report}`, '--maxWorkers=2', '--silent', '--forceExit'];
  const filter = ['--testNamePattern', `^(${escaped.join('|')})$`];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [jest, '--config', JSON.stringify(config), ...options, ...filter], {
      cwd: root,
      stdio: 'ignore',
    });
    child.on('close', async () => resolve(JSON.parse(await readFile(report, 'utf8'))));
  });
}

const sources = await readSources();
const problems = [];
const runnable = [];
for (const variant of variants) {
  const { id, file, find, replace } = variant;
  const text = sources.get(file) ?? '';
  const count = occurrences(text, find);
  if (count !== 1) problems.push(`${id}: the text to find occurs ${count} times in ${file}`);
  else runnable.push({ ...variant, text: text.split(find).join(replace) });
}

await rm(cache, { recursive: true, force: true });
await bundle(untouched, [...new Set(runnable.map((variant) => variant.in))]);
for (const { id, file, text, in: holder } of runnable) await bundle(id, [holder], new Map([[file, text]]));
const { testResults } = await runJest([...new Set(runnable.map(({ test }) => test))]);

const statuses = new Map();
for (const { name, assertionResults } of testResults) {
  const [folder] = path.relative(cache, name).split(path.sep);
  for (const { fullName, status } of assertionResults) statuses.set(`${folder} ${fullName}`, status);
}
let caught = 0;
for (const { id, what, test } of runnable) {
  const healthy = statuses.get(`${untouched} ${test}`) === 'passed';
  const failed = statuses.get(`${id} ${test}`) === 'failed';
  if (healthy && failed) caught += 1;
  else problems.push(healthy ? `${id}: NOT caught by "${test}"` : `${id}: no test passes as "${test}"`);
  console.log(`${healthy && failed ? 'caught' : 'NOT   '}  ${what}\n        ${test}`);
}
for (const problem of problems) console.error(problem);
console.log(`\n${caught} of ${variants.length} wrong engines are caught by their tests`);
process.exitCode = problems.length > 0 ? 1 : 0;
