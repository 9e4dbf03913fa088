import { fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const children = [];

/** A server in a process of its own, which tells the CPU that it used. */
export async function startChild(file, settings) {
  const started = fork(path.join(here, file), [JSON.stringify(settings)], {
    // as the product is started
    env: { ...process.env, NODE_ENV: 'production' },
    execArgv:
      process.env.PROFILE === file ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROFILE_DIR ?? '.'}`] : [],
  });
  const ask = (question) =>
    new Promise((resolve, reject) => {
      const ended = (code) => reject(new Error(`${file} ended with ${code}.`));
      started.once('exit', ended);
      started.once('message', (answer) => {
        started.off('exit', ended);
        resolve(answer);
      });
      started.send(question);
    });
  children.push(started);
  const { url } = await ask('start');
  return { url, cpu: async () => (await ask('cpu')).cpu, ask };
}

export function endChildren() {
  for (const child of children) child.kill();
}
