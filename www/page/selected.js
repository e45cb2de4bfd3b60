/**
 * Which finding a reader's selection asks about.
 * @import { Finding } from '../findings.js'
 * @import { CorePage } from '../core-page.d.ts'
 * @import { Span } from '../report.d.ts'
 */

/**
 * Where a range of the page stands in the text. What of it is no article, a gap between two paragraphs too, has no place
 * there: then the words nearest to that end, within the range, have.
 * @param {Range} range @param {Pick<CorePage, 'offset'>} page @returns {Span | undefined}
 */
export function spanOf(range, page) {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const start = page.offset(startContainer, startOffset) ?? first(textsOf(range), (text) => page.offset(text, 0));
  const end =
    page.offset(endContainer, endOffset) ?? first(textsOf(range).reverse(), (text) => page.offset(text, text.length));
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
}

/** @param {Text[]} texts @param {(text: Text) => number | undefined} placeOf */
function first(texts, placeOf) {
  for (const text of texts) {
    const place = placeOf(text);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** The texts that a range touches, in their order. @param {Range} range @returns {Text[]} */
function textsOf(range) {
  const { commonAncestorContainer: root } = range;
  const walker = (root.ownerDocument ?? document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (range.intersectsNode(node)) texts.push(/** @type {Text} */ (node));
  }
  return texts;
}

/**
 * The finding that words ask about: one whose marks they touch, else one they stand in, else one of their sentence.
 * Who asks who says something is told of an attribution first.
 * @param {readonly Finding[]} shown @param {Span} words @returns {Finding | undefined}
 */
export function askedAbout(shown, words) {
  const near = shown.filter(({ sentence, start, end }) => overlap(words, sentence) || overlap(words, { start, end }));
  const ranked = near.map((finding) => ({ finding, rank: rankOf(finding, words) }));
  ranked.sort((one, other) => compare(one.rank, other.rank));
  return ranked[0]?.finding;
}

/** How near a finding is to the words, the nearest the least, and what comes first of those that are equally near. @param {Finding} finding @param {Span} words */
function rankOf({ marks, start, end, attribution }, words) {
  let touched = 0;
  for (const mark of marks) touched += overlap(words, mark);
  const isAround = touched > 0 || overlap(words, { start, end }) > 0;
  const distance = isAround ? 0 : Math.max(start - words.end, words.start - end, 1);
  return [distance, Number(!attribution), -touched, end - start, start];
}

/** How much of one span is in another. @param {Span} one @param {Span} other */
export function overlap(one, other) {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

/** @param {number[]} one @param {number[]} other */
function compare(one, other) {
  const index = one.findIndex((number, index) => number !== other[index]);
  return index < 0 ? 0 : one[index] - other[index];
}
