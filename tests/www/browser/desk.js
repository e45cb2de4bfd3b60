/**
 * The sample page in a browser, and what a test asks of it.
 * @import { Browser, Page } from 'puppeteer-core'
 * @import { BrowserName } from '../../e2e/browsers.js'
 */
import { fileURLToPath } from 'node:url';
import { serve } from '../../../www/serve.mjs';
import { after, before, describe } from 'node:test';
import { BROWSERS, keepLight, shared } from '../../e2e/browsers.js';

/** Serves the whole project: the sample stands outside `www`. */
export const serveProject = () => serve({ folder: fileURLToPath(new URL('../../..', import.meta.url)) });

/**
 * Describes what holds of the sample page in both browsers; `desk` is laid before its tests run.
 * @param {string} title
 * @param {(desk: {name: BrowserName, openSample: (query?: string, before?: (page: Page) => Promise<unknown>) => Promise<Page>, address: () => string}) => void} tests
 */
export function onTheDesk(title, tests) {
  for (const name of BROWSERS) {
    describe(`${title} in ${name}`, () => {
      /** @type {Browser} */
      let browser;
      /** @type {Awaited<ReturnType<typeof serveProject>>} */
      let server;
      before(async () => {
        server = await serveProject();
        browser = await shared(name);
      });
      after(() => server.close());
      tests({
        name,
        address: () => server.address,
        openSample: (query, first) => openSample(browser, server.address, query, first),
      });
    });
  }
}

/** What a reader does takes at most this long to be drawn, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Opens the sample page with the light on.
 * @param {Browser} browser @param {string} address @param {string} [query] @param {(page: Page) => Promise<unknown>} [before]
 */
export async function openSample(browser, address, query = 'panel=open', before = async () => {}) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await keepLight(page);
  // What a reader chose in another test is of another reader; in this one it holds on the next page.
  await page.evaluateOnNewDocument(() => {
    if (sessionStorage.getItem('opened')) return;
    sessionStorage.setItem('opened', 'yes');
    localStorage.clear();
  });
  await before(page);
  await page.goto(`${address}/tests/www/sample/index.html?${query}`);
  await page.waitForFunction('window.light', { timeout: PATIENCE });
  return page;
}

/** Runs `code` with `root`, the interface's shadow root, at hand. @param {Page} page @param {string} code @returns {Promise<any>} */
export function inside(page, code) {
  return page.evaluate(
    `(() => { const root = document.querySelector('claimlight-host').shadowRoot; return ${code}; })()`,
  );
}

/** Waits until `code`, as in `inside`, is true. @param {Page} page @param {string} code */
export function until(page, code) {
  const question = `(() => { const root = document.querySelector('claimlight-host')?.shadowRoot; return ${code}; })()`;
  return page.waitForFunction(question, { timeout: PATIENCE });
}

/** The middle of the first place where the article has these words. @param {Page} page @param {string} words @returns {Promise<{x: number, y: number}>} */
export function placeOf(page, words) {
  return /** @type {any} */ (
    page.evaluate((sought) => {
      const walker = document.createTreeWalker(
        /** @type {Node} */ (document.querySelector('article')),
        NodeFilter.SHOW_TEXT,
      );
      while (walker.nextNode()) {
        const node = /** @type {Text} */ (walker.currentNode);
        const start = node.data.indexOf(sought);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + sought.length);
        const { left, top, width, height } = range.getClientRects()[0];
        return { x: left + width / 2, y: top + height / 2 };
      }
      throw new Error(`the article does not say "${sought}"`);
    }, words)
  );
}

/** @param {Page} page @param {string} words */
export async function clickOn(page, words) {
  const { x, y } = await placeOf(page, words);
  await page.mouse.click(x, y);
}

/** Enters a room of the panel by its tab. @param {Page} page @param {'overview' | 'findings' | 'take' | 'settings'} room */
export async function enter(page, room) {
  await inside(page, `root.getElementById('tab-${room}').click()`);
}
