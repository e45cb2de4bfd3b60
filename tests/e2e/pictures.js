/**
 * The pictures of the documentation: how each is taken, and what it was taken with. They show the demonstration with
 * the findings that were recorded when they were taken, so that they change with the interface and with nothing else.
 * @import { Browser, Page } from 'puppeteer-core'
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { open } from './browsers.js';
import { painted, pointAt } from './marks.js';

export const FOLDER = fileURLToPath(new URL('../../www/demo/screenshots/', import.meta.url));

/** What the pictures were made with: the browser, how it draws letters, and what had been found. */
const RECORD = `${FOLDER}made-with.json`;

/** @typedef {{browser: string, letters: string, report: object | null}} Making */
/** @typedef {import('./browsers.js').Look & {features?: Record<string, string>, language?: string, act: (page: Page) => Promise<unknown>}} Picture */

const DESKTOP = { width: 1280, height: 800 };

/** @type {Record<string, Picture>} */
export const PICTURES = {
  light: { ...DESKTOP, act: (page) => openCard(page, 'Two people familiar') },
  dark: { ...DESKTOP, features: { 'prefers-color-scheme': 'dark' }, act: (page) => openCard(page, 'Critics of') },
  phone: { width: 390, height: 780, zoom: 1.5, act: (page) => openCard(page, 'potentially') },
  'forced-colours': {
    ...DESKTOP,
    features: { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' },
    act: (page) => openCard(page, 'Two people familiar'),
  },
  'high-contrast': {
    ...DESKTOP,
    features: { 'prefers-contrast': 'more' },
    act: (page) => enter(page, 'findings', 'Two people familiar'),
  },
  'right-to-left': { ...DESKTOP, language: 'ar', act: (page) => openCard(page, 'Critics of') },
  print: { width: 794, height: 900, act: printed },
};

/** @param {Page} page @param {string} words */
async function openCard(page, words) {
  const { x, y } = await pointAt(page, '.body', words);
  await page.mouse.click(x, y);
  await page.waitForSelector('claimlight-host >>> .card:popover-open');
  await page.mouse.move(0, 0);
}

/** @param {Page} page @param {string} room @param {string} words what stands in the middle */
async function enter(page, room, words) {
  await pointAt(page, '.body', words);
  await (await page.waitForSelector(`claimlight-host >>> #tab-${room}`))?.click();
  await page.mouse.move(0, 0);
}

/** The page as it goes to paper, with its notes; seen where the article ends and they begin. @param {Page} page */
async function printed(page) {
  await page.evaluate(`document.querySelector('.demo-switches') && window.dispatchEvent(new Event('beforeprint'))`);
  await page.emulateMediaType('print');
  await page.evaluate(`document.querySelector('claimlight-host').shadowRoot.querySelector('.notes').scrollIntoView({ behavior: 'instant' });
    scrollBy({ top: -330, behavior: 'instant' })`);
}

/**
 * @param {Browser} browser @param {string} address the demonstration's @param {Picture} picture @param {object | null} report
 * @param {(page: Page) => Promise<unknown>} [last] what happens before the picture is taken
 * @returns {Promise<Uint8Array>} a PNG
 */
export async function take(browser, address, { act, features = {}, language = 'en', ...look }, report, last) {
  const { page } = await open(browser, 'about:blank', look);
  const asked = Object.entries({ 'prefers-reduced-motion': 'reduce', ...features });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: asked.map(([name, value]) => ({ name, value })) });
  await page.evaluateOnNewDocument((language) => {
    Object.defineProperty(navigator, 'languages', { value: [language] });
  }, language);
  if (report) await recite(page, report);
  const query = act === printed ? '?print=notes' : '';
  await page.goto(`${address}/demo/${query}`, { waitUntil: 'load' });
  await page.waitForFunction(() => CSS.highlights.size > 0);
  await painted(page);
  await page.click('[data-dismiss]');
  await act(page);
  await painted(page);
  await last?.(page);
  await page.evaluate(
    `document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))`,
  );
  const png = await page.screenshot();
  await page.close();
  return png;
}

/** Gives the page the recorded report in place of what the core finds today; ranges are the core's own. @param {Page} page @param {object} report */
async function recite(page, report) {
  await page.setRequestInterception(true);
  const module = `import init, { Page as Core, scanText, unknownOptions } from '/pkg/claimlight.js?found';
    export default init; export { scanText, unknownOptions };
    const report = ${JSON.stringify(report)};
    export class Page extends Core {
      part(name, start, n) {
        return Array.isArray(report[name]) ? report[name].slice(start, start + n) : report[name];
      }
    }`;
  page.on('request', (request) => {
    if (request.url().endsWith('/pkg/claimlight.js')) request.respond({ contentType: 'text/javascript', body: module });
    else request.continue();
  });
}

/** What is found in the demonstration today. @param {Browser} browser @param {string} address @returns {Promise<object>} */
export async function found(browser, address) {
  const { page } = await open(browser, `${address}/demo/`);
  await page.waitForFunction(() => CSS.highlights.size > 0);
  const report = await page.evaluate(
    `import('/claimlight.js').then(({ start }) => start()).then(({ report }) => report)`,
  );
  await page.close();
  return /** @type {object} */ (report);
}

/** A browser, and how it draws letters: the same in two places only with the same fonts and the same smoothing. @param {Browser} browser */
export async function hand(browser) {
  const page = await browser.newPage();
  const letters = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 200 });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    for (const [row, family] of ['serif', 'sans-serif', 'system-ui', 'Georgia', 'Arial'].entries()) {
      context.font = `24px ${family}`;
      context.fillText('The lake that would not stay full, 1934 – من يقول ماذا', 4, 32 * (row + 1));
    }
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    // FNV-1a, which tells pictures apart; `crypto.subtle` is not to be had on every page.
    return data.reduce((hash, byte) => Math.imul(hash ^ byte, 16777619) >>> 0, 2166136261).toString(16);
  });
  await page.close();
  return { browser: await browser.version(), letters };
}

/** @returns {Making} */
export function recorded() {
  return JSON.parse(readFileSync(RECORD, 'utf8'));
}

export { RECORD };
