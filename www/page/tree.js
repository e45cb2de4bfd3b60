/** Where a node stands in what is drawn, through the shadow trees of the page. */

/**
 * The element a node is drawn in: the slot it was put into, its parent, or the host of its shadow tree.
 * @param {Node} node
 * @returns {Element | null} null for the outermost element of a document
 */
export function elementAround(node) {
  const { assignedSlot } = /** @type {{assignedSlot?: Element | null}} */ (/** @type {unknown} */ (node));
  const { host } = /** @type {{host?: Element}} */ (/** @type {unknown} */ (node.getRootNode()));
  return assignedSlot ?? node.parentElement ?? host ?? null;
}

/** The element itself, or the one a text is drawn in. @param {Node} node @returns {Element | null} */
export function elementOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? /** @type {Element} */ (node) : elementAround(node);
}
