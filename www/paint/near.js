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

/** How many are painted before and after the middle of the window: some three screens of a densely marked article. */
const N_NEAR = 150;

/**
 * The marks to paint.
 * @param {Mark[]} marks in text order @param {RangeOf} rangeOf
 */
export function near(marks, rangeOf) {
  return marks.length <= MOST_EVERYWHERE ? marks : nearest(marks, rangeOf);
}

/** Those around the middle of the window. @param {Mark[]} marks @param {RangeOf} rangeOf */
export function nearest(marks, rangeOf) {
  if (marks.length <= N_NEAR) return marks;
  const middle = middleOf(marks, rangeOf);
  return marks.slice(Math.max(0, middle - N_NEAR), middle + N_NEAR);
}

/**
 * Calls `repaint` when the reader has scrolled to where too little is painted.
 * @param {() => Mark[]} marks all there are @param {RangeOf} rangeOf @param {() => void} repaint
 * @returns {() => void} stops it
 */
export function whenScrolledFar(marks, rangeOf, repaint) {
  let painted = 0;
  const look = oncePerFrame(() => {
    const there = marks();
    if (there.length <= MOST_EVERYWHERE) return;
    const middle = middleOf(there, rangeOf);
    if (Math.abs(middle - painted) < N_NEAR / 2) return;
    painted = middle;
    repaint();
  });
  return all(listen(window, 'scroll', look, { passive: true, capture: true }), look.cancel);
}

/** The first mark below the middle of the window. @param {Mark[]} marks @param {RangeOf} rangeOf */
function middleOf(marks, rangeOf) {
  let from = 0;
  let to = marks.length;
  while (from < to) {
    const index = (from + to) >> 1;
    if (topOf(rangeOf(marks[index])) < window.innerHeight / 2) from = index + 1;
    else to = index;
  }
  return from;
}

/** @param {Range | undefined} range */
function topOf(range) {
  return range ? range.getBoundingClientRect().top + cornerOf(range.startContainer).y : 0;
}
