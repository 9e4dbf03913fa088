import { errorCodes, userErrorCodes } from '@aftercare/contract';
import fc from 'fast-check';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { clientOf, openHouse, openPortal } from '../../testing/story';

let house: StoryHouse;
let partner: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  partner = await house.as('dispatcher@ironmole');
});
afterAll(() => house.close());
afterEach(() => jest.restoreAllMocks());

// what a careless answer would give away
const secret = 'SELECT password_hash FROM login /* kept in /srv/house.ts */';

describe('an error that nobody foresaw', () => {
  const masked = (requestId: string) => ({
    message: `Something went wrong on our side. Name this id when you report it: ${requestId}.`,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  });
  const logOf = (requestId: string) => house.logged.filter((line) => line.includes(requestId));

  it('is masked over HTTP, and the log tells the rest under the id that the answer names', async () => {
    jest.spyOn(house.app.services.equipment, 'machineBySerial').mockRejectedValue(new Error(secret));
    const { status, errors } = await partner.query('{ equipmentBySerial(serial: "x") { id } }');
    const requestId = String(errors?.[0]?.extensions?.['requestId']);
    expect(status).toBe(200);
    expect(errors).toMatchObject([masked(requestId)]);
    expect(JSON.stringify(errors)).not.toContain(secret);
    expect(logOf(requestId)).toEqual([expect.stringContaining(secret)]);
  });

  it('is masked over a socket', async () => {
    jest.spyOn(house.app.services.equipment, 'machineBySerial').mockRejectedValue(new Error(secret));
    const answer = await (await partner.subscribe('{ equipmentBySerial(serial: "x") { id } }')).next();
    const requestId = String(answer.errors?.[0]?.extensions?.['requestId']);
    expect(answer.errors).toMatchObject([masked(requestId)]);
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(logOf(requestId)).toHaveLength(1);
  });

  it('is masked where there is no GraphQL', async () => {
    jest.spyOn(house.app.services.signing, 'check').mockRejectedValue(new Error(secret));
    const { status, body } = await openPortal(house).send('sign-in', { email: 'a', password: 'b' });
    const [error] = body.errors as Array<{ extensions: { requestId: string } }>;
    expect(status).toBe(500);
    expect(error).toEqual(masked(String(error?.extensions.requestId)));
    expect(logOf(String(error?.extensions.requestId))).toEqual([expect.stringContaining(secret)]);
  });

  it('does not undo what stands beside it', async () => {
    jest.spyOn(house.app.services.equipment, 'machineBySerial').mockRejectedValue(new Error(secret));
    const { data } = await partner.query('{ serverTime equipmentBySerial(serial: "x") { id } }');
    expect(data).toEqual({ serverTime: expect.any(String), equipmentBySerial: null });
  });
});

describe('a refusal', () => {
  const cursor = 'eyJ4IjoxfQ.AAAAAAAAAAAAAAAAAAAAAA';
  it.each<[string, string, string]>([
    ['a page of less than none', '{ tickets(first: -1) { nodes { id } } }', 'first 为 -1，请取 1 至 100。'],
    [
      'a cursor of another list',
      `{ tickets(first: 1, after: "${cursor}") { nodes { id } } }`,
      'after 不是此列表按此排序的游标，请取自 pageInfo 或 edge。',
    ],
    [
      'a thousand ids',
      `{ nodes(ids: ${JSON.stringify(Array<string>(1_000).fill('ticket_x'))}) { id } }`,
      '一次最多查询 100 个编号，收到 1000 个。',
    ],
    [
      'what the role does not allow',
      '{ auditEntries(first: 1) { nodes { at } } }',
      '您的角色无权进行此操作，请联系管理员。',
    ],
  ])('of %s is read in the language of the reader, over HTTP and over a socket', async (_what, query, zh) => {
    const reader = clientOf(house.app.url, (await house.as('dealer1@ironmole')).token, 'zh-CN');
    const { errors } = await reader.query(query);
    expect(errors?.map(({ message }) => message)).toEqual([zh]);
    const overSocket = await (await reader.subscribe(query)).next();
    expect(overSocket.errors?.map(({ message }) => message)).toEqual([zh]);
    await reader.close();
  });

  it('names the place of a value that does not fit, and never repeats the value', async () => {
    const { errors } = await partner.query(
      'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }',
      {
        input: { email: 'a', password: { deep: 'my own password' }, tenant: 'x' },
      },
    );
    expect(errors).toEqual([
      {
        message: 'The variable $input does not fit its type SignInInput! at input.password.',
        extensions: { code: 'BAD_USER_INPUT', field: 'input.password' },
      },
    ]);
  });

  it('names what can be chosen where something else is sent, and to strangers nothing', async () => {
    const document = 'query ($f: TicketFilter) { tickets(filter: $f) { nodes { id } } }';
    const unknown = { f: { categories: ['SLEEPING'] } };
    const [told] = (await partner.query(document, unknown)).errors ?? [];
    expect(told?.message).toBe(
      'The variable $f does not fit its type TicketFilter at f.categories.0. It takes one of OPEN, ACTIVE, WAITING, CLOSED.',
    );
    const [stranger] = (await house.anybody().query(document, unknown)).errors ?? [];
    expect(stranger?.message).not.toContain('OPEN');
  });

  it('tells which field is missing', async () => {
    const { errors } = await partner.query(
      'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }',
      {
        input: { email: 'a', password: 'b' },
      },
    );
    expect(errors?.[0]?.message).toContain('Field "tenant" of required type "String!" was not provided.');
    const missing = await partner.query('query ($id: ID!) { ticket(id: $id) { id } }');
    expect(missing.errors?.[0]).toMatchObject({
      message: expect.stringContaining('"id"'),
      extensions: { code: 'BAD_USER_INPUT', field: 'id' },
    });
  });

  const date = {
    en: 'Give a date such as 2026-06-02.',
    zh: '请填写日期，格式为 2026-06-02。',
  };
  const moment = {
    en: 'Give a moment with its time zone, such as 2026-06-02T09:00:00+08:00.',
    zh: '请填写带时区的时间，例如 2026-06-02T09:00:00+08:00。',
  };
  const record = { ticketId: 'ticket_x', record: 'x', note: 'x', idempotencyKey: 'x' };
  const unfit = (place: string, { en, zh }: typeof date) => ({
    en: `The variable $i does not fit at ${place}. ${en}`,
    zh: `变量 $i 在 ${place} 处的值不符合要求。${zh}`,
  });
  const ofType = (place: string, en: string, zh: string) => ({
    en: `The variable $i does not fit its type TicketRecordAddInput! at ${place}: ${en}`,
    zh: `变量 $i 在 ${place} 处与类型 TicketRecordAddInput! 不符：${zh}`,
  });
  const missing = (place: string, field: string, type: string) =>
    ofType(
      place,
      `Field "${field}" of required type "${type}" was not provided.`,
      `缺少必填字段 ${field}（类型 ${type}）。`,
    );
  const readers = () => ({
    en: partner,
    zh: clientOf(house.app.url, partner.token, 'zh-CN'),
  });

  it.each<[string, unknown, string, typeof date]>([
    ['a day that does not exist', { ...record, date: '2027-02-30' }, 'i.date', unfit('i.date', date)],
    ['a number for a day', { ...record, date: 20270228 }, 'i.date', unfit('i.date', date)],
    ['a moment in words', { ...record, at: 'yesterday' }, 'i.at', unfit('i.at', moment)],
    ['a moment without its zone', { ...record, at: '2026-06-02T09:00:00' }, 'i.at', unfit('i.at', moment)],
    [
      'a missing field',
      { ...record, ticketId: undefined },
      'i.ticketId',
      missing('i.ticketId', 'ticketId', 'ID!'),
    ],
    ['a missing variable', undefined, 'i', missing('i', 'i', 'TicketRecordAddInput!')],
    [
      'null for a required field',
      { ...record, note: null },
      'i.note',
      ofType(
        'i.note',
        'Expected non-nullable type "String!" not to be null.',
        '此项为必填（类型 String!），不能为 null。',
      ),
    ],
    [
      'a text for an object',
      'my own words',
      'i',
      ofType(
        'i',
        'Expected type "TicketRecordAddInput" to be an object.',
        '此处应为 TicketRecordAddInput 类型的对象。',
      ),
    ],
  ])(
    'of %s names the place and what belongs there, in the language of the reader',
    async (_what, i, field, said) => {
      const document =
        'mutation ($i: TicketRecordAddInput!) { ticketRecordAdd(input: $i) { userErrors { message } } }';
      const { en, zh } = readers();
      for (const [reader, message] of [
        [en, said.en],
        [zh, said.zh],
      ] as const) {
        const { errors } = await reader.query(document, { i });
        expect(errors).toEqual([{ message, extensions: { code: 'BAD_USER_INPUT', field } }]);
      }
    },
  );

  it.each([
    ['date: "2027-02-30"', date],
    ['date: 20270228', date],
    ['at: "yesterday"', moment],
    ['at: "2026-06-02T09:00:00"', moment],
  ])(
    'of a document that holds %s tells what belongs there, over HTTP and over a socket',
    async (wrong, said) => {
      const given = `ticketId: "x", record: "x", note: "x", idempotencyKey: "x", ${wrong}`;
      const document = `mutation { ticketRecordAdd(input: { ${given} }) { userErrors { message } } }`;
      const column = document.indexOf(wrong) + wrong.indexOf(' ') + 2;
      const { en, zh } = readers();
      for (const [reader, message] of [
        [en, said.en],
        [zh, said.zh],
      ] as const) {
        const refusal = { message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } };
        expect((await reader.query(document)).errors).toEqual([
          { ...refusal, locations: [{ line: 1, column }] },
        ]);
        expect((await (await reader.subscribe(document)).ended).errors).toMatchObject([refusal]);
      }
      await zh.close();
    },
  );

  it('of a text that cannot be stored is told as such, wherever it comes in', async () => {
    for (const document of [
      '{ equipmentBySerial(serial: "a\\u0000b") { id } }',
      '{ tickets(first: 1, filter: { states: ["\\u0000"] }) { nodes { id } } }',
    ]) {
      const { errors } = await partner.query(document);
      expect(errors).toMatchObject([
        { message: expect.stringContaining('U+0000'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });

  it('costs what it says, also in a refusal', async () => {
    expect((await partner.query('{ viewer { id } }')).extensions).toEqual({ cost: { requested: 1 } });
    expect((await partner.query('{ nope }')).extensions).toEqual({ cost: { requested: 0 } });
  });
});

// words that GraphQL and this schema know, so that some of the random documents get far
const words = fc.constantFrom(
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ':',
    '!',
    '$',
    '...',
    '@skip(if: true)',
    '"',
    '"""',
    '\\u0000',
    '#',
    ',',
    '-1',
    '1e99',
    '9'.repeat(40),
    'null',
  ],
  ...[
    'query',
    'mutation',
    'subscription',
    'fragment f on Ticket',
    'on',
    '__typename',
    '__schema',
    '__type(name: "Ticket")',
  ],
  ...[
    'viewer',
    'ticket(id: "x")',
    'tickets(first: 2)',
    'nodes',
    'node(id: "ticket_1")',
    'id',
    'name',
    'clocks',
    'serverTime',
    'signIn',
    '\ud800',
    '泉',
  ],
);
const document = fc.oneof(
  fc.array(words, { maxLength: 14 }).map((parts) => parts.join(' ')),
  fc.array(words, { maxLength: 8 }).map((parts) => `{ viewer { id } ${parts.join(' ')} }`),
  fc.string({ maxLength: 40, unit: 'grapheme' }),
);
const text = fc.oneof(
  fc.string({ maxLength: 30, unit: 'binary' }),
  fc.constantFrom('\u0000', '\ud800', "'; DROP TABLE ticket; --", '%', '../../etc'),
);
const known = fc.oneof(
  fc.record({
    query: fc.constant('query ($s: String!) { equipmentBySerial(serial: $s) { id } }'),
    variables: fc.record({ s: fc.oneof(text, fc.jsonValue()) }),
  }),
  fc.record({
    query: fc.constant('query ($i: ID!) { ticket(id: $i) { id } node(id: $i) { id } }'),
    variables: fc.record({ i: fc.oneof(text, fc.jsonValue()) }),
  }),
  fc.record({
    query: fc.constant(
      'query ($n: Int, $a: String, $f: TicketFilter) { tickets(first: $n, after: $a, filter: $f) { nodes { id } } }',
    ),
    variables: fc.record({
      n: fc.oneof(fc.integer(), fc.double()),
      a: text,
      f: fc.oneof(fc.jsonValue(), fc.record({ states: fc.array(text, { maxLength: 3 }) })),
    }),
  }),
  fc.record({
    query: fc.constant(
      'mutation ($i: TicketCreateInput!) { ticketCreate(input: $i) { userErrors { code field message } } }',
    ),
    variables: fc.record({
      i: fc.record({
        requestType: fc.oneof(text, fc.constant('repair')),
        serial: fc.oneof(text, fc.constant('EBZ160-2266')),
        subject: text,
        description: text,
        reporterName: text,
        reporterPhone: text,
        reportedAt: fc.oneof(
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
          text,
          fc.constant(null),
        ),
        idempotencyKey: text,
      }),
    }),
  }),
  fc.record({
    query: fc.constant(
      'mutation ($i: TicketCommentAddInput!) { ticketCommentAdd(input: $i) { userErrors { code } } }',
    ),
    variables: fc.record({
      i: fc.record({
        ticketId: text,
        body: text,
        audience: fc.constantFrom('PUBLIC', 'INTERNAL', 'x'),
        idempotencyKey: text,
      }),
    }),
  }),
);
const body = fc.oneof(
  { weight: 4, arbitrary: known.map((value) => JSON.stringify(value)) },
  { weight: 3, arbitrary: document.map((query) => JSON.stringify({ query })) },
  {
    weight: 1,
    arbitrary: fc
      .record(
        {
          query: fc.jsonValue(),
          variables: fc.jsonValue(),
          operationName: fc.jsonValue(),
          extensions: fc.jsonValue(),
          documentId: fc.jsonValue(),
        },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value)),
  },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ maxLength: 60, unit: 'binary' }) },
);

it('a thousand random requests are answered with codes of the closed list, and none is our own fault', async () => {
  const requests = fc.sample(body, { numRuns: 1_000, seed: 2026 });
  const seen = new Set<string>();
  const send = async (sent: string) => {
    const response = await fetch(`${house.app.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${partner.token}`,
      },
      body: sent,
    });
    const answer = await response.text();
    const { errors = [], data } = JSON.parse(answer) as {
      errors?: Array<{ extensions: { code: string } }>;
      data?: Record<string, { userErrors?: Array<{ code: string }> } | null>;
    };
    const codes = errors.map(({ extensions }) => extensions.code);
    const userCodes = Object.values(data ?? {})
      .flatMap((payload) => payload?.userErrors ?? [])
      .map(({ code }) => code);
    for (const code of [...codes, ...userCodes]) seen.add(code);
    const wrong =
      response.status >= 500 ||
      codes.some(
        (code) => code === 'INTERNAL_SERVER_ERROR' || !(errorCodes as readonly string[]).includes(code),
      ) ||
      userCodes.some((code) => !(userErrorCodes as readonly string[]).includes(code)) ||
      /node_modules|\.ts:\d|relation "|syntax error at or near|"stack"|"target"/.test(answer);
    expect(wrong ? { sent, status: response.status, answer } : undefined).toBeUndefined();
  };
  for (let start = 0; start < requests.length; start += 20)
    await Promise.all(requests.slice(start, start + 20).map(send));
  // the requests reach every floor: parser, validation, variables, resolvers, use cases
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'GRAPHQL_PARSE_FAILED',
      'GRAPHQL_VALIDATION_FAILED',
      'BAD_USER_INPUT',
      'REQUIRED',
      'NOT_FOUND',
    ]),
  );
}, 40_000);
