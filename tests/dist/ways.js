/**
 * The three ways Claimlight comes onto a page, as `dist` has them.
 * @import { Browser, Page } from 'puppeteer-core'
 * @import { BrowserName } from '../e2e/browsers.js'
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withExtensions } from '../e2e/browsers.js';

export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The pages of the tests, as a manifest says it. */
const TESTED = 'http://127.0.0.1/*';

/** How long a page may take to be marked on a busy machine, in milliseconds. */
const PATIENCE = 30_000;

/** The article of a page of the tests, with the embed in its head. */
const ARTICLE = readFileSync(new URL('../pages/wire.html', import.meta.url), 'utf8');

export const EMBED =
  '<script type="module" nonce="n0nce" src="/npm/auto.js" data-panel="small" data-interface-language="en"></script>';

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
  const browser = await withExtensions(name);
  const id = await browser.installExtension(name === 'chromium' ? `${DIST}extension/chromium` : alwaysOn());
  return { browser, id };
}

/**
 * Firefox's toolbar is out of every driver's reach, and so is an extension's own page. A copy of the extension is given the
 * pages of the tests as sites that are always marked: the same code marks them that a click on the button runs.
 */
function alwaysOn() {
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-'));
  cpSync(`${DIST}extension/firefox`, folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const content_scripts = [{ matches: [TESTED], js: ['always.js'], run_at: 'document_idle' }];
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ ...manifest, host_permissions: [TESTED], content_scripts }),
  );
  return folder;
}

/** Clicks on the extension's button; Chromium alone can be asked for that. @param {Browser} browser @param {string} id @param {Page} page */
export async function clickButton(browser, id, page) {
  const extension = (await browser.extensions()).get(id);
  assert.ok(extension, 'the extension is installed');
  await until(async () => (await extension.workers()).length > 0);
  await extension.triggerAction(page);
}

/** @param {() => Promise<boolean>} holds */
export async function until(holds) {
  const end = performance.now() + PATIENCE;
  while (!(await holds())) {
    assert.ok(performance.now() < end, `${holds} does not come`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What a reader is shown: marks, or a sentence in the panel or at the extension's button. @param {Page} page @param {() => Promise<string>} [atButton] */
export async function outcome(page, atButton = async () => '') {
  const isMarked = () => page.evaluate(() => CSS.highlights.size > 0);
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    if (await isMarked()) return 'marks';
    const sentence = await atButton();
    if (sentence) return sentence;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const inPanel = () =>
    document.querySelector('claimlight-host')?.shadowRoot?.querySelector('.panel .empty')?.textContent;
  return (await page.evaluate(inPanel)) ?? 'nothing is shown';
}

/** Why nothing can be marked, as the extension's button says it. @param {Browser} browser @param {string} id */
export async function excuse(browser, id) {
  const [worker] = (await (await browser.extensions()).get(id)?.workers()) ?? [];
  if (!worker) return '';
  return worker.evaluate(async () => {
    const { chrome } = /** @type {any} */ (globalThis);
    const [tab] = await chrome.tabs.query({ active: true });
    const popup = await chrome.action.getPopup({ tabId: tab.id });
    if (!popup.includes('cannot.html')) return '';
    return chrome.action.getTitle({ tabId: tab.id });
  });
}
