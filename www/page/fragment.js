/**
 * Links to a sentence: text fragments (WICG scroll-to-text-fragment), which every current browser scrolls to.
 * @import { Report, Span } from '../report.d.ts'
 */

/** How many words stand for the beginning and for the end of a longer stretch. */
const N_EDGE_WORDS = 5;

/** How many words of a text are looked at in one turn. */
const N_AT_ONCE = 500;

/** Whether words stand in a text once. @typedef {(words: string) => boolean} IsOnce */

/**
 * The address of `span` on the page at `address`. Words before and after it are added where its own stand more than once.
 * @param {Report} report @param {Span} span @param {string} address @param {IsOnce} [isOnce]
 */
export function linkTo({ text }, { start, end }, address, isOnce = isOnceIn(text)) {
  const ends = endsOf(text, { start, end });
  const parts = ends.map(escaped);
  if (!isOnce(ends[0])) {
    const line = lineAround(text, start, end);
    const before = wordsOf(line.before).slice(-N_EDGE_WORDS).join(' ');
    const after = wordsOf(line.after).slice(0, N_EDGE_WORDS).join(' ');
    if (before) parts.unshift(`${escaped(before)}-`);
    if (after) parts.push(`-${escaped(after)}`);
  }
  // A page may know its article by its fragment; what follows `:~:` is the browser's.
  const [place] = address.split(':~:');
  return `${place}${place.includes('#') ? '' : '#'}:~:text=${parts.join(',')}`;
}

/** What stands for a span: all its words, or the first and the last of them. @param {string} text @param {Span} span */
function endsOf(text, { start, end }) {
  const words = wordsOf(text.slice(start, end));
  const isShort = words.length <= 2 * N_EDGE_WORDS && !text.slice(start, end).trim().includes('\n');
  if (isShort) return [words.join(' ')];
  return [words.slice(0, N_EDGE_WORDS), words.slice(-N_EDGE_WORDS)].map((some) => some.join(' '));
}

/** @param {string} text */
function wordsOf(text) {
  return text.split(/\s+/).filter(Boolean);
}

/** @param {string} text @returns {IsOnce} */
function isOnceIn(text) {
  return (words) => text.indexOf(words) === text.lastIndexOf(words);
}

/**
 * The same for many spans, for which the text is looked through once: for each the whole text would be too much. It
 * gives nothing from time to time, so that the page has its turn.
 * @param {Report} report @param {Span[]} spans @returns {Generator<string, IsOnce>}
 */
export function* isOnceAmong({ text }, spans) {
  /** Where each beginning stands that one of the spans has. @type {Map<string, number[]>} */
  const places = new Map();
  let n = 0;
  for (const span of spans) {
    places.set(beginningOf(endsOf(text, span)[0]), []);
    if (++n % N_AT_ONCE === 0) yield '';
  }
  /** Where the last words begin. @type {number[]} */
  const last = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    last.push(index);
    if (last.length > N_EDGE_WORDS) last.shift();
    for (const start of last) places.get(text.slice(start, index + word.length))?.push(start);
    if (++n % N_AT_ONCE === 0) yield '';
  }
  return (words) => {
    const found = placesOf(text, words, places.get(beginningOf(words)) ?? []);
    found.next();
    return found.next().done === true;
  };
}

/** The first of some words. @param {string} words */
function beginningOf(words) {
  return words.split(' ', N_EDGE_WORDS).join(' ');
}

/** Where the words stand, of places where they can. @param {string} text @param {string} words @param {number[]} places */
function* placesOf(text, words, places) {
  for (const place of places) if (text.startsWith(words, place)) yield place;
}

/** Words of other blocks are no context: browsers match a prefix and suffix within theirs only loosely. */
function lineAround(/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  return { before: text.slice(from, start), after: text.slice(end, next < 0 ? text.length : next) };
}

/** A hyphen, comma or ampersand would be read as the fragment's own, a bracket as Markdown's. @param {string} words */
function escaped(words) {
  return encodeURIComponent(words).replace(/[-()]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
