import { Client } from 'pg';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { done, openHouse } from '../../testing/story';
import { encodeId } from '../graphql';
import { answerOnce } from './answers';

let house: StoryHouse;
let dealer: StoryClient;
let desk: StoryClient;
let admin: Client;
beforeAll(async () => {
  house = await openHouse();
  dealer = await house.as('dealer1@ironmole');
  desk = await house.as('dispatcher@ironmole');
  admin = new Client(house.database.adminUrl);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await house.close();
});

interface Sent {
  /** The whole body, as it came. */
  body: string;
  replayed: boolean;
}

async function send(
  by: StoryClient,
  query: string,
  variables: Record<string, unknown>,
  { locale = 'en', operationName }: { locale?: string; operationName?: string } = {},
): Promise<Sent> {
  const response = await fetch(`${house.app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': locale,
      authorization: `Bearer ${by.token}`,
    },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return { body: await response.text(), replayed: response.headers.get('idempotent-replayed') === 'true' };
}

const dataOf = <Data>({ body }: Sent): Data => (JSON.parse(body) as { data: Data }).data;

interface Created {
  ticketCreate: { ticket: { id: string; version: number; updatedAt: string } | null; userErrors: unknown[] };
}
const create = `mutation ($input: TicketCreateInput!) { ticketCreate(input: $input) {
  ticket { id number version updatedAt state { key } assignee { name } comments(first: 5) { nodes { body } } }
  userErrors { code message } } }`;
const comment = `mutation ($input: TicketCommentAddInput!) { ticketCommentAdd(input: $input) {
  comment { id body } ticket { version comments(first: 9) { nodes { id } } } userErrors { code } } }`;

let keys = 0;
const newKey = () => `replay ${(keys += 1)}`;
const request = (idempotencyKey = newKey()) => ({
  requestType: 'repair',
  serial: 'EBZ160-2266',
  subject: '停机',
  description: '主泵无压力。',
  reporterName: '值班员',
  idempotencyKey,
});
const said = (ticketId: string, idempotencyKey = newKey()) => ({
  ticketId,
  body: '已收到。',
  audience: 'PUBLIC',
  idempotencyKey,
});
const engineer = () => encodeId('Member', house.houses.ironmole.staff.engineer);

/** What a ticket of version 1 looks like is different afterwards in everything that the documents ask for. */
async function workOn(ticketId: string): Promise<void> {
  house.clock.advance({ minutes: 1 });
  const { ticketAssign } = await desk.ask<{ ticketAssign: { userErrors: unknown[] } }>(
    `mutation ($input: TicketAssignInput!) { ticketAssign(input: $input) { userErrors { code } } }`,
    { input: { ticketId, assigneeId: engineer(), expectedVersion: 1 } },
  );
  expect(ticketAssign.userErrors).toEqual([]);
  await desk.ask(comment, { input: said(ticketId) });
}

const again = (sent: Sent): Sent => ({ ...sent, replayed: true });

/** Sends it, works on the ticket, and sends it again. */
async function sendAround(document: string, variables: Record<string, unknown>, name?: string) {
  const options = name === undefined ? {} : { operationName: name };
  const first = await send(dealer, document, variables, options);
  const id = /ticket_[0-9a-z]{26}/.exec(first.body)?.[0] as string;
  await workOn(id);
  return { id, first, second: await send(dealer, document, variables, options) };
}

describe('an operation sent again with its key', () => {
  it('is answered byte for byte as the first time, whatever happened to the ticket since', async () => {
    const { id, first, second } = await sendAround(create, { input: request() });
    expect(first.replayed).toBe(false);
    expect(first.body).toContain('"cost":{"requested":');
    expect(second).toEqual(again(first));
    const { ticket } = await dealer.ask<{ ticket: { version: number } }>(
      `query ($id: ID!) { ticket(id: $id) { version } }`,
      { id },
    );
    expect(ticket.version).toBe(2);
  });

  it('also with aliases, fragments and names', async () => {
    const document = `
      query Another { viewer { __typename } }
      mutation File($input: TicketCreateInput!) { filed: ticketCreate(input: $input) { ...Filed userErrors { why: code } } }
      fragment Filed on TicketCreatePayload { it: ticket { ...Seen number } }
      fragment Seen on Ticket { id at: updatedAt version state { label: key } who: assignee { name } }`;
    const { first, second } = await sendAround(document, { input: request() }, 'File');
    expect(second).toEqual(again(first));
  });

  it('also with several mutations in a document, one of which would be refused now', async () => {
    const { id } = await house.file(dealer, 'EBZ160-2266');
    const document = `mutation ($said: TicketCommentAddInput!, $given: TicketAssignInput!, $more: TicketCommentAddInput!) {
      first: ticketCommentAdd(input: $said) { comment { id } ticket { version updatedAt } }
      ticketAssign(input: $given) { ticket { version assignee { id } } userErrors { code } }
      second: ticketCommentAdd(input: $more) { comment { id } ticket { version comments(first: 9) { nodes { id } } } } }`;
    const variables = {
      said: said(id),
      given: { ticketId: id, assigneeId: engineer(), expectedVersion: 1 },
      more: said(id),
    };
    const first = await send(desk, document, variables);
    expect(dataOf(first)).toMatchObject({ ticketAssign: { ticket: { version: 2 }, userErrors: [] } });
    await desk.ask(comment, { input: said(id) });
    expect(await send(desk, document, variables)).toEqual(again(first));
  });

  it('however its variables are written down', async () => {
    const input = request();
    const document = create.replace('(', '($first: Int = 5, ').replace('first: 5', 'first: $first');
    const first = await send(dealer, document, { input });
    await workOn(dataOf<Created>(first).ticketCreate.ticket?.id as string);
    const reversed = Object.fromEntries(Object.entries(input).reverse());
    expect(await send(dealer, document, { first: 5, input: reversed })).toEqual(again(first));
    expect((await send(dealer, document, { first: 4, input })).replayed).toBe(false);
  });

  it('five times at once is given one answer, byte for byte', async () => {
    const { id } = await house.file(dealer, 'EBZ160-2266');
    for (const [document, input] of [
      [create, request()],
      [comment, said(id)],
    ] as const) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => send(desk, document, { input })));
      expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
      expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    }
  });

  it.each([
    ['with another selection', create.replace('number', ''), 'en'],
    ['in another language', create, 'zh-CN'],
  ])('%s is another operation: it answers the same ticket as it is now', async (_how, document, locale) => {
    const input = request();
    const { id, first } = await sendAround(create, { input });
    const other = await send(dealer, document, { input }, { locale });
    expect(other.replayed).toBe(false);
    expect(dataOf<Created>(first).ticketCreate.ticket).toMatchObject({ id, version: 1 });
    expect(dataOf<Created>(other).ticketCreate.ticket).toMatchObject({ id, version: 2 });
    expect(await send(dealer, document, { input }, { locale })).toEqual(again(other));
    expect(await send(dealer, create, { input })).toEqual(again(first));
  });

  it('is refused like any ticket that one may not see while another dealer has it, and only so long', async () => {
    const input = request();
    const { id } = dataOf<Created>(await send(dealer, create, { input })).ticketCreate.ticket as {
      id: string;
    };
    const correct = (serial: string, expectedVersion: number) =>
      done(desk, 'ticketCorrect', { ticketId: id, serial, reason: '序列号有误。', expectedVersion });
    await correct(house.houses.ironmole.dealers.dealer2.serial, 1);
    const other = create.replace('number', '');
    const gone = await send(dealer, other, { input });
    const { ticketCommentAdd: unseen } = dataOf<{ ticketCommentAdd: { userErrors: unknown[] } }>(
      await send(dealer, comment.replace('{ code }', '{ code message }'), { input: said(id) }),
    );
    expect(dataOf<Created>(gone).ticketCreate).toEqual({ ticket: null, userErrors: unseen.userErrors });
    expect(unseen.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await correct(input.serial, 2);
    expect(dataOf<Created>(await send(dealer, other, { input })).ticketCreate.ticket).toMatchObject({ id });
  });

  it('over a socket is answered as the first time, there and over HTTP', async () => {
    const overSocket = async (input: object) => {
      const answers = await dealer.subscribe(create, { input });
      const answer = await answers.next();
      expect(await answers.ended).toEqual({});
      return JSON.stringify(answer);
    };
    const [onSocket, onHttp] = [request(), request()];
    const first = await overSocket(onSocket);
    await workOn((JSON.parse(first) as { data: Created }).data.ticketCreate.ticket?.id as string);
    expect(await overSocket(onSocket)).toBe(first);
    expect(await send(dealer, create, { input: onSocket })).toEqual({ body: `${first}\n`, replayed: true });

    const { first: posted } = await sendAround(create, { input: onHttp });
    expect(`${await overSocket(onHttp)}\n`).toBe(posted.body);
  });

  it('the same operation of two people is two tickets and two answers', async () => {
    const input = request();
    const [mine, theirs] = [await send(dealer, create, { input }), await send(desk, create, { input })];
    expect([mine.replayed, theirs.replayed]).toEqual([false, false]);
    const ids = [mine, theirs].map((sent) => dataOf<Created>(sent).ticketCreate.ticket?.id);
    expect(new Set(ids).size).toBe(2);
    expect(await send(dealer, create, { input })).toEqual(again(mine));
    expect(await send(desk, create, { input })).toEqual(again(theirs));
  });
});

describe('an answer is kept', () => {
  it('only if something happened: a form refused goes through with its key once the cause is mended', async () => {
    const input = { ...request(), serial: 'EBZ160-7001' };
    const refused = await send(dealer, create, { input });
    expect(dataOf(refused)).toMatchObject({
      ticketCreate: { ticket: null, userErrors: [{ code: 'NOT_FOUND' }] },
    });
    const { tenantId, modelId, staff, dealers } = house.houses.ironmole;
    const { customerId, dealerId, siteId } = dealers.dealer1;
    await house.app.services.equipment.addUnit(house.app.contexts.system(tenantId, staff.admin), {
      ...{ serial: input.serial, modelId, customerId, dealerId, siteId },
    });
    const filed = await send(dealer, create, { input });
    expect(filed.replayed).toBe(false);
    expect(dataOf(filed)).toMatchObject({ ticketCreate: { ticket: { version: 1 }, userErrors: [] } });
    expect(await send(dealer, create, { input })).toEqual(again(filed));
  });

  it('never in place of the refusal of a key that was used for something else', async () => {
    const input = request();
    const other = { input: { ...input, subject: '另一件事' } };
    await send(dealer, create, { input });
    const refused = await send(dealer, create, other);
    expect(dataOf(refused)).toMatchObject({
      ticketCreate: { userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] },
    });
    expect(await send(dealer, create, other)).toEqual(refused);
  });

  it('the same key for two requests at once belongs to one of them, and only its answer is kept', async () => {
    const idempotencyKey = newKey();
    const wanted = ['甲', '乙'].map((subject) => ({ input: { ...request(idempotencyKey), subject } }));
    const outcomes = async () =>
      (await Promise.all(wanted.map((variables) => send(dealer, create, variables)))).sort(
        (a, b) => a.body.length - b.body.length,
      );
    const [refused, filed] = (await outcomes()) as [Sent, Sent];
    expect(refused.body).toContain('IDEMPOTENCY_KEY_REUSED');
    expect(dataOf<Created>(filed).ticketCreate.userErrors).toEqual([]);
    expect(await outcomes()).toEqual([refused, again(filed)]);
  });

  it('before it is sent: one that cannot be kept is not given, and its effect is answered later', async () => {
    const input = request();
    await admin.query('REVOKE INSERT ON answer FROM aftercare_server');
    const failed = { data: null, errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] };
    try {
      expect(JSON.parse((await send(dealer, create, { input })).body)).toMatchObject(failed);
      const answers = await dealer.subscribe(create, { input });
      expect(await answers.next()).toMatchObject(failed);
    } finally {
      await admin.query('GRANT INSERT ON answer TO aftercare_server');
    }
    const { rows } = await admin.query<{ subject_id: string }>(
      'SELECT subject_id FROM idempotency WHERE key = $1',
      [input.idempotencyKey],
    );
    const later = await send(dealer, create, { input });
    expect(dataOf<Created>(later).ticketCreate.ticket?.id).toBe(
      encodeId('Ticket', rows[0]?.subject_id as string),
    );
  });

  it('for as long as the key it was given under, however late another answer is asked for', async () => {
    const input = request();
    house.clock.advance({ minutes: 5 });
    await send(dealer, create, { input });
    house.clock.advance({ minutes: 5 });
    await send(dealer, create.replace('number', ''), { input });
    const { rows } = await admin.query(
      `SELECT count(*)::int AS answers FROM answer WHERE created_at = (SELECT created_at FROM idempotency WHERE key = $1)`,
      [input.idempotencyKey],
    );
    expect(rows).toEqual([{ answers: 2 }]);
  });

  it('not when the use case that took the key was undone', async () => {
    const { tenantId, staff } = house.houses.ironmole;
    const ctx = house.app.contexts.system(tenantId, staff.admin);
    ctx.keys.add('taken, and given back');
    const answer = { data: { ticketCreate: null }, extensions: {} };
    expect(await answerOnce(ctx, 'undone', answer)).toEqual({ answer, replayed: false });
    const { rows } = await admin.query(`SELECT 1 FROM answer WHERE operation_hash = 'undone'`);
    expect(rows).toEqual([]);
  });
});

it('a fresh create costs one statement for its answer, and a mutation without a key none', async () => {
  const { meter } = house.app;
  const statements = async (document: string, input: object) => {
    const before = meter.statements;
    const { body } = await send(desk, document, { input });
    expect(JSON.parse(body)).not.toHaveProperty('errors');
    return { body, spent: meter.statements - before };
  };
  const bare =
    'mutation ($input: TicketCreateInput!) { ticketCreate(input: $input) { userErrors { code } } }';
  await statements(bare, request());
  const fresh = await statements(bare, request());
  const keyless = `mutation ($input: TicketAssignInput!) { ticketAssign(input: $input) { userErrors { code } } }`;
  const { id } = await house.file(dealer, 'EBZ160-2266');
  const ahead = { ticketId: id, assigneeId: engineer(), expectedVersion: 7 };
  const { rows } = await admin.query<{ n: number }>('SELECT count(*)::int AS n FROM answer');
  const refused = await statements(keyless, ahead);
  expect(refused.body).toContain('INVALID');
  expect(refused.spent).toBe(1);
  expect((await admin.query('SELECT count(*)::int AS n FROM answer')).rows).toEqual(rows);
  expect(fresh.spent).toBeLessThanOrEqual(6);
});
