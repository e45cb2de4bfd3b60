/**
 * Where the blocks of findings made at publication stand on the page. A block is there if the page says it word for word
 * as a block of its own, or side by side with the next; and where the same words stand twice, in the order of the rest.
 * @import { Report, Span } from '../report.d.ts'
 * @import { PageText } from './page-text.js'
 */
import { seen } from './page-text.js';

/** @typedef {Span & {at: number}} Found a block, and where in the page's text it stands */

/** A block with all places at which it may stand, in order. @typedef {Span & {places: number[], length: number}} Sought */

/** Words that stand more often are the page's furniture. */
const MOST_PLACES = 50;

/** Those blocks of the report that the page still says. @param {Report} report @param {PageText} page @returns {Found[]} */
export function findBlocks({ text, blocks }, page) {
  const words = blocks.map(({ start, end }) => seen(text.slice(start, end)));
  const sought = blocks.map(({ start, end }, index) => ({
    start,
    end,
    length: words[index].length,
    places: placesOf(words, index, page),
  }));
  const anchors = inOrder(sought.filter(({ places }) => places.length === 1));
  return placed(sought, anchors);
}

/** All places where a block begins and ends as one. @param {string[]} words of all blocks @param {number} index @param {PageText} page */
function placesOf(words, index, page) {
  /** @type {number[]} */
  const places = [];
  const [before, own, after] = [words[index - 1], words[index], words[index + 1]];
  if (!own) return places;
  for (let at = page.text.indexOf(own); at >= 0 && places.length < MOST_PLACES; at = page.text.indexOf(own, at + 1)) {
    const end = at + own.length;
    // What is a block to the engine need not be one to the browser, as a byline in its paragraph.
    const begins = page.isBorder(at) || (before && page.text.endsWith(before, at));
    const ends = page.isBorder(end) || (after && page.text.startsWith(after, end));
    if (begins && ends) places.push(at);
  }
  return places;
}

/** Of blocks that stand in one place each, the most that stand in the report's order. @param {Sought[]} blocks @returns {Set<Sought>} */
function inOrder(blocks) {
  /** Of the chains of each length the one that ends first. @type {Sought[]} */
  const ends = [];
  /** @type {Map<Sought, Sought | undefined>} */
  const before = new Map();
  for (const block of blocks) {
    let [from, to] = [0, ends.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (ends[middle].places[0] < block.places[0]) from = middle + 1;
      else to = middle;
    }
    before.set(block, ends[from - 1]);
    ends[from] = block;
  }
  const chain = new Set();
  for (let block = ends[ends.length - 1]; block; block = /** @type {Sought} */ (before.get(block))) chain.add(block);
  return chain;
}

/**
 * Places the blocks that stand in several places each as near as can be before the next that stands in one, or else
 * behind those before.
 * @param {Sought[]} blocks @param {Set<Sought>} anchors @returns {Found[]}
 */
function placed(blocks, anchors) {
  /** @type {Found[]} */
  const found = [];
  /** @type {Sought[]} */
  let waiting = [];
  let from = 0;
  for (const block of blocks) {
    if (!anchors.has(block)) {
      if (block.places.length > 1) waiting.push(block);
      continue;
    }
    const [at] = block.places;
    found.push(...backwards(waiting, from, at), { ...spanOf(block), at });
    waiting = [];
    from = at + block.length;
  }
  return [...found, ...forwards(waiting, from)];
}

/** @param {Sought[]} blocks @param {number} from @param {number} to @returns {Found[]} */
function backwards(blocks, from, to) {
  /** @type {Found[]} */
  const found = [];
  for (const block of [...blocks].reverse()) {
    const at = block.places.findLast((at) => at >= from && at + block.length <= to);
    if (at === undefined) continue;
    found.unshift({ ...spanOf(block), at });
    to = at;
  }
  return found;
}

/** @param {Sought[]} blocks @param {number} from @returns {Found[]} */
function forwards(blocks, from) {
  return blocks.flatMap((block) => {
    const at = block.places.find((at) => at >= from);
    if (at === undefined) return [];
    from = at + block.length;
    return [{ ...spanOf(block), at }];
  });
}

/** @param {Sought} block */
const spanOf = ({ start, end }) => ({ start, end });
