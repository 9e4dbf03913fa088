import { migrations } from '../../migrations';
import type { TestDatabase } from '../../testing/database';
import { freshDatabase } from '../../testing/database';
import { StartError } from '../start-error';
import { migrate } from './migrate';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const migrateFor = (login: string) => migrate(database.ownerUrl, { login, migrations });

describe('migrating', () => {
  it('a second time changes nothing', async () => {
    expect(await migrateFor('aftercare_server')).toEqual([]);
  });

  it.each([
    ['the owner of the tables', 'aftercare_owner', /row-level security cannot hold/],
    ['a superuser', 'postgres', /row-level security cannot hold/],
    ['nobody that the database knows', 'stranger', /which the database does not know/],
  ])('refuses requests that would sign in as %s, in a sentence', async (_who, login, sentence) => {
    const refusal = await migrateFor(login).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StartError);
    expect((refusal as Error).message).toMatch(sentence);
  });
});
