import { Client } from 'pg';
import { decodeId, encodeId } from '../../platform/graphql';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse } from '../../testing/story';

const writers = 50;

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

interface Assigned {
  ticketAssign: {
    ticket: { version: number } | null;
    userErrors: Array<{ code: string; conflict: { currentVersion: number } | null }>;
  };
}
const assignDocument = `mutation ($input: TicketAssignInput!) { ticketAssign(input: $input) {
  ticket { version } userErrors { code conflict { currentVersion } } } }`;
const commentDocument = `mutation ($input: TicketCommentAddInput!) { ticketCommentAdd(input: $input) {
  comment { id } userErrors { code } } }`;

let conflicts = 0;

/** Hands the ticket on from version 1, or from whatever it has become; answers the version acknowledged. */
async function assign(by: StoryClient, ticketId: string, assignee: string): Promise<number> {
  for (let expectedVersion = 1; ;) {
    const input = { ticketId, assigneeId: encodeId('Member', assignee), expectedVersion };
    const { ticketAssign } = await by.ask<Assigned>(assignDocument, { input });
    if (ticketAssign.ticket) return expectedVersion + 1;
    const [refused] = ticketAssign.userErrors;
    expect(refused?.code).toBe('CONFLICT');
    conflicts += 1;
    expectedVersion = refused?.conflict?.currentVersion as number;
  }
}

async function comment(by: StoryClient, ticketId: string, body: string): Promise<string> {
  const input = { ticketId, body, audience: 'PUBLIC', idempotencyKey: body };
  const { ticketCommentAdd } = await by.ask<{ ticketCommentAdd: { comment: { id: string } } }>(
    commentDocument,
    { input },
  );
  return decodeId('TicketComment', ticketCommentAdd.comment.id) as string;
}

it('fifty writers on one ticket: every acknowledged change is there, in order, and nothing else', async () => {
  const { staff } = house.houses.ironmole;
  const people = [staff.engineer, staff.quality, staff.parts, staff.manager];
  const [desk, manager] = [await house.as('dispatcher@ironmole'), await house.as('manager@ironmole')];
  const { id } = await house.file(desk, 'EBZ160-2266');
  const acknowledged = new Map<number, string>();
  const said: string[] = [];
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const by = writer % 2 === 0 ? desk : manager;
      const assignee = people[writer % people.length] as string;
      const version = await assign(by, id, assignee);
      // a version belongs to one writer
      expect(acknowledged.get(version)).toBeUndefined();
      acknowledged.set(version, assignee);
      said.push(await comment(by, id, `第 ${writer} 人的说明`));
    }),
  );
  // all but the first began with a version that was stale
  expect(conflicts).toBeGreaterThanOrEqual(writers - 1);
  const wanted = Array.from({ length: writers }, (_, index) => index + 2);
  const handed = wanted.map((version) => acknowledged.get(version));
  expect([...acknowledged.keys()].sort((a, b) => a - b)).toEqual(wanted);

  const row = decodeId('Ticket', id);
  const query = async <Row>(text: string) => (await admin.query(text, [row])).rows as Row[];
  expect(await query('SELECT version, assignee_id FROM ticket WHERE id = $1')).toEqual([
    { version: wanted.at(-1), assignee_id: handed.at(-1) },
  ]);
  const facts = await query<{ to: string }>(
    `SELECT fact ->> 'to' AS to FROM ticket_fact WHERE ticket_id = $1 AND fact ->> 'kind' = 'assigned' ORDER BY seq`,
  );
  expect(facts.map(({ to }) => to)).toEqual(handed);
  const changes = await query<{ version: number }>(
    `SELECT version FROM change WHERE subject_id = $1 AND kind = 'updated' ORDER BY xid, seq`,
  );
  expect(changes.map(({ version }) => version)).toEqual(wanted);
  const comments = await query<{ id: string }>('SELECT id FROM ticket_comment WHERE ticket_id = $1');
  expect(comments.map((stored) => stored.id).sort()).toEqual(said.sort());
  expect(await query(`SELECT 1 FROM change WHERE subject_id = $1 AND kind = 'commented'`)).toHaveLength(
    said.length,
  );
}, 180_000);
