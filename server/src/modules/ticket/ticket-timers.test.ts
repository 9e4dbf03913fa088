import { Client } from 'pg';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse, storyStart } from '../../testing/story';

let house: StoryHouse;
let admin: Client;
let dealer1: StoryClient;
let dispatcher: StoryClient;

beforeAll(async () => {
  house = await openHouse();
  admin = new Client(house.database.adminUrl);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await house.close();
});
beforeEach(async () => {
  house.clock.set(storyStart);
  await signInAgain();
});

async function signInAgain(): Promise<void> {
  dealer1 = await house.as('dealer1@ironmole');
  dispatcher = await house.as('dispatcher@ironmole');
}

async function later(time: { days?: number; hours?: number; minutes?: number }): Promise<void> {
  house.clock.advance(time);
  await house.app.timers.fireDue();
  await signInAgain();
}

interface Timer {
  key: string;
  kind: string;
  at: Date;
  fired_at: Date | null;
}

const timersOf = async (number: string): Promise<Timer[]> =>
  (
    await admin.query<Timer>(
      `SELECT w.key, w.kind, w.at, w.fired_at FROM ticket_timer w JOIN ticket t ON t.id = w.ticket_id
        WHERE t.number = $1 ORDER BY w.at, w.key`,
      [number],
    )
  ).rows;

const missedAt = async (id: string) =>
  (
    await dispatcher.ask<{ ticket: { missedAt: string | null; version: number } }>(
      'query ($id: ID!) { ticket(id: $id) { missedAt version } }',
      { id },
    )
  ).ticket;

describe('F1 what is due fires once', () => {
  it('marks a promise as missed when its moment comes, and not a minute before', async () => {
    const { id, number } = await house.file(dealer1, 'EBZ160-2266');
    await later({ hours: 24 });
    expect((await timersOf(number)).filter(({ kind, fired_at }) => kind === 'breach' && fired_at)).toEqual(
      [],
    );
    await later({ minutes: 1 });
    expect(await missedAt(id)).toEqual({ missedAt: '2026-06-03T01:00:00.000Z', version: 1 });
    await later({ hours: 1 });
    const fired = (await timersOf(number)).filter(({ kind }) => kind === 'breach');
    expect(fired.map(({ key, at }) => [key, at.toISOString()])).toEqual([
      ['assignment#1/breach', '2026-06-03T01:00:00.001Z'],
      ['response#1/breach', '2026-06-03T01:00:00.001Z'],
    ]);
  });

  it('leaves out what is no longer promised: a fulfilled promise is not missed later', async () => {
    const { id, number, version } = await house.file(dealer1, 'EBZ160-2266');
    const { assignableMembers } = await dispatcher.ask<{ assignableMembers: Array<{ id: string }> }>(
      '{ assignableMembers { id } }',
    );
    await dispatcher.ask(
      `mutation ($input: TicketAssignInput!) { ticketAssign(input: $input) { userErrors { message } } }`,
      { input: { ticketId: id, assigneeId: assignableMembers[0]?.id, expectedVersion: version } },
    );
    expect((await timersOf(number)).map(({ key }) => key)).not.toContain('assignment#1/breach');
  });
});
