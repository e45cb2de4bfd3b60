/**
 * The three ways Claimlight comes onto a page, as `dist` has them.
 * @import { Browser, Page } from 'puppeteer-core'
 * @import { BrowserName } from './browsers.js'
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withExtensions } from './browsers.js';

export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Firefox gives each extension an address of its own, at random unless it is told. */
const FIREFOX_ADDRESS = '6f1d2c34-8a5b-4c6d-9e7f-0a1b2c3d4e5f';
const FIREFOX_ID = 'claimlight@claimlight.org';

/** How long a page may take to be marked on a busy machine, in milliseconds. */
const PATIENCE = 30_000;

/** The article of a page of the tests, with the embed in its head. */
const ARTICLE = readFileSync(new URL('../pages/wire.html', import.meta.url), 'utf8');

export const EMBED = '<script type="module" nonce="n0nce" src="/npm/auto.js" data-panel="small" data-interface-language="en"></script>';

/** Says whether the page's own scripts run. */
const WITNESS = '<script nonce="n0nce">document.title = "scripts run";</script>';

/** @param {string} [script] */
export function page(script = '') {
  return ARTICLE.replace('</body>', `${WITNESS}${script}</body>`);
}

/** The code of the bookmark, as the browser decodes it from the address. */
export function bookmarklet() {
  const address = readFileSync(`${DIST}bookmarklet/bookmarklet.txt`, 'utf8');
  return decodeURIComponent(address.replace('javascript:', ''));
}

/** Runs the bookmark's code in the page. Drivers cannot click a bookmark; the page's policy judges what the code does either way. @param {Page} page */
export async function clickBookmark(page) {
  await page.evaluate(bookmarklet());
}

/** A browser with the extension in it. @param {BrowserName} name */
export async function extended(name) {
  const prefs = {
    'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_ADDRESS }),
    // Nobody is there to answer.
    'extensions.webextOptionalPermissionPrompts': false,
  };
  const browser = await withExtensions(name, prefs);
  const id = await browser.installExtension(`${DIST}extension/${name}`);
  return { browser, id };
}

/**
 * Marks a page by the extension: in Chromium by a click on its button. Drivers reach Firefox's toolbar not at all; there
 * the site was made one that is always marked, by clicks on the extension's own page, and opening it is enough.
 * @param {Browser} browser @param {string} id @param {Page} page
 */
export async function clickButton(browser, id, page) {
  const extension = (await browser.extensions()).get(id);
  assert.ok(extension, 'the extension is installed');
  for (let tries = 0; !(await extension.workers()).length && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  await extension.triggerAction(page);
}

/** @param {Browser} browser @param {string} site */
export async function alwaysMark(browser, site) {
  const options = await browser.newPage();
  await options.goto(`moz-extension://${FIREFOX_ADDRESS}/options.html`);
  await options.waitForSelector('#layers input');
  await options.type('#site', site);
  await options.click('#add button');
  await options.waitForSelector('#sites li', { timeout: PATIENCE });
  await options.close();
}

/** What a reader is shown: marks, or what the panel says. @param {Page} page @returns {Promise<string>} */
export async function outcome(page) {
  // Where there are no marks the sentence that says why is the answer.
  await page.waitForFunction(() => CSS.highlights.size > 0, { timeout: PATIENCE }).catch(() => {});
  return page.evaluate(() => {
    const said = document.querySelector('claimlight-host')?.shadowRoot?.querySelector('.panel .empty');
    return CSS.highlights.size > 0 ? 'marks' : (said?.textContent ?? '');
  });
}
