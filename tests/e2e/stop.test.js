/** What Claimlight does to a page it can undo: after `stop()` the page is what it was, byte for byte. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { inBothBrowsers } from './browsers.js';
import { gone, painted, start, stop } from './marks.js';

/** The demonstration before anything starts. */
const DEMO = readFileSync(new URL('../../www/demo/index.html', import.meta.url), 'utf8').replace(
  /<script.*?<\/script>/s,
  '',
);
const EXOTIC = readFileSync(new URL('../pages/exotic.html', import.meta.url), 'utf8');

const made = (/** @type {string} */ path) => ({ '/demo/unlit.html': DEMO, '/exotic.html': EXOTIC })[path];

/** @param {import('puppeteer-core').Page} page */
function outerHtml(page) {
  return page.evaluate(() => document.documentElement.outerHTML);
}

inBothBrowsers('stopping', { made }, ({ open }) => {
  for (const path of ['/demo/unlit.html', '/exotic.html']) {
    it(`leaves ${path} as it was, byte for byte`, async () => {
      const { page, complaints } = await open(path);
      const before = await outerHtml(page);
      await start(page);
      assert.ok((await painted(page)).length > 5);
      await page.evaluate(() => {
        const { light } = /** @type {any} */ (window);
        for (const { id } of light.findings) light.select(id);
      });
      await stop(page);
      assert.equal(await outerHtml(page), before);
      assert.deepEqual(await painted(page), []);
      const sheets = await page.evaluate(() => document.adoptedStyleSheets.length);
      assert.equal(sheets, 0);
      assert.deepEqual(complaints, []);
    });
  }

  it('touches no node of the page while it is on, either', async () => {
    const { page } = await open('/exotic.html');
    const before = await page.evaluate(() => document.body.outerHTML);
    await start(page);
    assert.equal(await page.evaluate(() => document.body.outerHTML), before);
  });

  it('takes back what waits for the next frame', async () => {
    const { page, complaints } = await open('/demo/unlit.html');
    await start(page, { panel: 'open' });
    await page.evaluate(async () => {
      const { light } = /** @type {any} */ (window);
      light.select(light.findings[0].id);
      document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: 300, clientY: 300 }));
      window.dispatchEvent(new Event('scroll'));
      window.dispatchEvent(new Event('resize'));
      light.stop();
      for (let n = 0; n < 3; n++) await new Promise((drawn) => requestAnimationFrame(drawn));
    });
    assert.deepEqual(complaints, []);
  });

  it('can be started again, and twice is once', async () => {
    const { page } = await open('/demo/unlit.html');
    await start(page);
    const first = await painted(page);
    await start(page);
    assert.deepEqual(await painted(page), first);
    assert.equal(await page.evaluate(() => document.querySelectorAll('claimlight-host').length), 1);
    await stop(page);
    await start(page);
    assert.deepEqual(
      (await painted(page)).map(({ text }) => text),
      first.map(({ text }) => text),
    );
  });

  it('can be done from the panel’s settings; its cross makes it small', async () => {
    const { page } = await open('/demo/unlit.html', { width: 1400 });
    const before = await outerHtml(page);
    await start(page);
    await (await page.$('claimlight-host >>> .head button:last-of-type'))?.click();
    await (await page.waitForSelector('claimlight-host >>> .launcher:popover-open button'))?.click();
    await (await page.waitForSelector('claimlight-host >>> #tab-settings', { visible: true }))?.click();
    await (await page.$('claimlight-host >>> .part:last-of-type > .button'))?.click();
    await gone(page, '.panel');
    assert.equal(await outerHtml(page), before);
  });

  it('can be done through an AbortSignal', async () => {
    const { page } = await open('/demo/unlit.html');
    const before = await outerHtml(page);
    await page.evaluate(async () => {
      const address = '/claimlight-widget/claimlight.js';
      const { start } = await import(address);
      const controller = new AbortController();
      await start({ signal: controller.signal });
      controller.abort();
    });
    assert.equal(await outerHtml(page), before);
  });
});
