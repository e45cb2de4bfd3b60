/** Marks are told apart by their lines alone, and two on one word are both seen: measured in the pixels. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { decoded, differenceOf } from '../../e2e/pixels.js';
import { onTheDesk } from './desk.js';

/** The marks of an attribution, and those that can meet them, or one another, on a word. */
const SAID = ['source-attributed', 'cue-attributed', 'source-unnamed', 'cue-unnamed'];
const FAINT = ['content-attributed', 'content-unnamed'];
const OTHERS = ['hedge-hedge', 'hearsay-unnamed', 'claim-unsourced'];
const FAMILIES = ['source-attributed', 'hearsay-unnamed', 'hedge-hedge', 'claim-unsourced'];

/** Two of each, the second after the first. @param {string[]} some @param {string[]} others */
const pairs = (some, others) => some.flatMap((one) => others.map((other) => [one, other]));
const MEETING = [...pairs(SAID, OTHERS), ['hedge-hedge', 'claim-unsourced'], ['hearsay-unnamed', 'claim-unsourced']];
const APART = pairs(FAMILIES, FAMILIES).filter(([one, other]) => FAMILIES.indexOf(one) < FAMILIES.indexOf(other));

/** The share of pixels of a word, and of what is around it, that a line changes at least: a fine wave, of which most is edge, changes twenty. */
const LEAST_INK = 0.003;

/** By how many pixels one of two lines is moved to see whether it is another, or the same elsewhere. */
const SHIFTS = [-2, -1, 0, 1, 2];

const ROW = 48;
const WORD = 130;

/** @type {Record<string, {media: string, strength: string, pairs: string[][]}>} */
const LOOKS = {
  'without tints': { media: '(forced-colors: none)', strength: 'quiet', pairs: MEETING },
  'with more contrast': {
    media: '(prefers-contrast: more)',
    strength: 'quiet',
    pairs: [...MEETING, ...pairs(FAINT, OTHERS), ...APART],
  },
  'in forced colours': { media: '(forced-colors: active)', strength: 'normal', pairs: [...MEETING, ...APART] },
};

/** Lays a row for each pair, and gives `show`, which paints the first, the second or both in all rows. */
const DESK = `(async ({ media, strength, pairs }) => {
  const { bareGround, rules, STYLE_NAMES } = await import('/www/paint/sheet.js');
  const { layOff, layOn } = await import('/www/paint/layers.js');
  document.body.replaceChildren(...pairs.map(() => Object.assign(document.createElement('p'), { textContent: 'judging gipsy' })));
  document.body.style.cssText = 'margin: 0; font: 18px/${ROW}px serif; background: #fff; color: #111';
  document.querySelectorAll('p').forEach((row) => (row.style.margin = 0));
  const sheet = new CSSStyleSheet();
  // What the reader's system asks for cannot be asked for in every browser.
  sheet.replaceSync(rules(bareGround([1, 1, 1, 1], strength), 0, strength).replaceAll(media, '(min-width: 0)'));
  document.adoptedStyleSheets = [sheet];
  let shown = [];
  window.show = (which) => {
    shown.forEach(layOff);
    const ranges = {};
    document.querySelectorAll('p').forEach((row, index) => {
      for (const style of which.map((each) => pairs[index][each])) {
        const range = new Range();
        range.selectNodeContents(row);
        (ranges[style] ??= []).push(range);
      }
    });
    shown = Object.entries(ranges).map(([style, own]) => ({ view: window, name: 'claimlight-' + style + '-0',
      rank: STYLE_NAMES.indexOf(style), highlight: new Highlight(...own), ranges: own }));
    layOn(shown);
    return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))));
  };
})`;

/** Lays two lines of text in each of some faces, and gives `show`, which marks the first as every kind; gives where it stands, and where the letters of the second do. */
const TIGHT = `(async (looks) => {
  const { newShares, rules, STYLE_NAMES } = await import('/www/paint/sheet.js');
  const { roomOf } = await import('/www/paint/places.js');
  document.body.style.cssText = 'margin: 0; background: #fff; color: #111';
  const rows = looks.map((font) => {
    const row = document.createElement('p');
    row.style.cssText = 'margin: 0 0 8px; font: ' + font + ' serif';
    row.append('nnnnn', document.createElement('br'), 'bdfhklHE');
    return row;
  });
  document.body.replaceChildren(...rows);
  const kinds = ['source-attributed', 'hearsay-unnamed', 'hedge-hedge', 'claim-unsourced'];
  const ground = (row) => ({ colour: [1, 1, 1, 1], share: 0, room: roomOf(getComputedStyle(row)) });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rows.map((row, index) => rules(ground(row), index, 'quiet')).join('\\n'));
  document.adoptedStyleSheets = [sheet];
  window.show = (isOn) => {
    CSS.highlights.clear();
    if (isOn) rows.forEach((row, index) => kinds.forEach((kind) => {
      const range = new Range();
      range.selectNodeContents(row.firstChild);
      CSS.highlights.set('claimlight-' + kind + '-' + index, new Highlight(range));
    }));
    return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))));
  };
  const context = document.createElement('canvas').getContext('2d');
  return rows.map((row) => {
    const range = new Range();
    range.selectNodeContents(row.lastChild);
    const { x, y, width, height } = range.getBoundingClientRect();
    context.font = getComputedStyle(row).font;
    const { actualBoundingBoxAscent, actualBoundingBoxDescent, fontBoundingBoxAscent } = context.measureText(row.lastChild.data);
    const top = Math.floor(y + fontBoundingBoxAscent - actualBoundingBoxAscent);
    const first = row.getBoundingClientRect();
    return {
      line: { x: 0, y: Math.floor(first.y), width: Math.ceil(width), height: Math.floor(first.height) },
      letters: { x: 0, y: top, width: Math.ceil(width), height: Math.ceil(actualBoundingBoxAscent) },
    };
  });
})`;

/** A picture moved up or down. @param {import('pngjs').PNG} picture @param {number} by pixels */
function shifted(picture, by) {
  const { width, height } = picture;
  const moved = new PNG({ width, height });
  const [from, to] = [Math.max(0, -by), Math.max(0, by)];
  PNG.bitblt(picture, moved, 0, from, width, height - Math.abs(by), 0, to);
  return moved;
}

onTheDesk('the lines of marks', ({ openSample, name }) => {
  for (const [look, how] of Object.entries(LOOKS)) {
    test(`are told apart, and two on one word are both seen, ${look}`, async () => {
      const page = await openSample('panel=none');
      await page.evaluate('light.stop()');
      await page.setViewport({ width: 400, height: how.pairs.length * ROW, deviceScaleFactor: 1 });
      if (name === 'chromium' && look === 'in forced colours') {
        const session = await page.createCDPSession();
        await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      }
      await page.evaluate(`${DESK}(${JSON.stringify(how)})`);
      const picture = async (/** @type {number[]} */ which) => {
        await page.evaluate(`show([${which}])`);
        return decoded(await page.screenshot());
      };
      const [one, other, both] = [await picture([0]), await picture([1]), await picture([0, 1])];
      how.pairs.forEach((pair, index) => {
        const box = { x: 0, y: index * ROW, width: WORD, height: ROW };
        const compared = APART.includes(pair)
          ? SHIFTS.map((shift) => [one, shifted(other, shift)])
          : [
              [both, one],
              [both, other],
            ];
        const least = Math.min(...compared.map(([left, right]) => differenceOf(left, right, box)));
        assert.ok(least >= LEAST_INK, `${pair.join(' and ')}: ${least}`);
      });
      await page.close();
    });
  }

  test('never touch the letters of the next line, however tight the lines are', async () => {
    const page = await openSample('panel=none');
    await page.evaluate('light.stop()');
    // Small print is not set as tight as headlines are.
    const looks = Object.entries({
      13: [1.2, 1.35, 1.5, 'normal'],
      18: [1.1, 1.2, 1.35, 1.5, 'normal'],
      40: [0.98, 1.1, 1.2, 1.5],
    }).flatMap(([size, heights]) => heights.map((height) => `${size}px/${height}`));
    await page.setViewport({ width: 500, height: 1600, deviceScaleFactor: 1 });
    const boxes = /** @type {any} */ (await page.evaluate(`${TIGHT}(${JSON.stringify(looks)})`));
    const picture = async (/** @type {boolean} */ isOn) => {
      await page.evaluate(`show(${isOn})`);
      return decoded(await page.screenshot());
    };
    const [bare, marked] = [await picture(false), await picture(true)];
    looks.forEach((look, index) => {
      const { line, letters } = boxes[index];
      assert.ok(differenceOf(bare, marked, line) > 0, `${look}: no mark`);
      assert.equal(differenceOf(bare, marked, letters), 0, look);
    });
    await page.close();
  });
});
