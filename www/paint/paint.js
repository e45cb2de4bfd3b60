/**
 * Paints marks over the page with the CSS Custom Highlight API; no node of the page is touched.
 * @import { Mark } from '../findings.js'
 * @import { Canvas } from './canvas.js'
 * @import { Strength } from './sheet.js'
 */
import { frame } from '../page/slices.js';
import { elementAround, elementOf } from '../page/tree.js';
import { layOff, layOn, still } from './layers.js';
import { nearest } from './near.js';
import { styleOf, STYLE_NAMES } from './sheet.js';

/** Above this many ranges a browser's upkeep of live ones is felt when the page changes; still ones cost nothing. */
const MOST_LIVE_RANGES = 1000;

/** How long painting may keep the page waiting, in milliseconds: less than half a frame at sixty a second, since laying it on takes time too. */
const SLICE = 3;

/** How long marks take to come in, in milliseconds: seen as a change, not waited for. */
const FADE = 260;

/** @typedef {(mark: {start: number, end: number}) => Range | undefined} RangeOf */
/** @typedef {{strength: Strength, print: boolean}} Look */

/** Whether this browser can paint without touching the page. */
export function canPaint() {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

/** Whether a mark has lost its words, as when a page writes the same words into a text node anew. */
export function hasCollapsed() {
  const isLost = (/** @type {AbstractRange} */ range) => range.collapsed || !range.startContainer.isConnected;
  const few = [...painted].filter(({ ranges }) => ranges.length <= MOST_LIVE_RANGES);
  return few.some(({ ranges }) => ranges.some(isLost));
}

/**
 * Paints `marks` over the page, the first of them at once and the rest in slices, so that no frame is missed. Where
 * paint is on already, it stays until all is painted anew, and nothing flickers; unless nothing of it is in sight.
 * @param {Mark[]} marks those in sight first @param {Canvas} canvas @param {() => void} [takeOffOld] takes off what was painted before
 * @param {{isFar?: boolean, slice?: number, comeIn?: () => void}} [how] whether nothing of that is in sight, how long it may keep the page waiting, in milliseconds, and what lets the first marks come in softly
 * @returns {() => void} takes the paint off again
 */
export function paint(marks, canvas, takeOffOld, how) {
  const styled = (/** @type {Mark} */ mark) => ({
    style: styleOf(mark),
    rank: STYLE_NAMES.indexOf(styleOf(mark)),
  });
  return brush(marks, canvas, styled, { copy: (range) => range, takeOffOld, ...how });
}

/**
 * Lights `marks` up: everything a source said, or the finding whose card is open.
 * @param {Mark[]} marks @param {Canvas} canvas
 * @returns {() => void} puts the light out again
 */
export function lightUp(marks, canvas) {
  const styled = (/** @type {Mark} */ { layer }) => ({ style: `lit-${layer}`, rank: STYLE_NAMES.length });
  // Marks have these ranges already, and of two highlights that share a live range WebKit may paint one alone.
  return brush(marks, canvas, styled, { copy: (range) => range.cloneRange() });
}

/**
 * A highlight while its ranges come together, and the one that shows the first of them meanwhile. Its ranges are kept
 * beside it: an extension of Firefox may not ask a page's highlight for them.
 * @typedef {{highlight: Highlight, ranges: AbstractRange[], first?: Highlight, view: Window & typeof globalThis, name: string, rank: number}} Colour
 */

/** What is on the page now. @type {Set<Colour>} */
const painted = new Set();

/**
 * @param {Mark[]} marks @param {Canvas} canvas @param {(mark: Mark) => {style: string, rank: number}} styled
 * @param {{copy: (range: Range) => Range, takeOffOld?: () => void, isFar?: boolean, slice?: number, comeIn?: () => void}} how
 */
function brush(marks, canvas, styled, { copy, takeOffOld, isFar = false, slice, comeIn }) {
  /** @type {Map<string, Colour>} */
  const colours = new Map();
  const isMany = marks.length > MOST_LIVE_RANGES;
  const take = (/** @type {Mark} */ mark) => {
    const range = canvas.rangeOf(mark);
    if (!range) return;
    const { style, rank } = styled(mark);
    const { view, number } = canvas.viewOf(range);
    const name = `claimlight-${style}-${canvas.groundOf(range.startContainer)}`;
    const colour = colours.get(`${name} ${number}`) ?? newColour(view, name, rank);
    const kept = isMany ? new StaticRange(range) : copy(range);
    colour.highlight.add(kept);
    colour.ranges.push(kept);
    colours.set(`${name} ${number}`, colour);
  };
  const end = begun();
  let isWhole = false;
  const finish = () => {
    isWhole = true;
    canvas.write();
    layOn([...colours.values()]);
    colours.forEach((colour) => painted.add(colour));
    takeOffOld?.();
    takeOffOld = undefined;
    end();
  };
  const stop = inSlices(marks, take, finish, slice);
  // Both have the browser look at the whole page again: once, if it is not asked for a style between them.
  comeIn?.();
  canvas.write();
  if ((!takeOffOld || isFar) && !isWhole) layOn([...colours.values()].map(first));
  return () => {
    stop();
    end();
    takeOffOld?.();
    colours.forEach(hide);
  };
}

/** @param {Colour} colour */
function hide(colour) {
  painted.delete(colour);
  layOff(colour);
  if (colour.first) layOff({ ...colour, highlight: colour.first });
}

/** How many paintings go on, and who waits for their end. */
let nGoingOn = 0;
/** @type {(() => void)[]} */
let waiting = [];

/** @returns {() => void} says, once, that a painting has ended */
function begun() {
  let isOn = true;
  nGoingOn++;
  return () => {
    if (isOn) nGoingOn--;
    isOn = false;
    if (!nGoingOn) waiting.splice(0).forEach((resolve) => resolve());
  };
}

/** Waits until all that is being painted is there. @returns {Promise<void>} */
export function whenPainted() {
  return new Promise((resolve) => (nGoingOn ? waiting.push(resolve) : resolve()));
}

/**
 * What there is of a colour so far. Each change of a highlight that is shown makes the browser look at all its ranges
 * again; so this one stays as it is until all have come together in the other.
 * @param {Colour} colour
 */
function first(colour) {
  colour.first = still(colour);
  return { ...colour, highlight: colour.first };
}

/** Every frame has its own highlights, and its own class of them. @param {Window & typeof globalThis} view @param {string} name @param {number} rank @returns {Colour} */
function newColour(view, name, rank) {
  return { highlight: new view.Highlight(), ranges: [], view, name, rank };
}

/**
 * Does `act` for each item, in slices with a frame between two: the paint that the first has laid on is then looked at
 * by the browser, and not by the next that asks for a style. The first slice is done on return.
 * @template Item
 * @param {Item[]} items @param {(item: Item) => void} act @param {() => void} done @param {number} [longest] in milliseconds
 * @returns {() => void} stops it
 */
function inSlices(items, act, done, longest = SLICE) {
  let isOn = true;
  let index = 0;
  const slice = () => {
    if (!isOn) return;
    const end = performance.now() + longest;
    while (index < items.length && performance.now() < end) act(items[index++]);
    if (index < items.length) void frame().then(slice);
    else done();
  };
  slice();
  return () => void (isOn = false);
}

/** The elements that marks in sight stand in. Their backgrounds are known then, which for one may take a slice. @param {Mark[]} marks @param {Canvas} canvas */
export function* elementsInSight(marks, canvas) {
  for (const mark of nearest(marks, canvas.rangeOf)) {
    const range = canvas.rangeOf(mark);
    if (!range) continue;
    const element = elementOf(range.startContainer);
    if (element) yield element;
    canvas.groundOf(range.startContainer);
  }
}

/** The outermost of some elements: each is animated, and what stands in it with it. @param {Element[]} elements */
export function outermost(elements) {
  const all = new Set(elements);
  return [...all].filter((element) => !isWithin(element, all));
}

/** @param {Element} element @param {Set<Element>} others */
function isWithin(element, others) {
  for (let around = elementAround(element); around; around = elementAround(around)) {
    if (others.has(around)) return true;
  }
  return false;
}

/**
 * Lets the marks in these elements come in softly, unless the reader asked for less motion. An animation leaves no trace
 * on an element, and on the elements around the marks it has the browser look at these alone again in every frame; on
 * the document's element, at the whole page.
 * @param {Element[]} elements
 */
export function fadeIn(elements) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return () => {};
  registerShown();
  const frames = /** @type {Keyframe[]} */ ([{ '--claimlight-shown': 0 }, { '--claimlight-shown': 1 }]);
  /** @type {Animation[]} */
  const fadings = [];
  try {
    elements.forEach((element) => fadings.push(element.animate(frames, { duration: FADE, easing: 'ease-out' })));
  } catch {
    // On a page that has put something else in its place the marks are there at once.
  }
  return () => fadings.forEach((fading) => fading?.cancel?.());
}

function registerShown() {
  try {
    CSS.registerProperty({ name: '--claimlight-shown', syntax: '<number>', inherits: true, initialValue: '1' });
  } catch {
    // It is registered for as long as the page lives, so a second start finds it there.
  }
}
