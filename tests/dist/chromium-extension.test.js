/**
 * The extension in Chromium. Its button is clicked; its menus and its side panel stand outside every page, where no driver
 * reaches: what Chromium tells the extension when one is chosen is told it by the test, and the panel is opened as a page.
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, open } from '../e2e/browsers.js';
import { clickButton, copyFor, excuse, extended, inInterface, workerOf } from './ways/chromium.js';
import { PATHS, servePdf } from './ways/pdf.js';
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
  const inside = (/** @type {string} */ code) => inInterface(extension.browser, extension.id, code);
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

  it('ends where it was when it is asked twice at once', async () => {
    const page = await article();
    await click(page);
    await isMarked(page);
    // Two clicks of a hand reach the page in one moment; those of a driver do not.
    const { isOn } = await inside(`(async () => {
      const chosen = { layers: ['attributed', 'unsourced'], interfaceLanguage: '', rules: '', sites: [] };
      const { toggle } = globalThis.claimlightExtension;
      await toggle(chosen);
      const answers = await Promise.all([toggle(chosen), toggle(chosen)]);
      return answers[1];
    })()`);
    assert.equal(isOn, false);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
    await click(page);
    await isMarked(page);
    await page.close();
  });

  it('says who says what is selected, where it is selected, when its entry of the menu is chosen', async () => {
    const page = await article();
    await page.evaluate(() => {
      const last = document.createElement('p');
      last.textContent = 'The town has a small harbour with a lighthouse, and a market on its square.';
      document.querySelector('article')?.append(last);
    });
    // The click lets it onto the page, as a choice from the menu does.
    await click(page);
    await isMarked(page);
    /** @param {number} from @param {number} start @param {number} to @param {number} end places in paragraphs */
    const ask = async (from, start, to, end) => {
      await page.evaluate(
        (from, start, to, end) => {
          const at = (/** @type {number} */ n) => /** @type {Node} */ (document.querySelectorAll('article p')[n].firstChild);
          getSelection()?.setBaseAndExtent(at(from), start, at(to), end);
        },
        ...[from, start, to, end],
      );
      await inBackground(`chrome.contextMenus.onClicked.dispatch({ menuItemId: 'who' }, tab)`);
    };
    const card = () => inside(`root.querySelector('.card:popover-open')?.textContent ?? ''`);
    const said = await page.evaluate(() => document.querySelectorAll('article p')[2].textContent?.indexOf('said') ?? -1);
    await ask(2, said, 2, said + 4);
    await until(async () => /harbour master/.test(await card()));
    // Its greater part is in the second paragraph.
    await ask(0, 90, 1, 60);
    await until(async () => /Ana Ruiz/.test(await card()));
    await ask(4, 4, 4, 30);
    await until(async () => /marked nothing in what you selected/.test(await card()));
    await page.close();
  });

  it('shows and tells the page nothing of what its reader looks at', async () => {
    const page = await article();
    await page.evaluate(() => {
      /** @type {string[]} */
      const heard = [];
      for (const type of ['ready', 'select', 'change', 'error', 'stop', 'yield']) {
        document.addEventListener(`claimlight:${type}`, () => heard.push(type));
      }
      Object.assign(window, { heard });
    });
    await click(page);
    await isMarked(page);
    const { x, y } = await page.evaluate(() => {
      const cue = [...CSS.highlights].find(([name]) => name.includes('cue-attributed'));
      const [range] = /** @type {Iterable<Range>} */ (cue?.[1]);
      const { x, y } = range.getClientRects()[0];
      return { x, y };
    });
    await page.mouse.click(x + 5, y + 5);
    await until(() => inside(`root.querySelector('.card:popover-open') !== null`));
    assert.deepEqual(await page.evaluate('heard'), []);
    assert.equal(await page.evaluate(() => document.querySelector('claimlight-host')?.shadowRoot), null);
    await page.close();
  });

  it('counts on the badge, and lists in the side panel, what the reader sees', async () => {
    const page = await article();
    await page.evaluate(() => {
      const more = document.createElement('p');
      more.textContent = 'If the council would agree, the ferry should run again, the harbour master said.';
      document.querySelector('article')?.append(more);
    });
    await click(page);
    await isMarked(page);
    const badge = async () => Number(await inBackground('await chrome.action.getBadgeText({ tabId: tab.id })'));
    const listed = async () => (await inBackground(`await chrome.tabs.sendMessage(tab.id, { type: 'findings' })`)).findings;
    await until(async () => (await badge()) > 0);
    const [n_before, before] = [await badge(), await listed()];
    // Conditionals are marked only when asked for.
    assert.ok(before.length && before.every((/** @type {{text: string}} */ { text }) => !/^(If|would|should)$/.test(text)), JSON.stringify(before));
    const claim = before.find((/** @type {{layer: string}} */ { layer }) => layer === 'unsourced');
    await inBackground(`void chrome.tabs.sendMessage(tab.id, { type: 'select', id: ${JSON.stringify(claim.id)} })`);
    await until(() => inside(`[...root.querySelectorAll('.card button')].some((button) => button.textContent === 'Not right?' && (button.click(), true))`));
    await until(async () => (await badge()) === n_before - 1);
    assert.ok((await listed()).every((/** @type {{id: string}} */ { id }) => id !== claim.id));
    await inBackground('await chrome.storage.local.clear()');
    await page.close();
  });

  it('keeps what is chosen on its options page, and names the line of a rule that is wrong', async () => {
    const options = await ownPage('options.html');
    await options.waitForFunction(() => document.querySelectorAll('#layers input').length === 4);
    assert.doesNotMatch(await options.evaluate(() => document.body.innerText), /options_|layer_|__MSG/);
    await options.click('#layers input[value=hedge]');
    await options.type('#rules', '[attribution communication]\n(?<cue>has it');
    await options.waitForFunction(() => /2/.test(document.querySelector('#faults')?.textContent ?? ''));
    assert.match(await options.evaluate(() => document.querySelector('#saved')?.textContent ?? ''), /^Not kept yet/);
    await options.waitForFunction(() => document.querySelector('#saved')?.textContent);
    await options.close();
    const page = await article();
    await click(page);
    await isMarked(page);
    assert.equal(await page.evaluate(() => [...CSS.highlights.keys()].some((name) => name.includes('hedge'))), false);
    await inBackground('await chrome.storage.local.clear()');
    await page.close();
  });

  it('marks by the own words that are saved on its options page', async () => {
    const options = await ownPage('options.html');
    await options.waitForFunction(() => document.querySelectorAll('#layers input').length === 4);
    await options.type('#rules', '[hedge possibility low]\nheard of neither');
    await until(async () => /neither$/.test(await inBackground('(await chrome.storage.local.get("rules")).rules')));
    await options.close();
    const page = await article();
    await click(page);
    await isMarked(page);
    const marked = () => page.evaluate(() => [...CSS.highlights.values()].flatMap((ranges) => [...ranges].map(String)));
    await until(async () => (await marked()).includes('heard of neither'));
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
    await page.bringToFront();
    await until(() => inside(`root.querySelector('.card:popover-open') !== null`));
    await panel.close();
    await page.close();
  });

  it('says at its button why it cannot run on a page of the browser', async () => {
    const { page } = await open(extension.browser, 'chrome://version');
    await click(page);
    await until(async () => /page of the browser itself/.test((await excuse(extension.browser, extension.id)) ?? ''));
    await page.close();
  });

  for (const path of PATHS) {
    it(`says at its button that a PDF cannot be read: ${path}`, async () => {
      const pdf = await servePdf();
      const { page } = await open(extension.browser, `${pdf.address}${path}`);
      await click(page);
      await until(async () => /This is a PDF/.test((await excuse(extension.browser, extension.id)) ?? ''));
      await page.close();
      await pdf.close();
    });
  }

  /**
   * What it does on a site that was granted: no driver reaches the window in which Chromium asks its reader, so a copy of the
   * extension is installed that has the site's permission from the beginning. The rest is the same path.
   */
  it('marks always the site that was added on its options page, one made ready beforehand too', async () => {
    const folder = copyFor('http://127.0.0.1/*');
    const granted = await extended(folder);
    const { page: options } = await open(granted.browser, `chrome-extension://${granted.id}/options.html`);
    await options.waitForFunction(() => document.querySelectorAll('#layers input').length === 4);
    await options.type('#site', 'mailto:news@news.example');
    await options.click('#add button');
    await options.waitForFunction(() => /begins with https/.test(/** @type {any} */ (document.querySelector('#site')).validationMessage));
    await options.$eval('#site', (field) => (/** @type {HTMLInputElement} */ (field).value = ''));
    await options.type('#site', `${server.address}/plain.html`);
    await options.click('#add button');
    await options.waitForFunction(() => document.querySelectorAll('#sites li').length === 1);
    const { page } = await open(granted.browser, `${server.address}/plain.html`);
    await isMarked(page);
    await page.evaluate(() => {
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.textContent = JSON.stringify({ prerender: [{ urls: ['/plain.html?next'], eagerness: 'immediate' }] });
      const link = document.createElement('a');
      link.href = '/plain.html?next';
      link.textContent = 'Next';
      document.body.append(rules, link);
    });
    // Long enough for it to be ready, and to have asked for the light if it did not wait.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await page.click('a');
    // The driver loses a page that was made ready beforehand: the extension is asked.
    await until(() =>
      inInterface(
        granted.browser,
        granted.id,
        `location.search === '?next' && CSS.highlights.size > 0 && performance.getEntriesByType('navigation')[0].activationStart > 0`,
      ),
    );
    await granted.browser.close();
    rmSync(folder, { recursive: true });
  });
});
