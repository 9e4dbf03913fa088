// What this machine says about a process: enough to tell one from a later one that got its number.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When the process began, as an opaque mark that a re-used number does not share; undefined if unknown. */
export async function startMark(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return ps(pid, 'lstart');
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  // the command, in brackets, may itself hold blanks and brackets; field 22 counts from the last one
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  return `${boot.trim()}/${ticks}`;
}

/** The command line of a live process; empty for one that has ended but was not yet collected. */
export async function commandLine(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return line === undefined ? ((await ps(pid, 'command')) ?? '') : line.replaceAll('\0', ' ');
}

/** For systems without /proc. */
async function ps(pid: number, column: string): Promise<string | undefined> {
  return run('ps', ['-o', `${column}=`, '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim() || undefined,
    () => undefined,
  );
}
