/** What of the interface can have the keyboard. */
const STOPS = 'button, input, select, [tabindex]';

/**
 * Draws a part of the interface anew. If the keyboard was in it, it is then on what stands where it was, or, where nothing
 * does, on what is around the part.
 * @param {HTMLElement} part @param {() => void} draw
 */
export function keepingFocus(part, draw) {
  const root = /** @type {ShadowRoot} */ (part.getRootNode());
  const stops = () => [.../** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll(STOPS))];
  const { activeElement: before } = root;
  const index = stops().findIndex((stop) => stop === before);
  const wasHere = part.contains(before ?? null);
  draw();
  if (!wasHere || part.contains(root.activeElement)) return;
  const around = /** @type {HTMLElement | null} */ (part.closest('[tabindex]'));
  (stops()[index] ?? around)?.focus({ preventScroll: true });
}
