import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { node } from './steps.mjs';

/** Eight minutes: on a machine that does nothing else it takes four to five of them. */
const patience = 480_000;

/**
 * Runs every jest project and counts tests; a test file that cannot even load counts as one failure, and so
 * does a run that does not end because a test left something open.
 * @param {string} jest path of its program
 * @param {string[]} args further arguments
 */
export async function runJest(jest, args) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'aftercare-jest-'));
  const results = path.join(folder, 'results.json');
  const problems = [];
  let timer;
  try {
    const { code } = await node([jest, '--ci', '--json', `--outputFile=${results}`, ...args], {
      // as pnpm's own launcher of jest has it: projects name environments that only their folder depends on
      env: { NODE_PATH: path.resolve('node_modules/.pnpm/node_modules') },
      onOutput: (text, child) => {
        process.stdout.write(text);
        timer ??= setTimeout(() => {
          problems.push(`jest was ended after ${patience / 1000} s`);
          child.kill();
        }, patience);
        if (text.includes('Jest did not exit')) {
          problems.push('a test left something open: run jest with --detectOpenHandles');
          child.kill();
        }
      },
    });
    const report = JSON.parse(await readFile(results, 'utf8').catch(() => 'null'));
    if (!report) problems.push('jest gave no results');
    else if (report.numTotalTests === 0) problems.push('jest found no tests');
    const passed = report?.numPassedTests ?? 0;
    let failed = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0) + problems.length;
    if (code !== 0 && failed === 0) failed = 1;
    return { passed, failed, output: problems.join('\n') };
  } finally {
    clearTimeout(timer);
    await rm(folder, { recursive: true, force: true });
  }
}
