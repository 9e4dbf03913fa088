import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, signIn, startProduct, type Product } from './support';

jest.setTimeout(180_000);

let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  product = await startProduct();
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

beforeEach(async () => {
  context = await browser.newContext({
    baseURL: product.url,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 420 },
  });
  await signIn(context.request, product.url, 'dispatcher@ironmole.example', 'ironmole');
  page = await context.newPage();
  await page.goto('/tickets');
  await page.locator('tbody tr[data-row-key]').first().waitFor();
  await page.getByRole('status').getByText('实时', { exact: true }).waitFor();
});

afterEach(() => context.close());

async function graphql(
  token: string | null,
  query: string,
  variables: object,
): Promise<Record<string, never>> {
  const answer = await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data: Record<string, never>; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

let desk: string | undefined;

/** What another program of the house does meanwhile, over the public API. */
async function asDesk(query: string, variables: object): Promise<Record<string, never>> {
  if (!desk) {
    const data = await graphql(
      null,
      'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }',
      {
        input: { email: 'manager@ironmole.example', password: 'aftercare-demo', tenant: 'ironmole' },
      },
    );
    desk = (data as unknown as { signIn: { accessToken: string } }).signIn.accessToken;
  }
  return graphql(desk, query, variables);
}

let filed = 0;

async function file(subject: string): Promise<void> {
  const query =
    'mutation ($input: TicketCreateInput!) { ticketCreate(input: $input) { userErrors { message } } }';
  const data = await asDesk(query, {
    input: {
      requestType: 'repair',
      serial: 'EBZ160-2318',
      subject,
      description: '巡检时发现。',
      reporterName: '值班员',
      idempotencyKey: `live-list-${process.pid}-${++filed}`,
    },
  });
  expect(data).toEqual({ ticketCreate: { userErrors: [] } });
}

const firstRow = () => page.locator('tbody tr[data-row-key]').first();

test('at the top of the newest tickets a new one appears by itself', async () => {
  await file('顶部可见的新工单');
  await firstRow().getByText('顶部可见的新工单').waitFor({ timeout: 5_000 });
});

test('while somebody reads further down, nothing moves and new tickets are counted', async () => {
  await page.evaluate(() => window.scrollTo({ top: 120 }));
  const before = await page
    .locator('tbody tr[data-row-key]')
    .evaluateAll((rows) =>
      rows.map((row) => [row.getAttribute('data-row-key'), row.getBoundingClientRect().top]),
    );
  await file('滚动时的新工单一');
  await page.getByRole('button', { name: '1 条新工单' }).waitFor({ timeout: 5_000 });
  await file('滚动时的新工单二');
  const pill = page.getByRole('button', { name: '2 条新工单' });
  await pill.waitFor({ timeout: 5_000 });
  const after = await page
    .locator('tbody tr[data-row-key]')
    .evaluateAll((rows) =>
      rows.map((row) => [row.getAttribute('data-row-key'), row.getBoundingClientRect().top]),
    );
  expect(after).toEqual(before);

  await pill.click();
  await firstRow().getByText('滚动时的新工单二').waitFor({ timeout: 5_000 });
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('a change of a row on the screen shows where the row stands', async () => {
  await file('马上有人受理的工单');
  await firstRow().getByText('马上有人受理的工单').waitFor({ timeout: 5_000 });
  const id = await firstRow().getAttribute('data-row-key');
  const { assignableMembers } = (await asDesk('{ assignableMembers { id name } }', {})) as unknown as {
    assignableMembers: { id: string; name: string }[];
  };
  await page.evaluate(() => window.scrollTo({ top: 40 }));
  await asDesk(
    'mutation ($input: TicketAssignInput!) { ticketAssign(input: $input) { userErrors { message } } }',
    { input: { ticketId: id, assigneeId: assignableMembers[0]?.id, expectedVersion: 1 } },
  );
  await firstRow()
    .getByText(assignableMembers[0]?.name ?? '')
    .waitFor({ timeout: 5_000 });
  expect(await firstRow().getAttribute('data-row-key')).toBe(id);
  expect(await page.evaluate(() => window.scrollY)).toBe(40);
});

test('changes made while the connection was cut are caught up, and the page says how it stands', async () => {
  const sockets: { close: () => Promise<void> }[] = [];
  let reachable = true;
  await page.routeWebSocket('**/graphql', async (socket) => {
    if (!reachable) return socket.close({ code: 1013 });
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.reload();
  await page.getByRole('status').getByText('实时', { exact: true }).waitFor();
  await page.evaluate(() => window.scrollTo({ top: 120 }));

  reachable = false;
  for (const socket of sockets) await socket.close();
  await page.getByRole('status').getByText('重连中', { exact: true }).waitFor({ timeout: 5_000 });
  await page.getByText('实时连接已断开').waitFor({ timeout: 5_000 });
  await file('断线期间的新工单一');
  await file('断线期间的新工单二');
  reachable = true;
  await page.getByRole('status').getByText('已补齐').waitFor({ timeout: 20_000 });
  await page.getByRole('button', { name: '2 条新工单' }).waitFor({ timeout: 5_000 });

  await context.setOffline(true);
  await page.getByRole('status').getByText('离线', { exact: true }).waitFor({ timeout: 2_000 });
});

test('the address alone brings the same list back in a fresh session', async () => {
  await page.getByText('只看未派工').click();
  await page.waitForURL(/unassigned=1/);
  const rows = () => page.locator('tbody tr[data-row-key] td:first-child').allInnerTexts();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('tbody tr[data-row-key]')].every((row) =>
      row.textContent?.includes('未派工'),
    ),
  );
  const shown = await rows();
  const other = await browser.newContext({ locale: 'zh-CN' });
  await signIn(other.request, product.url, 'manager@ironmole.example', 'ironmole');
  page = await other.newPage();
  await page.goto(`${product.url}/tickets?unassigned=1`);
  await firstRow().waitFor();
  expect(await rows()).toEqual(shown);
  await other.close();
});

test('two who assign at once: the second sees what changed and loses nothing', async () => {
  await file('同时派工的工单');
  await page.getByRole('link', { name: /IM-/ }).first().waitFor();
  await firstRow().getByText('同时派工的工单').click();
  await page.getByRole('heading', { name: '同时派工的工单' }).waitFor();
  const id = page.url().split('/').at(-1);
  const members = (await asDesk('{ assignableMembers { id name } }', {})) as unknown as {
    assignableMembers: { id: string; name: string }[];
  };
  const wanted = members.assignableMembers.at(-1)?.name ?? '';
  await page.getByRole('button', { name: '派工', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('#assignee').fill(wanted);
  await page.locator('.ant-select-item-option-active', { hasText: wanted }).waitFor();
  await dialog.locator('#assignee').press('Enter');

  const other = members.assignableMembers[0];
  await asDesk(
    'mutation ($input: TicketAssignInput!) { ticketAssign(input: $input) { userErrors { message } } }',
    {
      input: { ticketId: id, assigneeId: other?.id, expectedVersion: 1 },
    },
  );
  await page
    .locator('dl > div')
    .first()
    .getByText(other?.name ?? '')
    .waitFor({ timeout: 5_000 });

  let goOn!: () => void;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route('**/graphql', (route) => held.then(() => route.continue()));
  const confirm = dialog.getByRole('button', { name: '确认派工', exact: true });
  await confirm.click();
  // while it works it is still called what it is called
  await confirm.locator('.anticon-loading').waitFor();
  goOn();
  await dialog.getByText('工单刚刚有变化').waitFor({ timeout: 5_000 });
  await dialog.getByRole('button', { name: /^仍派给/ }).click();
  await dialog.waitFor({ state: 'detached', timeout: 5_000 });
  await page.unroute('**/graphql');
  const assignee = page.locator('dl > div').first();
  await assignee.getByText(wanted).waitFor({ timeout: 5_000 });
});
