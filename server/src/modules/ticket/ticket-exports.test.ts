import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { decodeId, encodeId, newId } from '../../platform/graphql';
import type { CrowdTicket } from '../../testing/crowd';
import { addCrowd, ticketsOf } from '../../testing/crowd';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { instant, openHouse, storyStart } from '../../testing/story';
import { exportTickets } from './export-tickets';

let house: StoryHouse;
let admin: Client;
let dispatcher: StoryClient;
let quality: StoryClient;
let dealer1: StoryClient;
let rows: CrowdTicket[];
const crowd = 5_000;

beforeAll(async () => {
  house = await openHouse();
  admin = new Client(house.database.adminUrl);
  await admin.connect();
  await addCrowd(admin, house.houses.ironmole, crowd);
  rows = await ticketsOf(admin, house.houses.ironmole);
  await signInAgain();
});
afterAll(async () => {
  await admin.end();
  await house.close();
});

async function signInAgain(): Promise<void> {
  dispatcher = await house.as('dispatcher@ironmole');
  quality = await house.as('quality@ironmole');
  dealer1 = await house.as('dealer1@ironmole');
}

interface Export {
  id: string;
  state: 'WAITING' | 'RUNNING' | 'READY' | 'FAILED';
  rowCount: number | null;
  fileSize: number | null;
  url: string | null;
  expiresAt: string | null;
  error: string | null;
}
const fields = 'id state rowCount fileSize url expiresAt error';

let ordered = 0;
async function ask(by: StoryClient, input: Record<string, unknown>) {
  const { ticketExportCreate } = await by.ask<{
    ticketExportCreate: { export: Export | null; userErrors: unknown[] };
  }>(
    `mutation ($input: TicketExportCreateInput!) { ticketExportCreate(input: $input) {
       export { ${fields} } userErrors { code field message } } }`,
    { input: { idempotencyKey: `export ${(ordered += 1)}`, ...input } },
  );
  return ticketExportCreate;
}
async function order(by: StoryClient, input: Record<string, unknown> = {}): Promise<Export> {
  const ticketExportCreate = await ask(by, input);
  if (!ticketExportCreate.export)
    throw new Error(`Nothing is exported: ${JSON.stringify(ticketExportCreate)}`);
  return ticketExportCreate.export;
}

const read = async (by: StoryClient, id: string): Promise<Export | null> =>
  (
    await by.ask<{ ticketExport: Export | null }>(
      `query ($id: ID!) { ticketExport(id: $id) { ${fields} } }`,
      { id },
    )
  ).ticketExport;

async function finished(by: StoryClient, id: string): Promise<Export> {
  for (let round = 0; round < 600; round += 1) {
    const found = await read(by, id);
    if (found?.state === 'READY' || found?.state === 'FAILED') return found;
    await sleep(100);
  }
  throw new Error('The export does not end.');
}

async function fetched({ url }: Export): Promise<string> {
  const response = await fetch(`${house.app.url}${url}`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer()).toString('utf8');
}

/** Reads CSV as RFC 4180 has it, by means of its own. */
function parse(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && !quoted && !plain && lines.at(-1)?.length === 0) break;
    lines.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
}

async function exported(by: StoryClient, input: Record<string, unknown> = {}) {
  const done = await finished(by, (await order(by, input)).id);
  expect(done).toMatchObject({ state: 'READY', error: null });
  const text = await fetched(done);
  const [headings = [], ...lines] = parse(text.slice(1));
  const column = (name: string) => {
    const place = headings.findIndex((heading) => heading.startsWith(name));
    return lines.map((line) => line[place] ?? '');
  };
  return { done, text, headings, lines, column };
}

describe('an export', () => {
  it('holds every ticket of the list, in its order, and says how much it is', async () => {
    const { done, text, headings, column } = await exported(dispatcher, { orderBy: 'NEWEST' });
    const expected = [...rows].sort((a, b) => (a.id < b.id ? 1 : -1)).map(({ number }) => number);
    expect(column('Number')).toEqual(expected);
    expect(done).toMatchObject({
      rowCount: crowd,
      fileSize: Buffer.byteLength(text),
      expiresAt: '2026-06-03T01:00:00.000Z',
    });
    expect(text.startsWith('\uFEFFNumber,Subject,')).toBe(true);
    expect(headings).toContain('Reported (Asia/Shanghai)');
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it.each([
    ['OLDEST_REPORTED', (t: CrowdTicket) => t.reported_at.getTime(), 1],
    ['DUE_SOONEST', (t: CrowdTicket) => t.next_due_at?.getTime() ?? Infinity, 1],
    ['RECENTLY_UPDATED', (t: CrowdTicket) => t.updated_at.getTime(), -1],
  ] as const)('holds what its filter means, by %s', async (orderBy, key, sign) => {
    const filter = { categories: ['OPEN', 'ACTIVE', 'WAITING'], severities: ['major'] };
    const fits = rows.filter((t) => t.state_category !== 'closed' && t.severity === 'major');
    const sorted = fits.sort((a, b) => {
      const [left, right] = key(a) === key(b) ? [a.id, b.id] : [key(a), key(b)];
      return sign * (left < right ? -1 : 1);
    });
    const { done, column } = await exported(dispatcher, { filter, orderBy });
    expect(column('Number')).toEqual(sorted.map(({ number }) => number));
    expect(done.rowCount).toBe(fits.length);
  });

  it('says what people say: labels of the maker’s own rules, names, times of the house', async () => {
    const [filed] = rows.filter((t) => t.number === 'CR-2026-00044');
    const { lines, headings } = await exported(dispatcher, { filter: { search: 'CR-2026-00044' } });
    const cells = Object.fromEntries(headings.map((heading, place) => [heading, lines[0]?.[place]]));
    expect(lines).toHaveLength(1);
    expect(cells).toMatchObject({
      Subject: filed?.subject,
      'Request type': 'Repair',
      State: 'Completed',
      Channel: 'Telephone',
      'Province code': '44',
      Customer: 'dealer1 的客户',
      Site: 'dealer1 的现场',
      'Serial number': 'EBZ160-2266',
      Telephone: '10000001234',
      'Next due (Asia/Shanghai)': '',
    });
    const entered = new Date((filed?.created_at.getTime() ?? 0) + 8 * 3_600_000).toISOString();
    expect(cells['Entered (Asia/Shanghai)']).toBe(entered.slice(0, 16).replace('T', ' '));
  });

  it('masks telephone numbers for who need not call, and lets no cell calculate', async () => {
    await house.file(dispatcher, 'EBZ260-0440', {
      subject: '=HYPERLINK("http://x.example","点我")',
      description: '第一行\n第二行, "引号"',
      reporterName: '@所有人',
      reporterPhone: '+86 10000001234',
    });
    const clear = await exported(dispatcher, { filter: { search: 'HYPERLINK' } });
    expect(clear.column('Subject')).toEqual([`'=HYPERLINK("http://x.example","点我")`]);
    expect(clear.column('Description')).toEqual(['第一行\n第二行, "引号"']);
    expect(clear.column('Reporter')).toEqual([`'@所有人`]);
    expect(clear.column('Telephone')).toEqual([`'+86 10000001234`]);
    const masked = await exported(quality, { filter: { search: 'HYPERLINK' } });
    expect(masked.column('Telephone')).toEqual([`'+86****1234`]);
  });

  it('of a dealer holds its own tickets only', async () => {
    const { dealerId } = house.houses.ironmole.dealers.dealer1;
    const own = rows.filter((t) => t.dealer_id === dealerId);
    const { column } = await exported(dealer1);
    expect(column('Number').sort()).toEqual(own.map(({ number }) => number).sort());
    expect(new Set(column('Dealer'))).toEqual(new Set(['铁鼹经销商 dealer1']));
  });

  it('is ordered once for one key', async () => {
    const input = { idempotencyKey: 'the same export', filter: { search: 'CR-2026-00001' } };
    const first = await order(dispatcher, input);
    expect((await order(dispatcher, input)).id).toBe(first.id);
    const { data } = await dispatcher.query(
      `mutation ($input: TicketExportCreateInput!) { ticketExportCreate(input: $input) { userErrors { code } } }`,
      { input: { ...input, filter: {} } },
    );
    expect(data).toEqual({ ticketExportCreate: { userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] } });
    await finished(dispatcher, first.id);
  });

  it('is seen by who ordered it and by nobody else, also by its id', async () => {
    const { id } = await order(dispatcher, { filter: { search: 'CR-2026-00002' } });
    const node = async (by: StoryClient) =>
      (await by.ask<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id })).node;
    expect(await node(dispatcher)).toEqual({ id });
    for (const by of [quality, dealer1, await house.as('dispatcher@purefount')]) {
      expect(await read(by, id)).toBeNull();
      expect(await node(by)).toBeNull();
    }
    expect(await read(dispatcher, encodeId('TicketExport', newId(storyStart)))).toBeNull();
    await finished(dispatcher, id);
  });

  it('is refused with a filter that no list would take', async () => {
    const states = Array.from({ length: 101 }, (_, index) => `${index}`);
    expect(await ask(dispatcher, { filter: { search: '泵'.repeat(300), states } })).toEqual({
      export: null,
      userErrors: [
        {
          code: 'INVALID',
          field: ['filter', 'states'],
          message: 'filter.states holds 101 values; name at most 100.',
        },
        {
          code: 'INVALID',
          field: ['filter', 'search'],
          message: 'The search is too long; use at most 200 characters.',
        },
      ],
    });
  });

  it('is not for roles that may not export', async () => {
    const engineer = await house.as('engineer@ironmole');
    const { errors } = await engineer.query(`{ ticketExport(id: "x") { id } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('the rights of an export are those that its owner has when it is written', () => {
  /** Two exports that seem to run keep every other of the house waiting. */
  async function whileOthersRun(work: () => Promise<Export>, by: StoryClient): Promise<Export> {
    const { tenantId, staff } = house.houses.ironmole;
    const others = [newId(storyStart), newId(storyStart)];
    await admin.query(
      `INSERT INTO ticket_export (tenant_id, id, owner_id, filter, order_by, locale, state, created_at, version)
       SELECT $1, id, $2, '{}', 'newest', 'en', 'running', $3, 1 FROM unnest($4::uuid[]) AS other (id)`,
      [tenantId, staff.admin, storyStart, others],
    );
    const { id } = await work();
    expect(await read(by, id)).toMatchObject({ state: 'WAITING' });
    await admin.query('DELETE FROM ticket_export WHERE id = ANY ($1::uuid[])', [others]);
    return finished(by, id);
  }
  const role = (memberId: string, roles: string[]) =>
    admin.query('UPDATE membership SET roles = $2 WHERE id = $1', [memberId, roles]);

  it('no more than two of a house are written at once; who lost the right gets nothing', async () => {
    const member = house.houses.ironmole.staff.parts;
    const parts = await house.as('parts@ironmole');
    const done = await whileOthersRun(async () => {
      const waiting = await order(parts);
      await sleep(300);
      await role(member, ['engineer']);
      return waiting;
    }, parts);
    await role(member, ['parts']);
    expect(done).toMatchObject({
      state: 'FAILED',
      rowCount: null,
      url: null,
      error:
        'When the file was to be written you were no longer allowed to export. Ask an administrator if you still need it.',
    });
    expect(await files()).not.toContain(`${decodeId('TicketExport', done.id)}.csv`);
  });

  it('who became a dealer’s meanwhile gets the dealer’s', async () => {
    const { dealer1: mine, dealer2: other } = house.houses.ironmole.dealers;
    const done = await whileOthersRun(async () => {
      const waiting = await order(dealer1);
      await admin.query('UPDATE membership SET dealer_id = $2 WHERE id = $1', [
        mine.memberId,
        other.dealerId,
      ]);
      return waiting;
    }, dealer1);
    await admin.query('UPDATE membership SET dealer_id = $2 WHERE id = $1', [mine.memberId, mine.dealerId]);
    expect(done.rowCount).toBe(rows.filter((t) => t.dealer_id === other.dealerId).length);
  });
});

const files = async (): Promise<string[]> =>
  readdir(path.join(house.filesDir, 'exports', house.houses.ironmole.tenantId));

describe('the file', () => {
  it('is handed out as a download, and never shown', async () => {
    const { done } = await exported(dispatcher, { filter: { search: 'CR-2026-00003' } });
    const { headers } = await fetch(`${house.app.url}${done.url}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="tickets-2026-06-02.csv"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  it('leads nowhere by a link that was changed, made up, or has expired', async () => {
    const { done } = await exported(dispatcher, { filter: { search: 'CR-2026-00004' } });
    const url = done.url as string;
    const [tenant, id, expiry, seal] = url.replace('/exports/', '').split('.') as [
      string,
      string,
      string,
      string,
    ];
    const status = async (address: string) => {
      const response = await fetch(`${house.app.url}${address}`);
      return { status: response.status, body: await response.json() };
    };
    const nothing = {
      status: 404,
      body: { errors: [{ message: 'There is nothing here.', extensions: { code: 'BAD_USER_INPUT' } }] },
    };
    for (const token of [
      `${tenant}.${id}.${Number(expiry) + 1}.${seal}`,
      `${house.houses.purefount.tenantId}.${id}.${expiry}.${seal}`,
      `${tenant}.${newId(storyStart)}.${expiry}.${seal}`,
      `${tenant}.${id}.${expiry}.${'A'.repeat(43)}`,
      `..%2F..%2Fsecret-key`,
      'x',
    ]) {
      expect({ token, ...(await status(`/exports/${token}`)) }).toEqual({ token, ...nothing });
    }
    house.clock.advance({ hours: 24 });
    await signInAgain();
    expect(await status(url)).toEqual(nothing);
    expect(await read(dispatcher, done.id)).toMatchObject({ state: 'READY', url: null });
    // a day later it is gone from the disk too
    expect((await files()).length).toBeGreaterThan(0);
    await house.app.exportFiles.sweep(new Date(house.clock.now().getTime() - 23 * 3_600_000));
    expect(await files()).toEqual([]);
    house.clock.set(storyStart);
    await signInAgain();
  });

  it('shows one moment of the house, whatever changes while it is written', async () => {
    const principal = await house.app.authenticator.authenticate(dispatcher.token as string);
    if (!principal) throw new Error('The dispatcher has left.');
    const { tenantId } = house.houses.ironmole;
    const there = await ticketsOf(admin, house.houses.ironmole);
    const { policies } = house.app.services;
    let text = '';
    const written = await exportTickets(
      house.app.contexts.of(principal, 'en'),
      { policies, reads: house.app.reads },
      { filter: {}, orderBy: 'recently-updated' },
      async (piece) => {
        text += piece;
        // those at the end of the list go to where the file has already been, and new ones come
        await admin.query(
          `UPDATE ticket SET updated_at = $2 WHERE tenant_id = $1 AND id IN (
             SELECT id FROM ticket WHERE tenant_id = $1 ORDER BY updated_at, id LIMIT 300)`,
          [tenantId, new Date(storyStart.getTime() + text.length)],
        );
        await house.file(dispatcher, 'EBZ260-0440');
      },
      new AbortController().signal,
    );
    const numbers = parse(text.slice(1))
      .slice(1)
      .map(([number]) => number);
    expect(numbers.sort()).toEqual(there.map(({ number }) => number).sort());
    expect(written).toBe(there.length);
  });

  it('is called by the day of the house on which it was ordered', async () => {
    const now = house.clock.now();
    house.clock.set(instant('2026-06-03 00:30'));
    try {
      const atNight = await house.as('dispatcher@ironmole');
      const { done } = await exported(atNight, { filter: { search: 'CR-2026-00003' } });
      const { headers } = await fetch(`${house.app.url}${done.url}`);
      expect(headers.get('content-disposition')).toBe('attachment; filename="tickets-2026-06-03.csv"');
    } finally {
      house.clock.set(now);
    }
  });
});
