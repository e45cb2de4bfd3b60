/**
 * How strong the tints under marks may be. A line is seen on its own tint, on that of a second mark on the same word, and
 * on both when they are lit, and the page's own text on the marks; where an ink or the text does not read on all of these,
 * tints give way, never the line or the text. The text is that of the element a mark begins in: a link of a fainter
 * colour inside the marked words keeps what contrast the tint leaves it.
 * @import { Colour } from '../page/colour.js'
 * @import { Layer } from '../findings.js'
 * @import { Palette } from './palette.js'
 */
import { contrastOfLights, luminance, over } from '../page/colour.js';
import { LEAST_CONTRAST } from './palette.js';

/** @typedef {{layer: Layer, opacity: number}} Tint */

/** How fine the search is: a twentieth less of a tint is not seen. */
const STEP = 0.05;

/** The contrast that text must have (WCAG 2.2, 1.4.3), and what is left of less where a page has chosen that. */
const LEAST_TEXT_CONTRAST = 4.5;
const KEPT = 0.93;

/** What a colour loses at most when it is written in whole numbers. */
const ROUNDING = 0.05;

/**
 * The share of their opacity, from 0 to 1, at which every line reads on `background`, whatever marks meet on a word.
 * @param {Palette} inks @param {Colour} background @param {Tint[]} tints in the order they are painted @param {number} lit the light's opacity
 */
export function bearableShare(inks, background, tints, lit) {
  const lightsOfInks = new Map(tints.map(({ layer }) => [layer, luminance(inks[layer])]));
  const reads = (/** @type {Tint[]} */ met, /** @type {number} */ light) =>
    met.every(({ layer }) => contrastOfLights(lightsOfInks.get(layer) ?? 0, light) >= LEAST_CONTRAST + ROUNDING);
  const meetings = pairs(strongest(tints));
  return shareWhere(reads, 1, inks, background, [...meetings, ...litUp(meetings, lit)]);
}

/**
 * What of their share tints keep under the page's text: it has the contrast that it must have, or, where it has less, nearly all of its own.
 * @param {Colour} text @param {number} share @param {Palette} inks @param {Colour} background @param {Tint[]} tints
 */
export function readableShare(text, share, inks, background, tints) {
  const isRead = readerOf(text, background);
  return shareWhere((_, light) => isRead(light), share, inks, background, pairs(strongest(tints)));
}

/**
 * What of its share the light keeps over marks that have theirs, under text of this colour.
 * @param {Colour} text @param {number} share of the marks @param {number} most @param {Palette} inks @param {Colour} background @param {Tint[]} tints @param {number} lit the light's opacity
 */
export function readableLight(text, share, most, inks, background, tints, lit) {
  const isRead = readerOf(text, background);
  const marks = pairs(strongest(tints).map(({ layer, opacity }) => ({ layer, opacity: opacity * share })));
  const fails = (/** @type {Tint[]} */ met) => !isRead(lightOf(met, inks, background, 1));
  let light = most;
  while (light > 0 && litUp(marks, lit * light).some(fails)) light -= STEP;
  return Math.max(0, light);
}

/** Whether a text is read on a ground of some luminance as it must be. @param {Colour} text @param {Colour} background @returns {(light: number) => boolean} */
function readerOf(text, background) {
  const own = luminance(over(text, background));
  const contrast = contrastOfLights(own, luminance(background));
  const least = contrast < LEAST_TEXT_CONTRAST ? contrast * KEPT : LEAST_TEXT_CONTRAST;
  return (light) => contrastOfLights(own, light) >= least;
}

/**
 * The greatest share, at most `share`, at which what must be read is on every meeting of tints.
 * @param {(met: Tint[], light: number) => boolean} reads whether it is read on a ground of this luminance
 * @param {number} share @param {Palette} inks @param {Colour} background @param {Tint[][]} meetings
 */
function shareWhere(reads, share, inks, background, meetings) {
  const fails = (/** @type {Tint[]} */ met) => !reads(met, lightOf(met, inks, background, share));
  // What did not read is asked first at the next step: only the last step looks at all of them.
  for (let worst = meetings.find(fails); share > 0 && worst; worst = fails(worst) ? worst : meetings.find(fails))
    share -= STEP;
  return Math.max(0, share);
}

/**
 * The luminance of a background under tints.
 * @param {Tint[]} tints @param {Palette} inks @param {Colour} background @param {number} share
 */
function lightOf(tints, inks, background, share) {
  let ground = background;
  // Old libraries put a `reduce` of their own in the place of the browser's.
  for (const { layer, opacity } of tints) ground = over(inks[layer], ground, opacity * share);
  return luminance(ground);
}

/** Of each layer the two strongest, which can meet: what reads on these reads on the fainter ones too. @param {Tint[]} tints */
function strongest(tints) {
  const isStronger = (/** @type {Tint} */ one, /** @type {Tint} */ other) =>
    one !== other && one.layer === other.layer && one.opacity > other.opacity;
  return tints.filter((tint) => tints.filter((other) => isStronger(other, tint)).length < 2);
}

/** What can lie on one word: a mark or two. @param {Tint[]} tints */
function pairs(tints) {
  return tints.flatMap((one, index) => tints.slice(index).map((other) => (other === one ? [one] : [one, other])));
}

/** The same with the light of each of them on top. @param {Tint[][]} meetings @param {number} opacity */
function litUp(meetings, opacity) {
  return meetings.flatMap((met) => met.map(({ layer }) => [...met, { layer, opacity }]));
}
