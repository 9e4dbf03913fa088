import { Client } from 'pg';
import type { StoryHouse } from '../../testing/story';
import { openHouse } from '../../testing/story';

let house: StoryHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const owner = () => house.houses.ironmole.dealers.dealer1.memberId as string;

/** What the database shows of both tables to somebody, and what it lets them write. */
async function as<T>(memberId: string, kind: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(house.database.serverUrl);
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `SELECT set_config('app.tenant_id', $1, true), set_config('app.actor_kind', $2, true), set_config('app.actor_id', $3, true)`,
      [house.houses.ironmole.tenantId, kind, memberId],
    );
    return await work(client);
  } finally {
    await client.end();
  }
}
const countOf = async (client: Client) =>
  (
    await client.query<{ keys: number; answers: number }>(
      `SELECT (SELECT count(*)::int FROM idempotency WHERE actor_id = $1) AS keys, (SELECT count(*)::int FROM answer WHERE actor_id = $1) AS answers`,
      [owner()],
    )
  ).rows[0];
const take = (client: Client, actor: string, key: string) =>
  client.query(
    `INSERT INTO idempotency (tenant_id, actor_id, key, request_hash, subject_id, created_at)
     VALUES ($1, $2, $3, '', $1, $4) ON CONFLICT DO NOTHING`,
    [house.houses.ironmole.tenantId, actor, key, house.clock.now()],
  );

it('keys and answers are their actor’s alone: for a colleague, and for the product itself, there are none', async () => {
  const key = 'known to two';
  await house.file(await house.as('dealer1@ironmole'), 'EBZ160-2266', { idempotencyKey: key });
  const mine = await as(owner(), 'dealer', countOf);
  expect(mine?.keys).toBeGreaterThan(0);
  expect(mine?.answers).toBeGreaterThan(0);
  const { staff } = house.houses.ironmole;
  for (const kind of ['staff', 'system', 'dealer'])
    expect(await as(staff.manager, kind, countOf)).toEqual({ keys: 0, answers: 0 });
  // the same words are another key, and nobody takes one in another's name
  expect((await as(staff.manager, 'staff', (c) => take(c, staff.manager, key))).rowCount).toBe(1);
  await expect(as(staff.manager, 'staff', (c) => take(c, owner(), 'for you'))).rejects.toThrow(
    'row-level security',
  );
});
