import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse } from '../../testing/story';

const document = `subscription ($after: String) {
  ticketChanges(after: $after) { cursor kind ticketId version ticket { id version subject assignee { name } state { key } } } }`;

interface Event {
  ticketChanges: {
    cursor: string;
    kind: string;
    ticketId: string;
    version: number;
    ticket: { id: string; version: number; assignee: { name: string } | null } | null;
  };
}

const ofDealer1 = 'EBZ160-2266';
const ofDealer2 = 'EBZ260-0461';

let house: StoryHouse;
let desk: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  desk = await house.as('dispatcher@ironmole');
});
afterAll(() => house.close());

const follow = (client: StoryClient, after?: string) => client.subscribe<Event>(document, { after });

/** The only answer to a subscription that does not come about. */
async function answerTo(client: StoryClient, after: string) {
  const changes = await follow(client, after);
  const answer = await changes.next();
  expect(await changes.ended).toEqual({});
  return answer;
}

async function assign(ticketId: string, expectedVersion: number): Promise<void> {
  const { assignableMembers } = await desk.ask<{ assignableMembers: Array<{ id: string }> }>(
    '{ assignableMembers { id } }',
  );
  const { ticketAssign } = await desk.ask<{ ticketAssign: { userErrors: unknown[] } }>(
    'mutation ($input: TicketAssignInput!) { ticketAssign(input: $input) { userErrors { code } } }',
    { input: { ticketId, assigneeId: assignableMembers[0]?.id, expectedVersion } },
  );
  expect(ticketAssign.userErrors).toEqual([]);
}

describe('ticketChanges', () => {
  it('carries a cursor with each event, from which another socket goes on without gap or repeat', async () => {
    const changes = await follow(desk);
    const filed = [
      await house.file(desk, ofDealer1),
      await house.file(desk, ofDealer2),
      await house.file(desk, ofDealer1),
    ];
    const events = [await changes.next(), await changes.next(), await changes.next()].map(
      ({ data }) => data.ticketChanges,
    );
    changes.stop();
    expect(events.map(({ ticketId, kind }) => [ticketId, kind])).toEqual(
      filed.map(({ id }) => [id, 'CREATED']),
    );
    expect(new Set(events.map(({ cursor }) => cursor)).size).toBe(3);

    const again = await follow(desk, events[0]?.cursor);
    const replayed = [await again.next(), await again.next()].map(({ data }) => data.ticketChanges.ticketId);
    expect(replayed).toEqual([filed[1]?.id, filed[2]?.id]);
    await again.silence(100);
    again.stop();
  });

  it('reads every event anew: nothing is remembered from the one before', async () => {
    const changes = await follow(desk);
    const { id, version } = await house.file(desk, ofDealer1);
    const first = (await changes.next()).data.ticketChanges;
    expect(first.ticket).toMatchObject({ id, version, assignee: null });
    await assign(id, version);
    const second = (await changes.next()).data.ticketChanges;
    expect(second).toMatchObject({
      kind: 'UPDATED',
      ticketId: id,
      version: version + 1,
      ticket: { version: version + 1 },
    });
    expect(second.ticket?.assignee).not.toBeNull();
    changes.stop();
  });

  it('tells another house and another dealer nothing', async () => {
    const [owner, neighbour, otherHouse] = await Promise.all(
      ['dealer1@ironmole', 'dealer2@ironmole', 'dispatcher@purefount'].map(async (who) =>
        follow(await house.as(who)),
      ),
    );
    const { id, version } = await house.file(desk, ofDealer1);
    await assign(id, version);
    expect((await owner?.next())?.data.ticketChanges.ticketId).toBe(id);
    await Promise.all([neighbour?.silence(), otherHouse?.silence()]);
    for (const each of [owner, neighbour, otherHouse]) each?.stop();
  });

  it('tells two people of the same permissions the same, to the letter', async () => {
    const followers = await Promise.all(
      ['dispatcher@ironmole', 'manager@ironmole'].map(async (who) => follow(await house.as(who))),
    );
    await house.file(desk, ofDealer1);
    const [one, other] = await Promise.all(followers.map((each) => each.next()));
    expect(other).toEqual(one);
    for (const each of followers) each.stop();
  });

  it('is refused, before any event, to whoever has not signed in', async () => {
    const before = house.app.meter.rootFields;
    expect(await (await follow(house.anybody())).ended).toMatchObject({ close: { code: 4403 } });
    expect(house.app.meter.rootFields).toBe(before);
  });

  it('refuses a cursor of another house, and one that is none', async () => {
    const { changeCursor } = await (
      await house.as('dispatcher@purefount')
    ).ask<{ changeCursor: string }>('{ changeCursor }');
    for (const after of [changeCursor, 'not a cursor']) {
      expect(await answerTo(desk, after)).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT', field: 'after' } }],
      });
    }
  });

  it('asks to read anew when the cursor is older than the log is kept', async () => {
    const { changeCursor } = await desk.ask<{ changeCursor: string }>('{ changeCursor }');
    house.clock.advance({ days: 7, minutes: 1 });
    const later = await house.as('dispatcher@ironmole');
    expect(await answerTo(later, changeCursor)).toMatchObject({
      errors: [{ extensions: { code: 'RESYNC_REQUIRED' } }],
    });
    desk = later;
  });

  it('frees what it held when it is stopped, and when its socket is gone', async () => {
    const listeners = () => house.app.changes['listeners'].size;
    const idle = listeners();
    const client = await house.as('dispatcher@ironmole');
    const [one] = await Promise.all([follow(client), follow(client)]);
    expect(listeners()).toBe(idle + 2);
    one?.stop();
    await until(() => listeners() === idle + 1);
    await client.close();
    await until(() => listeners() === idle);
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > 3_000) throw new Error('It did not come true within 3 s.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

it('one socket carries so many operations and no more', async () => {
  const client = await house.as('dispatcher@ironmole');
  const open = [];
  for (let i = 0; i < 20; i += 1) open.push(await follow(client));
  const { errors } = await (await follow(client)).ended;
  expect(errors).toMatchObject([{ extensions: { code: 'THROTTLED' } }]);
  for (const subscription of open) subscription.stop();
  await client.close();
});
