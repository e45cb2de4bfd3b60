/** Where the panel stands and what room it leaves, and what it says in which language. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, inside, onTheDesk, until } from './desk.js';

onTheDesk('the panel', ({ openSample }) => {
  test('the panel moves below the text, is made higher by keys, and is found there again', async () => {
    const page = await openSample();
    const box = () => inside(page, `root.querySelector('.panel').getBoundingClientRect().toJSON()`);
    assert.ok((await box()).left > 742, 'the text is beside it');
    await inside(page, `root.querySelector('.dock').click()`);
    const below = await box();
    assert.ok(below.width > 1000 && below.top > 400 && below.bottom === 900);
    await until(page, `root.querySelector('.grip').ariaValueNow === '${Math.round(below.height)}'`);
    await enter(page, 'findings');
    const widths = `[root.querySelector('.finding > button').offsetWidth, root.querySelector('.scroller').clientWidth]`;
    const [row, list] = await inside(page, widths);
    assert.equal(row, list, 'a row, and the ring of the keyboard around it, is as wide as the list');
    // The page's last lines can be scrolled to, above it.
    const foot = `(scrollTo(0, 1e6), document.querySelector('main').getBoundingClientRect().bottom)`;
    await until(page, `${foot} <= root.querySelector('.panel').getBoundingClientRect().top + 1`);
    assert.deepEqual(
      await inside(
        page,
        `['ariaLabel', 'ariaOrientation', 'ariaValueMin'].map((name) => root.querySelector('.grip')[name])`,
      ),
      ['Height of the panel', 'horizontal', '160'],
    );
    await inside(page, `root.querySelector('.grip').focus()`);
    await page.keyboard.press('ArrowUp');
    await page.reload();
    await page.waitForFunction('window.light');
    assert.equal((await box()).height, below.height + 24);
    await page.evaluate('localStorage.clear()');
    // Where too little is left beside the text, the panel makes room for it by itself, also while it is open.
    await page.reload();
    await page.waitForFunction('window.light');
    assert.ok((await box()).bottom < 900);
    await page.setViewport({ width: 1000, height: 900 });
    await until(page, `root.querySelector('.panel').getBoundingClientRect().bottom === 900`);
    await page.close();
  });

  test('made small by the reader it stays so on the next page, until it is opened again', async () => {
    const page = await openSample('panel=auto');
    const isOpen = `root.querySelector('.panel')?.matches(':popover-open')`;
    const isSmall = `root.querySelector('.launcher')?.matches(':popover-open') && !${isOpen}`;
    await until(page, isOpen);
    await inside(page, `root.querySelector('.head button:last-of-type').click()`);
    await until(page, isSmall);
    await page.reload();
    await page.waitForFunction('window.light');
    await until(page, isSmall);
    await inside(page, `root.querySelector('.launcher button').click()`);
    await until(page, isOpen);
    assert.equal(await page.evaluate(`localStorage.getItem('claimlight:size')`), null);
    await page.reload();
    await page.waitForFunction('window.light');
    await until(page, isOpen);
    await page.close();
  });

  test('below the text it leaves the page its last lines, however high that says it is, and its own styles', async () => {
    const page = await openSample('panel=open');
    const main = `document.querySelector('main').getBoundingClientRect().bottom`;
    const reached = `(scrollTo(0, 1e6), ${main} <= root.querySelector('.panel').getBoundingClientRect().top + 1)`;
    await page.evaluate(`{
      document.documentElement.style.cssText = 'height: 100%; padding-bottom: 7px';
      document.body.style.height = '100%';
    }`);
    await inside(page, `root.querySelector('.dock').click()`);
    await until(page, reached);
    // What is added out of the page's own boxes is seen when the reader gets there.
    await page.evaluate(
      `document.querySelector('main').append(Object.assign(document.createElement('div'), { style: 'height: 3000px' }))`,
    );
    await until(page, reached);
    const end = await page.evaluate('scrollY');
    // It follows the panel without moving the text, and goes with it.
    await inside(page, `root.querySelector('.grip').focus()`);
    await page.keyboard.press('ArrowUp');
    await until(page, `(scrollTo(0, 1e6), scrollY === ${end} + 24)`);
    // What goes again leaves no empty screens; and where a page begins further down nothing turns in a circle.
    await page.evaluate(`document.querySelector('main').lastElementChild.remove()`);
    await until(page, `(scrollBy(0, -1), ${main} > 0)`);
    await page.evaluate(`document.documentElement.style.cssText += '; position: relative; margin-top: 40px'`);
    await until(page, reached);
    const nScrolls = await page.evaluate(`(async () => {
      const rest = (time) => new Promise((resolve) => setTimeout(resolve, time));
      let n = 0;
      await rest(200);
      addEventListener('scroll', () => n++);
      await rest(300);
      return n;
    })()`);
    assert.equal(nScrolls, 0);
    assert.equal(await page.evaluate('getComputedStyle(document.documentElement).paddingBottom'), '7px');
    const high = await page.evaluate('document.documentElement.scrollHeight');
    await page.evaluate('light.stop()');
    assert.ok(Number(await page.evaluate('document.documentElement.scrollHeight')) < Number(high) - 200);
    await page.evaluate('localStorage.clear()');
    await page.close();
  });

  test('the button in the corner leaves a cookie bar its own, and comes down when that has gone', async () => {
    // Bars that come late are not looked for: what goes must be noticed.
    const page = await openSample('panel=small', (fresh) =>
      fresh.evaluateOnNewDocument(`{
        const { setTimeout } = window;
        window.setTimeout = (act, wait, ...given) => setTimeout(act, wait === 1500 || wait === 5000 ? 0 : wait, ...given);
      }`),
    );
    const bottom = `root.querySelector('.launcher').getBoundingClientRect().bottom`;
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend',
      '<div id="bar" style="position: fixed; inset: auto 0 0 0; padding: 30px" onclick="this.hidden = true">Cookies? <button>Yes</button></div>')`);
    // It goes at the reader's click, or by itself.
    const ways = {
      click: () => page.click('#bar button'),
      itself: () => page.evaluate('bar.hidden = true'),
      atOnce: () => page.evaluate(`(dispatchEvent(new Event('resize')), bar.hidden = true)`),
      slides: () => page.evaluate(`bar.style.transform = 'translateY(100%)'`),
      slidesToATab: () =>
        page.evaluate(`(bar.insertAdjacentHTML('beforeend', '<i style="position: absolute; inset: -60px 0 auto; height: 60px">Tab</i>'),
          bar.style.transform = 'translateY(110%)')`),
    };
    for (const [width, go] of /** @type {const} */ ([
      [1270, ways.click],
      [1260, ways.itself],
      [1250, ways.slides],
      [1240, ways.slidesToATab],
      [1230, ways.atOnce],
    ])) {
      await page.evaluate(`(bar.hidden = false, bar.style.removeProperty('transform'))`);
      await page.setViewport({ width, height: 900 });
      await until(page, `${bottom} <= document.getElementById('bar').getBoundingClientRect().top`);
      await go();
      await until(page, `${bottom} > 860`);
    }
    const nLooks = await page.evaluate(`(async () => {
      let n = 0;
      const { elementsFromPoint } = document;
      document.elementsFromPoint = (...place) => (n++, elementsFromPoint.apply(document, place));
      await new Promise((resolve) => setTimeout(resolve, 500));
      delete document.elementsFromPoint;
      return n;
    })()`);
    assert.ok(Number(nLooks) <= 12, `it looked at ${nLooks} points`);
    await page.close();
  });

  test('a speaker’s share of all is drawn and said, and a low window still shows findings', async () => {
    const page = await openSample();
    const speaker = `root.querySelector('.speaker')`;
    assert.equal(
      await inside(page, `${speaker}.textContent`),
      'Ana Ruiz, leads the union of bridge workers · Named, 3 times, 33% of attributions. Show them.33%',
    );
    assert.match(await inside(page, `${speaker}.querySelector('.whole span').style.width`), /^33\.3/);
    await page.setViewport({ width: 320, height: 256 });
    await enter(page, 'findings');
    await inside(page, `root.querySelector('.panel').scrollTo(0, 1000)`);
    const { top, bottom } = await inside(page, `root.querySelector('.scroller').getBoundingClientRect().toJSON()`);
    assert.ok(top >= 0 && bottom < 257 && bottom - top > 80, `${top} to ${bottom}`);
    // It scrolls to the end of the list's own window, and not on into nothing.
    const screens = await inside(
      page,
      `(({ scrollHeight, clientHeight }) => scrollHeight / clientHeight)(root.querySelector('.panel'))`,
    );
    assert.ok(screens < 3, `${screens}`);
    await page.close();
  });

  test('speaks the language a reader chooses among the settings, at once and the next time', async () => {
    const page = await openSample();
    await enter(page, 'settings');
    const conditionals = `root.querySelector('.options input[type=checkbox]').checked`;
    await inside(page, `root.querySelector('.options input[type=checkbox]').click()`);
    await inside(
      page,
      `(root.querySelector('select').value = 'ar', root.querySelector('select').dispatchEvent(new Event('change')))`,
    );
    await until(page, `root.activeElement?.localName === 'select' && root.querySelector('.surface').dir === 'rtl'`);
    assert.equal(await inside(page, `root.querySelector('#tab-settings').ariaSelected`), 'true');
    assert.equal(await inside(page, `root.querySelector('select').value`), 'ar');
    assert.equal(await inside(page, conditionals), true, 'what was chosen before stays');
    await page.reload();
    await page.waitForFunction('window.light');
    assert.equal(await inside(page, `root.querySelector('.surface').lang`), 'ar');
    await page.evaluate('localStorage.clear()');
    await page.close();
  });

  test('of five thousand findings only those in sight are built', async () => {
    const page = await openSample('panel=open&copies=300');
    assert.ok(Number(await page.evaluate('light.findings.length')) > 5000);
    await enter(page, 'findings');
    await inside(page, `root.querySelector('.scroller').scrollTo(0, 200000)`);
    await until(
      page,
      `[...root.querySelectorAll('.finding')].some((row) => Number(row.ariaPosInSet ?? row.getAttribute('aria-posinset')) > 1500)`,
    );
    assert.ok((await inside(page, `root.querySelectorAll('.finding').length`)) < 100);
    await page.close();
  });
});
