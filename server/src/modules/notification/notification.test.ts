import { encodeId } from '../../platform/graphql';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse } from '../../testing/story';

let house: StoryHouse;
let dispatcher: StoryClient;
let engineer: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  dispatcher = await house.as('dispatcher@ironmole');
  engineer = await house.as('engineer@ironmole');
});
afterAll(() => house.close());

const unread = async (by: StoryClient): Promise<number> =>
  (await by.ask<{ unreadNotifications: number }>('{ unreadNotifications }')).unreadNotifications;
const read = async (by: StoryClient, ids: string[] | null): Promise<number> =>
  (
    await by.ask<{ notificationRead: { unread: number } }>(
      'mutation ($input: NotificationReadInput!) { notificationRead(input: $input) { unread } }',
      { input: { ids } },
    )
  ).notificationRead.unread;

it('what somebody is told counts as unread until they, and nobody else, read it', async () => {
  const { id, version } = await house.file(dispatcher, 'EBZ260-0440');
  const before = await unread(engineer);
  await dispatcher.ask(
    'mutation ($input: TicketAssignInput!) { ticketAssign(input: $input) { userErrors { code } } }',
    {
      input: {
        ticketId: id,
        assigneeId: encodeId('Member', house.houses.ironmole.staff.engineer),
        expectedVersion: version,
      },
    },
  );
  expect(await unread(engineer)).toBe(before + 1);
  const { notifications } = await engineer.ask<{ notifications: { nodes: Array<{ id: string }> } }>(
    '{ notifications(first: 10, unreadOnly: true) { nodes { id } } }',
  );
  const ids = notifications.nodes.map((each) => each.id);
  expect(ids).toHaveLength(before + 1);
  await read(dispatcher, ids);
  expect(await unread(engineer)).toBe(before + 1);
  expect(await read(engineer, ids)).toBe(0);
});
