/**
 * Remembers, in the page's storage or where an extension says, which marks of a page a reader hid as not right, and how
 * they like to see pages.
 * A mark is known again by its words and its sentence's, since places shift when an article is edited.
 * @import { Finding } from './findings.js'
 * @import { Report } from './report.d.ts'
 */

/** With what the keys begin of marks that a reader hid. */
export const HIDDEN = 'claimlight:hidden:';

/** Many sites tell their articles apart in the query alone. */
const keyHere = () => `${HIDDEN}${location.pathname}${location.search}`;

/** The name under which the language is kept that a reader chose for the interface. */
export const LANGUAGE = 'language';

/** Not as JSON, which old libraries patch; these stand in no text that is read. */
const [BETWEEN_MARKS, BETWEEN_PARTS] = ['\u001e', '\u001f'];

/** @typedef {{all: Finding[], report: Report}} Remembered */

/** What keeps a text by its key; an empty text forgets it. @typedef {{read: (key: string) => string | null | undefined, write: (key: string, text: string) => void}} Store */

/** @type {Store} */
let store = {
  read: (key) => localStorage.getItem(key),
  write: (key, text) => (text ? localStorage.setItem(key, text) : localStorage.removeItem(key)),
};

/** Remembers elsewhere than where the page could read it. @param {Store} other */
export function rememberIn(other) {
  store = other;
}

/** @param {Remembered} reading @param {ReadonlySet<string>} hidden */
export function remember(reading, hidden) {
  try {
    // What is not found yet, or no longer, stays hidden.
    const quotes = kept();
    for (const [quote, { id }] of quoted(reading)) {
      if (hidden.has(id)) quotes.add(quote);
      else quotes.delete(quote);
    }
    store.write(keyHere(), [...quotes].join(BETWEEN_MARKS));
  } catch {
    // Storage is switched off or full; the mark stays hidden until the page is left.
  }
}

/** The marks of this page that were hidden before. @param {Remembered} reading @returns {Set<string>} */
export function remembered(reading) {
  try {
    const quotes = kept();
    if (!quotes.size) return new Set();
    const hidden = [...quoted(reading)].filter(([quote]) => quotes.has(quote));
    return new Set(hidden.map(([, { id }]) => id));
  } catch {
    return new Set();
  }
}

/** The key of a choice that holds for all pages. @param {string} name */
export function keyOf(name) {
  return `claimlight:${name}`;
}

/** Remembers how a reader likes to see pages. @param {string} name @param {string} text */
export function keep(name, text) {
  try {
    store.write(keyOf(name), text);
  } catch {
    // Then it is so until the page is left.
  }
}

/** What was remembered under this name; empty if nothing was. @param {string} name @returns {string} */
export function recalled(name) {
  try {
    return store.read(keyOf(name)) ?? '';
  } catch {
    return '';
  }
}

/**
 * What is to be kept under a key that another tab may have written since: of hidden marks, those that either hid, without those
 * that either brought back. `before` is what was read here, `after` what it has become here, `now` what is kept.
 * @param {string} key @param {{before?: string, after: string, now?: string}} texts
 */
export function merged(key, { before, after, now }) {
  if (!key.startsWith(HIDDEN)) return after;
  const [old, own, others] = [before, after, now].map(quotesOf);
  const isKept = (/** @type {string} */ quote) => (old.has(quote) ? own.has(quote) && others.has(quote) : true);
  return [...new Set([...others, ...own])].filter(isKept).join(BETWEEN_MARKS);
}

/** @returns {Set<string>} */
function kept() {
  return quotesOf(store.read(keyHere()));
}

/** @param {string | null | undefined} text */
function quotesOf(text) {
  return new Set(text ? text.split(BETWEEN_MARKS) : []);
}

/** Each finding by what it is known again by; of those that are alike in one sentence, which it is. @param {Remembered} reading @returns {Iterable<[string, Finding]>} */
function* quoted({ all, report: { text } }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const finding of all) {
    const { layer, start, end, sentence } = finding;
    const words = [layer, text.slice(start, end), text.slice(sentence.start, sentence.end)].join(BETWEEN_PARTS);
    const n = counts.get(words) ?? 0;
    counts.set(words, n + 1);
    yield [`${words}${BETWEEN_PARTS}${n}`, finding];
  }
}
