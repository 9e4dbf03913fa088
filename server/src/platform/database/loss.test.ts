import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { freshDatabase } from '../../testing/database';
import { createMachinePool } from './data-source';
import { onceReached } from './loss';

const patienceMs = 500;

/** The way to a database that leaves its first callers without a word. */
async function slowDoor(url: string, silent: number) {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  const door = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    if (sockets.length <= silent) return;
    const beyond = connect(Number(port), hostname).on('error', () => undefined);
    socket.pipe(beyond).pipe(socket);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.port = String((door.address() as AddressInfo).port);
  return {
    url: through.href,
    callers: () => sockets.length,
    close: () => {
      for (const socket of sockets) socket.destroy();
      door.close();
    },
  };
}

describe('a start', () => {
  it('asks again while the database takes its time', async () => {
    const database = await freshDatabase();
    const door = await slowDoor(database.serverUrl, 2);
    const pool = createMachinePool(door.url, patienceMs);
    await onceReached(() => pool.query('SELECT 1'));
    expect(door.callers()).toBeGreaterThan(2);
    await pool.end();
    door.close();
    await database.drop();
  });

  it('gives up at once where nothing answers at all', async () => {
    const door = await slowDoor('postgres://nobody@127.0.0.1:1/nothing', 0);
    door.close();
    const pool = createMachinePool(door.url, patienceMs);
    await expect(onceReached(() => pool.query('SELECT 1'))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await pool.end();
  });
});
