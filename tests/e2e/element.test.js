/** The element and the button: what they start they can start again, and two elements share a light. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inBothBrowsers } from './browsers.js';

const TEXT = '<p>The bridge may close in June, the mayor said. The contractor allegedly ignored two warnings.</p>';

/** @param {string} body @param {string} [head] */
const page = (body, head = '') =>
  `<!doctype html><html lang="en"><head><title>A bridge</title>${head}</head><body><main>${TEXT.repeat(3)}</main>${body}</body></html>`;

const ELEMENT = '<script type="module" src="/claimlight-widget/embed/element.js"></script>';

/** What the browser finds in place of the widget: nothing. */
const GONE = `<script type="importmap">{ "imports": { "/claimlight-widget/claimlight.js": "/gone.js" } }</script>`;

/** @type {Record<string, string>} */
const PAGES = {
  '/hidden.html': page(`<claim-light start-hidden interface-language="en">Sources</claim-light>${ELEMENT}`),
  '/json.html': page(
    `<script type="application/json" data-claimlight="options">{ "startHidden": true, "panel": "small" }</script>
    <claim-light interface-language="en"></claim-light>${ELEMENT}`,
  ),
  '/corner.html': page('<script type="module" src="/claimlight-widget/embed/auto.js" data-start-hidden></script>'),
  '/gone-auto.html': page(
    '<script type="module" src="/claimlight-widget/embed/auto.js"></script>',
    `${GONE}<script>
      const told = [];
      for (const type of ['error', 'unhandledrejection']) addEventListener(type, () => told.push(type));
      document.addEventListener('claimlight:error', ({ detail }) => told.push(detail.message));
    </script>`,
  ),
  '/bar.html': page(`<div id="bar" style="position: fixed; inset: auto 0 0 0; padding: 20px; text-align: end">Cookies?
    <button onclick="bar.hidden = true">Yes</button></div>
    <script type="module" src="/claimlight-widget/embed/auto.js" data-start-hidden></script>`),
  '/two.html': page(`<claim-light id="one"></claim-light><claim-light id="two"></claim-light>${ELEMENT}`),
  '/themed.html': page(
    `<claim-light panel="open"></claim-light>${ELEMENT}`,
    `<style>claimlight-host { --claimlight-paper: rgb(255, 250, 240); --claimlight-text: "Own Sans", sans-serif; }
     claimlight-host::part(panel) { border-radius: 3px; }</style>`,
  ),
  '/gone.html': page(`<claim-light start-hidden interface-language="de"></claim-light>${ELEMENT}`, GONE),
  '/gone-corner.html': page(
    '<script type="module" src="/claimlight-widget/embed/auto.js" data-start-hidden data-interface-language="de"></script>',
    GONE,
  ),
};

/** The button that stands on a page, in an element or in the corner. */
const BUTTON = `document.querySelector('claim-light, claimlight-button')?.shadowRoot.querySelector('button:not([hidden])')`;
const IS_LIT = `document.querySelectorAll('claimlight-host').length === 1 && CSS.highlights.size > 0`;

inBothBrowsers('the element', { made: (path) => PAGES[path] }, ({ open }) => {
  for (const path of ['/hidden.html', '/json.html', '/corner.html']) {
    it(`shows its button again when the reader has stopped what it started (${path})`, async () => {
      const { page } = await open(path);
      for (const _ of [1, 2]) {
        await page.waitForFunction(BUTTON);
        await page.evaluate(`${BUTTON}.click()`);
        await page.waitForFunction(`${IS_LIT} && window.lightOn && !${BUTTON}`);
        // The next to be stopped is the next that is ready.
        await page.evaluate('{ const { lightOn } = window; window.lightOn = undefined; lightOn.stop(); }');
      }
      await page.waitForFunction(`${BUTTON} && CSS.highlights.size === 0`);
      assert.equal(await page.evaluate(`document.querySelector('claim-light')?.light ?? null`), null);
    });
  }

  for (const path of ['/hidden.html', '/corner.html']) {
    it(`shows its button again when the light was stopped before it was there (${path})`, async () => {
      const { page } = await open(path);
      await page.waitForFunction(BUTTON);
      await page.evaluate(
        `document.addEventListener('claimlight:ready', ({ detail }) => { detail.light.stop(); window.isOver = true; })`,
      );
      await page.evaluate(`${BUTTON}.click()`);
      await page.waitForFunction(`window.isOver && ${BUTTON}`);
    });
  }

  it('leaves a cookie bar its own button, in the corner too, and comes down when that has gone', async () => {
    const { page } = await open('/bar.html');
    const bottom = `document.querySelector('claimlight-button')?.getBoundingClientRect().bottom`;
    for (const width of [1280, 390]) {
      await page.setViewport({ width, height: 800 });
      await page.evaluate('bar.hidden = false; dispatchEvent(new Event("resize"))');
      await page.waitForFunction(`${bottom} <= bar.getBoundingClientRect().top`);
      await page.click('#bar button');
      await page.waitForFunction(`bar.hidden && ${bottom} > 760`);
    }
  });

  for (const path of ['/gone.html', '/gone-corner.html']) {
    it(`says that it could not be loaded, and can be pressed again (${path})`, async () => {
      const { page } = await open(path);
      await page.waitForFunction(BUTTON);
      await page.evaluate(`${BUTTON}.click()`);
      await page.waitForFunction(`${BUTTON}?.nextSibling.textContent.startsWith('Das ließ sich nicht laden')`);
    });
  }

  it('tells the page that it could not be loaded, and makes no fault of it', async () => {
    const { page } = await open('/gone-auto.html');
    await page.waitForFunction('told.length > 0');
    // What nobody hears is told a moment later.
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(await page.evaluate('told'), ['claimlight: could not be loaded']);
  });

  it('shares its light with another, which keeps it when one goes, whichever of them started it', async () => {
    const { page } = await open('/two.html');
    await page.waitForFunction(`one.light?.report && one.light === two.light`);
    await page.evaluate(`{ window.both = [one, two]; one.remove(); }`);
    await page.waitForFunction(`both[1].light?.report && !both[0].light && ${IS_LIT}`);
    await page.evaluate(`document.body.append(both[0])`);
    await page.waitForFunction(`both[0].light && both[0].light === both[1].light`);
    await page.evaluate(`both[1].remove()`);
    await page.waitForFunction(`both[0].light?.report && !both[1].light && ${IS_LIT}`);
    await page.evaluate(`both[0].stop()`);
    assert.deepEqual(await page.evaluate(`[both[0].light, CSS.highlights.size]`), [null, 0]);
  });

  it('wears what the page gives it by properties and parts', async () => {
    const { page } = await open('/themed.html');
    await page.waitForFunction(`document.querySelector('claimlight-host')?.shadowRoot.querySelector('[part~=panel]')`);
    const worn = await page.evaluate(`{
      const style = getComputedStyle(document.querySelector('claimlight-host').shadowRoot.querySelector('[part~=panel]'));
      [style.backgroundColor, style.borderTopLeftRadius, style.fontFamily];
    }`);
    assert.deepEqual(worn, ['rgb(255, 250, 240)', '3px', '"Own Sans", sans-serif']);
  });
});
