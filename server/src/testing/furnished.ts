import pino from 'pino';
import { buildHouse } from '../house';
import type { TestDatabase } from './database';
import { freshDatabase } from './database';
import { StoryClock } from './story-clock';
import type { StoryTenant, UsualMakers } from './story-people';
import { furnish, usualMakers } from './story-people';

interface Furnished {
  database: TestDatabase;
  houses: Record<UsualMakers, StoryTenant>;
}

let first: Promise<Furnished> | undefined;

/** A database of its own with the usual makers in it: a copy of the first of this worker. */
export async function furnishedDatabase(): Promise<Furnished> {
  const { database, houses } = await (first ??= furnishFirst());
  return { database: await freshDatabase(database.name), houses: structuredClone(houses) };
}

async function furnishFirst(): Promise<Furnished> {
  const database = await freshDatabase();
  const house = buildHouse(
    {
      databaseUrl: database.serverUrl,
      secret: 'nothing is signed here',
      filesDir: '/nowhere',
      log: pino({ level: 'silent' }),
    },
    new StoryClock(),
  );
  await house.source.initialize();
  try {
    return { database, houses: await furnish(house, usualMakers) };
  } finally {
    await house.source.destroy();
    await house.machinePool.end();
  }
}
