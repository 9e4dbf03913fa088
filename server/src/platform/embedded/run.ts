import { spawn } from 'node:child_process';
import type { Account } from './account';

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs one of PostgreSQL's programs to its end. It gets a process group of its own, so that Ctrl-C in the
 * terminal reaches only us and we stop things in order, and none of our environment (PGPORT, PGDATA, …).
 */
export function run(program: string, args: string[], account: Account, input = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(program, args, {
      ...account,
      cwd: '/',
      detached: true,
      windowsHide: true,
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', SystemRoot: process.env.SystemRoot },
    });
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stdin.on('error', () => undefined); // a program that ends early says why on its own
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: output.trim() }));
    child.stdin.end(input);
  });
}
