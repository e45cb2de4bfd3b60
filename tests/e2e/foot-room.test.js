/** The room that the panel leaves below the page, on pages that measure themselves in other ways than the sample does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../www/browser/desk.js';
import { inBothBrowsers } from './browsers.js';
import { paragraph } from './living-pages.js';
import { start, stop } from './marks.js';

/** @param {number} n */
const article = (n) =>
  `<title>Ferry at Aldwick may stop</title><main><article><h1>Ferry at Aldwick may stop</h1>${Array.from({ length: n }, (_, index) => `<p>${paragraph(index)}</p>`).join('')}<p id="last">The county may pay for a new ferry next year, said Mara Holt, who keeps the lighthouse.</p></article></main>`;

/** @type {Record<string, string>} */
const PAGES = {
  // Without a declaration the body is what scrolls.
  '/quirks.html': article(60),
  '/quirks-high.html': `<style>html, body { height: 100% }</style>${article(60)}`,
  '/short.html': `<!doctype html>${article(2)}`,
  '/long.html': `<!doctype html><meta name="viewport" content="width=device-width">${article(60)}`,
};

const LAST = `document.getElementById('last').getBoundingClientRect().bottom`;
const REACHED = `(scrollTo(0, 1e6), ${LAST} <= root.querySelector('.panel').getBoundingClientRect().top + 1)`;

/** How often the room changed and the page scrolled in a third of a second. */
const STIRS = `(async () => {
  const root = document.querySelector('claimlight-host').shadowRoot;
  const rest = (time) => new Promise((resolve) => setTimeout(resolve, time));
  let n = 0;
  await rest(200);
  const count = () => n++;
  const watcher = new MutationObserver(count);
  watcher.observe(root.querySelector('.foot-room'), { attributes: true });
  addEventListener('scroll', count);
  await rest(300);
  watcher.disconnect();
  removeEventListener('scroll', count);
  return n;
})()`;

inBothBrowsers('the room below the page', { made: (/** @type {string} */ path) => PAGES[path] }, ({ open }) => {
  for (const path of ['/quirks.html', '/quirks-high.html']) {
    test(`is there in quirks mode, rests, and goes (${path})`, async () => {
      const { page } = await open(path);
      assert.equal(await page.evaluate('document.compatMode'), 'BackCompat');
      const high = await page.evaluate('document.scrollingElement.scrollHeight');
      await start(page, { panel: 'open' });
      await until(page, REACHED);
      assert.equal(await page.evaluate(STIRS), 0);
      if (path === '/quirks.html') {
        // What goes from the page takes no empty screens along.
        await page.evaluate(
          `document.querySelectorAll('p:nth-of-type(n + 20):not(#last)').forEach((one) => one.remove())`,
        );
        await until(page, `${REACHED} && ${LAST} > 0`);
        assert.equal(await page.evaluate(STIRS), 0);
      }
      await page.evaluate('location.reload()');
      await page.waitForFunction(`!document.querySelector('claimlight-host') && document.getElementById('last')`);
      await start(page, { panel: 'open' });
      await until(page, REACHED);
      await stop(page);
      assert.equal(await page.evaluate('document.scrollingElement.scrollHeight'), high);
    });
  }

  test('of a page that fits the window rests, and goes', async () => {
    const { page } = await open('/short.html', { width: 700 });
    await start(page, { panel: 'open' });
    await until(page, REACHED);
    assert.equal(await page.evaluate(STIRS), 0);
    await stop(page);
    assert.equal(await page.evaluate('document.documentElement.scrollHeight'), 900);
  });

  test('stays while a card has the place of the panel on a telephone, so that nothing moves under the finger', async () => {
    const { page } = await open('/long.html', { width: 390, height: 760 });
    await start(page, { panel: 'open' });
    await until(page, REACHED);
    assert.equal(await page.evaluate(STIRS), 0);
    const before = await page.evaluate(`[scrollY, ${LAST}]`);
    const place = /** @type {{x: number, y: number}} */ (
      await page.evaluate(`(() => {
        const { left, top } = document.getElementById('last').getClientRects()[0];
        return { x: left + 20, y: top + 8 };
      })()`)
    );
    await page.mouse.click(place.x, place.y);
    await until(page, `root.querySelector('.card')?.checkVisibility()`);
    assert.equal(await page.evaluate(STIRS), 0);
    assert.deepEqual(await page.evaluate(`[scrollY, ${LAST}]`), before);
    await page.keyboard.press('Escape');
    await until(page, `root.querySelector('.panel').checkVisibility()`);
    assert.equal(await page.evaluate(STIRS), 0);
    assert.deepEqual(await page.evaluate(`[scrollY, ${LAST}]`), before);
  });
});
