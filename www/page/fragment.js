/**
 * Links to a sentence: text fragments (WICG scroll-to-text-fragment), which every current browser scrolls to.
 * @import { Report, Span } from '../report.d.ts'
 */

/** How many words stand for the beginning and for the end of a longer stretch. */
const N_EDGE_WORDS = 5;

/**
 * The address of `span` on the page at `address`. Words before and after it are added where its own stand more than once.
 * @param {Report} report @param {Span} span @param {string} address
 */
export function linkTo({ text }, { start, end }, address) {
  const words = text.slice(start, end).split(/\s+/).filter(Boolean);
  const isShort = words.length <= 2 * N_EDGE_WORDS && !text.slice(start, end).trim().includes('\n');
  const ends = isShort
    ? [words.join(' ')]
    : [words.slice(0, N_EDGE_WORDS).join(' '), words.slice(-N_EDGE_WORDS).join(' ')];
  const isUnique = text.indexOf(ends[0]) === text.lastIndexOf(ends[0]);
  const parts = ends.map(escaped);
  if (!isUnique) {
    const line = lineAround(text, start, end);
    const before = line.before.split(/\s+/).filter(Boolean).slice(-N_EDGE_WORDS).join(' ');
    const after = line.after.split(/\s+/).filter(Boolean).slice(0, N_EDGE_WORDS).join(' ');
    if (before) parts.unshift(`${escaped(before)}-`);
    if (after) parts.push(`-${escaped(after)}`);
  }
  // A page may know its article by its fragment; what follows `:~:` is the browser's.
  const [place] = address.split(':~:');
  return `${place}${place.includes('#') ? '' : '#'}:~:text=${parts.join(',')}`;
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
