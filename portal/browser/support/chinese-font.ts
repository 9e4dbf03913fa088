import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

const fontPath = '/__chinese-font/';
const fontFolder = path.dirname(
  createRequire(__filename).resolve('@fontsource-variable/noto-sans-sc/package.json'),
);

/** Serves the development-only font under the product's origin. The context needs `bypassCSP: true`. */
export async function serveChineseFont(context: BrowserContext): Promise<void> {
  await context.route(`**${fontPath}**`, async (route) => {
    const name = path.basename(new URL(route.request().url()).pathname);
    const body = await readFile(path.join(fontFolder, 'files', name));
    await route.fulfill({ body, contentType: 'font/woff2' });
  });
}

/** Shows a page in that font, so that Chinese is drawn as glyphs also where no system font has any. */
export async function drawWithChineseFont(page: Page): Promise<void> {
  const faces = (await readFile(path.join(fontFolder, 'index.css'), 'utf8')).replaceAll('./files/', fontPath);
  const content = `${faces} * { font-family: 'Noto Sans SC Variable', sans-serif !important; }`;
  await page.addStyleTag({ content });
  await page.evaluate(() => document.fonts.ready);
}
