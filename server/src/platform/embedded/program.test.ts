import { EventEmitter, once } from 'node:events';
import { createServer, connect } from 'node:net';
import { asStartError } from './obstacles';
import { runProgram, type Program } from './program';
import { StartError } from '../start-error';

/** Stands for the process: signals come in, the exit code goes out. */
function host(): EventEmitter & { exit: (code?: number | string | null) => never } {
  const emitter = new EventEmitter();
  return Object.assign(emitter, {
    exit: (code?: number | string | null) => emitter.emit('exited', code) as never,
  });
}

async function exitOf(
  start: (program: Program, log: string[]) => Promise<void>,
  ...sent: string[]
): Promise<{ code: number; log: string[] }> {
  const process = host();
  const log: string[] = [];
  const exited = once(process, 'exited');
  runProgram((program) => start(program, log), process as unknown as NodeJS.Process);
  for (const signal of sent) process.emit(signal);
  const [code] = (await exited) as [number];
  return { code, log };
}

const twoSteps = async (program: Program, log: string[]): Promise<void> => {
  program.onStop(async () => log.push('database stopped'));
  await Promise.resolve();
  program.onStop(async () => log.push('server stopped'));
};

describe('a program', () => {
  let told: jest.SpyInstance;
  beforeEach(() => {
    told = jest.spyOn(console, 'error').mockImplementation();
    jest.spyOn(console, 'log').mockImplementation();
  });
  afterEach(() => jest.restoreAllMocks());

  it('stops what it started in reverse order when asked, once, and exits with 0', async () => {
    const start = async (program: Program, log: string[]): Promise<void> => {
      await twoSteps(program, log).catch(() => undefined);
    };
    expect(await exitOf(start, 'SIGINT', 'SIGINT', 'SIGTERM')).toEqual({
      code: 0,
      log: ['server stopped', 'database stopped'],
    });
    expect(told).not.toHaveBeenCalled();
  });

  it('asked to stop while it starts, ends after the step at hand and undoes it', async () => {
    const start = async (program: Program, log: string[]): Promise<void> => {
      await Promise.resolve();
      program.onStop(async () => log.push('database stopped'));
      log.push('must not go on');
    };
    expect(await exitOf(start, 'SIGTERM')).toEqual({ code: 0, log: ['database stopped'] });
  });

  it('tells an obstacle in one sentence, undoes the steps before it and exits with 1', async () => {
    const start = async (program: Program, log: string[]): Promise<void> => {
      await twoSteps(program, log);
      throw new StartError('The shelf is full. Empty it.');
    };
    expect(await exitOf(start)).toEqual({ code: 1, log: ['server stopped', 'database stopped'] });
    expect(told.mock.calls).toEqual([['The shelf is full. Empty it.']]);
  });

  it('stops the rest when one thing does not stop', async () => {
    const start = async (program: Program, log: string[]): Promise<void> => {
      program.onStop(async () => log.push('database stopped'));
      program.onStop(() => Promise.reject(new Error('stuck')));
    };
    expect(await exitOf(start, 'SIGINT')).toEqual({ code: 0, log: ['database stopped'] });
  });
});

describe('an obstacle at start', () => {
  it('names the port that is taken and the next one', async () => {
    const first = createServer().listen(0, '127.0.0.1');
    await once(first, 'listening');
    const { port } = first.address() as { port: number };
    const [taken] = (await once(createServer().listen(port, '127.0.0.1'), 'error')) as [Error];
    first.close();
    await once(first, 'close');
    expect(asStartError(taken)?.message).toBe(
      `Port ${port} is taken by another program. Stop it, or choose another port with PORT=${port + 1}.`,
    );
  });

  it('names the address where no database answers', async () => {
    const [refused] = (await once(connect(1, '127.0.0.1'), 'error')) as [Error];
    expect(asStartError(refused)?.message).toMatch(
      /^The database at 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)\. Correct DATABASE_URL/,
    );
  });

  it('says why the database turns us away', () => {
    const error = Object.assign(new Error('database "nowhere" does not exist'), { code: '3D000' });
    expect(asStartError(error)?.message).toContain(
      'turns us away: database "nowhere" does not exist. Correct',
    );
  });

  it('is not made of a defect', () => {
    expect(asStartError(new TypeError('x is not a function'))).toBeUndefined();
  });
});
