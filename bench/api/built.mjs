// What is measured: the server as `node scripts/build.mjs` left it.
import { createRequire } from 'node:module';

export const require = createRequire(new URL('../../server/package.json', import.meta.url));
require('reflect-metadata');
const built = (name) => require(new URL(`../../server/dist/${name}`, import.meta.url).pathname);

export const app = built('app.js');
export const embedded = built('platform/embedded/index.js');
export const database = built('platform/database/index.js');
export const { OneSync } = built('platform/database/one-sync.js');
export const { systemClock } = built('platform/clock.js');
export const { decodeAnyId, encodeId, newId } = built('platform/graphql/index.js');
const { migrations: list } = built('migrations/index.js');

export const migrations = {
  migrate: ({ ownerUrl, serverUrl }) =>
    database.migrate(ownerUrl, { login: database.userOf(serverUrl), migrations: list }),
};
