/** Takes the pictures of the README: `node tests/e2e/screenshots.js`. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serve } from '../../www/serve.mjs';
import { launch, open } from './browsers.js';
import { painted, pointAt } from './marks.js';

const FOLDER = fileURLToPath(new URL('../../www/demo/screenshots/', import.meta.url));

/** Each picture: how the page is looked at, and the words whose card is open. @type {Record<string, {words: string} & import('./browsers.js').Look>} */
const PICTURES = {
  light: { words: 'Two people familiar', width: 1440, height: 900 },
  dark: { words: 'Critics of the company', width: 1440, height: 900, theme: 'dark' },
  phone: { words: 'potentially', width: 390, height: 844, zoom: 2 },
};

/** Until the marks have come in and the page stands still, in milliseconds. */
const SETTLED = 800;

const server = await serve();
const browser = await launch('chromium');
await mkdir(FOLDER, { recursive: true });
for (const [name, { words, ...look }] of Object.entries(PICTURES)) {
  const { page } = await open(browser, `${server.address}/demo/`, look);
  await painted(page);
  await page.click('[data-dismiss]');
  const { x, y } = await pointAt(page, '.body', words);
  await page.mouse.click(x, y);
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  await page.screenshot({ path: `${FOLDER}${name}.png` });
  await page.close();
}
await browser.close();
await server.close();
