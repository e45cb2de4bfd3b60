/**
 * Which marks of a very long page are painted: those near the window. Whenever anything in the document changes, the
 * panel's list included, Chromium looks at every painted range again (0.2 s for 16,000, measured) and Firefox draws each
 * again; WebKit looks at all when it draws.
 * @import { Mark } from '../findings.js'
 * @import { RangeOf } from './paint.js'
 */
import { all, listen, oncePerFrame } from '../interface/host.js';
import { cornerOf } from '../page/frames.js';

/** Up to this many all are painted: looking at so many again takes less than a frame. */
const MOST_EVERYWHERE = 1000;

/** How much of the text above and below the window is painted, in heights of the window. */
const AROUND = 0.5;

/** At least so many are painted before and after the middle of the window: in columns the order of the text is not that of the page. */
const LEAST = 40;

/** Chooses the marks to paint, and knows when the reader has gone where too little is painted. */
export class Near {
  /** What was in the middle when they were chosen, and where that was in a window of which height. @type {{mark: Mark, top: number | undefined, height: number} | undefined} */
  #chosen;
  /** Whether, when they were chosen last, nothing of those before was in sight: so far had the reader gone. */
  isFar = false;

  /**
   * The marks to paint.
   * @param {Mark[]} marks in text order @param {RangeOf} rangeOf
   */
  choose(marks, rangeOf) {
    this.isFar = this.#moved(rangeOf) > (1 + AROUND) * (this.#chosen?.height ?? 0);
    this.#chosen = undefined;
    // Where all are painted the page is not asked to lay itself out.
    if (marks.length <= MOST_EVERYWHERE) return marks;
    const height = heightOfWindow();
    const middle = firstBelow(height / 2, marks, rangeOf);
    const isShown = (/** @type {Mark} */ mark) => topOf(mark, rangeOf) !== undefined;
    const mark = marks.slice(middle).find(isShown) ?? marks.slice(0, middle).findLast(isShown) ?? marks[0];
    this.#chosen = { mark, top: topOf(mark, rangeOf), height };
    return nearest(marks, rangeOf);
  }

  /** Whether they are to be chosen anew. @param {RangeOf} rangeOf */
  isLeft(rangeOf) {
    if (!this.#chosen) return false;
    const { top: before, height } = this.#chosen;
    const room = (AROUND / 2) * height;
    const moved = this.#moved(rangeOf);
    return before === undefined ? !Number.isNaN(moved) : moved > room || heightOfWindow() - height > room;
  }

  /** How far what was in the middle has gone, in pixels; of what is hidden nobody knows, and that is no number. @param {RangeOf} rangeOf */
  #moved(rangeOf) {
    const now = this.#chosen && topOf(this.#chosen.mark, rangeOf);
    return now === undefined ? NaN : Math.abs(now - (this.#chosen?.top ?? now));
  }
}

/** Those in the window and around it, and first of them those in it. @param {Mark[]} marks in text order @param {RangeOf} rangeOf */
export function nearest(marks, rangeOf) {
  if (marks.length <= LEAST) return marks;
  const height = heightOfWindow();
  const places = [-AROUND * height, 0, height / 2, (1 + AROUND) * height];
  const [from, top, middle, to] = places.map((y) => firstBelow(y, marks, rangeOf));
  const start = Math.max(middle - MOST_EVERYWHERE / 2, Math.min(from, middle - LEAST), 0);
  const end = Math.min(middle + MOST_EVERYWHERE / 2, Math.max(to, middle + LEAST));
  // A mark that begins above the window may end in it.
  const first = Math.min(Math.max(top - 1, start), end);
  return [...marks.slice(first, end), ...marks.slice(start, first)];
}

/** Calls `look` once in a frame in which the reader scrolls or makes the window larger. @param {() => void} look @returns {() => void} stops it */
export function whenScrolled(look) {
  const soon = oncePerFrame(look);
  return all(
    listen(window, 'scroll', soon, { passive: true, capture: true }),
    listen(window, 'resize', soon),
    soon.cancel,
  );
}

/** Pinched, some windows are said to be as high as what is seen of them. */
function heightOfWindow() {
  return Math.max(innerHeight, document.scrollingElement?.clientHeight ?? 0);
}

/** The first mark below a height of the window; what is not shown has no place and is passed over. @param {number} y @param {Mark[]} marks @param {RangeOf} rangeOf */
function firstBelow(y, marks, rangeOf) {
  let from = 0;
  let to = marks.length;
  while (from < to) {
    const half = (from + to) >> 1;
    let index = half;
    let top = topOf(marks[index], rangeOf);
    while (top === undefined && ++index < to) top = topOf(marks[index], rangeOf);
    if (top !== undefined && top < y) from = index + 1;
    else to = half;
  }
  return from;
}

/** @param {Mark} mark @param {RangeOf} rangeOf */
function topOf(mark, rangeOf) {
  const range = rangeOf(mark);
  const box = range?.getBoundingClientRect();
  return range && box && (box.width || box.height) ? box.top + cornerOf(range.startContainer).y : undefined;
}
