/**
 * The colours of the marks on one background: each layer keeps its hue, and takes the lightness that reads there.
 * @import { Colour } from '../page/colour.js'
 * @import { Layer } from '../findings.js'
 */
import { contrastOfLights, luminance, oklch } from '../page/colour.js';

/** What WCAG 2.2 (1.4.11) asks of a graphic. A thin underline is given more where the background allows it: it lies on its tint, too. */
export const LEAST_CONTRAST = 3;
const WANTED_CONTRAST = 5.5;

/** How fine the search for a lightness is; a step is below what an eye tells apart. */
const STEP = 0.01;

/** The lightest a mark is on a light background and the darkest on a dark one: ink, not neon. */
const LIGHT_START = 0.56;
const DARK_START = 0.74;

/**
 * Hue and chroma of each layer: ink blue, plum, ochre and rust. Blue and ochre are told apart by every kind of
 * colour vision; plum and rust also differ from them in the style of their lines.
 * @type {Record<Layer, {hue: number, chroma: number}>}
 */
export const INKS = {
  attributed: { hue: 250, chroma: 0.1 },
  unnamed: { hue: 330, chroma: 0.11 },
  hedge: { hue: 78, chroma: 0.11 },
  unsourced: { hue: 38, chroma: 0.13 },
};

/** @typedef {Record<Layer, Colour>} Palette */

/**
 * The line colour of each layer on `background`, which is opaque.
 * @param {Colour} background
 * @returns {Palette}
 */
export function palette(background) {
  const light = luminance(background);
  const line = (/** @type {Layer} */ layer) => ink(INKS[layer].hue, INKS[layer].chroma, light);
  return {
    attributed: line('attributed'),
    unnamed: line('unnamed'),
    hedge: line('hedge'),
    unsourced: line('unsourced'),
  };
}

/** Whether marks are drawn dark on this background. @param {Colour} background */
export function isLight(background) {
  return isLightGround(luminance(background));
}

/** @param {number} light the background's luminance */
function isLightGround(light) {
  // At this luminance black and white have the same contrast: (1.05 / (y + .05)) = ((y + .05) / .05).
  return light > 0.179;
}

/**
 * @param {number} hue @param {number} chroma @param {number} light the background's luminance
 * @returns {Colour}
 */
function ink(hue, chroma, light) {
  const step = isLightGround(light) ? -STEP : STEP;
  const start = isLightGround(light) ? LIGHT_START : DARK_START;
  let best = oklch(start, chroma, hue);
  for (let lightness = start; lightness >= 0 && lightness <= 1; lightness += step) {
    best = oklch(lightness, chroma, hue);
    if (contrastOfLights(luminance(best), light) >= WANTED_CONTRAST) return best;
  }
  return best;
}
