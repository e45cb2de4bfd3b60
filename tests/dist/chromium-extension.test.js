/**
 * The extension in Chromium. Its button is clicked; its menus and its side panel stand outside every page, where no driver
 * reaches: what Chromium tells the extension when one is chosen is told it by the test, and the panel is opened as a page.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, open } from '../e2e/browsers.js';
import { clickButton, excuse, extended, workerOf } from './ways/chromium.js';
import { serveUnder, until } from './ways/ways.js';

describe('the extension in Chromium', { skip: !BROWSERS.includes('chromium') && 'BROWSER names another' }, () => {
  /** @type {Awaited<ReturnType<typeof extended>>} */
  let extension;
  /** @type {Awaited<ReturnType<typeof serveUnder>>} */
  let server;
  before(async () => {
    server = await serveUnder(undefined);
    extension = await extended();
  });
  after(async () => {
    await extension?.browser.close();
    await server?.close();
  });
  const article = async () => (await open(extension.browser, `${server.address}/plain.html`)).page;
  const click = (/** @type {import('puppeteer-core').Page} */ page) =>
    clickButton(extension.browser, extension.id, page);
  const isMarked = (/** @type {import('puppeteer-core').Page} */ page) =>
    page.waitForFunction(() => CSS.highlights.size > 0, { timeout: 30_000 });
  const ownPage = async (/** @type {string} */ name) =>
    (await open(extension.browser, `chrome-extension://${extension.id}/${name}`)).page;
  /** Runs in the extension's background, with the number of the tab that is looked at. @param {string} code @returns {Promise<any>} */
  const inBackground = async (code) => {
    const worker = await workerOf(extension.browser, extension.id);
    return worker?.evaluate(
      `(async () => { const [tab] = await chrome.tabs.query({ active: true }); return ${code}; })()`,
    );
  };

  it('marks the page by a click on its button, counts on the badge, and takes all off by another', async () => {
    const page = await article();
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await click(page);
    await isMarked(page);
    const badge = () => inBackground('await chrome.action.getBadgeText({ tabId: tab.id })');
    await until(async () => Number(await badge()) > 0);
    assert.match(await inBackground('await chrome.action.getTitle({ tabId: tab.id })'), /Claims without a source: \d/);
    await click(page);
    await page.waitForFunction(() => CSS.highlights.size === 0 && !document.querySelector('claimlight-host'));
    assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before);
    await until(async () => (await badge()) === '');
    await page.close();
  });

  it('counts anew when the page says more', async () => {
    const page = await article();
    await click(page);
    await isMarked(page);
    const badge = async () => Number(await inBackground('await chrome.action.getBadgeText({ tabId: tab.id })'));
    await until(async () => (await badge()) > 0);
    const n_before = await badge();
    await page.evaluate(() => {
      const more = document.createElement('p');
      more.textContent = 'Burglaries in the valley have doubled since 2019.';
      document.querySelector('article p')?.after(more);
    });
    await until(async () => (await badge()) === n_before + 1);
    await page.close();
  });

  it('opens the finding that holds what is selected, when its entry of the menu is chosen', async () => {
    const page = await article();
    // The click lets it onto the page, as a choice from the menu does.
    await click(page);
    await isMarked(page);
    const words = await page.evaluate(() => {
      const cue = [...CSS.highlights].find(([name]) => name.includes('cue-attributed'));
      return String([.../** @type {Highlight} */ (cue?.[1])][0]);
    });
    await inBackground(
      `chrome.contextMenus.onClicked.dispatch({ menuItemId: 'who', selectionText: ${JSON.stringify(words)} }, tab)`,
    );
    await page.waitForFunction(
      () => document.querySelector('claimlight-host')?.shadowRoot?.querySelector('.card:popover-open'),
    );
    await page.close();
  });

  it('keeps what is chosen on its options page, and names the line of a rule that is wrong', async () => {
    const options = await ownPage('options.html');
    await options.waitForFunction(() => document.querySelectorAll('#layers input').length === 4);
    assert.doesNotMatch(await options.evaluate(() => document.body.innerText), /options_|layer_|__MSG/);
    await options.click('#layers input[value=hedge]');
    await options.type('#rules', '[attribution communication]\n(?<cue>has it');
    await options.waitForFunction(() => /2/.test(document.querySelector('#faults')?.textContent ?? ''));
    await options.waitForFunction(() => document.querySelector('#saved')?.textContent);
    await options.close();
    const page = await article();
    await click(page);
    await isMarked(page);
    assert.equal(await page.evaluate(() => [...CSS.highlights.keys()].some((name) => name.includes('hedge'))), false);
    await inBackground('await chrome.storage.local.clear()');
    await page.close();
  });

  it('lists in its side panel what was found, and leads there', async () => {
    const page = await article();
    await click(page);
    await isMarked(page);
    const tab = await inBackground('tab');
    const panel = await ownPage('panel.html');
    // As a page of its own it would look at itself.
    await panel.evaluateOnNewDocument(`chrome.tabs.query = async () => [${JSON.stringify(tab)}];`);
    await panel.reload();
    await panel.waitForSelector('#findings button');
    assert.match(await panel.evaluate(() => document.querySelector('#status')?.textContent ?? ''), /: \d/);
    await panel.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#findings button')).click());
    await page.waitForFunction(() => document.querySelector('claimlight-host')?.shadowRoot?.querySelector('.card'), {
      polling: 100,
    });
    await panel.close();
    await page.close();
  });

  it('says at its button why it cannot run on a page of the browser', async () => {
    const { page } = await open(extension.browser, 'chrome://version');
    await click(page);
    await until(async () => /page of the browser itself/.test((await excuse(extension.browser, extension.id)) ?? ''));
    await page.close();
  });
});
