/**
 * How strong the tints under marks may be. A line is seen on its own tint, on that of a second mark on the same word, and
 * on both when they are lit; where its ink does not read on all of these, tints give way and never the line.
 * @import { Colour } from '../page/colour.js'
 * @import { Layer } from '../findings.js'
 * @import { Palette } from './palette.js'
 */
import { contrast, over } from '../page/colour.js';
import { LEAST_CONTRAST } from './palette.js';

/** @typedef {{layer: Layer, opacity: number}} Tint */

/** How fine the search is: a twentieth less of a tint is not seen. */
const STEP = 0.05;

/** What a colour loses at most when it is written in whole numbers. */
const ROUNDING = 0.05;

/**
 * The share of their opacity, from 0 to 1, at which every line reads on `background`, whatever marks meet on a word.
 * @param {Palette} inks @param {Colour} background @param {Tint[]} tints in the order they are painted @param {number} lit the light's opacity
 */
export function bearableShare(inks, background, tints, lit) {
  const meetings = [...stacks(tints, lit)];
  let share = 1;
  while (share > 0 && leastContrast(inks, background, meetings, share) < LEAST_CONTRAST + ROUNDING) share -= STEP;
  return Math.max(0, share);
}

/**
 * How well the worst line of these meetings is seen.
 * @param {Palette} inks @param {Colour} background @param {Tint[][]} meetings @param {number} share
 */
export function leastContrast(inks, background, meetings, share) {
  let least = Infinity;
  for (const tints of meetings) {
    let ground = background;
    // Old libraries put a `reduce` of their own in the place of the browser's.
    for (const { layer, opacity } of tints) ground = over([...rgb(inks[layer]), opacity * share], ground);
    for (const { layer } of tints) least = Math.min(least, contrast(inks[layer], ground));
  }
  return least;
}

/** What can lie on one word: a mark or two, lit or not. @param {Tint[]} tints @param {number} lit @returns {Generator<Tint[]>} */
export function* stacks(tints, lit) {
  for (let one = 0; one < tints.length; one++) {
    for (let other = one; other < tints.length; other++) {
      const met = other === one ? [tints[one]] : [tints[one], tints[other]];
      yield met;
      for (const { layer } of met) yield [...met, { layer, opacity: lit }];
    }
  }
}

/** @param {Colour} colour @returns {[number, number, number]} */
const rgb = ([red, green, blue]) => [red, green, blue];
