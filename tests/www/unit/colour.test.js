import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, css, oklch, over, readColour } from '../../../www/page/colour.js';
import { LEAST_CONTRAST, palette } from '../../../www/paint/palette.js';
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

for (const background of BACKGROUNDS) {
  test(`every underline has a contrast of at least ${LEAST_CONTRAST} on ${background}`, () => {
    const ground = readColour(background);
    assert.ok(ground);
    for (const [layer, ink] of Object.entries(palette(ground))) {
      const rounded = readColour(css(ink));
      assert.ok(rounded && contrast(rounded, ground) >= LEAST_CONTRAST, `${layer}: ${css(ink)}`);
    }
  });
}

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
