import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { claimDataFolder } from './data-folder';
import { StartError } from '../start-error';

let base: string;
beforeEach(async () => (base = await mkdtemp(path.join(os.tmpdir(), 'aftercare-claim-'))));
afterEach(() => rm(base, { recursive: true }));

const claimFile = (): string => path.join(base, 'data', 'running.json');

describe('the data folder', () => {
  it('is made on first use, closed to others', async () => {
    const folder = await claimDataFolder(path.join(base, 'data'));
    expect((await stat(folder.path)).mode & 0o066).toBe(0);
    expect((await stat(claimFile())).mode & 0o777).toBe(0o600);
  });

  it('refuses a second start and names the process and the address of the first', async () => {
    const first = await claimDataFolder(path.join(base, 'data'));
    await expect(claimDataFolder(first.path)).rejects.toThrow(/is still starting/);
    await first.announce('http://127.0.0.1:4000/');
    const refused = claimDataFolder(first.path);
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(
      `process ${process.pid} serves http://127.0.0.1:4000/. Stop it first`,
    );
  });

  it('lets the next start in after a release', async () => {
    await (await claimDataFolder(path.join(base, 'data'))).release();
    await expect(claimDataFolder(path.join(base, 'data'))).resolves.toBeDefined();
  });

  it.each([
    ['whose process is gone', JSON.stringify({ pid: 2147483646, mark: 'x' })],
    ['whose number another program got', JSON.stringify({ pid: process.pid, mark: 'an earlier boot/1' })],
    ['that a full disk cut off', '{"pid":'],
  ])('takes over a claim %s', async (_what, text) => {
    await (await claimDataFolder(path.join(base, 'data'))).release();
    await writeFile(claimFile(), text);
    await claimDataFolder(path.join(base, 'data'));
    expect(JSON.parse(await readFile(claimFile(), 'utf8'))).toMatchObject({ pid: process.pid });
    await expect(claimDataFolder(path.join(base, 'data'))).rejects.toThrow(StartError);
  });

  it('goes to exactly one of many that start at once over a stale claim', async () => {
    await (await claimDataFolder(path.join(base, 'data'))).release();
    await writeFile(claimFile(), JSON.stringify({ pid: 2147483646 }));
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, () => claimDataFolder(path.join(base, 'data'))),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('that cannot be made is refused with the remedy', async () => {
    // a place that takes no folders, from root neither
    await expect(claimDataFolder('/proc/aftercare/data')).rejects.toThrow(
      /cannot be written by .*\. Set DATA_DIR/,
    );
  });

  it('that cannot be one is refused with the remedy', async () => {
    await writeFile(path.join(base, 'file'), '');
    for (const place of ['file', 'file/below']) {
      await expect(claimDataFolder(path.join(base, place))).rejects.toThrow(/is not a folder\. Set DATA_DIR/);
    }
  });
});
