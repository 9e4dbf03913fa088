import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  launchBrowser,
  serveChineseFont,
  signIn,
  startProduct,
  drawWithChineseFont,
  type Product,
} from './support';

jest.setTimeout(120_000);

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

interface Person {
  page: Page;
  context: BrowserContext;
  /** Pages loaded since signing in; one, as long as nothing was reloaded. */
  documents: string[];
}

async function person(email: string, tenant: string, path: string): Promise<Person> {
  const context = await browser.newContext({
    baseURL: product.url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    bypassCSP: true,
  });
  await serveChineseFont(context);
  await signIn(context.request, product.url, email, tenant);
  const page = await context.newPage();
  const documents: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'document') documents.push(request.url());
  });
  await page.goto(path);
  await drawWithChineseFont(page);
  return { page, context, documents };
}

describe('two people at work', () => {
  it('R4-5.1 what a dealer files appears before the dispatcher without a reload, with its promise and the reason', async () => {
    const subject = `铲板升降缓慢 ${Date.now()}`;
    const dispatcher = await person('dispatcher@ironmole.example', 'ironmole', '/tickets');
    const elsewhere = await person('dispatcher@purefount.example', 'purefount', '/tickets');
    const dealer = await person('dealer1@ironmole.example', 'ironmole', '/tickets/new');
    await dispatcher.page.getByText('第一运输机刮板链断裂').waitFor();
    await elsewhere.page.getByText('直饮机出水有异味').waitFor();

    const form = dealer.page;
    await form.getByText('故障报修', { exact: true }).first().click();
    await form.locator('#serial').fill('ebz160-2318');
    await form.getByText('青石沟煤业').first().waitFor();
    await form.locator('#subject').fill(subject);
    await form.locator('#description').fill('铲板升到一半停住，回油管发烫，压力 12 兆帕。');
    await form.locator('#reporterName').fill('运转班 冯师傅');
    const aside = await form.locator('aside').last().innerText();
    expect(aside).toContain('24 小时');
    await form.locator('button[type=submit]').click();
    await form.waitForURL(/\/tickets\/ticket_/);

    const row = dispatcher.page.locator('tr', { hasText: subject });
    await row.waitFor({ timeout: 5_000 });
    expect(dispatcher.documents).toHaveLength(1);
    await row.getByRole('link').first().click();
    await dispatcher.page.getByRole('heading', { name: subject }).waitFor();
    await dispatcher.page.locator('[aria-expanded=false][aria-controls]').first().click();
    const page = await dispatcher.page.locator('main').innerText();
    expect(page).toContain('24 小时内响应');
    expect(page).toContain('R4-5.1');

    await elsewhere.page.waitForTimeout(1_000);
    expect(await elsewhere.page.locator('body').innerText()).not.toContain(subject);
    expect(elsewhere.documents).toHaveLength(1);
    await Promise.all([dispatcher, elsewhere, dealer].map(({ context }) => context.close()));
  });

  it('C4 the answer of the desk meets the promise before the eyes of the dealer', async () => {
    const dealer = await person('dealer1@ironmole.example', 'ironmole', '/tickets');
    const dispatcher = await person('dispatcher@ironmole.example', 'ironmole', '/tickets');
    for (const { page } of [dealer, dispatcher]) {
      await page.getByText('第一运输机刮板链断裂').click();
      await page.getByRole('heading', { name: '第一运输机刮板链断裂' }).waitFor();
    }
    const promises = dealer.page.locator('section', { hasText: '时限承诺' }).first();
    expect(await promises.innerText()).not.toContain('按时完成');

    await dispatcher.page.getByText('公开', { exact: true }).last().click();
    await dispatcher.page
      .locator('textarea:not([aria-hidden])')
      .fill('备用链请先按作业规程接上，工程师明早到。');
    await dispatcher.page.getByRole('button', { name: '发送' }).click();

    await dealer.page.getByText('备用链请先按作业规程接上，工程师明早到。').waitFor({ timeout: 5_000 });
    await promises.getByText('按时完成').first().waitFor({ timeout: 5_000 });
    expect(dealer.documents).toHaveLength(1);
    await Promise.all([dispatcher, dealer].map(({ context }) => context.close()));
  });
});
