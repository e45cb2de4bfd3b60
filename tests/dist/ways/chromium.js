/**
 * Every way in Chromium. Its extension is clicked on its button; a bookmark no driver can click, so its code is run, which
 * the page's policy judges alike.
 * @import { Browser, Page } from 'puppeteer-core'
 * @import { Ways } from './ways.js'
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open, withExtensions } from '../../e2e/browsers.js';
import {
  DIST,
  EMBED_LATE,
  IS_ANOTHER,
  NO_SCRIPTS,
  REMEMBER,
  bookmarklet,
  byEngine,
  foreign,
  outcome,
  until,
} from './ways.js';

/** @returns {Promise<Ways>} */
export async function begin() {
  const { browser, id } = await extended();
  return {
    ways: {
      embed: (address) => embedded(browser, `${address}/embed.html`),
      bookmarklet: (address) => bookmarked(browser, `${address}/plain.html`),
      extension: (address) => byExtension(browser, id, `${address}/plain.html`),
    },
    twoWays: (address) => twoWays(browser, id, address),
    close: () => browser.close(),
  };
}

/** A browser with the extension in it. */
export async function extended(folder = `${DIST}extension/chromium`) {
  const browser = await withExtensions('chromium');
  return { browser, id: await browser.installExtension(folder) };
}

/** The extension with the permission for a site from the beginning: in which folder. @param {string} site */
export function copyFor(site) {
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-extension-'));
  cpSync(`${DIST}extension/chromium`, folder, { recursive: true });
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), host_permissions: [site] }));
  return folder;
}

/** Clicks on the extension's button. @param {Browser} browser @param {string} id @param {Page} page */
export async function clickButton(browser, id, page) {
  const extension = (await browser.extensions()).get(id);
  assert.ok(extension, 'the extension is installed');
  await until(async () => (await extension.workers()).length > 0);
  await extension.triggerAction(page);
}

/** The script of the extension that waits in the background. @param {Browser} browser @param {string} id */
export async function workerOf(browser, id) {
  const [worker] = (await (await browser.extensions()).get(id)?.workers()) ?? [];
  return worker;
}

const isMarked = (/** @type {Page} */ page) => () => page.evaluate(() => CSS.highlights.size > 0);

/** What the panel says where nothing is marked. @param {Page} page */
const inPanel = (page) => () =>
  page.evaluate(
    () => document.querySelector('claimlight-host')?.shadowRoot?.querySelector('.panel .empty')?.textContent,
  );

/** @param {Browser} browser @param {string} address */
async function embedded(browser, address) {
  const { page, requests } = await open(browser, address);
  if (!(await runsScripts(page))) return close(page, NO_SCRIPTS);
  const shown = await outcome(isMarked(page), inPanel(page));
  assert.deepEqual(foreign(requests, address), [], 'it asks for its own files alone');
  return close(page, shown === 'marks' ? byEngine(requests) : shown);
}

/** @param {Browser} browser @param {string} address */
async function bookmarked(browser, address) {
  const { page, requests } = await open(browser, address);
  if (!(await runsScripts(page))) return close(page, NO_SCRIPTS);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const n_requests = requests.length;
  await page.evaluate(bookmarklet());
  const shown = await outcome(isMarked(page), inPanel(page));
  await page.evaluate(bookmarklet());
  await page.waitForFunction(() => !document.querySelector('claimlight-host'));
  const after = await page.evaluate(() => document.documentElement.outerHTML);
  assert.equal(after, before, 'a second click restores the page');
  assert.deepEqual(requests.slice(n_requests).filter(isAsked), [], 'it asks nobody for anything');
  return close(page, shown);
}

/** @param {Browser} browser @param {string} id @param {string} address */
async function byExtension(browser, id, address) {
  const { page, requests } = await open(browser, address);
  const n_requests = requests.length;
  await clickButton(browser, id, page);
  const shown = await outcome(isMarked(page), () => excuse(browser, id));
  assert.deepEqual(requests.slice(n_requests).filter(isAsked), [], 'it asks nobody for anything');
  return close(page, shown);
}

/** Each way takes the place of the one before, also the embed that comes after the reader's own. @param {Browser} browser @param {string} id @param {string} address */
async function twoWays(browser, id, address) {
  const click = (/** @type {Page} */ page) => clickButton(browser, id, page);
  await inTurn(browser, `${address}/embed.html`, [click, (page) => page.evaluate(bookmarklet())]);
  await inTurn(browser, `${address}/plain.html`, [click, (page) => page.evaluate(EMBED_LATE)]);
}

/** @param {Browser} browser @param {string} address @param {((page: Page) => Promise<unknown>)[]} ways */
async function inTurn(browser, address, ways) {
  const { page } = await open(browser, address);
  for (const way of ways) {
    if (address.endsWith('embed.html') || way !== ways[0]) {
      await until(isMarked(page));
      await page.evaluate(REMEMBER);
    }
    await way(page);
    await until(() => page.evaluate(IS_ANOTHER));
  }
  await page.close();
}

/** Why nothing can be marked, as the extension's button says it. @param {Browser} browser @param {string} id */
export async function excuse(browser, id) {
  const worker = await workerOf(browser, id);
  return worker?.evaluate(async () => {
    const { chrome } = /** @type {any} */ (globalThis);
    const [tab] = await chrome.tabs.query({ active: true });
    const popup = await chrome.action.getPopup({ tabId: tab.id });
    if (!popup.includes('cannot.html')) return '';
    return chrome.action.getTitle({ tabId: tab.id });
  });
}

/**
 * The value of an expression over `root`, the extension's own interface: it is closed to the page, so the extension is asked.
 * @param {Browser} browser @param {string} id @param {string} code @returns {Promise<any>}
 */
export async function inInterface(browser, id, code) {
  const worker = await workerOf(browser, id);
  return worker?.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    const func = () => {
      const host = document.querySelector('claimlight-host');
      const root = host && chrome.dom.openOrClosedShadowRoot(host);
      return root && (${code});
    };
    return (await chrome.scripting.executeScript({ target: { tabId: tab.id }, func }))[0].result;
  })()`);
}

/** What the browser asks for of itself is no request of ours. @param {string} url */
function isAsked(url) {
  return /^https?:/.test(url) && !url.endsWith('/favicon.ico');
}

/** @param {Page} page */
async function runsScripts(page) {
  return (await page.title()) === 'scripts run';
}

/** @template Result @param {Page} page @param {Result} result */
async function close(page, result) {
  await page.close();
  return result;
}
