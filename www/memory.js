/**
 * Remembers, in the reader's own browser, which marks of a page they hid as not right.
 * A mark is known again by its words and its sentence's, since places shift when an article is edited.
 * @import { Finding } from './findings.js'
 * @import { Report } from './report.d.ts'
 */

/** Many sites tell their articles apart in the query alone. */
const keyOf = () => `claimlight:hidden:${location.pathname}${location.search}`;

/** @typedef {{all: Finding[], report: Report}} Remembered */

/** @param {Remembered} reading @param {ReadonlySet<string>} hidden */
export function remember(reading, hidden) {
  const quotes = [...quoted(reading)].filter(([, { id }]) => hidden.has(id)).map(([quote]) => quote);
  try {
    if (quotes.length) localStorage.setItem(keyOf(), JSON.stringify(quotes));
    else localStorage.removeItem(keyOf());
  } catch {
    // Storage is switched off or full; the mark stays hidden until the page is left.
  }
}

/** The marks of this page that were hidden before. @param {Remembered} reading @returns {Set<string>} */
export function remembered(reading) {
  try {
    const kept = localStorage.getItem(keyOf());
    if (!kept) return new Set();
    const quotes = new Set(JSON.parse(kept));
    const hidden = [...quoted(reading)].filter(([quote]) => quotes.has(quote));
    return new Set(hidden.map(([, { id }]) => id));
  } catch {
    return new Set();
  }
}

/** Each finding by what it is known again by; of those that are alike in one sentence, which it is. @param {Remembered} reading @returns {Iterable<[string, Finding]>} */
function* quoted({ all, report: { text } }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const finding of all) {
    const { layer, start, end, sentence } = finding;
    const words = JSON.stringify([layer, text.slice(start, end), text.slice(sentence.start, sentence.end)]);
    const n = counts.get(words) ?? 0;
    counts.set(words, n + 1);
    yield [`${words} ${n}`, finding];
  }
}
