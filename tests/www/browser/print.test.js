/** What comes to paper: nothing, the marks or the notes as well, as the reader chose, in inks for white paper. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LAYERS } from '../../../www/findings.js';
import { css } from '../../../www/page/colour.js';
import { palette } from '../../../www/paint/palette.js';
import { PAPER } from '../../../www/paint/sheet.js';
import { longIn } from '../../e2e/browsers.js';
import { inside, onTheDesk, until } from './desk.js';
import { coloursOf } from './pdf.js';

/** The dark sample's own ground. @type {import('../../../www/page/colour.js').Colour} */
const DARK = [20 / 255, 22 / 255, 26 / 255, 1];

/** The inks on a ground as a PDF's colours. @param {import('../../../www/page/colour.js').Colour} ground */
const inksOn = (ground) => LAYERS.map((layer) => css(palette(ground)[layer]).replace(/[^\d ]/g, ''));

onTheDesk('the printed page', ({ openSample, name }) => {
  test('has what was asked for, and from a dark page inks that read on paper', longIn(name, 'chromium'), async () => {
    const page = await openSample('panel=none', (fresh) =>
      fresh.evaluateOnNewDocument(
        `addEventListener('DOMContentLoaded', () => (document.documentElement.dataset.theme = 'dark'))`,
      ),
    );
    await until(page, `root.querySelector('.surface').dataset.scheme === 'dark'`);
    const printed = async (/** @type {string} */ print) => {
      await page.evaluate(`light.show({ print: '${print}' }); light.painted()`);
      return coloursOf(await page.pdf());
    };
    const has = (/** @type {Set<string>} */ colours, /** @type {string[]} */ inks) =>
      inks.map((ink) => colours.has(ink));
    const [off, marks, notes] = [await printed('off'), await printed('marks'), await printed('notes')];
    assert.deepEqual(has(off, inksOn(PAPER)), [false, false, false, false]);
    // Firefox prints a copy of the page, and leaves every highlight behind; its notes are printed.
    assert.deepEqual(has(marks, inksOn(PAPER)), Array(4).fill(name === 'chromium'));
    assert.ok(has(notes, inksOn(PAPER)).includes(true));
    [off, marks, notes].forEach((colours) =>
      assert.deepEqual(has(colours, inksOn(DARK)), [false, false, false, false]),
    );
    await page.close();
  });

  test('has every mark of a long page, of which near ones alone are painted on a screen', async () => {
    // Firefox leaves every highlight behind.
    if (name !== 'chromium') return;
    const page = await openSample('panel=none&print=marks&copies=40');
    const painted = `[...CSS.highlights].filter(([name]) => !name.includes('-lit-')).map(([, { size }]) => size).sort().join()`;
    const nPainted = `[...CSS.highlights.values()].map(({ size }) => size).reduce((sum, size) => sum + size, 0)`;
    await page.evaluate('lightOn.painted()');
    const nMarks = await page.evaluate(`light.shown.flatMap(({ marks }) => marks).length`);
    const before = await page.evaluate(painted);
    assert.ok(Number(nMarks) > 1000 && Number(await page.evaluate(nPainted)) < Number(nMarks) / 2);
    // The browser takes the page as soon as this is over.
    const printed = await page.evaluate(`(window.dispatchEvent(new Event('beforeprint')), ${nPainted})`);
    assert.equal(printed, nMarks);
    // The page lives while the browser asks its reader how to print it.
    await page.evaluate(`light.show({ layers: ['attributed', 'unnamed', 'hedge', 'unsourced'] })`);
    assert.equal(await page.evaluate(nPainted), nMarks);
    await page.evaluate(`(window.dispatchEvent(new Event('afterprint')), lightOn.painted())`);
    assert.equal(await page.evaluate(painted), before);
    await page.close();
  });

  test('has each note under the first words of its paragraph, numbered through', async () => {
    const page = await openSample('panel=none&print=notes');
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    const places = await inside(
      page,
      `[...root.querySelectorAll('.notes h3')].map((place) => [place.textContent.replace(/ …$/, ''), place.nextElementSibling])
        .map(([words, list]) => ({ words, start: list.start, notes: [...list.children].map((note) => note.querySelector('.quoted').textContent) }))`,
    );
    const paragraphs = /** @type {string[]} */ (
      await page.evaluate(
        `[...document.querySelectorAll('article :is(h1, p, blockquote)')].map(({ textContent }) => textContent.replace(/\\s+/g, ' ').trim())`,
      )
    );
    let number = 1;
    let paragraph = -1;
    for (const { words, start, notes } of places) {
      assert.equal(start, number);
      number += notes.length;
      paragraph = paragraphs.findIndex((text, index) => index > paragraph && text.startsWith(words));
      assert.ok(
        notes.length &&
          notes.every((/** @type {string} */ note) => paragraphs[paragraph]?.includes(note.replace(/\s+/g, ' '))),
        words,
      );
    }
    assert.ok(places.length > 4);
    assert.equal(number - 1, await page.evaluate('light.shown.length'));
    await page.close();
  });
});
