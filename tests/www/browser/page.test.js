/** The page stays the page's: nothing of it is touched, moved, stolen or sent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clickOn, enter, inside, onTheDesk, placeOf, until } from './desk.js';

onTheDesk('the page', ({ openSample, address }) => {
  test('everything is drawn without a change to the page, and taken off without a trace', async () => {
    const page = await openSample('panel=none');
    await page.evaluate(`
        window.changes = [];
        new MutationObserver((records) => changes.push(...records)).observe(document.body,
          { subtree: true, childList: true, attributes: true, characterData: true });
        light.stop();
      `);
    assert.equal(await page.evaluate('document.documentElement.outerHTML === claimlightBefore'), true);
    await page.evaluate(
      `import('/www/claimlight.js').then(async ({ start }) => { window.light = await start({ panel: 'open' }); })`,
    );
    await until(page, 'root?.querySelector(".panel:popover-open")');
    await page.waitForFunction('CSS.highlights.size > 5');
    for (const room of /** @type {const} */ (['findings', 'take', 'settings', 'overview'])) await enter(page, room);
    await inside(page, `root.querySelectorAll('.switch')[0].click()`);
    await clickOn(page, 'Ana Ruiz');
    await page.evaluate(`light.select('hedge-1')`);
    assert.equal(await page.evaluate('changes.length'), 0);
    await page.evaluate('light.stop()');
    assert.equal(await page.evaluate('document.documentElement.outerHTML === claimlightBefore'), true);
    assert.equal(await page.evaluate('CSS.highlights.size + document.adoptedStyleSheets.length'), 0);
    await page.close();
  });

  test('a link in a mark is followed as ever, and opens no card', async () => {
    const page = await openSample();
    await page.evaluate(`document.addEventListener('click', (event) => {
        window.clicked = event.target.href; event.preventDefault();
      })`);
    await clickOn(page, 'The Aldwick Herald');
    assert.equal(await page.evaluate('clicked'), 'https://herald.example/tender');
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    assert.equal(await inside(page, `root.querySelector('.card')`), null);
    await page.close();
  });

  test('a card does not move the page, and neither does its end', async () => {
    const page = await openSample('panel=small&copies=3');
    await page.evaluate('scrollTo(0, 300)');
    await clickOn(page, 'warned');
    await until(page, `root.querySelector('.card')`);
    assert.equal(await page.evaluate('scrollY'), 300);
    await page.keyboard.press('Escape');
    await until(page, `!root.querySelector('.card')`);
    assert.equal(await page.evaluate('scrollY'), 300);
    await page.close();
  });

  test('text outside the article is no mark, and a click beside the letters opens nothing', async () => {
    const page = await openSample();
    const { x, y } = await placeOf(page, 'may close');
    await page.mouse.click(x, y - 25);
    await page.mouse.click(60, 23);
    // A click on the mark itself comes after these, and one card is there: its own.
    await page.evaluate(
      `window.selected = []; document.addEventListener('claimlight:select', ({ detail }) => selected.push(detail.id))`,
    );
    await page.mouse.click(x, y - 25);
    await page.mouse.click(60, 23);
    await page.mouse.click(x, y);
    await until(page, `root.querySelector('.card:popover-open')`);
    assert.equal(await page.evaluate('selected.length'), 1);
    await page.close();
  });

  test('what a reader does sends nothing', async () => {
    const page = await openSample();
    /** @type {string[]} */
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    const asked = `${address()}/tests/www/sample/index.html?asked`;
    await clickOn(page, 'Critics');
    await until(page, `root.querySelector('.card')`);
    await inside(page, `root.querySelector('.card .actions .plain').click()`);
    for (const room of /** @type {const} */ (['findings', 'take', 'settings', 'overview'])) await enter(page, room);
    // A request of the test's own shows that one would have been seen, and comes after any of theirs.
    await page.evaluate((asked) => fetch(asked), asked);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith('blob:')),
      [asked],
    );
    await page.evaluate('localStorage.clear()');
    await page.close();
  });

  test('a selection of the reader stays theirs', async () => {
    const page = await openSample();
    await page.evaluate(`getSelection().selectAllChildren(document.querySelector('h1'))`);
    await inside(page, `root.querySelectorAll('.speaker')[0].click()`);
    await inside(page, `root.querySelector('.finding > button').click()`);
    assert.match(String(await page.evaluate('String(getSelection())')), /^Bridge at Aldwick/);
    await page.close();
  });
});
