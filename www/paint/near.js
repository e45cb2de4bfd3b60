/**
 * Which marks of a very long page are painted: those near the window. Chromium looks at every painted range again when
 * anything in the document changes, the panel's list included (0.2 s for 16,000 ranges, measured), and WebKit when it draws.
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

/**
 * The marks to paint.
 * @param {Mark[]} marks in text order @param {RangeOf} rangeOf
 */
export function near(marks, rangeOf) {
  return marks.length <= MOST_EVERYWHERE ? marks : nearest(marks, rangeOf);
}

/** Those in the window and around it: Firefox draws each painted one again when anything in the document changes. @param {Mark[]} marks @param {RangeOf} rangeOf */
export function nearest(marks, rangeOf) {
  if (marks.length <= LEAST) return marks;
  const { innerHeight: height } = window;
  const [from, middle, to] = [-AROUND * height, height / 2, (1 + AROUND) * height].map((y) =>
    firstBelow(y, marks, rangeOf),
  );
  const start = Math.max(middle - MOST_EVERYWHERE / 2, Math.min(from, middle - LEAST), 0);
  return marks.slice(start, Math.min(middle + MOST_EVERYWHERE / 2, Math.max(to, middle + LEAST)));
}

/**
 * Calls `repaint` when the reader has scrolled to where too little is painted.
 * @param {() => Mark[]} marks all there are @param {RangeOf} rangeOf @param {() => void} repaint
 * @returns {() => void} stops it
 */
export function whenScrolledFar(marks, rangeOf, repaint) {
  let painted = 0;
  const topAt = (/** @type {number} */ index) => topOf(marks().at(index) ?? marks().at(-1), rangeOf);
  const look = oncePerFrame(() => {
    const there = marks();
    if (there.length <= MOST_EVERYWHERE) return;
    const middle = firstBelow(window.innerHeight / 2, there, rangeOf);
    if (Math.abs(topAt(middle) - topAt(painted)) < (AROUND / 2) * window.innerHeight) return;
    painted = middle;
    repaint();
  });
  return all(listen(window, 'scroll', look, { passive: true, capture: true }), look.cancel);
}

/** The first mark below a height of the window. @param {number} y @param {Mark[]} marks @param {RangeOf} rangeOf */
function firstBelow(y, marks, rangeOf) {
  let from = 0;
  let to = marks.length;
  while (from < to) {
    const index = (from + to) >> 1;
    if (topOf(marks[index], rangeOf) < y) from = index + 1;
    else to = index;
  }
  return from;
}

/** @param {Mark | undefined} mark @param {RangeOf} rangeOf */
function topOf(mark, rangeOf) {
  const range = mark && rangeOf(mark);
  return range ? range.getBoundingClientRect().top + cornerOf(range.startContainer).y : 0;
}
