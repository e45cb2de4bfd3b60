/**
 * Paints marks over the page with the CSS Custom Highlight API; no node of the page is touched.
 * @import { Mark } from '../findings.js'
 * @import { Colour } from '../page/colour.js'
 * @import { Strength } from './sheet.js'
 */
import { css } from '../page/colour.js';
import { rules, styleOf, STYLE_NAMES } from './sheet.js';

/** Above this many ranges a browser's upkeep of live ones is felt when the page changes; still ones cost nothing. */
const MOST_LIVE_RANGES = 1000;

/** How long marks take to come in, in milliseconds: seen as a change, not waited for. */
const FADE = 260;

/** @typedef {(start: number, end: number) => Range | undefined} RangeOf */
/** @typedef {{background: (element: Element) => Colour, strength: Strength, print: boolean}} PaintOptions */

/** Whether this browser can paint without touching the page. */
export function canPaint() {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

/**
 * Paints `marks` over the page.
 * @param {Mark[]} marks @param {RangeOf} rangeOf @param {PaintOptions} options
 * @returns {() => void} takes the paint off again
 */
export function paint(marks, rangeOf, options) {
  const brush = newBrush(options, marks.length > MOST_LIVE_RANGES);
  for (const mark of marks) {
    const range = rangeOf(mark.start, mark.end);
    if (range) brush.add(styleOf(mark), range, STYLE_NAMES.indexOf(styleOf(mark)));
  }
  return brush.dry();
}

/**
 * Lights `marks` up: everything a source said, or the finding whose card is open.
 * @param {Mark[]} marks @param {RangeOf} rangeOf @param {PaintOptions} options
 * @returns {() => void} puts the light out again
 */
export function lightUp(marks, rangeOf, options) {
  const brush = newBrush(options, false);
  for (const mark of marks) {
    const range = rangeOf(mark.start, mark.end);
    if (range) brush.add(`lit-${mark.layer}`, range, STYLE_NAMES.length);
  }
  return brush.dry();
}

/** Numbers brushes, so that the names of two that are on the page at once never meet. */
let nBrushes = 0;

/**
 * Collects ranges by style and by the background they stand on, then lays them on the page at once.
 * @param {PaintOptions} options @param {boolean} isMany
 */
function newBrush({ background, strength, print }, isMany) {
  /** @type {Map<string, Highlight>} */
  const highlights = new Map();
  /** @type {Map<string, {colour: Colour, suffix: number}>} */
  const grounds = new Map();
  /** @type {Set<Document | ShadowRoot>} */
  const roots = new Set();
  const suffixOf = (/** @type {Element} */ element) => {
    const colour = background(element);
    const ground = grounds.get(css(colour)) ?? { colour, suffix: nBrushes++ };
    grounds.set(css(colour), ground);
    return ground.suffix;
  };
  return {
    /** @param {string} style @param {Range} range @param {number} priority */
    add(style, range, priority) {
      const element = elementOf(range.startContainer);
      const name = `claimlight-${style}-${suffixOf(element)}`;
      const highlight = highlights.get(name) ?? new Highlight();
      highlight.priority = priority;
      highlight.add(isMany ? new StaticRange(range) : range);
      highlights.set(name, highlight);
      roots.add(/** @type {Document | ShadowRoot} */ (element.getRootNode()));
    },
    dry() {
      const text = [...grounds.values()].map(({ colour, suffix }) => rules(colour, suffix, strength)).join('\n');
      const takeSheetsOff = [...roots].map((root) => adopt(root, print ? text : `@media screen { ${text} }`));
      highlights.forEach((highlight, name) => CSS.highlights.set(name, highlight));
      return () => {
        highlights.forEach((_, name) => CSS.highlights.delete(name));
        takeSheetsOff.forEach((takeOff) => takeOff());
      };
    },
  };
}

/** @param {Node} node */
function elementOf(node) {
  return node instanceof Element ? node : /** @type {Element} */ (node.parentElement);
}

/**
 * Firefox wants the sheet in each shadow root that holds marks; Chromium would find the document's.
 * @param {Document | ShadowRoot} root @param {string} text
 * @returns {() => void}
 */
export function adopt(root, text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/**
 * Lets the marks come in softly, unless the reader asked for less motion. An animation leaves no trace on the element.
 * @param {Document} document
 */
export function fadeIn(document) {
  if (document.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches) return () => {};
  registerShown();
  const frames = /** @type {Keyframe[]} */ ([{ '--claimlight-shown': 0 }, { '--claimlight-shown': 1 }]);
  const fading = document.documentElement.animate(frames, { duration: FADE, easing: 'ease-out' });
  return () => fading.cancel();
}

function registerShown() {
  try {
    CSS.registerProperty({ name: '--claimlight-shown', syntax: '<number>', inherits: true, initialValue: '1' });
  } catch {
    // It is registered for as long as the page lives, so a second start finds it there.
  }
}
