import { asStartError } from './obstacles';

/** Handed to the start of a program, to say step by step how what was started is stopped again. */
export interface Program {
  /**
   * Call right after each step. The steps are undone in reverse order, once, on Ctrl-C, SIGTERM or failure.
   * Ends the start here when a stop was asked for meanwhile.
   */
  onStop(stop: () => Promise<unknown>): void;
}

class StopAsked extends Error {}

const patience = 90_000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program until it is asked to stop, or its parent is gone, and then leaves nothing of it running. Exits with 0 when asked,
 * with 1 after a failed start: an obstacle is told in its sentence, a defect with its stack.
 */
export function runProgram(
  start: (program: Program) => Promise<void>,
  host: Pick<NodeJS.Process, 'on' | 'exit'> = process,
): void {
  const stops: (() => Promise<unknown>)[] = [];
  let asked = false;
  let ending: Promise<void> | undefined;

  const end = (code: number): Promise<void> => (ending ??= undo(stops).then(() => host.exit(code)));
  const started = start({
    onStop: (stop) => {
      stops.push(stop);
      if (asked) throw new StopAsked();
    },
  });
  const settled = started.catch((error: unknown) => {
    if (error instanceof StopAsked) return;
    console.error(asStartError(error)?.message ?? error);
    return end(1);
  });
  const stopAsked = () => {
    // one Ctrl-C may reach us twice, from the terminal and from pnpm
    if (asked) return;
    asked = true;
    console.log('Stopping.');
    void within(patience, settled, 'starting')
      .catch(console.error)
      .then(() => end(0));
  };
  for (const signal of signals) host.on(signal, stopAsked);
  // whoever started us with a channel is gone, killed perhaps
  host.on('disconnect', stopAsked);
}

async function undo(stops: (() => Promise<unknown>)[]): Promise<void> {
  for (const stop of stops.reverse()) {
    // the next one is stopped all the same
    await within(patience, stop(), 'stopping').catch(console.error);
  }
}

async function within(limit: number, work: Promise<unknown>, what: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${limit / 1000} s`)), limit);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
