import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, css, oklch, over, readColour } from '../../../www/page/colour.js';
import { LEAST_CONTRAST, palette } from '../../../www/paint/palette.js';
import { groundOfText } from '../../../www/paint/ground.js';
import { bareGround, newShares, PAPER, rules } from '../../../www/paint/sheet.js';
import { sheet } from '../../../www/interface/sheet.css.js';

/** Papers of real sites' kinds: white, cream, salmon, greys, dark modes, colours, and the hardest grey of all. */
const BACKGROUNDS = [
  'rgb(255, 255, 255)',
  'rgb(0, 0, 0)',
  'rgb(255, 241, 229)',
  'rgb(244, 236, 216)',
  'rgb(240, 240, 240)',
  'rgb(128, 128, 128)',
  'rgb(118, 118, 118)',
  'rgb(18, 18, 18)',
  'rgb(31, 58, 95)',
  'rgb(139, 0, 0)',
  'rgb(255, 221, 0)',
  'rgb(0, 128, 96)',
];

/** @typedef {import('../../../www/page/colour.js').Colour} Colour */

/** A highlight's name, its tint's ink and opacity, and its line's ink where it has one, as the sheet has them. */
const RULE =
  /::highlight\(claimlight-([\w-]+)-0\) \{ background-color: rgb\(from var\(--[\w-]+, (rgb\([\d ]+\))\) r g b \/ calc\(([\d.]+) /g;

/** What the sheet paints on a ground: of each mark its ink and the opacity of its tint. @param {string} sheet */
const paintsOf = (sheet) =>
  [...sheet.matchAll(RULE)].map(([, name, text, opacity]) => {
    const [red, green, blue] = text.match(/\d+/g)?.map((channel) => Number(channel) / 255) ?? [];
    return { name, ink: /** @type {Colour} */ ([red, green, blue, 1]), opacity: Number(opacity) };
  });

/** @param {Colour} ground @param {ReturnType<typeof paintsOf>} paints one over the other @returns {Colour} */
const tinted = (ground, paints) =>
  paints.reduce((back, { ink: [red, green, blue], opacity }) => over([red, green, blue, opacity], back), ground);

/** A tint of less opacity is not seen. */
const LEAST_TINT = 0.04;

/** What a sheet declares of a highlight. @param {string} sheet @param {string} name */
const declared = (sheet, name) => sheet.match(new RegExp(`claimlight-${name}-0\\) \\{([^}]*)\\}`))?.[1] ?? '';

/** @param {string} sheet @param {string} name */
const hasLine = (sheet, name) => declared(sheet, name).includes('text-decoration-line: underline');

/** The colour that a sheet gives to the text that is lit; none where the text keeps its own. @param {string} sheet */
function litTextOf(sheet) {
  const [, channels] = declared(sheet, 'lit-attributed').match(/; color: rgb\(([\d ]+)\);/) ?? [];
  return channels ? `rgb(${channels.replaceAll(' ', ', ')})` : '';
}

for (const background of BACKGROUNDS) {
  for (const strength of /** @type {const} */ (['quiet', 'normal', 'strong'])) {
    test(`every line has a contrast of at least ${LEAST_CONTRAST} on ${background}, ${strength}: bare, tinted, met by another mark, and lit`, () => {
      const ground = readColour(background);
      assert.ok(ground);
      const paints = paintsOf(rules(bareGround(ground, strength), 0, strength).split('@media print')[0]);
      const marks = paints.filter(({ name }) => !name.startsWith('lit-'));
      const lights = paints.filter(({ name }) => name.startsWith('lit-'));
      assert.deepEqual([marks.length, lights.length], [9, 4]);
      for (const mark of marks) {
        for (const other of marks) {
          const met = mark === other ? [mark] : [mark, other];
          const own = lights.filter(({ name }) => met.some((each) => each.name.endsWith(name.replace('lit', ''))));
          const grounds = [ground, tinted(ground, met), ...own.map((light) => tinted(ground, [...met, light]))];
          const worst = Math.min(...grounds.map((each) => contrast(mark.ink, each)));
          assert.ok(worst >= LEAST_CONTRAST, `${mark.name} with ${other.name}: ${worst}`);
        }
      }
    });
  }
}

for (const [text, ground] of [
  ['rgb(102, 102, 102)', 'rgb(255, 255, 255)'],
  ['rgb(107, 107, 107)', 'rgb(255, 255, 255)'],
  ['rgb(118, 118, 118)', 'rgb(255, 255, 255)'],
  ['rgb(26, 115, 232)', 'rgb(255, 255, 255)'],
  ['rgb(150, 150, 150)', 'rgb(255, 255, 255)'],
  ['rgb(140, 140, 140)', 'rgb(18, 18, 18)'],
  // On what is neither light nor dark neither black nor white helps much.
  ['rgb(255, 255, 255)', 'rgb(21, 101, 192)'],
  ['rgb(255, 255, 255)', 'rgb(69, 90, 100)'],
  ['rgb(0, 0, 0)', 'rgb(118, 118, 118)'],
]) {
  for (const strength of /** @type {const} */ (['normal', 'strong'])) {
    const [ink, colour] = [text, ground].map((each) => /** @type {Colour} */ (readColour(each)));
    const shares = newShares(strength)(colour, ink);
    const [sheet] = rules({ colour, room: 0, ...shares }, 0, strength).split('@media print');
    const paints = paintsOf(sheet);
    const marks = paints.filter(({ name }) => !name.startsWith('lit-'));
    const lights = paints.filter(({ name }) => name.startsWith('lit-'));

    test(`the page’s text, ${text} on ${ground}, reads under tints as it must, or hardly less than it did, ${strength}`, () => {
      // What a colour loses when it is written in whole numbers is little.
      const least = Math.min(4.5, 0.93 * contrast(ink, colour)) - 0.02;
      const litInk = shares.isDim ? /** @type {Colour} */ (readColour(litTextOf(sheet))) : ink;
      for (const mark of marks) {
        for (const other of marks) {
          const met = mark === other ? [mark] : [mark, other];
          const read = contrast(ink, tinted(colour, met));
          assert.ok(read >= least, `${mark.name} with ${other.name}: ${read}`);
          for (const light of lights) {
            const lit = contrast(litInk, tinted(colour, [...met, light]));
            assert.ok(lit >= least, `${mark.name} with ${other.name}, lit by ${light.name}: ${lit}`);
          }
        }
      }
      assert.ok(newShares(strength)(colour).share >= shares.share);
    });

    test(`on ${ground} under text that is ${text}, what is said and what is lit are seen, ${strength}`, () => {
      for (const { name, opacity } of marks.filter((mark) => mark.name.startsWith('content-'))) {
        assert.ok(opacity >= LEAST_TINT || hasLine(sheet, name), `${name}: ${opacity}`);
      }
      for (const { name, opacity } of lights)
        assert.ok(opacity >= LEAST_TINT || declared(sheet, name).includes('overline'), `${name}: ${opacity}`);
    });
  }
}

test('on white under black text what is said has its tint alone, and the light leaves the text its colour', () => {
  const [white, black] = /** @type {Colour[]} */ ([readColour('rgb(255, 255, 255)'), readColour('rgb(17, 17, 17)')]);
  const [sheet] = rules({ colour: white, room: 0, ...newShares('normal')(white, black) }, 0, 'normal').split(
    '@media print',
  );
  assert.equal(hasLine(sheet, 'content-attributed'), false);
  assert.equal(litTextOf(sheet), '');
});

test('tints give way only where lines would not be read, and are never lost where black and white can be told', () => {
  for (const background of BACKGROUNDS) {
    const paints = paintsOf(rules(bareGround(/** @type {Colour} */ (readColour(background)), 'normal'), 0, 'normal'));
    const source = paints.find(({ name }) => name === 'source-attributed');
    assert.ok(source && source.opacity >= 0.04, `${background}: ${source?.opacity}`);
  }
  const [white] = paintsOf(rules(bareGround([1, 1, 1, 1], 'normal'), 0, 'normal')).filter(
    ({ name }) => name === 'source-attributed',
  );
  assert.ok(white.opacity >= 0.12, `${white.opacity}`);
});

test('a dark page is printed in the inks of white paper', () => {
  const [screen, printed] = rules(bareGround([0.07, 0.07, 0.07, 1], 'normal'), 0, 'normal').split('@media print');
  assert.deepEqual(paintsOf(printed), paintsOf(rules(bareGround(PAPER, 'normal'), 0, 'normal')));
  assert.notDeepEqual(paintsOf(screen), paintsOf(printed));
});

test('where the page’s text could not be read on what was measured, the ground is told by the text', () => {
  const [white, black] = /** @type {Colour[]} */ ([
    [1, 1, 1, 1],
    [0, 0, 0, 1],
  ]);
  assert.equal(groundOfText(white, black), white);
  assert.equal(groundOfText(black, [0.5, 0.5, 0.5, 1]), black);
  assert.equal(groundOfText(white, undefined), white);
  assert.equal(groundOfText(white, [1, 1, 1, 0]), white);
  for (const [measured, text] of [
    [white, white],
    [white, [1, 0.95, 0.8, 1]],
    [black, black],
    [black, [0.1, 0.1, 0.2, 1]],
  ]) {
    const ground = groundOfText(/** @type {Colour} */ (measured), /** @type {Colour} */ (text));
    const found = contrast(ground, /** @type {Colour} */ (text));
    assert.ok(found > 6 && found < 8, `${text}: ${found}`);
  }
});

test('a computed colour is read in every form in which browsers write it', () => {
  assert.deepEqual(readColour('rgb(255, 0, 51)'), [1, 0, 0.2, 1]);
  assert.deepEqual(readColour('rgba(255, 0, 51, 0.5)'), [1, 0, 0.2, 0.5]);
  assert.deepEqual(readColour('color(srgb 1 0.5 0 / 0.25)'), [1, 0.5, 0, 0.25]);
  assert.deepEqual(readColour('color(srgb none 1.2 -0.1)'), [0, 1, 0, 1]);
  assert.deepEqual(readColour('color(srgb 5e-1 100% 0)'), [0.5, 1, 0, 1]);
  for (const other of ['lab(50% 0 0)', 'color(srgb-linear 1 0 0)', 'color(display-p3 1 0 0)', 'rgb(1 2)', '']) {
    assert.equal(readColour(other), undefined, other);
  }
});

test('a see-through colour is laid over what is behind it', () => {
  assert.deepEqual(over([0, 0, 0, 0.5], [1, 1, 1, 1]), [0.5, 0.5, 0.5, 1]);
});

test('lightness without chroma is grey, from black to white', () => {
  assert.equal(css(oklch(0, 0, 0)), 'rgb(0 0 0)');
  assert.equal(css(oklch(1, 0, 0)), 'rgb(255 255 255)');
  const [red, green, blue] = oklch(0.5, 0, 120).map((channel) => Math.round(channel * 255));
  assert.ok(red === green && green === blue);
});

/** What WCAG 2.2 (1.4.3) asks of text. axe cannot measure it in the top layer, where the panel stands. */
const LEAST_TEXT_CONTRAST = 4.5;

/** The tokens of a scheme's block of the sheet. @param {string} selector */
function tokens(selector) {
  const block = sheet.slice(sheet.indexOf(`${selector} {`)).split('}')[0];
  return (/** @type {string} */ name) => {
    const [, digits] = block.match(new RegExp(`--${name}: var\\(--claimlight-${name}, #([0-9a-f]+)\\);`)) ?? [];
    assert.ok(digits, name);
    const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
    const [red, green, blue] = pairs.map((pair) => parseInt(pair, 16) / 255);
    return /** @type {import('../../../www/page/colour.js').Colour} */ ([red, green, blue, 1]);
  };
}

for (const selector of ['.surface', ".surface[data-scheme='dark']"]) {
  test(`the interface's own text and lines can be read: ${selector}`, () => {
    const token = tokens(selector);
    for (const name of ['ink', 'soft']) {
      assert.ok(contrast(token(name), token('paper')) >= LEAST_TEXT_CONTRAST, name);
      // Where the pointer rests, a wash of the ink lies under the text.
      const [red, green, blue] = token('ink');
      assert.ok(contrast(token(name), over([red, green, blue, 0.06], token('paper'))) >= LEAST_TEXT_CONTRAST, name);
    }
    assert.ok(contrast(token('focus'), token('paper')) >= LEAST_CONTRAST);
    Object.entries(palette(token('paper'))).forEach(([layer, ink]) =>
      assert.ok(contrast(ink, token('paper')) >= LEAST_CONTRAST, layer),
    );
  });
}
