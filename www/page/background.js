/**
 * What colour the page has behind a piece of text, measured, not guessed from the reader's settings.
 * @import { Colour } from './colour.js'
 */
import { over, readColour } from './colour.js';
import { elementAround } from './tree.js';

/** What a browser paints below everything, in a page that does not ask for dark colours. @type {Colour} */
const WHITE = [1, 1, 1, 1];

/** What Chromium paints there for `color-scheme: dark`; Firefox's is a little lighter. @type {Colour} */
const DARK_CANVAS = [0.07, 0.07, 0.07, 1];

/** Has the browser say a colour that is not written as red, green and blue in those; undefined where it cannot. @typedef {(text: string) => string | undefined} Convert */

/**
 * Measures backgrounds; an element is asked once.
 * @param {Convert} convert
 * @returns {(element: Element) => Colour} always opaque
 */
export function backgroundReader(convert) {
  /** @type {WeakMap<Element, Colour>} */
  const known = new WeakMap();
  return function background(element) {
    const found = known.get(element) ?? measured(element, background, convert);
    known.set(element, found);
    return found;
  };
}

/**
 * @param {Element} element @param {(element: Element) => Colour} background @param {Convert} convert
 * @returns {Colour}
 */
function measured(element, background, convert) {
  const own = colourIn(getComputedStyle(element).backgroundColor, convert) ?? [0, 0, 0, 0];
  if (own[3] === 1) return own;
  const parent = parentOf(element);
  const back = parent ? background(parent) : canvas(element);
  return own[3] ? over(own, back) : back;
}

/** A colour in whatever form it was computed; undefined where nobody can read it. @param {string} text @param {Convert} convert */
export function colourIn(text, convert) {
  return readColour(text) ?? readColour(convert(text) ?? '');
}

/** The element around this one, out of a shadow root and a frame too. @param {Element} element */
function parentOf(element) {
  return elementAround(element) ?? element.ownerDocument.defaultView?.frameElement ?? null;
}

/** What stands behind the page itself. @param {Element} element @returns {Colour} */
function canvas(element) {
  const asked = getComputedStyle(element).colorScheme;
  const prefersDark = element.ownerDocument.defaultView?.matchMedia('(prefers-color-scheme: dark)').matches;
  const isDark = asked.includes('dark') && (prefersDark || !asked.includes('light'));
  return isDark ? DARK_CANVAS : WHITE;
}
