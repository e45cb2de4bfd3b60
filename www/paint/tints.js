/**
 * How strong the tints under marks may be. A line is seen on its own tint, on that of a second mark on the same word, and
 * on both when they are lit; where its ink does not read on all of these, tints give way and never the line.
 * @import { Colour } from '../page/colour.js'
 * @import { Layer } from '../findings.js'
 * @import { Palette } from './palette.js'
 */
import { contrastOfLights, luminance, over } from '../page/colour.js';
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
  const meetings = [...stacks(strongest(tints), lit)];
  let share = 1;
  const fails = (/** @type {Tint[]} */ met) => leastContrast(inks, background, met, share) < LEAST_CONTRAST + ROUNDING;
  // What did not read is asked first at the next step: only the last step looks at all of them.
  for (let worst = meetings.find(fails); share > 0 && worst; worst = fails(worst) ? worst : meetings.find(fails))
    share -= STEP;
  return Math.max(0, share);
}

/**
 * How well the worst line of a meeting is seen.
 * @param {Palette} inks @param {Colour} background @param {Tint[]} tints @param {number} share
 */
function leastContrast(inks, background, tints, share) {
  let ground = background;
  // Old libraries put a `reduce` of their own in the place of the browser's.
  for (const { layer, opacity } of tints) ground = over([...rgb(inks[layer]), opacity * share], ground);
  const light = luminance(ground);
  let least = Infinity;
  for (const { layer } of tints) least = Math.min(least, contrastOfLights(luminance(inks[layer]), light));
  return least;
}

/** Of each layer the two strongest, which can meet: what reads on these reads on the fainter ones too. @param {Tint[]} tints */
function strongest(tints) {
  const isStronger = (/** @type {Tint} */ one, /** @type {Tint} */ other) =>
    one !== other && one.layer === other.layer && one.opacity > other.opacity;
  return tints.filter((tint) => tints.filter((other) => isStronger(other, tint)).length < 2);
}

/** What can lie on one word: a mark or two, lit or not. @param {Tint[]} tints @param {number} lit @returns {Generator<Tint[]>} */
function* stacks(tints, lit) {
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
