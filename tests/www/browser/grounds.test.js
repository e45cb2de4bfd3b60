/** The colours of the page are what the browser says they are, however they are written and wherever they stand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inside, onTheDesk, until } from './desk.js';

/** Papers as style sheets write them today, and what the interface wears on them. */
const PAPERS = {
  'oklch(0.2 0.02 260)': 'dark',
  'lab(12 2 -5)': 'dark',
  'color(display-p3 0.1 0.1 0.12)': 'dark',
  'color(srgb-linear 0.01 0.01 none)': 'dark',
  'color-mix(in oklab, black, navy)': 'dark',
  'oklch(0.97 0.01 90)': 'light',
  'color(rec2020 0.9 0.9 0.9)': 'light',
};

/** How long a page's colours are given to settle before they are looked at, with as much again, in milliseconds. */
const SETTLED = 700;

onTheDesk('the grounds of marks', ({ openSample }) => {
  test('are read in every way of writing a colour', async () => {
    const page = await openSample('panel=none');
    const worn = await page.evaluate(`(async () => {
        light.stop();
        const { start } = await import('/www/claimlight.js');
        const worn = {};
        const papers = ${JSON.stringify(PAPERS)};
        for (const paper of Object.keys(papers)) {
          document.documentElement.style.setProperty('--paper', paper);
          document.documentElement.style.setProperty('--ink', papers[paper] === 'dark' ? '#eee' : '#222');
          const light = await start({ panel: 'none' });
          worn[paper] = document.querySelector('claimlight-host').shadowRoot.querySelector('.surface').dataset.scheme;
          light.stop();
        }
        return worn;
      })()`);
    assert.deepEqual(worn, PAPERS);
    await page.close();
  });

  test('are measured where a slot puts the text, and through shadow trees', async () => {
    const page = await openSample('panel=none');
    const colours = await page.evaluate(`(async () => {
        const { backgroundReader } = await import('/www/page/background.js');
        const { elementOf } = await import('/www/page/tree.js');
        const host = document.body.appendChild(document.createElement('div'));
        host.attachShadow({ mode: 'open' }).innerHTML = '<div style="background: rgb(0, 51, 102)"><slot></slot></div>bare';
        host.innerHTML = '<p>in</p>text';
        const [inner, outer, bare] = [host.firstChild, host.lastChild, host.shadowRoot.lastChild];
        return [inner, outer, bare].map((node) => backgroundReader(() => undefined)(elementOf(node)));
      })()`);
    assert.deepEqual(colours, [
      [0, 0.2, 0.4, 1],
      [0, 0.2, 0.4, 1],
      [1, 1, 1, 1],
    ]);
    await page.close();
  });

  test('are told by the text where it stands on a gradient or a picture', async () => {
    const page = await openSample('panel=none', (fresh) =>
      fresh.evaluateOnNewDocument(`addEventListener('DOMContentLoaded', () => {
        document.body.style.background = 'linear-gradient(#0b2545, #14161a)';
        document.documentElement.style.setProperty('--ink', 'oklch(0.97 0.01 90)');
      })`),
    );
    await page.evaluate('lightOn.painted()');
    assert.equal(await inside(page, `root.querySelector('.surface').dataset.scheme`), 'dark');
    const ink = await page.evaluate(
      `getComputedStyle(document.querySelector('article p'), '::highlight(claimlight-source-attributed-0)').textDecorationColor`,
    );
    const [light] =
      String(ink)
        .match(/[\d.]+/g)
        ?.map(Number) ?? [];
    assert.ok(String(ink).startsWith('color(') ? light > 0.4 : light > 100, String(ink));
    await page.close();
  });

  test('are painted anew when they change, and not when a class of another kind does', async () => {
    const page = await openSample('panel=none');
    await page.evaluate(`(async () => { await lightOn.painted(); window.before = [...CSS.highlights.values()];
        document.documentElement.classList.add('scrolled'); document.body.classList.add('has-banner'); })()`);
    await page.evaluate(`new Promise((resolve) => setTimeout(resolve, ${SETTLED}))`);
    const isSame = `[...CSS.highlights.values()].every((highlight, index) => highlight === before[index])`;
    assert.equal(await page.evaluate(isSame), true);
    await page.evaluate(`document.documentElement.dataset.theme = 'navy'`);
    await until(page, `root.querySelector('.surface').dataset.scheme === 'dark' && !(${isSame})`);
    await page.close();
  });

  test('are looked at again when lines become tight, text grey, or the window narrow', async () => {
    const page = await openSample('panel=none', (fresh) =>
      fresh.evaluateOnNewDocument(`addEventListener('DOMContentLoaded', () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.tight p { line-height: 1.1 } .grey p { color: #767676 } @media (width < 700px) { p { line-height: 1.3 !important } }');
        document.adoptedStyleSheets.push(sheet);
      })`),
    );
    await page.evaluate('lightOn.painted()');
    const rules = `[...document.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).filter((text) => text.includes('::highlight')).join()`;
    const acts = [
      () => page.evaluate(`document.documentElement.classList.add('tight')`),
      () => page.evaluate(`document.body.classList.add('grey')`),
      () => page.setViewport({ width: 600, height: 900 }),
    ];
    for (const act of acts) {
      await page.evaluate(`window.before = ${rules}`);
      await act();
      await page.waitForFunction(`${rules} && ${rules} !== before`);
    }
    await page.close();
  });

  test('are taken from the page where it says which, in the interface too', async () => {
    const page = await openSample('panel=open', (fresh) =>
      fresh.evaluateOnNewDocument(`addEventListener('DOMContentLoaded', () =>
        document.documentElement.style.setProperty('--claimlight-attributed', 'rgb(0, 100, 0)'))`),
    );
    await page.evaluate('lightOn.painted()');
    const ink = (/** @type {string} */ of, /** @type {string} */ name) =>
      page.evaluate(
        `getComputedStyle(document.querySelector('${of}'), '::highlight(claimlight-${name}-0)').textDecorationColor`,
      );
    assert.match(String(await ink('article p', 'source-attributed')), /^(rgba?\(0, 100, 0|color\(srgb 0 0\.39\d* 0)\b/);
    assert.doesNotMatch(String(await ink('article p', 'hedge-hedge')), /\(0, 100, 0\)|srgb 0 0\.39/);
    const logo = `getComputedStyle(root.querySelector('.logo path')).stroke`;
    assert.equal(await inside(page, logo), 'rgb(0, 100, 0)');
    await page.close();
  });
});
