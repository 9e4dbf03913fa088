import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than any build; also ends the wait for a process number that another program got since. */
const stale = 5 * 60_000;

function holder(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (Date.now() - statSync(file).mtimeMs > stale) return undefined;
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === 'EPERM' ? 'of another user' : undefined;
  }
}

const refusal = (file, error) =>
  new Error(
    `There is something to build, but ${path.dirname(file)} cannot be written (${error.code}). ` +
      'Run this as the owner of the folder, or in a copy of your own.',
  );

/**
 * Waits until no other live process holds the file, then holds it.
 * @param {string} file
 * @param {(line: string) => void} say told once when there is something to wait for
 * @returns {Promise<() => void>} lets the next one in; happens by itself when this process exits
 */
export async function lock(file, say) {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
  } catch (error) {
    throw refusal(file, error);
  }
  for (let told = false; ;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw refusal(file, error);
    }
    const pid = holder(file);
    if (pid === undefined) rmSync(file, { force: true });
    else if (!told) {
      say(`waiting for another build, process ${pid}`);
      told = true;
    }
    await sleep(100);
  }
  const release = () => {
    process.off('exit', release);
    rmSync(file, { force: true });
  };
  process.once('exit', release);
  return release;
}
