/** What differs between two pictures of the same page. A tint is no difference; a line, a letter or a box is. */
import assert from 'node:assert/strict';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** @typedef {{x: number, y: number, width: number, height: number}} Box in the picture's pixels */

/** How far colours may lie apart, of 1, and still be the same to the eye: an anti-aliased edge, not a line. */
const TOLERANCE = 0.1;

/**
 * The share of pixels that differ, of all or of those in `box`.
 * @param {Uint8Array} one @param {Uint8Array} other PNG files @param {Box} [box] @returns {number} from 0 to 1
 */
export function difference(one, other, box) {
  return differenceOf(decoded(one), decoded(other), box);
}

/** @param {Uint8Array} file a PNG @returns {PNG} */
export function decoded(file) {
  return PNG.sync.read(Buffer.from(file));
}

/** The same of pictures that are decoded already: to decode takes longer than to compare. @param {PNG} left @param {PNG} right @param {Box} [box] @returns {number} from 0 to 1 */
export function differenceOf(left, right, box) {
  assert.deepEqual([left.width, left.height], [right.width, right.height], 'the pictures are not of one size');
  const whole = { x: 0, y: 0, width: left.width, height: left.height };
  const { x, y, width, height } = inside(box ?? whole, whole);
  const [a, b] = [left, right].map((picture) => cut(picture, { x, y, width, height }));
  return pixelmatch(a, b, undefined, width, height, { threshold: TOLERANCE }) / (width * height);
}

/** @param {Box} box @param {Box} whole @returns {Box} */
function inside(box, whole) {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const width = Math.min(whole.width, Math.ceil(box.x + box.width)) - x;
  const height = Math.min(whole.height, Math.ceil(box.y + box.height)) - y;
  assert.ok(width > 0 && height > 0, 'what is looked at is not in the picture');
  return { x, y, width, height };
}

/** @param {PNG} picture @param {Box} box */
function cut(picture, { x, y, width, height }) {
  const part = new PNG({ width, height });
  PNG.bitblt(picture, part, x, y, width, height, 0, 0);
  return part.data;
}
