import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, css, oklch, over, readColour } from '../../../www/page/colour.js';
import { LEAST_CONTRAST, palette } from '../../../www/paint/palette.js';

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
  assert.equal(readColour('lab(50% 0 0)'), undefined);
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
