/** All that the interface can do, by keys alone, in the order in which Tab comes to it; and where the focus goes when what had it is gone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, inside, onTheDesk, until } from './desk.js';

/** From now on the page writes down the names of what the focus comes to, as `walked`. */
const WRITE_DOWN = `(() => {
  const root = document.querySelector('claimlight-host').shadowRoot;
  const wordsOf = (part) => {
    const words = [];
    for (const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT); walker.nextNode(); ) words.push(walker.currentNode.data);
    return words.join(' ');
  };
  const nameOf = (part) => {
    const by = root.getElementById(part.getAttribute('aria-labelledby'));
    return part.ariaLabel ?? wordsOf(by ?? part.labels?.[0] ?? part);
  };
  window.walked = [];
  root.addEventListener('focusin', ({ target }) => walked.push(nameOf(target).replace(/[\\s.,…]+/g, ' ').trim().slice(0, 44)));
})()`;

onTheDesk('by keys', ({ openSample }) => {
  test('a walk from the button in the corner through every room and a card to the end of it all', async () => {
    const page = await openSample('panel=small');
    await page.evaluate(WRITE_DOWN);
    /** Presses keys, `Tab 3` being three times Tab, and says what the focus came to. @param {string[]} keys @returns {Promise<any>} */
    const press = async (...keys) => {
      for (const [, shift, key, n] of keys.map((key) => /** @type {any} */ (/^(Shift\+)?(\w+) ?(\d*)$/.exec(key)))) {
        if (shift) await page.keyboard.down('Shift');
        for (let time = 0; time < Number(n || 1); time++) await page.keyboard.press(key);
        if (shift) await page.keyboard.up('Shift');
      }
      return page.evaluate('walked.splice(0)');
    };
    const launcher = 'Who says what 17 marks Open the panel';
    const head = ['Move the panel below the text', 'Make the panel small'];
    assert.deepEqual(await press('Tab 4', 'Enter'), [launcher, head[0]]);
    assert.deepEqual(await press('Shift+Tab', 'Tab 2', 'Enter', 'Enter', 'Tab 2'), [
      'Width of the panel',
      head[0],
      head[1],
      launcher,
      ...head,
      'By its own account this article retells anot',
    ]);
    assert.deepEqual(await press('Tab 7', 'Enter', 'Enter'), [
      'Overview',
      'Overview',
      'Attributed 6 Somebody is named or can be ide',
      'Nobody named 4 Hearsay or a source that stay',
      'Caution 4 Words that make a statement less t',
      'No source given 3 A checkable statement that',
      'Ana Ruiz leads the union of bridge workers ·',
      'Only Ana Ruiz Show all sources again',
      'Search the findings',
    ]);
    const row = 'Attributed the mayor · said The old bridge a';
    const list = [
      'Attributed 6',
      'Nobody named 4',
      'Caution 4',
      'No source given 3',
      'Previous finding',
      'Next finding',
      row,
    ];
    const actions = ['Copy', 'Link to this sentence', 'Not right?'];
    assert.deepEqual(await press('Tab 7', 'Enter', 'Tab 3'), [...list, row, ...actions]);
    assert.deepEqual((await press('Shift+Tab 11')).slice(-2), ['Search the findings', 'Findings']);
    const formats = ['Text (Markdown)', 'Table (CSV)', 'JSON', 'Web Annotations (JSON-LD)'];
    const taken = formats.flatMap((format) => [`Copy ${format}`, `Download ${format}`]);
    assert.deepEqual(await press('ArrowRight', 'Tab 9'), ['Export', 'Export', ...taken]);
    assert.deepEqual((await press('Shift+Tab 9')).at(-1), 'Export');
    assert.deepEqual(await press('ArrowRight', 'Tab 8'), [
      'Settings',
      'Settings',
      'Lines and tint',
      'Mark conditions too (would should if)',
      'Show marks that could be wrong',
      'The article at a glance beside the scroll ba',
      'No marks',
      'Language',
      'Stop Claimlight on this page',
    ]);
    await inside(page, `root.activeElement.blur()`);
    await page.evaluate(`{
      const text = document.querySelector('article p').firstChild;
      getSelection().collapse(text, text.data.indexOf('mayor'));
    }`);
    await press('Enter');
    await until(page, `root.querySelector('.card:popover-open')`);
    assert.deepEqual(await press('Tab 4'), ['Close', ...actions]);
    await page.keyboard.press('Escape');
    await until(page, `!root.querySelector('.card')`);
    await page.evaluate(`document.querySelector('article a').focus()`);
    assert.deepEqual(await press('Tab 3'), ['Width of the panel', ...head]);
    assert.equal((await press('Tab 10')).at(-1), 'Stop Claimlight on this page');
    await page.keyboard.press('Enter');
    await page.waitForFunction('document.documentElement.outerHTML === claimlightBefore');
    await page.close();
  });

  test('on a phone the focus is in the panel that a key opens, and in the list in the row that is opened from another', async () => {
    const page = await openSample('panel=small', (fresh) => fresh.setViewport({ width: 390, height: 800 }));
    await inside(page, `root.querySelector('.launcher button').focus()`);
    await page.keyboard.press('Enter');
    assert.equal(await inside(page, `root.activeElement.ariaLabel`), 'Make the panel small');
    await enter(page, 'findings');
    const open = `root.querySelector('.finding[data-open] > button')`;
    await inside(
      page,
      `[...root.querySelectorAll('.finding > button')].find((row) => /Ana Ruiz · said/.test(row.textContent)).click()`,
    );
    await inside(page, `root.querySelector('.finding .actions .button').focus()`);
    await page.keyboard.press('Enter');
    assert.match(await inside(page, `${open}.textContent`), /Ana Ruiz · added/);
    assert.ok(await inside(page, `root.activeElement === ${open}`));
    await page.close();
  });

  test('in a long list arrows, pages, Home and End lead from finding to finding, which Enter opens and Escape closes and leaves', async () => {
    const page = await openSample('panel=open&copies=8');
    const n = Number(await page.evaluate('light.shown.length'));
    await enter(page, 'findings');
    await inside(page, `root.querySelector('.finding > button').focus()`);
    const isSeen = `(([row, list]) => row.top > list.top - 2 && row.bottom < list.bottom + 2)([root.activeElement, root.querySelector('.scroller')].map((part) => part.getBoundingClientRect()))`;
    /** @param {import('puppeteer-core').KeyInput[]} keys @returns {Promise<number>} which finding the keyboard is on, in sight */
    const press = async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
      // What is built around it comes a frame later.
      await page.evaluate(
        'new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen))))',
      );
      assert.ok(await inside(page, isSeen), `${keys}`);
      return Number(await inside(page, `root.activeElement.parentElement.getAttribute('aria-posinset')`));
    };
    assert.equal(await press('ArrowDown', 'ArrowDown', 'ArrowUp'), 2);
    assert.equal(await press('End'), n);
    assert.equal(await press('ArrowDown', 'ArrowUp'), n - 1);
    const aPageUp = await press('PageUp');
    assert.ok(aPageUp < n - 2 && aPageUp > n - 12, `${aPageUp}`);
    assert.equal(await press('PageDown'), n - 1);
    assert.equal(await press('Home', 'ArrowUp'), 1);
    for (let time = 1; time <= 50; time++) await page.keyboard.press('ArrowDown');
    assert.equal(await press('ArrowDown'), 52);
    const isOpen = `root.activeElement.ariaExpanded`;
    assert.deepEqual([await press('Enter'), await inside(page, isOpen)], [52, 'true']);
    await page.keyboard.press('Tab');
    assert.deepEqual([await press('Escape'), await inside(page, isOpen)], [52, 'false']);
    await page.keyboard.press('Escape');
    assert.equal(await inside(page, `root.activeElement.id`), 'tab-findings');
    assert.match(await inside(page, `root.querySelector('.scroller').getAttribute('aria-description')`), /Arrow keys/);
    await page.close();
  });

  test('what is drawn anew leaves the keyboard with what it was on, wherever that stands now, or with what is around', async () => {
    const page = await openSample('panel=none');
    const on = await page.evaluate(async () => {
      const address = '/www/interface/keep-focus.js';
      const { keepingFocus } = await import(address);
      const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      root.innerHTML = '<div tabindex="-1" data-name="around"><p></p></div>';
      const part = /** @type {HTMLElement} */ (root.querySelector('p'));
      /** @param {string[]} names */
      const draw = (...names) => {
        const buttons = names.map((name) => Object.assign(document.createElement('button'), { textContent: name }));
        buttons.forEach((button, index) => (button.dataset.name = names[index]));
        keepingFocus(part, () => part.replaceChildren(...buttons));
        return /** @type {HTMLElement | null} */ (root.activeElement)?.dataset.name;
      };
      draw('Ruiz', 'Lind');
      part.querySelector('button')?.focus();
      const named = [draw('Lind', 'Ruiz'), draw('the mayor', 'Lind', 'Ruiz'), draw('the mayor', 'Lind')];
      // What is there still keeps it, also without a name; of two that have none, the other is not the same.
      part.innerHTML = '<button>Copy</button><button>Hide</button>';
      const [copy, hide] = part.querySelectorAll('button');
      hide.focus();
      keepingFocus(part, () => part.replaceChildren(document.createElement('button'), copy, hide));
      named.push(root.activeElement?.textContent ?? '');
      copy.focus();
      keepingFocus(part, () => copy.remove());
      return [...named, /** @type {HTMLElement | null} */ (root.activeElement)?.dataset.name];
    });
    assert.deepEqual(on, ['Ruiz', 'Ruiz', 'around', 'Hide', 'around']);
    await page.close();
  });

  test('only one speaker’s words are listed also when the page changes and the ledger counts its entries anew', async () => {
    const page = await openSample('panel=none');
    const [before, after] = /** @type {any} */ (await page.evaluate(TURNED_ROUND));
    assert.match(before, /Only the mayor.*1 finding$/);
    assert.equal(after, before);
    await page.close();
  });
});

/** The findings of the mayor alone, listed before and after an update in which the ledger's entries stand the other way round. */
const TURNED_ROUND = `(async () => {
  const [{ findingsRoom }, { Reading }, { findings }, { readOptions }, { Slices }, { speech }] = await Promise.all(
    ['panel/findings', 'reading', 'findings', 'options', 'page/slices', 'interface/say'].map((name) => import('/www/' + name + '.js')));
  const page = { range: () => undefined };
  const reading = new Reading(page, light.report, readOptions({}).settings, await speech(['en']));
  const room = findingsRoom(reading, light.report.ledger.findIndex(({ name }) => name === 'the mayor'));
  document.body.append(...room.content);
  const said = () => document.querySelector('.only').textContent + ' ' + document.querySelector('.position').textContent;
  const before = said();
  const report = structuredClone(light.report);
  report.ledger.reverse();
  for (const { source } of report.attributions) if (source) source.ledger = report.ledger.length - 1 - source.ledger;
  await reading.update(report, findings(report), new Slices(() => true));
  return [before, said()];
})()`;
