import { evaluateClocks, type Fact } from '@aftercare/policy-engine';
import { templates } from '@aftercare/rulebooks';
import { Client } from 'pg';
import { decodeId, encodeId } from '../../platform/graphql';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { mutate, openHouse, storyStart } from '../../testing/story';

let house: StoryHouse;
let admin: Client;
let dealer1: StoryClient;
let dispatcher: StoryClient;
let engineer: StoryClient;
let quality: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  admin = new Client(house.database.adminUrl);
  await admin.connect();
  await signInAgain();
});
afterAll(async () => {
  await admin.end();
  await house.close();
});
/** Tokens are good for an hour; every story begins at the same moment. */
beforeEach(() => house.clock.set(storyStart));

async function signInAgain(): Promise<void> {
  dealer1 = await house.as('dealer1@ironmole');
  dispatcher = await house.as('dispatcher@ironmole');
  engineer = await house.as('engineer@ironmole');
  quality = await house.as('quality@ironmole');
}

async function later(time: { days?: number; hours?: number; minutes?: number }): Promise<void> {
  house.clock.advance(time);
  await signInAgain();
}

const serial = 'EBZ160-2266';
const assignee = () => encodeId('Member', house.houses.ironmole.staff.engineer);

interface ClockRow {
  kind: string;
  state: string;
  dueAt: string | null;
  stoppedAt: string | null;
  target: { amount: number; unit: string; basis: string } | null;
  rule: { source: string; clause: { id: string } | null };
  explanation: { startedAt: string; startRecordedAt: string; notCounted: Array<{ reason: string }> };
}
interface TicketRow {
  version: number;
  state: { key: string; category: string };
  assignee: { id: string } | null;
  nextDueAt: string | null;
  reporterPhone: string | null;
  clocks: ClockRow[];
}

const ticketFields = `version state { key category } assignee { id } nextDueAt reporterPhone
  clocks { kind state dueAt stoppedAt target { amount unit basis } rule { source clause { id } }
    explanation { startedAt startRecordedAt notCounted { reason } } }`;

const read = async (id: string, by: StoryClient = dispatcher): Promise<TicketRow> =>
  (await by.ask<{ ticket: TicketRow }>(`query ($id: ID!) { ticket(id: $id) { ${ticketFields} } }`, { id }))
    .ticket;

async function clock(id: string, kind: 'RESPONSE' | 'ASSIGNMENT'): Promise<ClockRow> {
  const found = (await read(id)).clocks.find((each) => each.kind === kind);
  if (!found) throw new Error(`There is no ${kind} clock.`);
  return found;
}

interface UserError {
  code: string;
  field: string[];
  conflict?: { currentVersion: number; changed: string[] } | null;
}

const assign = async (by: StoryClient, id: string, expectedVersion: number): Promise<UserError[]> =>
  (
    await by.ask<{ ticketAssign: { userErrors: UserError[] } }>(
      `mutation ($input: TicketAssignInput!) { ticketAssign(input: $input) {
        userErrors { code field conflict { currentVersion changed } } } }`,
      { input: { ticketId: id, assigneeId: assignee(), expectedVersion } },
    )
  ).ticketAssign.userErrors;

let said = 0;
const say = async (
  by: StoryClient,
  id: string,
  audience: 'PUBLIC' | 'INTERNAL' = 'PUBLIC',
  idempotencyKey = `said ${(said += 1)}`,
): Promise<UserError[]> =>
  (
    await by.ask<{ ticketCommentAdd: { userErrors: UserError[] } }>(
      `mutation ($input: TicketCommentAddInput!) { ticketCommentAdd(input: $input) { userErrors { code field } } }`,
      {
        input: { ticketId: id, body: '已收到，正在处理。', audience, idempotencyKey },
      },
    )
  ).ticketCommentAdd.userErrors;

const createDocument = `mutation ($input: TicketCreateInput!) { ticketCreate(input: $input) {
  ticket { id number reportedAt clocks { kind dueAt } } userErrors { code field } } }`;
const request = {
  requestType: 'repair',
  serial,
  subject: '停机',
  description: '主泵无压力。',
  reporterName: '值班员',
};
const create = async (more: Record<string, unknown>) =>
  (
    await dealer1.ask<{
      ticketCreate: { ticket: { id: string; number: string } | null; userErrors: UserError[] };
    }>(createDocument, {
      input: { ...request, ...more },
    })
  ).ticketCreate;

describe('R4-5.1 answers and assigns within 24 h', () => {
  it('promises both for 09:00 the next day, by the clause, in natural time', async () => {
    const { id } = await house.file(dealer1, serial);
    for (const kind of ['RESPONSE', 'ASSIGNMENT'] as const) {
      expect(await clock(id, kind)).toMatchObject({
        state: 'RUNNING',
        dueAt: '2026-06-03T01:00:00.000Z',
        target: { amount: 24, unit: 'HOURS', basis: 'NATURAL' },
        rule: { source: 'CLAUSE', clause: { id: 'R4-5.1' } },
      });
    }
    expect((await read(id)).nextDueAt).toBe('2026-06-03T01:00:00.000Z');
  });

  it('is met by assigning and answering in the last minute', async () => {
    const { id, version } = await house.file(dealer1, serial);
    await later({ hours: 23, minutes: 59 });
    expect(await assign(dispatcher, id, version)).toEqual([]);
    expect(await clock(id, 'ASSIGNMENT')).toMatchObject({
      state: 'MET',
      stoppedAt: '2026-06-03T00:59:00.000Z',
    });
    // meeting one never completes another (C5)
    expect(await clock(id, 'RESPONSE')).toMatchObject({ state: 'RUNNING' });
    expect(await say(engineer, id)).toEqual([]);
    expect(await clock(id, 'RESPONSE')).toMatchObject({
      state: 'MET',
      stoppedAt: '2026-06-03T00:59:00.000Z',
    });
    expect((await read(id)).nextDueAt).toBeNull();
  });

  it('is missed a minute after, whether or not anything has happened since', async () => {
    const { id } = await house.file(dealer1, serial);
    await later({ hours: 24, minutes: 1 });
    expect(await clock(id, 'RESPONSE')).toMatchObject({ state: 'MISSED', stoppedAt: null });
    expect(await say(engineer, id)).toEqual([]);
    expect(await clock(id, 'RESPONSE')).toMatchObject({
      state: 'MISSED',
      stoppedAt: '2026-06-03T01:01:00.000Z',
    });
  });

  it('counts from the report, also when it was written down later (C1)', async () => {
    const { ticket } = await create({
      reportedAt: '2026-06-01T22:00:00Z',
      idempotencyKey: 'reported before',
    });
    expect(await clock(ticket?.id as string, 'RESPONSE')).toMatchObject({
      dueAt: '2026-06-02T22:00:00.000Z',
      explanation: { startedAt: '2026-06-01T22:00:00.000Z', startRecordedAt: '2026-06-02T01:00:00.000Z' },
    });
  });

  it.each([
    ['a report in the future', '2026-06-02T01:00:01Z'],
    ['a report before any policy was in force', '2025-12-31T15:59:59Z'],
  ])('refuses %s, naming the field', async (_what, reportedAt) => {
    expect(await create({ reportedAt, idempotencyKey: reportedAt })).toEqual({
      ticket: null,
      userErrors: [{ code: 'INVALID', field: ['reportedAt'] }],
    });
  });
});

describe('a response (C4)', () => {
  it("is not what the requester says, nor the maker's internal note, but its public answer", async () => {
    const { id } = await house.file(dealer1, serial);
    await say(dealer1, id);
    house.clock.advance({ minutes: 1 });
    await say(engineer, id, 'INTERNAL');
    expect(await clock(id, 'RESPONSE')).toMatchObject({
      state: 'RUNNING',
      explanation: { notCounted: [{ reason: 'FROM_REQUESTER' }, { reason: 'INTERNAL' }] },
    });
    await say(engineer, id);
    expect(await clock(id, 'RESPONSE')).toMatchObject({ state: 'MET' });
  });

  it('is not what a dealer asks when the desk wrote the call down for it', async () => {
    const { id } = await house.file(dispatcher, serial, { channel: 'PHONE' });
    await say(dealer1, id);
    expect(await clock(id, 'RESPONSE')).toMatchObject({
      state: 'RUNNING',
      explanation: { notCounted: [{ reason: 'FROM_REQUESTER' }] },
    });
  });

  it('an internal note shows its existence to nobody outside, and stays known within whoever speaks next', async () => {
    const { id } = await house.file(dealer1, serial);
    const seenBy = async (who: StoryClient) => {
      const { ticket } = await who.ask<{ ticket: TicketRow & { updatedAt: string } }>(
        `query ($id: ID!) { ticket(id: $id) { updatedAt ${ticketFields} } }`,
        { id },
      );
      const reasons = ticket.clocks[0]?.explanation.notCounted.map(({ reason }) => reason);
      return { updatedAt: ticket.updatedAt, reasons };
    };
    const before = await seenBy(dealer1);
    house.clock.advance({ minutes: 1 });
    await say(engineer, id, 'INTERNAL');
    expect(await seenBy(dealer1)).toEqual(before);
    await say(dealer1, id);
    expect((await seenBy(dealer1)).reasons).toEqual(['FROM_REQUESTER']);
    expect((await seenBy(dispatcher)).reasons?.sort()).toEqual(['FROM_REQUESTER', 'INTERNAL']);
  });

  const ofDesk = 'Website, Telephone, E-mail, Fax, Letter, Visit';
  it.each([
    ['a dealer', 'NAMEPLATE', () => dealer1, 'Dealer'],
    ['a dealer', 'PARTNER', () => dealer1, 'Dealer'],
    ['a dealer', 'PHONE', () => dealer1, 'Dealer'],
    ['the desk', 'NAMEPLATE', () => dispatcher, ofDesk],
    ['the desk', 'PARTNER', () => dispatcher, ofDesk],
    ['the desk', 'DEALER', () => dispatcher, ofDesk],
  ])(
    'cannot be had by a way in that is not one’s own: %s files nothing as %s',
    async (_who, channel, by, own) => {
      const input = { ...request, channel, idempotencyKey: `as ${channel}` };
      expect((await mutate(by(), 'ticketCreate', input)).userErrors).toMatchObject([
        {
          code: 'INVALID',
          field: ['channel'],
          message: `What you file can only have come in by: ${own}. Choose from these, or leave the channel out.`,
        },
      ]);
    },
  );

  it('that is internal cannot come from a dealer', async () => {
    const { id } = await house.file(dealer1, serial);
    expect(await say(dealer1, id, 'INTERNAL')).toEqual([{ code: 'FORBIDDEN', field: ['audience'] }]);
  });
});

describe('creating a ticket with an idempotency key', () => {
  it('five times at once makes one ticket and five equal answers', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => create({ idempotencyKey: 'five' })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.ticket?.number).toMatch(/^TM-2026-\d{5}$/);
    const { rows } = await admin.query(`SELECT 1 FROM idempotency WHERE key = 'five'`);
    expect(rows).toHaveLength(1);
    const { rows: tickets } = await admin.query('SELECT 1 FROM ticket WHERE number = $1', [
      answers[0]?.ticket?.number,
    ]);
    expect(tickets).toHaveLength(1);
  });

  it('answers the same ticket an hour later, and refuses the key for anything else', async () => {
    const first = await create({ idempotencyKey: 'later' });
    await later({ minutes: 50 });
    expect(await create({ idempotencyKey: 'later' })).toEqual(first);
    expect(await create({ idempotencyKey: 'later', subject: '另一件事' })).toEqual({
      ticket: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] }],
    });
  });

  it('used for two comments at once belongs to one of them', async () => {
    const tickets = [await house.file(dealer1, serial), await house.file(dealer1, serial)];
    const answers = await Promise.all(tickets.map(({ id }) => say(engineer, id, 'PUBLIC', 'both')));
    const refused = { code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] };
    expect(answers.sort((a, b) => a.length - b.length)).toEqual([[], [refused]]);
  });

  it('which is only the key of whoever sent it', async () => {
    const first = await create({ idempotencyKey: 'mine' });
    const { id } = await house.file(dispatcher, serial, { idempotencyKey: 'mine' });
    expect(id).not.toBe(first.ticket?.id);
  });
});

describe('assigning', () => {
  it('moves the ticket on from its first state, and later only from hand to hand', async () => {
    const { id } = await house.file(dealer1, serial);
    const [first] = templates.R4.policy.workflow.states;
    expect((await read(id)).state.key).toBe(first?.key);
    await assign(dispatcher, id, 1);
    const moved = await read(id);
    expect(moved).toMatchObject({ version: 2, assignee: { id: assignee() } });
    expect(moved.state.key).not.toBe(first?.key);
    await assign(dispatcher, id, 2);
    expect(await read(id)).toMatchObject({ version: 3, state: moved.state });
  });

  it('by a stale version is a CONFLICT that shows what changed, and changes nothing', async () => {
    const { id } = await house.file(dealer1, serial);
    await assign(dispatcher, id, 1);
    expect(await assign(dispatcher, id, 1)).toEqual([
      {
        code: 'CONFLICT',
        field: ['expectedVersion'],
        conflict: { currentVersion: 2, changed: ['assignee', 'state', 'owner'] },
      },
    ]);
    expect((await read(id)).version).toBe(2);
  });

  it('upon a version that there never was is told that, and to read the ticket anew', async () => {
    const { id } = await house.file(dealer1, serial);
    for (const expectedVersion of [99, 0, -1]) {
      const input = { ticketId: id, assigneeId: assignee(), expectedVersion };
      expect((await mutate(dispatcher, 'ticketAssign', input)).userErrors).toEqual([
        {
          code: 'INVALID',
          field: ['expectedVersion'],
          message: `There is no version ${expectedVersion} of the ticket. Read it anew and send the version that you find.`,
          conflict: null,
        },
      ]);
    }
  });

  it('is not held up by comments, which are no new version', async () => {
    const { id } = await house.file(dealer1, serial);
    await say(dealer1, id);
    expect(await assign(dispatcher, id, 1)).toEqual([]);
  });

  it('is refused for a closed ticket, and for somebody who does not work on tickets', async () => {
    const { id } = await house.file(dealer1, serial);
    const toDealer = {
      ticketId: id,
      assigneeId: encodeId('Member', house.houses.ironmole.dealers.dealer1.memberId as string),
      expectedVersion: 1,
    };
    const document =
      'mutation ($input: TicketAssignInput!) { ticketAssign(input: $input) { userErrors { code field } } }';
    expect(await dispatcher.ask(document, { input: toDealer })).toEqual({
      ticketAssign: { userErrors: [{ code: 'NOT_FOUND', field: ['assigneeId'] }] },
    });
    await admin.query(`UPDATE ticket SET state_category = 'closed' WHERE id = $1`, [decodeId('Ticket', id)]);
    expect(await assign(dispatcher, id, 1)).toMatchObject([{ code: 'INVALID', field: ['ticketId'] }]);
  });
});

describe('telephone numbers', () => {
  it('are whole for those who call, and masked for the rest on every path', async () => {
    // newer than every other ticket, so that the first page shows it
    await later({ days: 30 });
    const { id } = await house.file(dealer1, serial, { reporterPhone: '10000001234' });
    for (const caller of [dealer1, dispatcher, engineer])
      expect((await read(id, caller)).reporterPhone).toBe('10000001234');
    expect((await read(id, quality)).reporterPhone).toBe('100****1234');
    const paths = await quality.ask(
      `query ($id: ID!) { node(id: $id) { ... on Ticket { reporterPhone } }
        tickets(first: 1) { nodes { reporterPhone } edges { node { reporterPhone } } } }`,
      { id },
    );
    expect(JSON.stringify(paths)).not.toContain('10000001234');
    expect(JSON.stringify(paths).match(/100\*{4}1234/g)).toHaveLength(3);
  });

  it.each([
    ['100', '****00'],
    ['1000567', '****67'],
    ['0100-10005678', '010****5678'],
  ])('of any length keep some digits to themselves: %s', async (phone, masked) => {
    const { id } = await house.file(dealer1, serial, { reporterPhone: phone });
    expect((await read(id, quality)).reporterPhone).toBe(masked);
  });
});

describe('lists by keyset', () => {
  interface Page {
    tickets: {
      edges: Array<{ cursor: string; node: { id: string } }>;
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    };
  }
  const page = (by: StoryClient, args: string) =>
    by.query<Page>(
      `{ tickets(${args}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    );

  async function walk(order: string, direction: 'forward' | 'backward'): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor = '', more = true; more;) {
      const args =
        direction === 'forward'
          ? `first: 4${cursor && `, after: "${cursor}"`}`
          : `last: 4${cursor && `, before: "${cursor}"`}`;
      const { tickets } = (await page(dispatcher, `${args}, orderBy: ${order}`)).data;
      const found = tickets.edges.map(({ node }) => node.id);
      if (direction === 'forward') ids.push(...found);
      else ids.unshift(...found);
      more = direction === 'forward' ? tickets.pageInfo.hasNextPage : tickets.pageInfo.hasPreviousPage;
      cursor = direction === 'forward' ? tickets.pageInfo.endCursor : tickets.pageInfo.startCursor;
    }
    return ids;
  }

  it.each(['NEWEST', 'DUE_SOONEST'])(
    'walked forwards and backwards, %s shows every ticket once, in one order',
    async (order) => {
      for (let n = 0; n < 6; n += 1) await house.file(dealer1, serial);
      const forward = await walk(order, 'forward');
      expect(await walk(order, 'backward')).toEqual(forward);
      const { rows } = await admin.query<{ id: string }>('SELECT id FROM ticket WHERE tenant_id = $1', [
        house.houses.ironmole.tenantId,
      ]);
      expect([...forward].sort()).toEqual(rows.map((row) => encodeId('Ticket', row.id)).sort());
      expect(forward.length).toBeGreaterThan(10);
    },
  );

  it('refuse a cursor of another order, of another house, and one that was edited', async () => {
    const elsewhere = await house.as('dispatcher@purefount');
    await house.file(elsewhere, 'PF24-10002');
    const foreign = (await page(elsewhere, 'first: 1')).data.tickets.pageInfo.endCursor;
    const { endCursor } = (await page(dispatcher, 'first: 1')).data.tickets.pageInfo;
    const [body] = endCursor.split('.');
    for (const args of [
      `first: 1, after: "${foreign}"`,
      `first: 1, after: "${endCursor}", orderBy: DUE_SOONEST`,
      `first: 1, after: "${body}.0000000000000000000000"`,
      'first: 1, after: "nonsense"',
    ]) {
      expect(await page(dispatcher, args)).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT', field: 'after' } }],
      });
    }
    expect((await page(dispatcher, `first: 1, after: "${endCursor}"`)).errors).toBeUndefined();
  });
});

describe('fifty at once on one ticket', () => {
  it('comments and assignments lose no fact, and its clocks are what the facts say', async () => {
    const { id } = await house.file(dealer1, serial);
    // as after a start: nobody may wait for a second connection to read the rules while holding a first
    const { policies, calendars } = house.app.services;
    (policies as unknown as { published: { parsed: Map<string, unknown> } }).published.parsed.clear();
    policies.forget(house.houses.ironmole.tenantId);
    calendars.forget(house.houses.ironmole.tenantId);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        if (index % 2)
          return (await say(index % 4 === 1 ? dealer1 : engineer, id)).length === 0 ? 'said' : 'not said';
        for (;;) {
          const { version } = await read(id);
          const [refused] = await assign(dispatcher, id, version);
          if (!refused) return 'assigned';
          if (refused.code !== 'CONFLICT') return refused.code;
        }
      }),
    );
    expect(outcomes.filter((outcome) => outcome === 'said')).toHaveLength(25);
    expect(outcomes.filter((outcome) => outcome === 'assigned')).toHaveLength(25);

    const row = decodeId('Ticket', id);
    const facts = await admin.query<{ fact: Fact }>(
      'SELECT fact FROM ticket_fact WHERE ticket_id = $1 ORDER BY seq',
      [row],
    );
    // the report, the state it begins in, its owner and the state after assigning beside 50 comments and assignments
    expect(facts.rows).toHaveLength(54);
    expect((await read(id)).version).toBe(26);
    const changes = await admin.query<{ version: number }>(
      `SELECT version FROM change WHERE subject_id = $1 AND kind = 'updated' ORDER BY xid, seq`,
      [row],
    );
    expect(changes.rows.map(({ version }) => version)).toEqual(
      Array.from({ length: 25 }, (_, index) => index + 2),
    );

    const wanted = evaluateClocks({
      policy: templates.R4.policy,
      calendars: templates.R4.calendars,
      facts: facts.rows.map(({ fact }) => fact),
      now: house.clock.now().getTime(),
    });
    const stored = await admin.query<{ result: unknown }>(
      'SELECT result FROM ticket_clock WHERE ticket_id = $1',
      [row],
    );
    const sorted = (results: unknown[]) =>
      results
        .map((result) => JSON.parse(JSON.stringify(result)) as { kind: string })
        .sort((a, b) => a.kind.localeCompare(b.kind));
    expect(sorted(stored.rows.map(({ result }) => result))).toEqual(sorted([...wanted]));
  }, 20_000);
});
