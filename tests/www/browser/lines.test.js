/** Marks are told apart by their lines alone, and two on one word are both seen: measured in the pixels. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { roomOf } from '../../../www/paint/places.js';
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

/** The share of pixels of a word, and of what is around it, that a line changes at least: a fine wave, of which most is edge, changes twice as many. */
const LEAST_INK = 0.003;
/** The same by the room below the letters: the tighter lines are, the more of two overlaps; of a wave under dots, say, all but the crests. */
const LEAST_IN_ROOM = [0.0025, 0.0025, 0.0018, 0.0018];
const LEAST_OVERLAPPED = 0.0012;

/** The same of a firm line under a name: Firefox leaves a third of it where it touches letters. */
const LEAST_FIRM = 0.01;

/** By how many pixels one of two lines is moved to see whether it is another, or the same elsewhere. */
const SHIFTS = [-2, -1, 0, 1, 2];

/** How wide and high is what is compared, in em of the text. */
const WORD = 7.2;
const ROW = 2.67;

/** Text that has room for all, and text as it is set in teasers and headlines, where they come closer and closer: at least one of each room. */
const ROOMY = { size: 18, height: 1.5 };
const FONTS = [
  ROOMY,
  { size: 13, height: 1.5 },
  { size: 16, height: 1.4 },
  { size: 16, height: 1.3 },
  { size: 18, height: 1.25 },
  { size: 18, height: 1.2 },
  { size: 40, height: 1.15 },
  { size: 16, height: 0 },
  { size: 13, height: 1.2 },
  { size: 13, height: 0 },
  { size: 12, height: 1.2 },
  { size: 12, height: 0 },
  { size: 40, height: 1 },
];

/** The room of text; a height of 0 is the face's own. @param {typeof ROOMY} font */
const roomIn = ({ size, height }) =>
  roomOf({ fontSize: `${size}px`, lineHeight: height ? `${height * size}px` : 'normal' });

/** From this room on a wave begins at the letters, and the line of whoever says it runs over it. */
const COVERED = 4;
/** From this one on dots may lie on fine dashes, and in the last on any line of whoever says it. */
const DOTTED = 5;
const SOLID = 7;

/** Whether two marks cannot both be shown in a room. @param {string[]} pair @param {number} room */
const isCovered = ([one, other], room) =>
  (room >= COVERED && SAID.includes(one) && other === 'claim-unsourced') ||
  (room >= DOTTED && one === 'cue-unnamed' && other === 'hedge-hedge') ||
  (room >= SOLID && SAID.includes(one) && other === 'hedge-hedge');

/** @type {Record<string, {media: string, strength: string, pairs: string[][], fonts: typeof FONTS}>} */
const LOOKS = {
  'without tints': { media: '(forced-colors: none)', strength: 'quiet', pairs: MEETING, fonts: FONTS },
  'with more contrast': {
    media: '(prefers-contrast: more)',
    strength: 'quiet',
    pairs: [...MEETING, ...pairs(FAINT, OTHERS), ...APART],
    fonts: FONTS,
  },
  'in forced colours': {
    media: '(forced-colors: active)',
    strength: 'normal',
    pairs: [...MEETING, ...APART],
    fonts: [ROOMY],
  },
};

/** A word for each pair in each font, a column for each font. @param {(typeof LOOKS)[string]} look */
function wordsOf({ pairs, fonts }) {
  let x = 0;
  return fonts.flatMap((font) => {
    const [width, height] = [WORD * font.size, ROW * font.size].map(Math.ceil);
    x += width;
    return pairs.map((pair, index) => ({
      ...{ pair, font, room: roomIn(font) },
      box: { x: x - width, y: index * height, width, height },
    }));
  });
}

/** Lays the words, and gives `show`, which paints the first mark, the second or both on all of them. */
const DESK = `(async ({ media, strength }, words) => {
  const { bareGround, rules, STYLE_NAMES } = await import('/www/paint/sheet.js');
  const { layOff, layOn } = await import('/www/paint/layers.js');
  document.body.replaceChildren(...words.map(({ font: { size, height }, box: { x, y } }) => {
    const row = Object.assign(document.createElement('p'), { textContent: 'judging gipsy' });
    row.style.cssText = 'margin: 0; position: absolute; white-space: nowrap; left: ' + x + 'px; top: ' + y +
      'px; font: ' + size + 'px/' + (height || 'normal') + ' serif';
    return row;
  }));
  document.body.style.cssText = 'margin: 0; background: #fff; color: #111';
  const sheet = new CSSStyleSheet();
  const grounds = [...new Set(words.map(({ room }) => room))].map((room) => ({ ...bareGround([1, 1, 1, 1], strength), room }));
  // What the reader's system asks for cannot be asked for in every browser.
  sheet.replaceSync(grounds.map((ground) => rules(ground, ground.room, strength)).join('\\n').replaceAll(media, '(min-width: 0)'));
  document.adoptedStyleSheets = [sheet];
  let shown = [];
  window.show = (which) => {
    shown.forEach(layOff);
    const ranges = {};
    document.querySelectorAll('p').forEach((row, index) => {
      const { pair, room } = words[index];
      for (const style of which.map((each) => pair[each])) {
        const range = new Range();
        range.selectNodeContents(row);
        (ranges[style + '-' + room] ??= []).push(range);
      }
    });
    shown = Object.entries(ranges).map(([name, own]) => ({ view: window, name: 'claimlight-' + name,
      rank: STYLE_NAMES.indexOf(name.replace(/-\\d$/, '')), highlight: new Highlight(...own), ranges: own }));
    layOn(shown);
    return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))));
  };
})`;

/** Lays two lines of text in each of some faces, and gives `show`, which marks the first as every kind; gives where it stands, and where the letters of the second do. */
const TIGHT = `(async (looks) => {
  const { rules } = await import('/www/paint/sheet.js');
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
  const ground = (row) => ({ colour: [1, 1, 1, 1], share: 0, light: 0, room: roomOf(getComputedStyle(row)) });
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
  test('are looked at in every room', () => {
    assert.deepEqual([...new Set(FONTS.map(roomIn))].sort().join(''), '01234567');
  });

  for (const [look, how] of Object.entries(LOOKS)) {
    test(`are told apart, and two on one word are both seen, ${look}`, async () => {
      const page = await openSample('panel=none');
      await page.evaluate('light.stop()');
      const words = wordsOf(how);
      const { box } = words[words.length - 1];
      await page.setViewport({
        width: box.x + box.width,
        height: Math.ceil(how.pairs.length * 40 * ROW),
        deviceScaleFactor: 1,
      });
      if (name === 'chromium' && look === 'in forced colours') {
        const session = await page.createCDPSession();
        await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      }
      await page.evaluate(`${DESK}(${JSON.stringify(how)}, ${JSON.stringify(words)})`);
      const picture = async (/** @type {number[]} */ which) => {
        await page.evaluate(`show([${which}])`);
        return decoded(await page.screenshot());
      };
      const [bare, one, other, both] = [
        await picture([]),
        await picture([0]),
        await picture([1]),
        await picture([0, 1]),
      ];
      const moved = SHIFTS.map((shift) => shifted(other, shift));
      for (const { pair, font, room, box } of words.filter(({ pair, room }) => !isCovered(pair, room))) {
        const compared = APART.includes(pair)
          ? moved.map((picture) => [one, picture])
          : [one, other].map((picture) => [both, picture]);
        const least = Math.min(...compared.map(([left, right]) => differenceOf(left, right, box)));
        const bar = font === ROOMY ? LEAST_INK : (LEAST_IN_ROOM[room] ?? LEAST_OVERLAPPED);
        const firm = differenceOf(bare, one, box);
        assert.ok(
          pair[0] !== 'source-attributed' || firm >= LEAST_FIRM,
          `a name in ${font.size}px/${font.height}: ${firm}`,
        );
        assert.ok(least >= bar, `${pair.join(' and ')} in ${font.size}px/${font.height}, room ${room}: ${least}`);
      }
      await page.close();
    });
  }

  test('never touch the letters of the next line, however tight the lines are', async () => {
    const page = await openSample('panel=none');
    await page.evaluate('light.stop()');
    // Small print is not set as tight as headlines are.
    const looks = Object.entries({
      13: [1.2, 1.35, 1.5, 'normal'],
      14: [1.2, 1.3, 1.4],
      16: [1.3, 'normal'],
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
