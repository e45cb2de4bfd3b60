/**
 * Paints marks over the page with the CSS Custom Highlight API; no node of the page is touched.
 * @import { Mark } from '../findings.js'
 * @import { Canvas } from './canvas.js'
 * @import { Strength } from './sheet.js'
 */
import { styleOf, STYLE_NAMES } from './sheet.js';

/** Above this many ranges a browser's upkeep of live ones is felt when the page changes; still ones cost nothing. */
const MOST_LIVE_RANGES = 1000;

/** How long painting may keep the page waiting, in milliseconds: half a frame at sixty a second. */
const SLICE = 8;

/** How long marks take to come in, in milliseconds: seen as a change, not waited for. */
const FADE = 260;

/** @typedef {(mark: {start: number, end: number}) => Range | undefined} RangeOf */
/** @typedef {{strength: Strength, print: boolean}} Look */

/** Whether this browser can paint without touching the page. */
export function canPaint() {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

/**
 * Paints `marks` over the page, the first of them at once and the rest in slices, so that no frame is missed.
 * @param {Mark[]} marks in text order @param {Canvas} canvas
 * @returns {() => void} takes the paint off again
 */
export function paint(marks, canvas) {
  return brush(marks, canvas, (mark) => ({ style: styleOf(mark), priority: STYLE_NAMES.indexOf(styleOf(mark)) }));
}

/**
 * Lights `marks` up: everything a source said, or the finding whose card is open.
 * @param {Mark[]} marks @param {Canvas} canvas
 * @returns {() => void} puts the light out again
 */
export function lightUp(marks, canvas) {
  return brush(marks, canvas, ({ layer }) => ({ style: `lit-${layer}`, priority: STYLE_NAMES.length }));
}

/** @param {Mark[]} marks @param {Canvas} canvas @param {(mark: Mark) => {style: string, priority: number}} styled */
function brush(marks, canvas, styled) {
  /** @type {Map<string, {highlight: Highlight, wet: AbstractRange[]}>} */
  const colours = new Map();
  const isMany = marks.length > MOST_LIVE_RANGES;
  const take = (/** @type {Mark} */ mark) => {
    const range = canvas.rangeOf(mark);
    if (!range) return;
    const { style, priority } = styled(mark);
    const name = `claimlight-${style}-${canvas.groundOf(range.startContainer)}`;
    const colour = colours.get(name) ?? { highlight: new Highlight(), wet: [] };
    colour.highlight.priority = priority;
    colour.wet.push(isMany ? new StaticRange(range) : range);
    colours.set(name, colour);
  };
  // Each change of a highlight makes the browser look at all its ranges again: what comes later is laid on at once.
  const lay = () =>
    colours.forEach(({ highlight, wet }, name) => {
      wet.splice(0).forEach((range) => highlight.add(range));
      CSS.highlights.set(name, highlight);
    });
  const stop = inSlices(marks, take, lay);
  lay();
  return () => {
    stop();
    colours.forEach((_, name) => CSS.highlights.delete(name));
  };
}

/**
 * Does `act` for each item, in slices that leave the page its frames; the first slice is done on return.
 * @template Item
 * @param {Item[]} items @param {(item: Item) => void} act @param {() => void} done
 * @returns {() => void} stops it
 */
function inSlices(items, act, done) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  let index = 0;
  const slice = () => {
    const end = performance.now() + SLICE;
    while (index < items.length && performance.now() < end) act(items[index++]);
    if (index < items.length) waiting = setTimeout(slice);
    else done();
  };
  slice();
  return () => clearTimeout(waiting);
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
