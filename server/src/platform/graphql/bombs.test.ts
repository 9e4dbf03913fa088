import type { ErrorCode } from '@aftercare/contract';
import { WebSocket } from 'ws';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { clientOf, openHouse, openPortal } from '../../testing/story';
import { limits } from './limits';

const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const page = (outer: string, inner: string) =>
  `tickets(first: ${outer}) { nodes { comments(first: ${inner}) { nodes { id } } } }`;
const introspection = '{ __schema { types { name } } }';

type Bomb = [name: string, code: ErrorCode, document: string, variables?: Record<string, unknown>];

const bombs = (
  [
    [
      'levels',
      'GRAPHQL_VALIDATION_FAILED',
      `{ ticket(id: "x") ${'{ customer '.repeat(15)} { id } ${'}'.repeat(15)} }`,
    ],
    ['aliases', 'GRAPHQL_VALIDATION_FAILED', `{ ${times(16, (n) => `a${n}: serverTime`)} }`],
    [
      'aliases, multiplied by fragments',
      'GRAPHQL_VALIDATION_FAILED',
      `{ viewer { ${times(4, () => '...f')} } } fragment f on Viewer { ${times(4, (n) => `a${n}: name`)} }`,
    ],
    [
      '400 aliases of __typename',
      'GRAPHQL_VALIDATION_FAILED',
      `{ ${times(400, (n) => `a${n}: __typename`)} }`,
    ],
    ['tokens', 'GRAPHQL_PARSE_FAILED', `{ ${times(2_100, () => 'serverTime')} }`],
    ['directives', 'GRAPHQL_VALIDATION_FAILED', `{ serverTime ${times(21, () => '@include(if: true)')} }`],
    ['root fields', 'GRAPHQL_VALIDATION_FAILED', `{ ${times(21, () => 'serverTime')} }`],
    [
      'mutations in one document',
      'GRAPHQL_VALIDATION_FAILED',
      `mutation { ${times(11, () => 'signIn(input: { email: "a", password: "b", tenant: "c" }) { accessToken }')} }`,
    ],
    ['one field, 900 times', 'GRAPHQL_VALIDATION_FAILED', `{ viewer { ${times(900, () => 'name')} } }`],
    [
      'overlapping objects',
      'GRAPHQL_VALIDATION_FAILED',
      `{ viewer { ${times(400, () => 'tenant { id }')} } }`,
    ],
    [
      'overlapping fragments',
      'GRAPHQL_VALIDATION_FAILED',
      `{ viewer { ${times(100, (n) => `...f${n}`)} } } ${times(100, (n) => `fragment f${n} on Viewer { name id }`)}`,
    ],
    [
      'fragments that double 40 times',
      'GRAPHQL_VALIDATION_FAILED',
      `{ viewer { ...f0 } } ${times(40, (n) => `fragment f${n} on Viewer { ...f${n + 1} ...f${n + 1} }`)} fragment f40 on Viewer { name }`,
    ],
    [
      'fragments in a circle',
      'GRAPHQL_VALIDATION_FAILED',
      '{ viewer { ...a } } fragment a on Viewer { id ...b } fragment b on Viewer { id ...a }',
    ],
    [
      'introspection in depth',
      'GRAPHQL_VALIDATION_FAILED',
      `{ __schema { types ${'{ fields { type '.repeat(7)} { name } ${'} }'.repeat(7)} } }`,
    ],
    [
      'fields that do not exist',
      'GRAPHQL_VALIDATION_FAILED',
      `{ viewer { ${times(500, (n) => `nope${n}`)} } }`,
    ],
    ['pages in pages, as literals', 'MAX_COST_EXCEEDED', `{ ${page('100', '100')} }`],
    [
      'pages in pages, as variables',
      'MAX_COST_EXCEEDED',
      `query ($n: Int) { ${page('$n', '$n')} }`,
      { n: 100 },
    ],
    ['pages in pages, as defaults', 'MAX_COST_EXCEEDED', `query ($n: Int = 100) { ${page('$n', '$n')} }`],
    ['pages in pages of null', 'MAX_COST_EXCEEDED', `query ($n: Int) { ${page('$n', '$n')} }`, { n: null }],
    [
      'pages in pages of the largest number',
      'MAX_COST_EXCEEDED',
      `query ($n: Int) { ${page('$n', '$n')} }`,
      { n: 2_147_483_647 },
    ],
    [
      'a page of less than nothing, to pay for others',
      'MAX_COST_EXCEEDED',
      `query ($n: Int) { tickets(first: $n) { nodes { id } } all: ${page('100', '100')} }`,
      { n: -1_000_000 },
    ],
    [
      'pages in pages, in a fragment',
      'MAX_COST_EXCEEDED',
      `{ ...all } fragment all on Query { ${page('100', '100')} }`,
    ],
    [
      '1,001 ids',
      'MAX_COST_EXCEEDED',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: Array.from({ length: 1_001 }, () => 'ticket_1') },
    ],
    [
      'a number too large for any',
      'BAD_USER_INPUT',
      'query ($n: Int) { tickets(first: $n) { nodes { id } } }',
      { n: 1e12 },
    ],
    [
      'a list where a text belongs',
      'BAD_USER_INPUT',
      'query ($s: String!) { equipmentBySerial(serial: $s) { id } }',
      { s: ['x'] },
    ],
    [
      'two operations and no name',
      'OPERATION_RESOLUTION_FAILURE',
      'query A { serverTime } query B { serverTime }',
    ],
  ] satisfies Bomb[] as Bomb[]
).map(([name, code, document, variables]) => ({ name, code, document, variables }));

let house: StoryHouse;
let partner: StoryClient;
let portal: StoryClient;
const took: number[] = [];

beforeAll(async () => {
  house = await openHouse();
  partner = await house.as('dispatcher@ironmole');
  portal = clientOf(house.app.url, await openPortal(house).signIn('dispatcher@ironmole'));
  // known tokens and open sockets, so that the meter shows what the bombs themselves set off
  for (const client of [partner, portal]) {
    await client.query('{ serverTime }');
    (await client.subscribe('{ __typename }')).stop();
  }
});
afterAll(async () => {
  took.sort((a, b) => a - b);
  process.stdout.write(
    `refusals: ${took.length}, p99 ${took[Math.floor(took.length * 0.99)]?.toFixed(1)} ms\n`,
  );
  await portal.close();
  await house.close();
});

/** Runs what must be refused, and expects that no root field and no statement began. */
async function nothingRuns<T>(attack: () => Promise<T>): Promise<T> {
  const before = { ...house.app.meter };
  const started = performance.now();
  const answer = await attack();
  took.push(performance.now() - started);
  expect(house.app.meter).toEqual(before);
  return answer;
}

const codesOf = (errors: readonly { extensions?: Record<string, unknown> }[] | undefined) => [
  ...new Set(errors?.map(({ extensions }) => extensions?.['code'])),
];

it('the meter counts what does run, so that the zeros below mean something', async () => {
  const before = { ...house.app.meter };
  expect((await partner.query('{ viewer { tenant { slug } } }')).status).toBe(200);
  expect(house.app.meter.rootFields).toBe(before.rootFields + 1);
  expect(house.app.meter.statements).toBeGreaterThan(before.statements);
});

describe('over HTTP', () => {
  it.each(bombs)('$name: refused with $code before anything runs', async ({ code, document, variables }) => {
    const { status, data, errors } = await nothingRuns(() => partner.query(document, variables));
    expect({ status, data, codes: codesOf(errors) }).toEqual({ status: 400, data: undefined, codes: [code] });
    expect(errors?.length).toBeLessThanOrEqual(limits.validationErrors + 1);
  });

  const raw = (body: string) =>
    nothingRuns(async () => {
      const response = await fetch(`${house.app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${partner.token}` },
        body,
      });
      const { errors } = (await response.json()) as { errors: never[] };
      return { status: response.status, codes: codesOf(errors) };
    });

  it('a body of 1.2 MB: refused unread', async () => {
    const body = JSON.stringify({ query: '{ serverTime }', filler: 'x'.repeat(1_200_000) });
    expect(await raw(body)).toEqual({ status: 413, codes: ['BAD_USER_INPUT'] });
  });

  it('many operations in one array: refused', async () => {
    const body = JSON.stringify(Array.from({ length: 50 }, () => ({ query: '{ serverTime }' })));
    expect(await raw(body)).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
  });

  it('introspection: open to partners, closed to strangers and to the portal', async () => {
    expect((await partner.query(introspection)).status).toBe(200);
    const stranger = house.anybody();
    for (const document of [
      introspection,
      '{ __type(name: "Ticket") { name } }',
      '{ ...s } fragment s on Query { x: __schema { types { name } } }',
    ]) {
      const refused = await nothingRuns(() => stranger.query(document));
      expect([refused.status, codesOf(refused.errors)]).toEqual([403, ['FORBIDDEN']]);
    }
    const { status, errors } = await nothingRuns(() => portal.query(introspection));
    expect([status, codesOf(errors)]).toEqual([400, ['PERSISTED_QUERY_NOT_FOUND']]);
  });

  it('names close to a field’s are not put right for whoever guesses', async () => {
    const { errors } = await partner.query('{ viewr { id } }');
    expect(errors?.map(({ message }) => message)).toEqual(['Cannot query field "viewr" on type "Query".']);
  });
});

describe('over WebSocket', () => {
  it.each(bombs)('$name: refused with $code before anything runs', async ({ code, document, variables }) => {
    const { errors, close } = await nothingRuns(
      async () => (await partner.subscribe(document, variables)).ended,
    );
    expect({ close, codes: codesOf(errors) }).toEqual({ close: undefined, codes: [code] });
  });

  it('introspection: open to partners, closed to the portal', async () => {
    expect(
      (await (await partner.subscribe<{ __schema: unknown }>(introspection)).next()).data.__schema,
    ).toBeDefined();
    const { errors } = await nothingRuns(async () => (await portal.subscribe(introspection)).ended);
    expect(codesOf(errors)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  it('names close to a field’s are not put right for whoever guesses', async () => {
    const { errors } = await (await partner.subscribe('{ viewr { id } }')).ended;
    expect(errors?.map(({ message }) => message)).toEqual(['Cannot query field "viewr" on type "Query".']);
  });

  /** Opens a socket of its own, says these messages, and answers how the server closed it. */
  const closedAfter = (...messages: string[]) =>
    nothingRuns(
      () =>
        new Promise<number>((resolve, reject) => {
          const socket = new WebSocket(
            `${house.app.url.replace('http', 'ws')}/graphql`,
            'graphql-transport-ws',
          );
          socket.on('open', () => messages.forEach((message) => socket.send(message)));
          socket.on('close', resolve);
          socket.on('error', reject);
        }),
    );
  const init = () =>
    JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${partner.token}` } });

  it('a message of 1.2 MB: ends the socket', async () => {
    // graphql-ws writes down the refusal by itself
    jest.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    expect(
      await closedAfter(
        JSON.stringify({ type: 'connection_init', payload: { filler: 'x'.repeat(1_200_000) } }),
      ),
    ).toBe(1009);
  });

  it('words that are no message of the protocol: end the socket', async () => {
    expect(await closedAfter('not json')).toBe(4400);
    expect(await closedAfter(init(), '[{"id":"1","type":"subscribe"}]')).toBe(4400);
    expect(await closedAfter(init(), init())).toBe(4429);
  });

  it('an operation before signing in: ends the socket', async () => {
    expect(await closedAfter('{"id":"1","type":"subscribe","payload":{"query":"{ serverTime }"}}')).toBe(
      4401,
    );
  });
});
