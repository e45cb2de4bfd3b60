/**
 * Which findings stand under a point of the screen.
 * @import { Finding } from '../findings.js'
 * @import { CorePage } from '../core-page.d.ts'
 */

/** How far outside its letters a mark still counts, in pixels: the underline and half a line's leading. */
const SLACK = 3;

/** @typedef {{at: (x: number, y: number, document: Document) => Finding[], of: (node: Node, offset: number) => Finding[]}} HitTest */

/**
 * @param {Finding[]} shown in text order @param {CorePage} page
 * @returns {HitTest} the narrowest finding first; points count from the corner of the document's own window
 */
export function hitTest(shown, page) {
  const pieces = shown
    .flatMap((finding) => finding.marks.map(({ start, end }) => ({ start, end, finding })))
    .sort((one, other) => one.start - other.start);
  let longest = 0;
  for (const { start, end } of pieces) longest = Math.max(longest, end - start);
  /** @param {number} offset */
  const around = (offset) => {
    const found = [];
    // A caret at a mark's end is still in its last letter's right half.
    for (let index = firstAfter(pieces, offset) - 1; index >= 0; index--) {
      const piece = pieces[index];
      if (piece.start < offset - longest) break;
      if (offset <= piece.end) found.push(piece);
    }
    return found.sort((one, other) => one.end - one.start - (other.end - other.start));
  };
  /** @param {Node} node @param {number} offset */
  const piecesOf = (node, offset) => {
    const place = page.offset(node, offset);
    return place === undefined ? [] : around(place);
  };
  return {
    at(x, y, document) {
      const caret = caretAt(document, x, y, page.shadows);
      const pieces = caret ? piecesOf(caret.node, caret.offset) : [];
      return unique(pieces.filter(({ start, end }) => touches(page.range(start, end), x, y)));
    },
    of: (node, offset) => unique(piecesOf(node, offset)),
  };
}

/** @param {{finding: Finding}[]} pieces */
function unique(pieces) {
  return [...new Set(pieces.map(({ finding }) => finding))];
}

/** @param {{start: number}[]} pieces @param {number} offset */
function firstAfter(pieces, offset) {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The place in the text nearest to a point of the screen. WebKit has only the older of the two ways to ask.
 * @param {Document} document @param {number} x @param {number} y @param {Node[]} [trees] the shadow trees it may be in
 * @returns {{node: Node, offset: number} | undefined}
 */
export function caretAt(document, x, y, trees = []) {
  if ('caretPositionFromPoint' in document) {
    const shadowRoots = trees.filter((tree) => tree instanceof ShadowRoot);
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
    return caret ? { node: caret.offsetNode, offset: caret.offset } : undefined;
  }
  const range = /** @type {any} */ (document).caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

/**
 * A caret is found however far the text is; only the letters' own boxes tell that the point is on them.
 * @param {Range | undefined} range @param {number} x @param {number} y
 */
function touches(range, x, y) {
  const boxes = range ? [...range.getClientRects()] : [];
  return boxes.some(
    ({ left, right, top, bottom }) =>
      x >= left - SLACK && x <= right + SLACK && y >= top - SLACK && y <= bottom + SLACK,
  );
}
