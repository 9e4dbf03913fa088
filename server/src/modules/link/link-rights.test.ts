import type { GraphQLArgument, GraphQLField, GraphQLInputField, GraphQLInputType } from 'graphql';
import { getNamedType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType } from 'graphql';
import { Client } from 'pg';
import { decodeId, encodeId } from '../../platform/graphql';
import type { Catalogue } from '../../testing/catalogue-queries';
import { readCatalogue } from '../../testing/catalogue-queries';
import { openToLinks, writtenByLinks } from '../../testing/catalogue-exceptions';
import { pdf } from '../../testing/sample-files';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { clientOf, done, openHouse } from '../../testing/story';
import { upload } from '../../testing/story-files';

let house: StoryHouse;
let desk: StoryClient;
let dealer1: StoryClient;
/** Sees everything; arranges and checks. */
let admin: Client;
/** What a request could do if it could send SQL of its own. */
let server: Client;
let catalogue: Catalogue;
/** Whoever holds the link of a machine, or of a request that was reported by it. */
let visitor: StoryClient;
let follower: StoryClient;
/** Whoever follows another request about the same machine. */
let other: StoryClient;
let ticketId: string;
let machineId: string;
const clients: StoryClient[] = [];

beforeAll(async () => {
  house = await openHouse();
  const { dealers } = house.houses.ironmole;
  machineId = dealers.dealer1.equipmentId;
  desk = await house.as('dispatcher@ironmole');
  dealer1 = await house.as('dealer1@ironmole');
  admin = new Client(house.database.adminUrl);
  server = new Client(house.database.serverUrl);
  await Promise.all([admin.connect(), server.connect()]);
  catalogue = await readCatalogue(async <Row>(text: string) => (await admin.query(text)).rows as Row[]);

  const equipmentId = encodeId('Equipment', machineId);
  visitor = by((await done<{ url: string }>(desk, 'equipmentLinkCreate', { equipmentId }, 'url')).url);
  const { request, followUrl } = await report();
  follower = by(followUrl);
  ticketId = await ticketOf(request.number);
  // beside it, what no link may see: another request about the same machine, and an internal word
  other = by((await report()).followUrl);
  await done(other, 'followedRequestComment', { body: '另一件事。', idempotencyKey: 'other' });
  await say(desk, encodeId('Ticket', ticketId), '客户曾投诉过。', 'INTERNAL');
  await say(dealer1, encodeId('Ticket', ticketId), '明天上门。');
  await house.file(await house.as('dealer2@ironmole'), dealers.dealer2.serial);
  await house.file(await house.as('dealer1@purefount'), house.houses.purefount.dealers.dealer1.serial);
});
afterAll(async () => {
  await Promise.all([admin.end(), server.end(), ...clients.map((client) => client.close())]);
  await house.close();
});

function by(url: string): StoryClient {
  const client = clientOf(house.app.url, `lnk_${url.split('/s/')[1]}`);
  clients.push(client);
  return client;
}

let reports = 0;
async function report(): Promise<{ request: { number: string }; followUrl: string }> {
  const fileId = await upload(house, visitor, '故障.pdf', pdf());
  const input = {
    requestType: 'repair',
    subject: '漏油',
    description: '油缸漏油。',
    reporterName: '值班员',
    reporterPhone: '10000004321',
    fileIds: [fileId],
    idempotencyKey: `report ${(reports += 1)}`,
  };
  return done(visitor, 'requestReport', input, 'request { number } followUrl');
}

async function ticketOf(number: string): Promise<string> {
  const { tickets } = await desk.ask<{ tickets: { nodes: Array<{ id: string; number: string }> } }>(
    '{ tickets(first: 100) { nodes { id number } } }',
  );
  return decodeId('Ticket', tickets.nodes.find((each) => each.number === number)?.id ?? '') as string;
}

/** Says one thing after the other: what is said in the same moment has no order. */
const say = (who: StoryClient, ticket: string, body: string, audience = 'PUBLIC') => {
  house.clock.advance({ minutes: 1 });
  return done(who, 'ticketCommentAdd', {
    ticketId: ticket,
    body,
    audience,
    idempotencyKey: `${body} ${ticket}`,
  });
};

const linkOf = async (subject: string): Promise<string> =>
  (await admin.query<{ id: string }>('SELECT id FROM link WHERE subject_id = $1', [subject])).rows[0]
    ?.id as string;

describe('what a link may ask for', () => {
  const roots = () => {
    const { schema } = house.app;
    return (['Query', 'Mutation', 'Subscription'] as const).flatMap((root) =>
      Object.values(schema[`get${root}Type`]()?.getFields() ?? {}).map((field) => ({
        operation: root.toLowerCase(),
        field,
      })),
    );
  };

  /** The root fields that are not answered with FORBIDDEN. */
  async function openTo(client: StoryClient): Promise<string[]> {
    const open: string[] = [];
    for (const { operation, field } of roots()) {
      const document = documentFor(operation, field);
      const errors =
        operation === 'subscription'
          ? (await refusalOf(client, document)).errors
          : (await client.query(document)).errors;
      if (errors?.some(({ extensions }) => extensions?.['code'] === 'FORBIDDEN')) continue;
      open.push(field.name);
    }
    return open.sort();
  }

  async function refusalOf(client: StoryClient, document: string) {
    const following = await client.subscribe(document);
    const first = await Promise.race([following.next(300).catch(() => ({})), following.ended]);
    following.stop();
    return first as { errors?: Array<{ extensions?: Record<string, unknown> }> };
  }

  it('is, of the whole schema, a report for a nameplate and one request for a follower', async () => {
    expect(roots().length).toBeGreaterThan(80);
    expect(await openTo(visitor)).toEqual(['fileUploadCreate', 'nameplate', 'requestReport', 'signIn']);
    expect(await openTo(other)).toEqual([
      'followedRequest',
      'followedRequestChanges',
      'followedRequestComment',
      'followedRequestWithdraw',
      'signIn',
    ]);
  });

  it('is nothing of a link for people who signed in', async () => {
    for (const document of ['{ nameplate { serial } }', '{ followedRequest { number } }']) {
      expect((await desk.query(document)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('costs little, and is not the schema', async () => {
    const { errors: schema } = await follower.query('{ __schema { types { name } } }');
    expect(schema).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const { errors: dear } = await follower.query(
      `{ followedRequest { a: comments(first: 100) { nodes { body } } b: comments(first: 100) { nodes { body } }
           c: timeline(first: 100) { nodes { at } } d: timeline(first: 100) { nodes { at } } } }`,
    );
    expect(dear).toMatchObject([{ extensions: { code: 'MAX_COST_EXCEEDED', allowed: 300 } }]);
  });

  it('leads to no other request: pages of one are none of another', async () => {
    const { followedRequest } = await follower.ask<{
      followedRequest: { timeline: { pageInfo: { endCursor: string } }; comments: { nodes: unknown[] } };
    }>(
      '{ followedRequest { timeline(first: 1) { pageInfo { endCursor } } comments(first: 10) { nodes { body } } } }',
    );
    expect(followedRequest.comments.nodes).toEqual([{ body: '明天上门。' }]);
    const after = followedRequest.timeline.pageInfo.endCursor;
    const page =
      'query ($after: String) { followedRequest { timeline(first: 1, after: $after) { nodes { at } } } }';
    expect((await follower.query(page, { after })).errors).toBeUndefined();
    expect((await other.query(page, { after })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});

describe('what a link sees in the database', () => {
  /** Runs work as the request role with the settings of a link, and undoes it. */
  async function through(link: string, subject: string, work: () => Promise<void>): Promise<void> {
    await server.query('BEGIN');
    try {
      await server.query(
        `SELECT set_config('app.tenant_id', $1, true), set_config('app.actor_kind', 'link', true),
                set_config('app.party_id', $2, true), set_config('app.actor_id', $3, true)`,
        [house.houses.ironmole.tenantId, subject, link],
      );
      await work();
    } finally {
      await server.query('ROLLBACK');
    }
  }

  const count = async (client: Client, table: string, where = 'true'): Promise<number> =>
    (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`)).rows[0]
      ?.n as number;

  /** Which rows of each table a link leads to; of a table not named, none. */
  const rowsOf = (link: string, own: Record<string, string>): Record<string, string> => {
    const { tenantId } = house.houses.ironmole;
    return {
      tenant: `id = '${tenantId}'`,
      policy_version: `tenant_id = '${tenantId}'`,
      calendar_version: `tenant_id = '${tenantId}'`,
      idempotency: `actor_id = '${link}'`,
      answer: `actor_id = '${link}'`,
      file: `uploaded_by = '${link}'`,
      ...own,
    };
  };

  async function expectRows(link: string, subject: string, expected: Record<string, string>) {
    const readable = catalogue.tables.filter(({ serverRights }) => serverRights.includes('SELECT'));
    const hidden: string[] = [];
    for (const { name } of readable) {
      const rows = expected[name] ?? 'false';
      const wanted = await count(admin, name, rows);
      if ((await count(admin, name)) > wanted) hidden.push(name);
      await through(link, subject, async () => {
        expect([name, await count(server, name)]).toEqual([name, wanted]);
        expect([name, await count(server, name, `NOT (${rows})`)]).toEqual([name, 0]);
      });
    }
    return hidden;
  }

  it('is of a follow link its own request in public, in every table of the house', async () => {
    const link = await linkOf(ticketId);
    const below = `ticket_id = '${ticketId}' AND audience = 'public'`;
    const expected = rowsOf(link, {
      ticket: `id = '${ticketId}'`,
      ticket_fact: below,
      ticket_clock: below,
      ticket_comment: below,
      change: `topic = 'ticket' AND subject_id = '${ticketId}' AND audience = 'public'`,
    });
    const hidden = await expectRows(link, ticketId, expected);
    // there was more to see in each of them
    expect(hidden).toEqual(expect.arrayContaining(Object.keys(expected)));
    expect(hidden).toEqual(
      expect.arrayContaining(['customer', 'site', 'contact', 'membership', 'link', 'ticket_attachment']),
    );
  });

  it('is of a nameplate link its own machine and the model, and no request at all', async () => {
    const link = await linkOf(machineId);
    const { modelId } = house.houses.ironmole;
    await expectRows(
      link,
      machineId,
      rowsOf(link, { equipment: `id = '${machineId}'`, equipment_model: `id = '${modelId}'` }),
    );
  });

  it('names every table that is open to links', async () => {
    const opened = [
      ...Object.keys(rowsOf('', {})),
      ...[
        'equipment',
        'equipment_model',
        'ticket',
        'ticket_fact',
        'ticket_clock',
        'ticket_comment',
        'change',
      ],
    ];
    expect(opened.sort()).toEqual(Object.keys(openToLinks).sort());
  });

  it('is written by the product only: a link adds and changes nothing but its own keys, answers and files', async () => {
    const link = await linkOf(ticketId);
    const tried: string[] = [];
    const writable = catalogue.tables.filter(({ serverRights }) => serverRights.includes('INSERT'));
    for (const { name } of writable.filter((table) => !writtenByLinks.includes(table.name))) {
      await through(link, ticketId, async () => {
        const { rows } = await admin.query<{ row: object }>(
          `SELECT to_jsonb(t) - ARRAY(SELECT attname::text FROM pg_attribute
             WHERE attrelid = '${name}'::regclass AND (attgenerated <> '' OR attidentity <> '')) AS row
             FROM ${name} AS t LIMIT 1`,
        );
        const row = rows[0]?.row;
        if (!row) return;
        tried.push(name);
        const columns = Object.keys(row).join(', ');
        const adding = server.query(
          `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${name}, $1)`,
          [row],
        );
        await expect(adding.then(() => name)).rejects.toMatchObject({ code: '42501' });
      });
    }
    expect(tried).toEqual(
      expect.arrayContaining(['ticket', 'ticket_comment', 'ticket_fact', 'link', 'change']),
    );
    await through(link, ticketId, async () => {
      const changing = server.query(`UPDATE ticket SET subject = 'x'`);
      await expect(changing).rejects.toMatchObject({ code: '42501' });
    });
  });
});

describe('live updates of a request', () => {
  const document = `subscription ($after: String) {
    followedRequestChanges(after: $after) { cursor request { number state { category } comments(last: 1) { nodes { body } } } } }`;
  interface Event {
    followedRequestChanges: { cursor: string; request: { comments: { nodes: Array<{ body: string }> } } };
  }

  it('tell of what is public about it, live and after a break, and of nothing else', async () => {
    const about = encodeId('Ticket', ticketId);
    const changes = await follower.subscribe<Event>(document);
    const told = async (): Promise<[string, string]> => {
      const { cursor, request } = (await changes.next()).data.followedRequestChanges;
      return [request.comments.nodes[0]?.body ?? '', cursor];
    };
    await say(desk, about, '配件已备好。');
    let before = await told();
    while (before[0] !== '配件已备好。') before = await told();

    await say(desk, about, '内部讨论。', 'INTERNAL');
    await house.file(dealer1, house.houses.ironmole.dealers.dealer1.serial);
    await say(desk, about, '配件已发出。');
    const after = await told();
    expect(after[0]).toBe('配件已发出。');
    await changes.silence(200);
    changes.stop();

    const again = await follower.subscribe<Event>(document, { after: before[1] });
    expect((await again.next()).data.followedRequestChanges.cursor).toBe(after[1]);
    await again.silence(200);
    again.stop();
  });

  it('end with the link, also when another server process revoked it', async () => {
    const { followUrl, request } = await report();
    const subject = await ticketOf(request.number);
    const ending = by(followUrl);
    const changes = await ending.subscribe<Event>(document);
    const link = await linkOf(subject);
    await admin.query('BEGIN');
    await admin.query('UPDATE link SET revoked_at = $2 WHERE id = $1', [link, house.clock.now()]);
    await admin.query(
      `INSERT INTO change (tenant_id, topic, kind, subject_id, version, audience, at)
       VALUES ($1, 'link', 'revoked', $2, 2, 'internal', $3)`,
      [house.houses.ironmole.tenantId, link, house.clock.now()],
    );
    await admin.query('COMMIT');
    expect(await changes.ended).toMatchObject({ close: { code: 4403 } });
    expect((await ending.query('{ followedRequest { number } }')).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });
});

/** The smallest document that asks for a root field, with something in every place that must be filled. */
function documentFor(operation: string, field: GraphQLField<unknown, unknown>): string {
  const required = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  const args = required.map((arg) => `${arg.name}: ${literal(arg.type)}`).join(', ');
  const type = getNamedType(field.type);
  return `${operation} { ${field.name}${args && `(${args})`} ${isLeafType(type) ? '' : '{ __typename }'} }`;
}

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType as GraphQLInputType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const must = (each: GraphQLInputField | GraphQLArgument) =>
      isNonNullType(each.type) && each.defaultValue === undefined;
    const fields = Object.values(type.getFields()).filter(must);
    return `{ ${fields.map((each) => `${each.name}: ${literal(each.type)}`).join(', ')} }`;
  }
  const plain: Record<string, string> = {
    Int: '1',
    Float: '1',
    Boolean: 'true',
    LocalDate: '"2026-06-02"',
    DateTimeISO: '"2026-06-02T01:00:00Z"',
  };
  return plain[type.name] ?? '"x"';
}
