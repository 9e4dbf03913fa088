// `pnpm start`: builds what changed, then runs the product in this process until Ctrl-C.
import './lib/node-version.mjs';
import { createRequire } from 'node:module';
import { build, root } from './build.mjs';
import { endWithLaunchers } from './lib/launchers.mjs';

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const say = (line) => console.log(`· ${line}`);

endWithLaunchers();
// until the product installs its own handlers, a signal ends this process and with it the compilers
const interrupted = (signal) => process.exit(signal === 'SIGINT' ? 130 : 143);
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.once(signal, interrupted);

const started = performance.now();
try {
  await build(say);
  say(`build is up to date (${seconds(started)})`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

process.env.NODE_ENV ??= 'production';
process.env.DEMO ??= '1';
process.chdir(root);
createRequire(import.meta.url)('../server/dist/main.js');
for (const signal of signals) process.off(signal, interrupted);
