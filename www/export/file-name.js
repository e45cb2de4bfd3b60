/**
 * What a file that is taken away is called: by the article's headline, or where it has none by the page's address and the day.
 * @import { Report } from '../report.d.ts'
 */

/** How much of the words a name keeps, in characters: systems take 255 bytes, and a character of some scripts has four. */
const LONGEST = 56;

/** Without its ending. Letters and figures of every script stand in it, and nothing that a system has a use of its own for. @param {Report} report */
export function fileName({ blocks: [first], text }) {
  const headline = first?.kind === 'heading' ? wordsOf(text.slice(first.start, first.end)) : '';
  const { hostname, pathname } = location;
  const words = headline || `${wordsOf(hostname + pathname)}-${new Date().toISOString().slice(0, 10)}`;
  return `claimlight-${words}`;
}

/** As many as fit; of a single long one its beginning. @param {string} text */
function wordsOf(text) {
  const words =
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const letters = [...words.join('-')];
  const kept = letters.slice(0, LONGEST).join('');
  return letters.length > LONGEST ? kept.replace(/-[^-]*$/, '') : kept;
}
