/**
 * Remembers, in the reader's own browser, which marks of a page they hid as not right.
 * A mark is known again by its words, since places shift when an article is edited.
 * @import { Finding } from './findings.js'
 * @import { Report } from './report.d.ts'
 */

/** @param {string} path */
const keyOf = (path) => `claimlight:hidden:${path}`;

/** @typedef {{all: Finding[], report: Report}} Remembered */

/** @param {Remembered} reading @param {ReadonlySet<string>} hidden */
export function remember({ all, report }, hidden) {
  const quotes = all.filter(({ id }) => hidden.has(id)).map((finding) => quote(report, finding));
  try {
    if (quotes.length) localStorage.setItem(keyOf(location.pathname), JSON.stringify(quotes));
    else localStorage.removeItem(keyOf(location.pathname));
  } catch {
    // Storage is switched off or full; the mark stays hidden until the page is left.
  }
}

/** The marks of this page that were hidden before. @param {Remembered} reading @returns {Set<string>} */
export function remembered({ all, report }) {
  try {
    const quotes = JSON.parse(localStorage.getItem(keyOf(location.pathname)) ?? '[]');
    const hidden = all.filter((finding) => quotes.includes(quote(report, finding)));
    return new Set(hidden.map(({ id }) => id));
  } catch {
    return new Set();
  }
}

/** @param {Report} report @param {Finding} finding */
function quote({ text }, { layer, start, end }) {
  return `${layer}: ${text.slice(start, end)}`;
}
