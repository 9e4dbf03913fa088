import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import pino from 'pino';
import type { House } from '../../house';
import { buildHouse } from '../../house';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse, StoryClock, storyStart } from '../../testing/story';

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

describe('F1 two servers on one database', () => {
  const clock = new StoryClock();
  let first: House;
  let second: House;
  let ticket: { id: string; number: string };

  beforeAll(async () => {
    // the house's own would take part; nothing after this needs it
    await house.app.timers.stop();
    await admin.query(gateAndWitness);
    [first, second] = await Promise.all([serverBeside(clock), serverBeside(clock)]);
  });
  afterAll(() =>
    Promise.all(
      [first, second].map(async ({ source, machinePool }) => {
        await source.destroy();
        await machinePool.end();
      }),
    ),
  );
  beforeEach(async () => {
    await admin.query('UPDATE ticket_timer SET fired_at = now() WHERE fired_at IS NULL; TRUNCATE witness');
    clock.set(storyStart);
    clock.advance({ days: 3 });
    const { number } = await house.file(dealer1, 'EBZ160-2266');
    const { rows } = await admin.query<{ id: string }>('SELECT id FROM ticket WHERE number = $1', [number]);
    ticket = { id: String(rows[0]?.id), number };
  });

  it('take up different timers, though both look at the same moment', async () => {
    const due = await dueAt(ticket.number);
    await admin.query(`SELECT pg_advisory_lock(${gate})`);
    const one = first.timers.fireDue();
    const other = second.timers.fireDue();
    await waiting(2);
    await admin.query(`SELECT pg_advisory_unlock(${gate})`);
    expect((await one) + (await other)).toBe(due.length);
    expect(await witnessed('claimed')).toEqual(due);
    expect(await witnessed('fired')).toEqual(due);
  });

  it('fire nothing twice, though one of them works for longer than its claim holds', async () => {
    const due = await dueAt(ticket.number);
    // by this lock the changes of a ticket take turns
    const held = `hashtextextended((SELECT tenant_id || ' ' || id FROM ticket WHERE id = '${ticket.id}'), 0)`;
    await admin.query(`SELECT pg_advisory_lock(${held})`);
    const slow = first.timers.fireDue();
    await waiting(1);
    clock.advance({ minutes: 1 });
    const other = second.timers.fireDue();
    await waiting(2);
    await admin.query(`SELECT pg_advisory_unlock(${held})`);
    expect((await slow) + (await other)).toBe(due.length);
    // each was at work on all of them
    expect(await witnessed('claimed')).toEqual(due.flatMap((id) => [id, id]));
    expect(await witnessed('fired')).toEqual(due);
  });

  const dueAt = async (number: string): Promise<string[]> => {
    const { rows } = await admin.query<{ id: string }>(
      `SELECT w.id FROM ticket_timer w JOIN ticket t ON t.id = w.ticket_id
        WHERE t.number = $1 AND w.at <= $2 ORDER BY w.id`,
      [number, clock.now()],
    );
    expect(rows.length).toBeGreaterThan(1);
    return rows.map(({ id }) => id);
  };
});

/** The lock at which every claim waits once it has seen what is due. */
const gate = 1;
const gateAndWitness = `
  CREATE TABLE witness (what text, id uuid);
  CREATE FUNCTION witness_timer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN
    INSERT INTO witness VALUES (TG_ARGV[0], NEW.id);
    RETURN NULL;
  END $$;
  CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(${gate});
    RETURN NULL;
  END $$;
  CREATE TRIGGER gate BEFORE UPDATE OF claimed_until ON ticket_timer EXECUTE FUNCTION wait_at_gate();
  CREATE TRIGGER claimed AFTER UPDATE OF claimed_until ON ticket_timer FOR EACH ROW
    EXECUTE FUNCTION witness_timer('claimed');
  CREATE TRIGGER fired AFTER UPDATE OF fired_at ON ticket_timer FOR EACH ROW EXECUTE FUNCTION witness_timer('fired')`;

const witnessed = async (what: string): Promise<string[]> =>
  (await admin.query<{ id: string }>('SELECT id FROM witness WHERE what = $1 ORDER BY id', [what])).rows.map(
    ({ id }) => id,
  );

/** Until so many sessions of this database wait for a lock that somebody holds. */
async function waiting(sessions: number): Promise<void> {
  for (;;) {
    const { rowCount } = await admin.query(
      `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (rowCount === sessions) return;
    await pause(5);
  }
}

/** Another server of the house, as far as its timers need one. */
async function serverBeside(clock: StoryClock): Promise<House> {
  const { filesDir, database } = house;
  const log = pino({ level: 'silent' });
  const secret = 'a secret of stories, long enough for one';
  const beside = buildHouse({ databaseUrl: database.serverUrl, secret, filesDir, log }, clock);
  await beside.source.initialize();
  return beside;
}
