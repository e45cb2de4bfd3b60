/** What of the interface can have the keyboard. */
const STOPS = 'a[href], button, input, select, [tabindex]';

/**
 * Draws a part of the interface anew. If the keyboard was in it, it is then on what has the same `data-name`, or, of what
 * has none, on what stands where it was; where there is no such thing, on what is around the part.
 * @param {HTMLElement} part @param {() => void} draw @param {HTMLElement | null} [around]
 */
export function keepingFocus(part, draw, around = part.closest('[tabindex]')) {
  const root = /** @type {ShadowRoot} */ (part.getRootNode());
  const stops = () => [.../** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll(STOPS))];
  const { activeElement: before } = root;
  const index = stops().findIndex((stop) => stop === before);
  const wasHere = part.contains(before ?? null);
  draw();
  if (!wasHere || part.contains(root.activeElement)) return;
  const name = before instanceof HTMLElement ? before.dataset.name : undefined;
  const again = name === undefined ? stops()[index] : stops().find(({ dataset }) => dataset.name === name);
  (again ?? around)?.focus({ preventScroll: true });
}
