// Takes every page of a running demo in both languages, both themes and two widths.
// BASE_URL (default http://127.0.0.1:4000) names the product, the first argument the folder (default
// ./screenshots), the others the pages (default all).
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
require('esbuild-register/dist/node').register({ target: 'node20' });
const {
  launchBrowser,
  serveChineseFont,
  drawWithChineseFont,
} = require('../portal/browser/support/index.ts');

const base = process.env.BASE_URL ?? 'http://127.0.0.1:4000';
const folder = path.resolve(process.argv[2] ?? 'screenshots');
const widths = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const chosen = process.argv.slice(3);
const headers = { 'x-aftercare': 'portal' };

/** Each page: who looks at it, and how one gets there. */
const pages = [
  { name: 'sign-in', open: (page) => page.goto('/sign-in') },
  {
    name: 'sign-in-houses',
    async open(page, { password }) {
      await page.goto('/sign-in');
      await page.locator('#email').fill('dealer@shared.example');
      await page.locator('#password').fill(password);
      await page.locator('button[type=submit]').click();
      await page.locator('main ul button').first().waitFor();
    },
  },
  { name: 'tickets', who: 'dispatcher', open: (page) => page.goto('/tickets') },
  { name: 'tickets-due', who: 'dispatcher', open: (page) => page.goto('/tickets?order=due&unassigned=1') },
  {
    name: 'tickets-empty',
    who: 'dispatcher',
    open: (page) => page.goto('/tickets?state=waiting&unassigned=1'),
  },
  {
    name: 'tickets-loading',
    who: 'dispatcher',
    async open(page) {
      await page.route('**/graphql', (route) => (isTicketList(route) ? undefined : route.continue()));
      await page.goto('/tickets');
      await page.locator('main [aria-busy=true]').waitFor();
    },
  },
  {
    name: 'tickets-failed',
    who: 'dispatcher',
    async open(page) {
      const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: 'req_01kaexample' };
      const json = { errors: [{ message: 'Internal server error', extensions }] };
      await page.route('**/graphql', (route) =>
        isTicketList(route) ? route.fulfill({ json }) : route.continue(),
      );
      await page.goto('/tickets');
    },
  },
  {
    name: 'tickets-offline',
    who: 'dispatcher',
    async open(page) {
      await page.goto('/tickets');
      await page.locator('main a[href*="/tickets/ticket_"]').first().waitFor();
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'onLine', { value: false });
        window.dispatchEvent(new Event('offline'));
      });
      await page.locator('.ant-alert-banner').waitFor();
    },
  },
  { name: 'tickets-dealer', who: 'dealer1', open: (page) => page.goto('/tickets') },
  {
    name: 'ticket',
    who: 'dispatcher',
    async open(page) {
      await openTicket(page, 'last');
      await page.locator('[aria-expanded=false][aria-controls]').first().click();
    },
  },
  {
    name: 'ticket-assign',
    who: 'dispatcher',
    async open(page) {
      await openTicket(page, 'first');
      await page.locator('main header button').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'ticket-missing', who: 'dispatcher', open: (page) => page.goto('/tickets/ticket_none') },
  { name: 'report', who: 'dealer1', open: (page) => page.goto('/tickets/new') },
  {
    name: 'report-complaints',
    who: 'dealer1',
    async open(page) {
      await page.goto('/tickets/new');
      await page.locator('input[type=radio][name=requestType]').first().check();
      await page.locator('#serial').fill('0000');
      await page.locator('button[type=submit]').click();
    },
  },
  { name: 'report-forbidden', who: 'engineer', open: (page) => page.goto('/tickets/new') },
  { name: 'not-found', who: 'dispatcher', open: (page) => page.goto('/nowhere') },
  {
    name: 'account',
    who: 'shared',
    async open(page) {
      await page.goto('/tickets');
      await page.locator('[aria-haspopup=dialog]').first().click();
    },
  },
];

const wanted = pages.filter(({ name }) => chosen.length === 0 || chosen.includes(name));

const isTicketList = (route) => route.request().postDataJSON()?.operationName === 'TicketList';

/** @param which `first`: the newest, which nobody has touched; `last`: the oldest, with a history */
async function openTicket(page, which) {
  await page.goto('/tickets');
  await page.locator('main a[href*="/tickets/ticket_"]')[which]().click();
  await page.locator('main h3').first().waitFor();
}

async function demo() {
  const answer = await fetch(`${base}/auth/demo`, { headers }).catch(() => undefined);
  if (!answer?.ok)
    throw new Error(`No demo answers at ${base}. Start the product with DEMO=1, or set BASE_URL.`);
  const { password, tenants } = await answer.json();
  const house = tenants.find(({ slug }) => slug === 'ironmole') ?? tenants[0];
  return { password, house: house.slug };
}

async function signIn(context, who, { password, house }) {
  const email = who === 'shared' ? 'dealer@shared.example' : `${who}@${house}.example`;
  const data = { email, password, tenant: house };
  const answer = await context.request.post('/auth/sign-in', { headers, data });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()}`);
}

async function settle(page) {
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  await page
    .locator('[aria-busy=true]')
    .first()
    .waitFor({ state: 'detached', timeout: 5_000 })
    .catch(() => undefined);
  await drawWithChineseFont(page);
  await page.waitForTimeout(400);
}

/** One browser profile per look and person; a page each, so that nothing is left over from the one before. */
async function takeAll(browser, access, look) {
  const { locale, theme, device } = look;
  const contexts = new Map();
  const contextOf = async (who) => {
    const known = contexts.get(who);
    if (known) return known;
    const viewport = widths[device];
    const context = await browser.newContext({ baseURL: base, viewport, bypassCSP: true, locale });
    await context.addInitScript(
      (preferences) => localStorage.setItem('aftercare.preferences', preferences),
      JSON.stringify({ locale, theme }),
    );
    await serveChineseFont(context);
    if (who) await signIn(context, who, access);
    contexts.set(who, context);
    return context;
  };
  for (const { name, who, open } of wanted) {
    const page = await (await contextOf(who)).newPage();
    await open(page, access);
    await settle(page);
    const file = `${name}.${locale}.${theme}.${device}.png`;
    await page.screenshot({ path: path.join(folder, file), fullPage: true });
    await page.close();
  }
  for (const context of contexts.values()) await context.close();
}

const access = await demo();
const browser = await launchBrowser();
await mkdir(folder, { recursive: true });
const looks = ['zh-CN', 'en'].flatMap((locale) =>
  ['light', 'dark'].flatMap((theme) => Object.keys(widths).map((device) => ({ locale, theme, device }))),
);
try {
  for (const look of looks) await takeAll(browser, access, look);
} finally {
  await browser.close();
}
console.log(`${looks.length * wanted.length} screenshots in ${folder}`);
