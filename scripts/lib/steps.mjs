// Runs the steps of a check side by side, lets none hide another, and ends them all on a signal.
import { spawn } from 'node:child_process';

const running = new Set();
let stopping = false;

const ended = (child) => new Promise((resolve) => child.once('close', resolve));

/** Ends every child in its own way (jest stops its databases) and then this process. */
async function stop(signal) {
  if (stopping) return;
  stopping = true;
  await Promise.all([...running].map((child) => (child.kill('SIGTERM'), ended(child))));
  process.exit(signal === 'SIGINT' ? 130 : 143);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(signal));

/**
 * Runs one Node program.
 * @param {string[]} args
 * @param {{ onOutput?: (text: string, child: import('node:child_process').ChildProcess) => void, env?: object }} options
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function node(args, { onOutput = () => undefined, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        onOutput(text, child);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code, output: output.trim() });
    });
  });
}

/**
 * @typedef {{ name: string, run: () => Promise<{ passed: number, failed: number, output?: string }> }} Step
 * @param {Step[]} steps
 * @param {number} lanes how many run at a time
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runSteps(steps, lanes) {
  const totals = { passed: 0, failed: 0 };
  const waiting = [...steps];
  async function lane() {
    for (let step; !stopping && (step = waiting.shift());) {
      const started = performance.now();
      const { passed, failed, output } = await step
        .run()
        .catch((error) => ({ passed: 0, failed: 1, output: error.message }));
      if (stopping) return;
      totals.passed += passed;
      totals.failed += failed;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${failed > 0 ? '✗' : '✓'} ${step.name} (${seconds} s)`);
      if (failed > 0 && output) console.log(output.replace(/^/gm, '    '));
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return totals;
}

/** A step that is one program: it passes when the program ends with 0. */
export function program(name, ...args) {
  return {
    name,
    run: async () => {
      const { code, output } = await node(args);
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
    },
  };
}
