/** Where a card leaves its reader, and what it says of the words it stands by. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clickOn, inside, onTheDesk, until } from './desk.js';

onTheDesk('the card', ({ openSample }) => {
  test('after Escape the next Tab goes on from the words, as without a card, and Shift+Tab back from them', async () => {
    const page = await openSample('panel=small');
    const stops = `[...document.querySelectorAll('a[href]')].map((link) => link.textContent.trim())`;
    const links = /** @type {string[]} */ (await page.evaluate(stops));
    const at = links.findIndex((words) => /Aldwick Herald/.test(words));
    assert.ok(at > 0, String(links));
    for (const [isBack, expected] of /** @type {const} */ ([
      [false, links[at]],
      [true, links[at - 1]],
    ])) {
      await clickOn(page, 'Critics');
      await until(page, `root.querySelector('.card')`);
      await page.keyboard.press('Escape');
      await until(page, `!root.querySelector('.card') && document.activeElement === document.body`);
      if (isBack) await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      if (isBack) await page.keyboard.up('Shift');
      assert.equal(await page.evaluate('document.activeElement.textContent.trim()'), expected);
      await page.evaluate('document.activeElement.blur()');
    }
    await page.close();
  });

  test('the focus goes back into shadow trees; where what had it is hidden the next Tab goes on from the words, past what takes no focus, to what a browser would stop at', async () => {
    const page = await openSample('panel=none');
    await page.evaluate(AROUND_THE_WORDS);
    const active = async () => page.evaluate('deepest().id');
    assert.equal(await page.evaluate(`(deep.focus(), closeCardAt(words), deepest().id)`), 'deep');
    assert.equal(await page.evaluate(`(first.focus(), closeCardAt(words, first), deepest().localName)`), 'body');
    await page.keyboard.press('Tab');
    assert.equal(await active(), 'deep');
    await page.evaluate('(deepest().blur(), closeCardAt(after))');
    await page.keyboard.press('Tab');
    assert.equal(await active(), 'chosen');
    await page.evaluate('(deepest().blur(), closeCardAt(after))');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    assert.equal(await active(), 'deep');
    // In another tree the browser knows better; and of words that are gone it is what stood around them.
    await page.evaluate('(deepest().blur(), closeCardAt(deep), keys.splice(0))');
    await page.keyboard.press('Tab');
    assert.deepEqual(await page.evaluate('keys'), ['Tab false']);
    await page.evaluate('(deepest().blur(), closeCardAt(words, words.firstChild))');
    await page.keyboard.press('Tab');
    assert.equal(await active(), 'deep');
    await page.close();
  });

  test('a card closed by a click elsewhere leaves the next one nothing to give the focus back to', async () => {
    const page = await openSample('panel=small');
    await page.evaluate(`document.querySelector('a[href]').focus()`);
    await clickOn(page, 'Critics');
    await until(page, `root.querySelector('.card')`);
    await page.mouse.click(1200, 890);
    await until(page, `!root.querySelector('.card')`);
    await page.evaluate('document.activeElement.blur?.()');
    await clickOn(page, 'Critics');
    await until(page, `root.querySelector('.card')`);
    await page.keyboard.press('Escape');
    await until(page, `!root.querySelector('.card')`);
    assert.equal(await page.evaluate('document.activeElement.localName'), 'body');
    await page.close();
  });

  test('what is also marked is what is marked at the words of this card, whichever way it was opened', async () => {
    const page = await openSample('panel=small');
    const also = () =>
      inside(page, `[...root.querySelectorAll('.card .also button')].map(({ textContent }) => textContent).join('|')`);
    // "may" stands in what the mayor said.
    const may = `light.findings.find(({ hedge }) => hedge && light.report.text.slice(hedge.start, hedge.end) === 'may').id`;
    const isOpen = `/may/.test(root.querySelector('.card .sentence')?.textContent)`;
    const { x, y } = /** @type {{x: number, y: number}} */ (
      await page.evaluate(`(() => {
        const text = document.querySelector('article p').firstChild;
        const range = document.createRange();
        range.setStart(text, text.data.indexOf(' may ') + 2);
        return range.getBoundingClientRect().toJSON();
      })()`)
    );
    await page.mouse.click(x, y + 8);
    await until(page, isOpen);
    const byClick = await also();
    assert.match(byClick, /the mayor/);
    const next = await inside(
      page,
      `(root.querySelector('.card .actions .button').click(), root.querySelector('.card .sentence').textContent)`,
    );
    assert.doesNotMatch(next, /“may”/);
    assert.notEqual(await also(), byClick);
    await page.evaluate(`light.select(${may})`);
    await until(page, isOpen);
    assert.equal(await also(), byClick);
    await page.close();
  });

  test('a card goes out of the window with its words', async () => {
    const page = await openSample('panel=none');
    await clickOn(page, 'Critics');
    await until(page, `root.querySelector('.card')`);
    await page.evaluate(`document.body.style.paddingBottom = '3000px'`);
    await page.evaluate('scrollTo(0, 2500)');
    await until(page, `root.querySelector('.card').getBoundingClientRect().bottom < 0`);
    await page.evaluate('scrollTo(0, 0)');
    await until(page, `root.querySelector('.card').getBoundingClientRect().bottom > 0`);
    await page.close();
  });

  test('what is switched off is led to no longer, and the key about to be pressed stays what it was', async () => {
    const page = await openSample('panel=small');
    await clickOn(page, 'Ana Ruiz');
    await until(page, `root.querySelector('.card .next')`);
    const focused = `root.activeElement.textContent`;
    await inside(page, `root.querySelectorAll('.card .actions .button')[2].focus()`);
    assert.equal(await inside(page, focused), 'Link to this sentence');
    await page.evaluate(`light.show({ layers: ['hedge'] })`);
    await until(page, `!root.querySelector('.card .next')`);
    assert.equal(await inside(page, focused), 'Link to this sentence');
    await page.evaluate(`light.show({ layers: ['attributed', 'hedge'] })`);
    await until(page, `root.querySelector('.card .next')`);
    assert.equal(await inside(page, focused), 'Link to this sentence');
    await inside(page, `root.querySelector('.card .next').focus()`);
    await page.evaluate(`light.show({ layers: ['hedge'] })`);
    await until(page, `!root.querySelector('.card .next')`);
    assert.equal(await inside(page, `root.activeElement.className`), 'layer card');
    await page.close();
  });

  test('the next Tab of a page of forty thousand elements is as quick', async () => {
    const page = await openSample('panel=small');
    await page.evaluate(
      `document.querySelector('main').insertAdjacentHTML('afterend', '<p>A comment.</p>'.repeat(40000))`,
    );
    await clickOn(page, 'Critics');
    await until(page, `root.querySelector('.card')`);
    await page.keyboard.press('Escape');
    await until(page, `!root.querySelector('.card') && document.activeElement === document.body`);
    await page.evaluate(`{
      const { comparePoint } = Range.prototype;
      window.n = 0;
      Range.prototype.comparePoint = function (...place) { n++; return comparePoint.apply(this, place); };
    }`);
    await page.keyboard.press('Tab');
    await page.waitForFunction('document.activeElement !== document.body');
    const n = Number(await page.evaluate('n'));
    assert.ok(n > 0 && n <= 20, `it compared ${n} places`);
    await page.close();
  });
});

/** Words with what Tab could stop at around them; `closeCardAt` takes the focus to a card and back, at or after an element, while another goes. */
const AROUND_THE_WORDS = `(async () => {
  const { newFocusKeeper } = await import('/www/card/focus.js');
  document.querySelector('article').insertAdjacentHTML('beforeend', '<button id="first">First</button><p id="words"><span>Words</span></p>' +
    '<p inert><a href="#inert">Inert</a></p><p id="shady"></p><p id="after">After</p>' +
    '<input type="radio" name="way" aria-label="one"><input type="radio" name="way" id="chosen" checked aria-label="other">');
  shady.attachShadow({ mode: 'open' }).innerHTML = '<a href="#deep" id="deep">Deep</a>';
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'closed' });
  const card = Object.assign(document.createElement('div'), { tabIndex: -1 });
  root.append(card);
  const closeCardAt = (at, going) => {
    const place = new Range();
    place.selectNodeContents(at.firstChild);
    const keeper = newFocusKeeper({ host, root });
    keeper.take(card);
    const giveBack = keeper.giveBack(card, place);
    card.remove();
    if (going?.localName === 'button') going.hidden = true;
    else going?.remove();
    giveBack();
    root.append(card);
  };
  const deepest = () => {
    let found = document.activeElement;
    while (found.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
    return found;
  };
  const keys = [];
  addEventListener('keydown', ({ key, defaultPrevented }) => keys.push(key + ' ' + defaultPrevented));
  Object.assign(window, { closeCardAt, deepest, keys, deep: shady.shadowRoot.firstChild });
})()`;
