/** What the demonstration lets a reader do: switch marks, change the page's looks, try a text of their own. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { inBothBrowsers } from './browsers.js';
import { assertPainted, countByStyle, painted, pointAt, shown } from './marks.js';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** What axe-core finds wrong on a page, one line each. @param {import('puppeteer-core').Page} page @returns {Promise<string[]>} */
async function faults(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run();
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ { target }) => `${id}: ${target}`),
    );
  });
}

/** @param {import('puppeteer-core').Page} page */
function lit(page) {
  return page.waitForFunction(() => CSS.highlights.size > 0);
}

inBothBrowsers('the showcase', {}, ({ open }) => {
  it('switches each kind of mark, by key', async () => {
    const { page } = await open('/demo/');
    await lit(page);
    await page.evaluate(`window.hostBefore = document.querySelector('claimlight-host')`);
    for (const layer of ['hedge', 'unsourced']) {
      await page.focus(`[name=layer][value=${layer}]`);
      await page.keyboard.press(' ');
    }
    await page.waitForFunction(() => [...CSS.highlights.keys()].every((name) => !name.includes('hedge-hedge')));
    await lit(page);
    const counts = countByStyle(await painted(page));
    assert.deepEqual([counts['hedge-hedge'], counts['claim-unsourced']], [undefined, undefined]);
    assert.ok(counts['source-attributed'] > 10);
    assert.ok(await page.evaluate(`hostBefore.isConnected`), 'the light stays on');
  });

  it('shows in its switches what is switched in the panel, and can be switched on again when it was switched off', async () => {
    const { page } = await open('/demo/');
    await lit(page);
    const root = `document.querySelector('claimlight-host').shadowRoot`;
    await page.waitForFunction(`${root}.querySelector('.panel:popover-open [data-name=hedge], .panel:popover-open')`);
    await page.evaluate(`${root}.getElementById('tab-findings').click()`);
    await page.waitForFunction(`${root}.querySelector('[data-name=hedge]')`);
    await page.evaluate(`${root}.querySelector('[data-name=hedge]').click()`);
    await page.waitForFunction(() => !document.querySelector('[value=hedge]:checked'));
    const other = await page.evaluate(() => document.querySelectorAll('[name=layer]:checked').length);
    assert.equal(other, 3);
    await page.evaluate(() => scrollTo(0, 1500));
    await page.evaluate(() => document.dispatchEvent(new CustomEvent('claimlight:yield')));
    await page.waitForFunction(() => document.activeElement?.matches('.demo-again') && CSS.highlights.size === 0);
    assert.ok((await page.evaluate(() => scrollY)) > 1400, 'who stops it goes on reading where they were');
    await page.keyboard.press('Enter');
    await lit(page);
    assert.ok(await page.evaluate(() => document.querySelector('.demo-again')?.hasAttribute('hidden')));
    assert.ok(
      await page.evaluate(() => document.activeElement?.matches('[name=layer]')),
      'the focus is with the marks',
    );
    assert.deepEqual(
      Object.keys(countByStyle(await painted(page))).filter((style) => style.startsWith('hedge')),
      [],
    );
  });

  it('says how to install each of the three ways; that the files it names are made, what was made is asked', async () => {
    const { page } = await open('/demo/try.html');
    const ways = await page.$$eval('.ways > section', (sections) =>
      sections.map(({ textContent }) => textContent?.replace(/\s+/g, ' ') ?? ''),
    );
    assert.equal(ways.length, 3);
    for (const [index, words] of [
      /src="\/claimlight\/auto\.js"/,
      /bookmarklet\/index\.html/,
      /extension\/chromium.*extension\/firefox/,
    ].entries())
      assert.match(ways[index], words);
  });

  it('turns the page dark and large', async () => {
    const { page } = await open('/demo/');
    const look = () =>
      page.evaluate(() => {
        const { backgroundColor, fontSize } = getComputedStyle(document.body);
        return { backgroundColor, fontSize: parseFloat(fontSize) };
      });
    const before = await look();
    await page.focus('[name=theme][value=dark]');
    await page.keyboard.press(' ');
    await page.focus('[name=size]');
    await page.keyboard.press(' ');
    const after = await look();
    assert.notEqual(after.backgroundColor, before.backgroundColor);
    assert.ok(after.fontSize > before.fontSize);
  });

  it('leaves the page’s own columns beside the open panel', async () => {
    const { page } = await open('/demo/');
    await page.waitForFunction(() =>
      document.querySelector('claimlight-host')?.shadowRoot?.querySelector('.panel:popover-open'),
    );
    const [rail, panel] = await page.evaluate(() => {
      const root = document.querySelector('claimlight-host')?.shadowRoot;
      return [document.querySelector('.rail'), root?.querySelector('.panel')].map((part) =>
        part?.getBoundingClientRect().toJSON(),
      );
    });
    assert.ok(rail.right <= panel.left, `${rail.right} ${panel.left}`);
  });

  it('shows on a phone what was read while one writes', async () => {
    const { page } = await open('/demo/try.html', { width: 390, height: 844 });
    await page.waitForFunction(() => CSS.highlights.size > 0);
    const top = await page.$eval('#reading', (reading) => reading.getBoundingClientRect().top);
    assert.ok(top < 844 * 0.75, `${top}`);
  });

  it('marks a text of one’s own as it is typed', async () => {
    const { page, complaints } = await open('/demo/try.html');
    await lit(page);
    assertPainted(await painted(page), 'source-attributed', 'the mayor');
    await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).select());
    await page.keyboard.type('The baker said the oven might be broken. It allegedly smoked.');
    await page.waitForFunction(() => document.querySelector('#reading')?.textContent?.includes('smoked'));
    await lit(page);
    const marks = await painted(page);
    assertPainted(marks, 'source-attributed', 'The baker');
    assertPainted(marks, 'hedge-hedge', 'might');
    assertPainted(marks, 'hearsay-unnamed', 'allegedly');
    const { x, y } = await pointAt(page, '#reading', 'allegedly');
    await page.mouse.click(x, y);
    assert.match(await shown(page, '.card'), /without naming who reported it/);
    assert.deepEqual(complaints, []);
  });

  for (const path of ['/demo/', '/demo/try.html']) {
    it(`gives axe-core nothing to find on ${path}, whatever it looks like, and a planted fault is found`, async () => {
      const { page } = await open(path);
      const settled = async () => {
        await lit(page);
        await painted(page);
        await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState === 'finished'));
      };
      await settled();
      assert.deepEqual(await faults(page), []);
      if (path === '/demo/') {
        // Dark and large, with a card; then as a phone has it.
        for (const choice of ['[name=theme][value=dark]', '[name=size]']) await page.click(`label:has(${choice})`);
        const { x, y } = await pointAt(page, '#story', 'allegedly');
        await page.mouse.click(x, y);
        await shown(page, '.card');
        await settled();
        assert.deepEqual(await faults(page), [], 'dark, large, with a card');
        await page.setViewport({ width: 390, height: 844 });
        await settled();
        assert.deepEqual(await faults(page), [], 'on a phone');
      }
      await page.evaluate(() => document.body.append(document.createElement('button')));
      assert.equal((await faults(page)).length, 1);
    });
  }
});
