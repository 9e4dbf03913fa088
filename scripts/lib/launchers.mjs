// npx and pnpm stand between the terminal and us, and end on a signal without passing it on.
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

/** Parent, command line and whether it still runs; undefined for a process that is gone. */
function look(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return state === 'Z' ? undefined : { parent: Number(parent), command };
  } catch {
    return process.platform === 'linux' ? undefined : lookWithPs(pid);
  }
}

function lookWithPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' });
    const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(line);
    return { parent: Number(parent), command };
  } catch {
    return undefined;
  }
}

const isLauncher = (command) => /(^|[\s/])(npm|npx|pnpm)\b/.test(command.slice(0, 400));
const isShell = (command) => /^\S*sh -c /.test(command);

/** The processes between us and whoever typed the command: pnpm, npx and the shells that they use. */
function launchers() {
  const chain = [];
  for (let pid = process.ppid, seen; pid > 1 && (seen = look(pid)); pid = seen.parent) {
    if (!isLauncher(seen.command) && !isShell(seen.command)) break;
    chain.push({ pid, shell: !isLauncher(seen.command) });
  }
  // a shell above the outermost launcher is the user's own and may end before us
  while (chain.at(-1)?.shell) chain.pop();
  return chain.map(({ pid }) => pid);
}

/**
 * Sends SIGTERM to this process when one of its launchers ends before it.
 * Costs one look per launcher and half a second, and keeps nothing alive.
 */
export function endWithLaunchers() {
  const watched = launchers();
  if (watched.length === 0) return;
  const timer = setInterval(() => {
    if (watched.every((pid) => look(pid))) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}
