/** The demonstration, as a reader meets it: marks in the article, none outside it, a card and a panel. */
import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'node:test';
import { inBothBrowsers } from './browsers.js';
import { assertPainted, countByStyle, gone, isShown, painted, paintedIn, pointAt, shown } from './marks.js';

/** Everything on the page that holds words of speech and caution and is not the article's text. */
const AROUND = 'nav, .masthead, .demo, .rail, .newsletter, .comments, .cookies, .site-foot, .tools, .pull';

/** @param {import('puppeteer-core').Page} page */
function lit(page) {
  return page.waitForFunction(() => CSS.highlights.size > 0);
}

inBothBrowsers('the demonstration', {}, ({ open, address, name }) => {
  describe('as it is opened', () => {
    /** @type {import('puppeteer-core').Page} */
    let page;
    /** @type {import('./marks.js').Painted[]} */
    let marks;
    /** @type {string[]} */
    let complaints;
    /** @type {string[]} */
    let requests;
    before(async () => {
      ({ page, complaints, requests } = await open('/demo/', { width: 1400 }));
      await lit(page);
      marks = await painted(page);
    });

    it('is marked in its article and nowhere else', async () => {
      const isArticle = (/** @type {string} */ place) =>
        /article#story\.story > (div\.body|.*p\.standfirst)/.test(place);
      const outside = marks.filter(({ place }) => !isArticle(place));
      assert.deepEqual(outside, []);
      assert.deepEqual(await paintedIn(page, AROUND), []);
    });

    it('has marks of every kind', () => {
      const counts = countByStyle(marks);
      const least = { 'source-attributed': 15, 'cue-attributed': 15, 'source-unnamed': 3, 'hearsay-unnamed': 2 };
      for (const [style, count] of Object.entries({ ...least, 'hedge-hedge': 6, 'claim-unsourced': 2 })) {
        assert.ok(counts[style] >= count, `${counts[style]} of ${style}, at least ${count} are in the text`);
      }
    });

    it('has who speaks, hearsay, caution and what has no source marked as what they are', () => {
      assertPainted(marks, 'source-attributed', 'Daniel Okonjo');
      assertPainted(marks, 'source-attributed', 'Pavel Lindqvist');
      assertPainted(marks, 'source-attributed', 'The authority’s own report');
      assertPainted(marks, 'source-unnamed', 'Two people familiar with the inspections');
      assertPainted(marks, 'source-unnamed', 'Critics of the company');
      assertPainted(marks, 'hearsay-unnamed', 'allegedly');
      assertPainted(marks, 'hearsay-unnamed', 'reportedly');
      // "It is said to come out": an attribution to nobody that is not sure enough to be shown, and hearsay.
      assertPainted(marks, 'hearsay-unnamed', 'said');
      assertPainted(marks, 'hedge-hedge', 'might');
      assertPainted(marks, 'hedge-hedge', 'appears');
      assertPainted(marks, 'content-attributed', '“I have been asked that eleven times this week.”');
      assertPainted(marks, 'claim-unsourced', 'insurance premiums in the parish have almost doubled');
    });

    afterEach(async () => {
      await page.keyboard.press('Escape');
      await gone(page, '.card');
    });

    it('complains of nothing and asks nobody but its own server for anything', async () => {
      const { x, y } = await pointAt(page, '.body', 'allegedly');
      await page.mouse.click(x, y);
      await page.waitForFunction(() => document.querySelector('claimlight-host')?.shadowRoot?.querySelector('.card'));
      assert.deepEqual(complaints, []);
      const elsewhere = requests.filter((url) => !url.startsWith(address()) && !url.startsWith('data:'));
      assert.deepEqual(elsewhere, []);
    });

    it('opens a card at a click on a mark, with who says it, how, and why it is marked', async () => {
      const { x, y } = await pointAt(page, '.body', 'Daniel Okonjo');
      await page.mouse.click(x, y);
      const card = await shown(page, '.card');
      assert.match(card, /Source.*Daniel Okonjo/);
      assert.match(card, /Wording.*told/);
      assert.match(card, /Why it is marked\s*\S/);
    });

    it('says of hearsay that nobody is named', async () => {
      const { x, y } = await pointAt(page, '.body', 'allegedly');
      await page.mouse.click(x, y);
      assert.match(await shown(page, '.card'), /without naming who reported it/);
    });

    it('closes the card with Escape and gives the focus back', async () => {
      await page.focus('.skip');
      const { x, y } = await pointAt(page, '.body', 'allegedly');
      await page.evaluate(() =>
        /** @type {HTMLElement} */ (document.querySelector('.story-head a'))?.focus({ preventScroll: true }),
      );
      const before = await page.evaluate(() => document.activeElement?.textContent);
      await page.evaluate(
        (x, y) =>
          document
            .elementFromPoint(x, y)
            ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, clientX: x, clientY: y })),
        x,
        y,
      );
      await shown(page, '.card');
      await page.keyboard.press('Escape');
      await gone(page, '.card');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), before);
    });

    it('opens the card of the mark at the caret with Enter', async () => {
      await page.evaluate(() => {
        /** @type {HTMLElement} */ (document.activeElement)?.blur();
        const walker = document.createTreeWalker(
          /** @type {Node} */ (document.querySelector('.body')),
          NodeFilter.SHOW_TEXT,
        );
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf('potentially') ?? -1;
          if (at >= 0) document.getSelection()?.collapse(node, at + 3);
        }
      });
      await page.keyboard.press('Enter');
      assert.match(await shown(page, '.card'), /“potentially”/);
    });

    it('leaves links to the page', async () => {
      const { x, y } = await pointAt(page, '.body', 'Valley Record');
      await page.mouse.click(x, y);
      await page.waitForFunction(() => location.hash === '#valley-record');
      assert.equal(await isShown(page, '.card'), false);
    });

    it('lists its findings in the panel, and a click there goes to the place', async () => {
      const inPanel = (/** @type {string} */ selector) => page.$(`claimlight-host >>> ${selector}`);
      await (await inPanel('#tab-findings'))?.click();
      const rows = await page.$$('claimlight-host >>> .finding > button');
      assert.ok(rows.length > 5, `${rows.length} findings are listed`);
      const before = await page.evaluate(() => scrollY);
      await rows[rows.length - 1].click();
      await page.waitForFunction((before) => scrollY !== before, {}, before);
      const lights = await painted(page);
      assert.ok(
        lights.some(({ style }) => style.startsWith('lit-')),
        'what was chosen is lit in the text',
      );
    });
  });

  it('fits a telephone', async () => {
    const { page } = await open('/demo/', { width: 390, height: 844 });
    await lit(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${name}: the page is ${overflow} pixels wider than the screen`);
  });
});
