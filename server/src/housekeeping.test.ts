import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { sweep } from './housekeeping';
import type { StoryHouse } from './testing/story';
import { openHouse } from './testing/story';

let house: StoryHouse;
let admin: Client;
beforeAll(async () => {
  house = await openHouse();
  admin = new Client(house.database.adminUrl);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await house.close();
});

const day = 24 * 3_600_000;

it('deletes what has served its time and nothing before', async () => {
  const dealer = await house.as('dealer1@ironmole');
  await house.file(dealer, 'EBZ160-2266', { idempotencyKey: randomUUID() });
  const count = async (table: string) =>
    Number((await admin.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n);
  const now = house.clock.now();
  const kept = async (daysLater: number) => {
    await sweep(house.app.machine, new Date(now.getTime() + daysLater * day));
    return {
      changes: await count('change'),
      keys: await count('idempotency'),
      answers: await count('answer'),
      sessions: await count('session'),
    };
  };
  const all = await kept(0);
  // furnishing the houses leaves lines of its own
  expect(Math.min(all.changes, all.keys)).toBeGreaterThan(1);
  expect(all).toMatchObject({ answers: 1, sessions: 1 });
  expect(await kept(1.9)).toEqual(all);
  expect(await kept(7.9)).toEqual({ ...all, keys: 0, answers: 0 });
  expect(await kept(8.1)).toEqual({ changes: 0, keys: 0, answers: 0, sessions: 1 });
  expect(await kept(31)).toEqual({ changes: 0, keys: 0, answers: 0, sessions: 0 });
});
