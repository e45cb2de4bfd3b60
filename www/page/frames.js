/** The frames of a page that may be read: each counts its places from its own corner. */

/** The documents that a page shows: its own, and those of the frames among `trees`. @param {Document} document @param {Node[]} trees @returns {Document[]} */
export function documentsOf(document, trees) {
  const framed = trees.map((tree) => /** @type {Document} */ (tree.ownerDocument));
  return [...new Set([document, ...framed])];
}

/** Where the corner of the frame that shows `node` stands in the window. @param {Node} node */
export function cornerOf(node) {
  let [x, y] = [0, 0];
  let view = node.ownerDocument?.defaultView;
  while (view && view !== window && view.frameElement) {
    const { left, top } = view.frameElement.getBoundingClientRect();
    x += left + view.frameElement.clientLeft;
    y += top + view.frameElement.clientTop;
    view = /** @type {Window & typeof globalThis} */ (view.parent);
  }
  return { x, y };
}

/** The boxes of a range's lines, as they stand in the window. @param {Range} range @returns {DOMRect[]} */
export function linesOf(range) {
  const { x, y } = cornerOf(range.startContainer);
  return [...range.getClientRects()].map((line) => new DOMRect(line.x + x, line.y + y, line.width, line.height));
}
