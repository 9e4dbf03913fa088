// `pnpm test`: everything that must hold, each step with its time; ends with one line `N passed, N failed`.
// Arguments go to jest: `pnpm test ticket` runs the static checks and the tests whose path holds "ticket".
import './lib/node-version.mjs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, root } from './build.mjs';
import { runJest } from './lib/jest.mjs';
import { endWithLaunchers } from './lib/launchers.mjs';
import { program, runSteps } from './lib/steps.mjs';

process.chdir(root);
endWithLaunchers();
const require = createRequire(import.meta.url);
const tool = (name, file) => path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
const tsc = tool('typescript-compiler', 'bin/tsc');

const buildStep = {
  name: 'build',
  run: async () => {
    await build((line) => console.log(`  ${line}`));
    return { passed: 1, failed: 0 };
  },
};

/** Two copies of graphql refuse each other's types, at run time and far from the cause. */
const oneGraphql = {
  name: 'one copy of graphql',
  run: async () => {
    const copies = (await readdir('node_modules/.pnpm')).filter((name) => /^graphql@/.test(name));
    return copies.length === 1
      ? { passed: 1, failed: 0 }
      : {
          passed: 0,
          failed: 1,
          output: `found ${copies.join(', ') || 'none'}; see overrides in pnpm-workspace.yaml`,
        };
  },
};

const checks = [
  program('types of packages, server and their tests', tsc, '-p', '.'),
  program('types of the portal and its tests', tsc, '-p', 'portal'),
  program('lint', tool('oxlint', 'bin/oxlint')),
  program('lint rules of this house', '--test', 'scripts/lib/lint-rules.test.mjs'),
  program('format', tool('oxfmt', 'bin/oxfmt'), '--check'),
  program('dependency rules', 'scripts/check-dependencies.mjs'),
  program('generated files are current', 'scripts/generate.mjs', '--check'),
  oneGraphql,
];
/** Tests that no wrong engine fails would prove nothing. */
const wrongEngines = program('wrong variants of the policy engine are caught', 'scripts/wrong-variants.mjs');
const whole = process.argv.length <= 2;
// a run of chosen tests stays short
if (whole) checks.unshift(wrongEngines);

/** One more than two cores: some files wait for clocks and restarts most of their time. */
const tests = {
  name: 'jest',
  run: () => runJest(tool('jest', 'bin/jest.js'), ['--maxWorkers=3', ...process.argv.slice(2)]),
};

/** How long a whole run is to take at most, in seconds. */
const aim = 360;
const started = performance.now();
const totals = { passed: 0, failed: 0 };
for (const [steps, lanes] of [
  [[buildStep], 1],
  [checks, 2],
  [[tests], 1],
]) {
  const { passed, failed } = await runSteps(steps, lanes);
  totals.passed += passed;
  totals.failed += failed;
}
const took = (performance.now() - started) / 1000;
// told, not judged: a busy machine is nobody's fault
const kept = whole ? ` (aim: ${aim} s, ${took <= aim ? 'kept' : 'missed'})` : '';
console.log(`\nall of it took ${took.toFixed(1)} s${kept}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
