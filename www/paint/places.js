/**
 * Where the lines of marks run below their words: so that two marks on one word are both seen, and no letter of the next
 * line is struck through.
 */

/**
 * What a line says by its place. `said`, who says it, is close under the letters; `hearsay`, that nobody is named, and
 * `caution`, a hedge, are below that; `sentence`, that it has no source, is lowest where three lines have room, and else
 * between the two.
 * @typedef {'said' | 'hearsay' | 'caution' | 'sentence'} Place
 */

/**
 * How far below the baseline, in em of the text, from the most room to the least. In the last four a wave begins at the
 * letters, where who says it has its line: of what meets in articles, a sentence without a source has a hedge in it eight
 * times as often as a named source or its cue (measured), so the hedge is kept clear of the wave, and the source's line
 * runs over it, which goes on beside it. Nothing firm is nearer to the letters than 0.06: Firefox leaves a gap around each
 * that it touches, and of a line under a name nothing is left. In the last three, of small print and of headlines
 * set solid, dots may lie on the fine dashes of a cue, and in the very last on the line of whoever says it, of which they stand out by half.
 * @type {Record<Place, number>[]}
 */
const ROOMS = [
  { said: 0.08, hearsay: 0.23, caution: 0.23, sentence: 0.4 },
  { said: 0.06, hearsay: 0.18, caution: 0.2, sentence: 0.3 },
  { said: 0.06, hearsay: 0.27, caution: 0.33, sentence: 0.1 },
  { said: 0.06, hearsay: 0.22, caution: 0.28, sentence: 0.1 },
  { said: 0.06, hearsay: 0.14, caution: 0.2, sentence: 0 },
  { said: 0.06, hearsay: 0.13, caution: 0.17, sentence: 0 },
  { said: 0.06, hearsay: 0.135, caution: 0.135, sentence: 0 },
  { said: 0.06, hearsay: 0.1, caution: 0.11, sentence: 0 },
];

/** The room of the interface's own small print. */
export const OWN_ROOM = 1;

/** How high above its baseline the tallest letter of the next line stands, in em: of common faces 0.68 to 0.76. */
const ASCENT = 0.75;

/** How high a wave is, with its rounding: so many pixels of small text, and of large at least so much of an em. Measured in Chromium, of the two the higher. */
const WAVE_PIXELS = 5.5;
const WAVE = 0.18;

/** The same of dots; two fine lines are higher by what they begin higher. */
const DOT_PIXELS = 3.2;
const DOT = 0.14;

/** What is small print, in pixels. */
const SMALL = 16;

/** The line height of a face that says nothing of its own, in em. */
const NORMAL = 1.15;

/** The number of the room that text has below its letters. @param {{lineHeight: string, fontSize: string}} style as it is computed */
export function roomOf({ lineHeight, fontSize }) {
  const size = parseFloat(fontSize) || 16;
  const height = (parseFloat(lineHeight) || NORMAL * size) / size;
  const free = height - ASCENT;
  const [wave, dot] = [Math.max(WAVE, WAVE_PIXELS / size), Math.max(DOT, DOT_PIXELS / size)];
  // A wave at the letters can go no higher, whatever it meets.
  const fitting = ROOMS.findIndex(
    ({ caution, sentence }) => caution + dot <= free && (!sentence || sentence + wave <= free),
  );
  // Under a line of small print two marks would be one in the last: there, dots rather graze the next line's tallest letters.
  const last = ROOMS.length - (size < SMALL ? 2 : 1);
  return Math.min(fitting < 0 ? last : fitting, last);
}

/** Where a line runs in a room. @param {Place} place @param {number} room */
export function offsetOf(place, room) {
  return `${ROOMS[room][place]}em`;
}
