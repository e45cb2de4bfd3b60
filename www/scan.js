/**
 * Reads and scans a page in slices, and fetches its report in parts: each would keep a long page's reader waiting.
 * @import { CorePage } from './core-page.d.ts'
 * @import { Report } from './report.d.ts'
 * @import { Slices } from './page/slices.js'
 */
import { caretAt } from './page/hit.js';

/**
 * Reads the page, again if it was read before. What has become of it: `moved` are the same words in other nodes, and
 * `changed` is what must be scanned.
 * @param {CorePage} page @param {Slices} slices
 */
export async function read(page, slices) {
  for (;;) {
    const change = page.read();
    if (change) return change;
    await slices.between();
  }
}

/** The members of a report: the lists, which are fetched a piece at a time, and the rest. */
export const LISTS = /** @type {const} */ ([
  'blocks',
  'sentences',
  'attributions',
  'ledger',
  'hedges',
  'claims',
  'provenance',
]);
const REST = /** @type {const} */ (['id', 'language', 'unit', 'text', 'counts', 'page']);

/** How much of a list is fetched at once: a millisecond's work. */
const PIECE = 100;

/** By how much more must be scanned before what was found meanwhile is shown: each showing costs as much as all found. */
const GROWTH = 8;

/**
 * Scans what the reader sees first. `show` is called whenever there is much more to show than before; not at the end.
 * @param {CorePage} page @param {Slices} slices @param {() => Promise<void>} [show]
 */
export async function scan(page, slices, show) {
  await slices.rest();
  const seen = placeInView(page);
  await slices.between();
  if (seen !== undefined) page.lookAt(seen);
  let shown = 0;
  while (!page.step()) {
    await slices.between();
    const { scanned } = page;
    if (!show || scanned <= shown * GROWTH) continue;
    shown = scanned;
    await show();
  }
}

/** The report of what is scanned. @param {CorePage} page @param {Slices} slices @returns {Promise<Report>} */
export async function reportOf(page, slices) {
  /** @type {Record<string, unknown>} */
  const report = {};
  while (!page.join()) await slices.between();
  for (const name of REST) {
    report[name] = page.part(name, 0, 0);
    await slices.between();
  }
  for (const name of LISTS) {
    /** @type {unknown[]} */
    const list = [];
    for (;;) {
      const piece = /** @type {unknown[]} */ (page.part(name, list.length, PIECE));
      list.push(...piece);
      await slices.between();
      if (piece.length < PIECE) break;
    }
    report[name] = list;
  }
  return /** @type {Report} */ (/** @type {unknown} */ (report));
}

/** The offset in the text of what stands in the middle of the window. @param {CorePage} page */
function placeInView(page) {
  const caret = caretAt(document, window.innerWidth / 2, window.innerHeight / 2);
  return caret && page.offset(caret.node, caret.offset);
}

/** Lets a page go that was read. An engine that broke in the middle of a step does not give it back, and is no longer used. @param {CorePage} page */
export function letGo(page) {
  try {
    page.free();
  } catch (cause) {
    console.warn('claimlight: the engine broke, and what it holds stays until the page is left', cause);
  }
}
