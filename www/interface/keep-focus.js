/** What of the interface can have the keyboard and has a name of its own. */
const STOPS = '[data-name]';

/**
 * Draws a part of the interface anew. If the keyboard was in it, it stays on what is there still, or goes to what has the
 * same `data-name`; where there is no such thing, to what is around the part and never to its neighbour, whose key may
 * be the one about to be pressed.
 * @param {HTMLElement} part @param {() => void} draw @param {HTMLElement | null} [around]
 */
export function keepingFocus(part, draw, around = part.closest('[tabindex]')) {
  const root = /** @type {ShadowRoot} */ (part.getRootNode());
  const { activeElement: before } = root;
  const wasHere = before instanceof HTMLElement && part.contains(before);
  draw();
  if (!wasHere || part.contains(root.activeElement)) return;
  const { name } = before.dataset;
  const stops = /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll(STOPS));
  const again = part.contains(before)
    ? before
    : [...stops].find(({ dataset }) => name !== undefined && dataset.name === name);
  (again ?? around)?.focus({ preventScroll: true });
}
