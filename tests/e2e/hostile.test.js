/** Pages that are against it: nothing of theirs runs through us, nothing of ours breaks on them, and they stay as they were. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inBothBrowsers, longIn } from './browsers.js';
import { made } from './hostile-pages.js';
import { isShown, painted, shown, start, stop } from './marks.js';

/** @typedef {import('puppeteer-core').Page} Page */

/** How long a change may take to be marked on a slow machine that is busy, in milliseconds. */
const PATIENCE = 90_000;

/** How often a page changes what it says in half a second, where the machine is quick enough. */
const N_CHANGES = 50_000;

/** @param {Page} page @param {string} code */
const inPage = (page, code) => /** @type {Promise<any>} */ (page.evaluate(code));

/** How many sources are marked. @param {Page} page */
const nSources = async (page) => (await painted(page)).filter(({ style }) => style.startsWith('source')).length;

/** Asserts that nothing was run that should not, and nothing thrown. @param {Page} page @param {string[]} complaints */
async function assertQuiet(page, complaints) {
  assert.deepEqual(await inPage(page, 'window.owned ?? []'), []);
  assert.deepEqual(complaints, []);
}

/** Opens every room of the panel and every card, and takes everything away in every format; what was copied. @param {Page} page */
function useAll(page) {
  return page.evaluate(async () => {
    const { light } = /** @type {any} */ (window);
    const root = /** @type {ShadowRoot} */ (document.querySelector('claimlight-host')?.shadowRoot);
    const wait = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    for (const { id } of light.findings) light.select(id);
    /** @type {string[]} */
    const copied = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (/** @type {string} */ text) => void copied.push(text) },
    });
    for (const tab of root.querySelectorAll('[role="tab"]')) {
      /** @type {HTMLElement} */ (tab).click();
      await wait();
      for (const button of root.querySelectorAll('.take button:first-of-type')) {
        const before = copied.length;
        /** @type {HTMLElement} */ (button).click();
        // A file is written in turns of its own.
        for (let turns = 0; turns < 100 && copied.length === before; turns++) await wait();
      }
    }
    return copied;
  });
}

inBothBrowsers('a page that is against it', { made }, ({ open, name }) => {
  it('by its scripts, which put other things in the place of what browsers have, is marked and exported all the same', async () => {
    const { page, complaints } = await open('/patched.html');
    await start(page, { panel: 'open', interfaceLanguage: 'en' });
    assert.deepEqual(complaints, []);
    assert.equal(await nSources(page), 4);
    const copied = await useAll(page);
    const report = JSON.parse(copied.find((text) => text.startsWith('{') && text.includes('"attributions"')) ?? '');
    assert.equal(report.attributions.length, 4);
    await stop(page);
    assert.equal(await page.$('claimlight-host'), null);
    await assertQuiet(page, complaints);
  });

  it('by highlights of its own keeps them, under whatever names', longIn(name, 'chromium'), async () => {
    const { page, complaints } = await open('/highlights.html');
    await start(page, { panel: 'none' });
    assert.ok((await nSources(page)) >= 4);
    await stop(page);
    assert.deepEqual(await inPage(page, `[...CSS.highlights].map(([name, own]) => [name, own.size])`), [['search', 1]]);
    await assertQuiet(page, complaints);
  });

  it(
    'by a style sheet that takes everything from everything shows the panel and the card',
    longIn(name, 'chromium'),
    async () => {
      const { page, complaints } = await open('/unset.html');
      await start(page, { panel: 'open', interfaceLanguage: 'en' });
      assert.match(await shown(page, '.panel'), /Who says what/);
      await inPage(page, `light.select(light.findings[0].id)`);
      assert.ok(await shown(page, '.card'));
      const size = `(({ width, height }) => width > 100 && height > 40)(document.querySelector('claimlight-host').shadowRoot.querySelector('.card').getBoundingClientRect())`;
      assert.ok(await inPage(page, size), 'the card has its own style');
      await assertQuiet(page, complaints);
    },
  );

  it('by words that look like markup or scripts has them shown as words, and taken away as words', async () => {
    const { page, complaints } = await open('/markup.html');
    await start(page, { panel: 'open', interfaceLanguage: 'en', confidence: 0 });
    const copied = await useAll(page);
    assert.ok(copied.length >= 4, `${copied.length} formats`);
    const inside = `[...document.querySelector('claimlight-host').shadowRoot.querySelectorAll('img, script, iframe, a')]
      .filter((element) => element.localName !== 'a' || !/^https?:/.test(element.href)).map((element) => element.outerHTML)`;
    assert.deepEqual(await inPage(page, inside), []);
    const markdown = copied.find((text) => text.startsWith('# ')) ?? '';
    assert.doesNotMatch(markdown, /^[^\\]*<(img|script)/im);
    assert.doesNotMatch(markdown, /[^\\]\]\(javascript:/i);
    const csv = copied.find((text) => /^\W?id,|^\W?layer,/i.test(text)) ?? copied[1];
    assert.doesNotMatch(csv, /(^|,)"?=HYPERLINK/m);
    await assertQuiet(page, complaints);
  });

  it('by frames without size, turned or hidden is marked', longIn(name, 'chromium'), async () => {
    const { page, complaints } = await open('/frames.html');
    await start(page, { panel: 'open', interfaceLanguage: 'en' });
    assert.equal(await nSources(page), 4);
    await page.mouse.move(300, 300);
    await page.mouse.click(300, 420);
    await assertQuiet(page, complaints);
  });

  it('that changes fifty thousand nodes in a second is left its time, and right when it has come to rest', async () => {
    const { page, complaints } = await open('/plain.html');
    await start(page, { panel: 'none' });
    await page.evaluate(async (nChanges) => {
      const text = /** @type {Text} */ (document.querySelector('#p1')?.firstChild);
      for (let n = 0; n < nChanges; n++) {
        text.data = `Ana Ruiz said on day ${n} that the ferry may stop.`;
        if (n % 5_000 === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      }
      text.data = 'Petra Vance said at last that the ferry may stop.';
    }, N_CHANGES);
    await page.waitForFunction(
      () => /** @type {any} */ (window).light.report.text.includes('Petra Vance said at last'),
      { timeout: PATIENCE },
    );
    await assertQuiet(page, complaints);
  });

  it('that is written anew by document.write is read anew, and marked', async () => {
    const { page, complaints } = await open('/plain.html');
    await start(page, { panel: 'open', interfaceLanguage: 'en' });
    const texts = [1, 2, 3].map((n) => `The mill at Orrin could close in ${n} weeks, said Petra Vance, its owner.`);
    await page.evaluate((texts) => {
      document.open();
      document.write(
        `<title>Mill may close</title><article><h1>Mill may close</h1>${texts.map((text) => `<p>${text}</p>`).join('')}</article>`,
      );
      document.close();
    }, texts);
    await page.waitForFunction(() => /** @type {any} */ (window).light.report?.text.includes('Petra Vance'), {
      timeout: PATIENCE,
    });
    assert.equal(await nSources(page), 3);
    assert.match(await inPage(page, `document.querySelector('claimlight-host').shadowRoot.textContent`), /Petra Vance/);
    await stop(page);
    assert.equal(await page.$('claimlight-host'), null);
    await assertQuiet(page, complaints);
  });

  it(
    'that takes our element away in every frame is left alone after a few times',
    longIn(name, 'chromium'),
    async () => {
      const { page } = await open('/plain.html');
      await start(page, { panel: 'open' });
      await page.evaluate(() => {
        addEventListener('claimlight:error', () => Object.assign(window, { wasTold: true }));
        const away = () => {
          document.querySelector('claimlight-host')?.remove();
          requestAnimationFrame(away);
        };
        away();
      });
      await page.waitForFunction(() => /** @type {any} */ (window).wasTold, { timeout: PATIENCE });
      assert.equal(await isShown(page, '.panel'), false);
      assert.deepEqual(await painted(page), []);
      assert.deepEqual(await inPage(page, 'owned'), []);
    },
  );
});
