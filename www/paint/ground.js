/**
 * What marks are taken to lie on. A gradient or a picture has no one colour, and what was measured is then what lies
 * below it; the page's own text tells: it can be read where it stands.
 * @import { Convert } from '../page/background.js'
 * @import { Colour } from '../page/colour.js'
 */
import { backgroundReader, colourIn } from '../page/background.js';
import { contrast, encoded, luminance } from '../page/colour.js';

/** Text of less contrast is not read by anybody: it stands on something that was not measured. */
const UNREADABLE = 1.7;

/** How much contrast text is taken to have there: more than it must, less than black on white. Inks that read here read on what lies further off, too. */
const USUAL_CONTRAST = 7;

/** Gives what the text of an element stands on. @param {Convert} convert @returns {(element: Element) => Colour} */
export function groundReader(convert) {
  const background = backgroundReader(convert);
  return (element) => groundOfText(background(element), colourIn(getComputedStyle(element).color, convert));
}

/**
 * The ground of text: what was measured behind it, or a grey that the text reads on.
 * @param {Colour} measured opaque @param {Colour | undefined} text its colour, if it is known
 * @returns {Colour}
 */
export function groundOfText(measured, text) {
  // What is not opaque may be no colour at all, but a hole through which a gradient is seen.
  if (!text || text[3] < 1 || contrast(text, measured) >= UNREADABLE) return measured;
  const own = luminance(text) + 0.05;
  // A hair more than the middle between black and white: there both have 4.6.
  return grey(own > 0.23 ? own / USUAL_CONTRAST - 0.05 : own * USUAL_CONTRAST - 0.05);
}

/** The grey of this luminance, cut to what a screen shows. @param {number} light @returns {Colour} */
function grey(light) {
  const channel = encoded(Math.min(1, Math.max(0, light)));
  return [channel, channel, channel, 1];
}
