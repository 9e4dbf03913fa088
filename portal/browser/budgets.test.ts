import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser, signIn, startProduct, type Product } from './support';

jest.setTimeout(120_000);

const dist = path.resolve(__dirname, '../dist');
const kB = 1000;

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(() => product?.stop());

/** Compressed size (bytes) of every script that a page loads, by file name. */
async function scriptsOf(address: string): Promise<Map<string, number>> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ baseURL: product.url });
    await signIn(context.request, product.url, 'dispatcher@ironmole.example', 'ironmole');
    const page = await context.newPage();
    const names = new Set<string>();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('.js')) names.add(pathname);
    });
    await page.goto(address);
    await page.locator('main h1').waitFor();
    await page.waitForLoadState('networkidle');
    const sizes = [...names].map(async (name): Promise<[string, number]> => {
      const compressed = await stat(path.join(dist, `${name}.gz`)).catch(() => stat(path.join(dist, name)));
      return [name, compressed.size];
    });
    return new Map(await Promise.all(sizes));
  } finally {
    await browser.close();
  }
}

test('the ticket list loads at most 450 kB of script, its entry at most 100 kB', async () => {
  const scripts = await scriptsOf('/tickets');
  const entry = /src="(\/assets\/index-[^"]+\.js)"/.exec(
    await readFile(path.join(dist, 'index.html'), 'utf8'),
  )?.[1];
  expect(scripts.get(entry ?? '')).toBeLessThan(100 * kB);
  expect([...scripts.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(450 * kB);
  // One large file instead of many would mean that nothing is split any more.
  expect(scripts.size).toBeGreaterThan(8);
});

test('a later page adds at most 120 kB', async () => {
  const list = await scriptsOf('/tickets');
  const report = await scriptsOf('/tickets/new');
  const added = [...report].filter(([name]) => !list.has(name));
  expect(added.length).toBeGreaterThan(0);
  expect(added.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(120 * kB);
});
