// Checks which folder imports which (.dependency-cruiser.cjs), after proving on a deliberate violation of
// every rule that the checker sees it: with a compiler that it cannot use it would pass while blind.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { root } from './build.mjs';
import { canaryFor } from './lib/dependency-canary.mjs';

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

/** Violations, and how many files of ours were looked at. */
async function check(baseDir, folders, tsConfig) {
  const { output } = await cruise(
    folders,
    { ...options, baseDir, validate: true, ruleSet: { forbidden } },
    {},
    tsConfig && { tsConfig },
  );
  const seen = output.modules.filter(({ source }) => /^(packages|server|portal)\//.test(source)).length;
  return { violations: output.summary.violations, seen };
}

async function blindRules() {
  const canary = canaryFor(forbidden.map(({ name }) => name));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'aftercare-canary-'));
  try {
    for (const files of Object.values(canary)) {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await writeFile(path.join(folder, name), text);
      }
    }
    const { violations } = await check(folder, ['packages', 'server', 'portal']);
    const found = new Set(violations.map(({ rule, from }) => `${rule.name} ${from}`));
    return forbidden
      .map(({ name }) => name)
      .filter((name) => !Object.keys(canary[name] ?? {}).some((file) => found.has(`${name} ${file}`)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const problems = [];
for (const name of await blindRules())
  problems.push(`the rule ${name} did not find its deliberate violation`);

const productions = [
  [['packages', 'server/src'], 'tsconfig.json'],
  [['portal/src'], 'portal/tsconfig.json'],
];
let total = 0;
for (const [folders, tsConfig] of productions) {
  const { violations, seen } = await check(root, folders, extractTSConfig(path.join(root, tsConfig)));
  total += seen;
  if (seen === 0) problems.push(`no file was looked at in ${folders.join(', ')}`);
  for (const { rule, from, to } of violations) {
    const { comment } = forbidden.find(({ name }) => name === rule.name);
    problems.push(`${rule.name}: ${from} → ${to}${comment ? `\n  ${comment}` : ''}`);
  }
}

for (const problem of problems) console.error(problem);
console.log(`${total} files looked at, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
