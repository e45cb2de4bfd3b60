/** Where a card goes: below the words, above or beside them where there is no room, and never out of the window. */
import { linesOf } from '../page/frames.js';

/** How far from the words, and from the window's edge, in pixels. */
const GAP = 8;

/** How much of the window's height words may take for the card to leave all of them uncovered. */
const MOST_LINES = 0.3;

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */
/** @typedef {{width: number, height: number}} Size */

/**
 * @param {HTMLElement} card shown already, so that its size is known
 * @param {Range | undefined} words @param {Range} [sentence] in which they stand
 */
export function placeBeside(card, words, sentence) {
  const box = words && wordsBox(words);
  if (!box) return;
  const around = sentence && wordsBox(sentence);
  const { innerWidth, innerHeight } = window;
  const { width, height } = card.getBoundingClientRect();
  const view = { width: document.documentElement.clientWidth || innerWidth, height: innerHeight };
  const { left, top } = placeClear(box, around, { width, height }, view);
  card.style.left = `${left}px`;
  card.style.top = `${top + gone(box, view)}px`;
}

/** How far the words have gone out of the window: their card goes with them, and stands over no other text as if it were of that. @param {Box} words @param {Size} view */
function gone(words, view) {
  return Math.min(0, words.bottom) + Math.max(0, words.top - view.height);
}

/** Where the whole sentence can be read beside the card, or else at least the words. @param {Box} words @param {Box | undefined} sentence @param {Size} card @param {Size} view */
export function placeClear(words, sentence, card, view) {
  const around = sentence && {
    ...words,
    top: Math.min(sentence.top, words.top),
    bottom: Math.max(sentence.bottom, words.bottom),
  };
  const clear = around && place(around, card, view);
  const isClear = clear && (clear.top >= around.bottom || clear.top + card.height <= around.top);
  return isClear ? clear : place(words, card, view);
}

/** All the lines of the words, if they leave room for a card; else the first line that is in the window. @param {Range} range */
function wordsBox(range) {
  const lines = linesOf(range).filter(({ width }) => width);
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (!first) return undefined;
  const isShort = last.bottom - first.top <= window.innerHeight * MOST_LINES;
  if (isShort) {
    const right = Math.max(...lines.map((line) => line.right));
    return { left: last.left, right, top: first.top, bottom: last.bottom };
  }
  return lines.find(({ top, bottom }) => top >= 0 && bottom <= window.innerHeight) ?? first;
}

/** @param {Box} words @param {Size} card @param {Size} view */
export function place(words, card, view) {
  const left = clamp(words.left, GAP, view.width - card.width - GAP);
  const below = words.bottom + GAP;
  const above = words.top - GAP - card.height;
  const fitsBelow = below + card.height + GAP <= view.height;
  const beside = [words.right + GAP, words.left - GAP - card.width];
  const free = beside.find((side) => side >= GAP && side + card.width + GAP <= view.width);
  if (!fitsBelow && above < GAP && free !== undefined) {
    return { left: free, top: clamp(words.top, GAP, view.height - card.height - GAP) };
  }
  const top = fitsBelow || above < GAP ? below : above;
  return { left, top: clamp(top, GAP, view.height - card.height - GAP) };
}

/** @param {number} value @param {number} least @param {number} most */
function clamp(value, least, most) {
  return Math.max(least, Math.min(value, most));
}
