/** What a reader can do with the interface, by pointer and by keys. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clickOn, enter, inside, onTheDesk, placeOf, until } from './desk.js';

onTheDesk('the interface', ({ openSample }) => {
  test('a click on a source opens a card that says who it is; Escape closes it', async () => {
    const page = await openSample('panel=small');
    await clickOn(page, 'Ana Ruiz');
    await until(page, `root.querySelector('.card')`);
    assert.equal(
      await inside(page, `root.querySelector('.card .sentence').textContent`),
      'The article quotes Ana Ruiz.',
    );
    assert.equal(await inside(page, `root.activeElement.className`), 'layer card');
    await page.keyboard.press('Escape');
    await until(page, `!root.querySelector('.card')`);
    await page.close();
  });

  test('Enter at the caret opens a card; focus returns to where it was', async () => {
    const page = await openSample('panel=small');
    await page.evaluate(`{
        const text = document.querySelector('article p').firstChild;
        getSelection().collapse(text, text.data.indexOf('mayor'));
      }`);
    await page.keyboard.press('Enter');
    await until(page, `root.querySelector('.card')`);
    assert.match(await inside(page, `root.querySelector('.card .sentence').textContent`), /by role, not by name/);
    await page.keyboard.press('Escape');
    await until(page, `document.activeElement.localName === 'body'`);
    await page.close();
  });

  test('a card stands in the window, by its words', async () => {
    const page = await openSample('panel=small');
    for (const words of ['appears to', 'believed', 'promised']) {
      const place = await placeOf(page, words);
      await page.mouse.click(place.x, place.y);
      await until(page, `root.querySelector('.card')`);
      const box = await inside(page, `root.querySelector('.card').getBoundingClientRect().toJSON()`);
      assert.ok(box.top >= 0 && box.left >= 0 && box.bottom <= 900 && box.right <= 1280);
      const isClear = box.top > place.y || box.bottom < place.y;
      assert.ok(isClear, `${words} is covered by its card`);
      await page.keyboard.press('Escape');
    }
    await page.close();
  });

  test('a pronoun is told whom it stands for, and next leads on through one source', async () => {
    const page = await openSample('panel=small');
    await clickOn(page, 'She');
    await until(page, `root.querySelector('.card')`);
    assert.match(await inside(page, `root.querySelector('.facts').textContent`), /“She” here means Ana Ruiz/);
    await inside(page, `root.querySelector('.actions .button').click()`);
    assert.match(await inside(page, `root.querySelector('.facts').textContent`), /promised/);
    await page.close();
  });

  test('a source under the pointer lights everything it said, and nothing of another', async () => {
    const page = await openSample('panel=small');
    const lit = `[...CSS.highlights].filter(([key]) => key.includes('-lit-')).flatMap(([, ranges]) => [...ranges]).map(String).join('|')`;
    const { x, y } = await placeOf(page, 'Ana Ruiz');
    await page.mouse.move(x, y);
    await until(page, `${lit}.includes('half of it')`);
    assert.doesNotMatch(String(await page.evaluate(lit)), /mayor|Critics/);
    await page.mouse.move(5, 895);
    await until(page, `${lit} === ''`);
    // A speaker in the panel lights what they said for as long as the pointer is on them.
    await inside(page, `root.querySelector('.launcher button').click()`);
    const speaker = await page.waitForSelector('claimlight-host >>> .speaker');
    const row = await speaker?.boundingBox();
    assert.ok(row);
    for (const step of [10, 12, 14]) await page.mouse.move(row.x + step, row.y + step);
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    await until(page, `${lit}.includes('half of it')`);
    await page.mouse.move(5, 895);
    await until(page, `${lit} === ''`);
    await page.close();
  });

  test('what is lit keeps to its words when marks are laid on anew under it and the page then edits the line', async () => {
    const page = await openSample('panel=none');
    const words = await page.evaluate(`(async () => {
        const { layOn } = await import('/www/paint/layers.js');
        const text = document.querySelector('article p').firstChild;
        const layer = (name, rank) => {
          const range = document.createRange();
          range.setStart(text, text.data.indexOf('mayor'));
          range.setEnd(text, text.data.indexOf('mayor') + 5);
          return { view: window, name, rank, highlight: new Highlight(range), ranges: [range] };
        };
        layOn([layer('lit', 2)]);
        layOn([layer('mark', 1)]);
        const words = () => [...CSS.highlights.get('lit')].map(({ startOffset, endOffset }) => text.data.slice(startOffset, endOffset));
        const before = words();
        text.insertData(0, 'Late at night: ');
        return [before, words()];
      })()`);
    assert.deepEqual(words, [['mayor'], ['mayor']]);
    await page.close();
  });

  test('notes are printed where they were asked for, and are gone after', async () => {
    const page = await openSample('panel=small&print=notes');
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    assert.equal(
      await inside(page, `root.querySelectorAll('.notes li').length`),
      await page.evaluate('light.findings.length - 2'),
    );
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    assert.equal(await inside(page, `root.querySelector('.notes')`), null);
    await page.close();
  });

  test('a layer that is switched off loses its marks and its findings', async () => {
    const page = await openSample();
    const hedges = `[...CSS.highlights.keys()].filter((key) => key.includes('hedge-hedge')).length`;
    // Marks are painted in slices: the last of them may come after the light is there.
    await page.waitForFunction(`${hedges} > 0`);
    await enter(page, 'findings');
    const count = () => inside(page, `parseInt(root.querySelector('.position').textContent)`);
    const before = await count();
    await inside(page, `root.querySelector('[data-layer=hedge]').click()`);
    await page.waitForFunction(`${hedges} === 0`);
    await until(page, `parseInt(root.querySelector('.position').textContent) === ${before - 4}`);
    assert.equal(await inside(page, `root.activeElement.dataset.layer`), 'hedge');
    await page.close();
  });

  test('the tabs are walked by arrow keys, and a search narrows the findings', async () => {
    const page = await openSample();
    await inside(page, `root.getElementById('tab-overview').focus()`);
    await page.keyboard.press('ArrowRight');
    assert.equal(await inside(page, `root.activeElement.id`), 'tab-findings');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ruiz');
    await until(page, `root.querySelectorAll('.finding').length === 3`);
    await page.close();
  });

  test('keys in the interface are no shortcuts of the page, nor is the Escape that closes a card', async () => {
    const page = await openSample();
    await page.evaluate(`window.keys = []; for (const type of ['keydown', 'keypress', 'keyup'])
        document.addEventListener(type, ({ key, defaultPrevented }) => keys.push(key))`);
    await enter(page, 'findings');
    await inside(page, `root.querySelector('input').focus()`);
    await page.keyboard.type('ruiz');
    await until(page, `root.querySelectorAll('.finding').length === 3`);
    await page.evaluate(`light.select('attribution-1')`);
    await until(page, `root.querySelector('.card:popover-open')`);
    await page.keyboard.down('Escape');
    await until(page, `!root.querySelector('.card')`);
    await page.keyboard.up('Escape');
    assert.deepEqual(await page.evaluate('keys'), []);
    await inside(page, `root.activeElement?.blur()`);
    await page.keyboard.press('j');
    await page.waitForFunction(`keys.includes('j')`);
    await page.close();
  });

  test('a card that grows stays in the window, with the focus', async () => {
    const page = await openSample('panel=small');
    const { y } = await placeOf(page, 'Critics');
    // The words come to stand low, with just enough room for the card beneath them.
    await page.setViewport({ width: 1280, height: Math.round(y) + 420 });
    await clickOn(page, 'Critics');
    await until(page, `root.querySelector('.card:popover-open')`);
    const before = await inside(page, `root.querySelector('.card').offsetHeight`);
    await inside(page, `root.querySelector('.card .actions .plain').click()`);
    await until(page, `root.querySelector('.card .complaint').contains(root.activeElement)`);
    await until(
      page,
      `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(root.querySelector('.card').getBoundingClientRect())`,
    );
    assert.notEqual(await inside(page, `root.querySelector('.card').offsetHeight`), before);
    await page.evaluate('localStorage.clear()');
    await page.close();
  });

  test('the panel moves below the text, is made higher by keys, and is found there again', async () => {
    const page = await openSample();
    const box = () => inside(page, `root.querySelector('.panel').getBoundingClientRect().toJSON()`);
    assert.ok((await box()).left > 742, 'the text is beside it');
    await inside(page, `root.querySelector('.dock').click()`);
    const below = await box();
    assert.ok(below.width > 1000 && below.top > 400 && below.bottom === 900);
    await until(page, `root.querySelector('.grip').ariaValueNow === '${Math.round(below.height)}'`);
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

  test('a mark called not right is hidden for good, and can be shown again', async () => {
    const page = await openSample();
    await clickOn(page, 'Critics');
    await until(page, `root.querySelector('.card')`);
    await inside(page, `root.querySelector('.card .actions .plain').click()`);
    assert.match(await inside(page, `root.querySelector('.card .report').textContent`), /Critics · claim/);
    await page.reload();
    await page.waitForFunction('window.light');
    await enter(page, 'findings');
    assert.equal(
      await inside(
        page,
        `[...root.querySelectorAll('.finding')].some((row) => row.textContent.includes('Critics · claim'))`,
      ),
      false,
    );
    await enter(page, 'settings');
    await inside(page, `[...root.querySelectorAll('.button')].at(-1).click()`);
    await enter(page, 'findings');
    assert.equal(
      await inside(
        page,
        `[...root.querySelectorAll('.finding')].some((row) => row.textContent.includes('Critics · claim'))`,
      ),
      true,
    );
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
