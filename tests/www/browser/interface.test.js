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
    await inside(page, `root.querySelector('[data-name=hedge]').click()`);
    await page.waitForFunction(`${hedges} === 0`);
    await until(page, `parseInt(root.querySelector('.position').textContent) === ${before - 4}`);
    assert.equal(await inside(page, `root.activeElement.dataset.name`), 'hedge');
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
    const counts = await inside(
      page,
      `[...root.querySelectorAll('.chip .count')].map(({ textContent }) => textContent)`,
    );
    assert.deepEqual(counts, ['3 of 6', '0 of 4', '0 of 4', '0 of 3']);
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
    await inside(page, `root.querySelector('.part:not([hidden]) > p + .button').click()`);
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
});
