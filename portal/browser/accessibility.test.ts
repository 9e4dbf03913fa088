import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, signIn, startProduct, type Product } from './support';

jest.setTimeout(180_000);

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let product: Product;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  product = await startProduct();
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** Each page in a state worth looking at, and what shows that it is there. */
const pages: [name: string, open: (page: Page) => Promise<void>][] = [
  [
    'sign-in',
    async (page) => {
      await page.goto('/sign-in');
      await page.locator('#demo-title').waitFor();
    },
  ],
  [
    'ticket list',
    async (page) => {
      await page.goto('/tickets');
      await page.locator('main a[href*="/tickets/ticket_"]').first().waitFor();
    },
  ],
  [
    'ticket with a reason open',
    async (page) => {
      await page.locator('main a[href*="/tickets/ticket_"]').last().click();
      await page.locator('[aria-expanded=false][aria-controls]').first().click();
      await page.locator('main blockquote').first().waitFor();
    },
  ],
  [
    'assigning',
    async (page) => {
      await page.locator('main header button').first().click();
      await page.locator('#assignee').waitFor();
    },
  ],
  [
    'report with complaints',
    async (page) => {
      await page.goto('/tickets/new');
      await page.locator('[name=requestType]').first().check();
      await page.locator('main button[type=submit]').click();
      await page.locator('.ant-form-item-explain-error').first().waitFor();
    },
  ],
  [
    'empty list',
    async (page) => {
      await page.goto('/tickets?state=waiting&unassigned=1');
      await page.locator('main h2').waitFor();
    },
  ],
];

/** Colours are judged once they have stopped changing; what turns for ever is not waited for. */
async function coloursToRest(): Promise<void> {
  const changing = () =>
    document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      );
  for (let still = 0; still < 5; still = changing().length > 0 ? 0 : still + 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(coloursToRest);
  await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const { axe: checker } = window as unknown as {
      axe: {
        run: (
          on: Document,
          how: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await checker.run(document, { runOnly, resultTypes: ['violations'], selectors: false });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  }, rules);
}

test.each([1440, 390])('every page meets WCAG 2.2 AA, light and dark, at %i px', async (width) => {
  const context = await browser.newContext({
    baseURL: product.url,
    viewport: { width, height: 850 },
    bypassCSP: true,
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    (preferences) => localStorage.setItem('aftercare.preferences', preferences),
    JSON.stringify({ locale: 'zh-CN', theme: 'system' }),
  );
  const page = await context.newPage();
  for (const [name, open] of pages) {
    await open(page);
    const found: Record<string, string[]> = {};
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      found[colorScheme] = await violations(page);
    }
    expect({ name, ...found }).toEqual({ name, light: [], dark: [] });
    if (name === 'sign-in')
      await signIn(context.request, product.url, 'dispatcher@ironmole.example', 'ironmole');
  }
  await context.close();
});
