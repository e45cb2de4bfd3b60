/**
 * The text of a page as the Web Annotation model counts it: all its text nodes, one after the other, whether they are
 * seen or not. A report's own text is another: that of the article, its white space as it is shown.
 */

/** @typedef {{text: string, placeOf: (node: Node, offset: number) => number | undefined}} Stream */

/** @param {Node} root @returns {Stream} offsets count UTF-16 code units */
export function textStream(root) {
  /** @type {Map<Node, number>} */
  const starts = new Map();
  /** @type {string[]} */
  const parts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) {
    const { data } = /** @type {Text} */ (walker.currentNode);
    starts.set(walker.currentNode, length);
    parts.push(data);
    length += data.length;
  }
  const placeOf = (/** @type {Node} */ node, /** @type {number} */ offset) => {
    const start = starts.get(node);
    return start === undefined ? undefined : start + offset;
  };
  return { text: parts.join(''), placeOf };
}
