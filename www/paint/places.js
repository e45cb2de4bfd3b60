/**
 * Where the lines of marks run below their words: as low as the next line of text leaves room, so that two marks on one
 * word are both seen and no letter is struck through.
 */

/**
 * What a line says by its place. `said`, who says it, is close under the letters; `caution`, a hedge or hearsay, below
 * that and clear of the descenders too; `sentence`, that it has no source, lowest.
 * @typedef {'said' | 'caution' | 'sentence'} Place
 */

/** How far below the baseline, in em of the text, from the most room to the least. @type {Record<Place, number>[]} */
const ROOMS = [
  { said: 0.08, caution: 0.23, sentence: 0.4 },
  { said: 0.06, caution: 0.17, sentence: 0.3 },
  { said: 0.05, caution: 0.16, sentence: 0.19 },
  { said: 0.04, caution: 0.08, sentence: 0.01 },
];

/** The room of the interface's own small print. */
export const OWN_ROOM = 1;

/** How high above its baseline the tallest letter of the next line stands, in em: of common faces 0.68 to 0.76. */
const ASCENT = 0.75;

/** How high a wave is, with its rounding: so many pixels of small text, and of large at least so much of an em. Measured in Chromium, of the two the higher. */
const WAVE_PIXELS = 5.4;
const WAVE = 0.18;

/** The line height of a face that says nothing of its own, in em. */
const NORMAL = 1.15;

/** The number of the room that text has below its letters. @param {{lineHeight: string, fontSize: string}} style as it is computed */
export function roomOf({ lineHeight, fontSize }) {
  const size = parseFloat(fontSize) || 16;
  const height = (parseFloat(lineHeight) || NORMAL * size) / size;
  const free = height - ASCENT - Math.max(WAVE, WAVE_PIXELS / size);
  const fitting = ROOMS.findIndex(({ sentence }) => sentence <= free);
  return fitting < 0 ? ROOMS.length - 1 : fitting;
}

/** Where a line runs in a room. @param {Place} place @param {number} room */
export function offsetOf(place, room) {
  return `${ROOMS[room][place]}em`;
}
