/**
 * Where the keyboard is: it goes to a card that opens, and when that closes back to where it was.
 * @import { Host } from '../interface/host.js'
 */
import { all, listen } from '../interface/host.js';

/** What Tab may come to, before it is asked whether it does. */
const STOPS =
  'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable]';

/**
 * Moves the focus to a card, and back to what had it before the first of a row of cards was opened.
 * `giveBack` gives the act that does it, for when the card is gone; `place` is where the card stood.
 * @typedef {{take: (card: HTMLElement | null) => void, giveBack: (card: HTMLElement, place: Range | undefined) => () => void, forget: () => void}} FocusKeeper
 * @param {Pick<Host, 'host' | 'root'>} host @returns {FocusKeeper}
 */
export function newFocusKeeper(host) {
  /** @type {Element | null} */
  let before = null;
  let stopWaiting = () => {};
  const forget = () => {
    before = null;
    stopWaiting();
  };
  return {
    take(card) {
      stopWaiting();
      before ??= focused(host);
      card?.focus({ preventScroll: true });
    },
    giveBack(card, place) {
      const hasFocus = card.contains(host.root.activeElement);
      const had = before;
      return () => {
        forget();
        if (!hasFocus) return;
        if (had instanceof HTMLElement || had instanceof SVGElement) had.focus({ preventScroll: true });
        // It had been nowhere, or where it was has gone or is hidden by now.
        if (place && !isSomewhere()) stopWaiting = goOnFrom(place);
      };
    },
    forget,
  };
}

/** What has the keyboard, in a shadow tree too: ours, which may be closed, or one of the page's. @param {Pick<Host, 'host' | 'root'>} host */
function focused({ host, root }) {
  let { activeElement: found } = document;
  if (found === host) found = root.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

/** Whether anything has the keyboard. */
function isSomewhere() {
  return document.activeElement !== null && document.activeElement !== document.body;
}

/**
 * The next Tab leads on from a place in the text. A browser knows that place from the reader's click, and forgets it
 * when the focus has been elsewhere since. In a shadow tree or a frame the key is left to the browser.
 * @param {Range} place @returns {() => void}
 */
function goOnFrom(place) {
  const key = (/** @type {KeyboardEvent} */ event) => {
    // Shift comes before the Tab it is held for.
    if (event.key === 'Shift') return;
    stop();
    if (event.key !== 'Tab' || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isSomewhere() || place.startContainer.getRootNode() !== document) return;
    for (const stop of stopsFrom(place, event.shiftKey)) {
      stop.focus();
      // What is inert, or behind a dialog, takes no focus.
      if (isSomewhere()) return event.preventDefault();
    }
  };
  const stop = all(
    listen(document, 'keydown', key),
    listen(document, 'focusin', () => stop()),
    listen(document, 'pointerdown', () => stop()),
  );
  return stop;
}

/** What Tab comes to from a place in the text on, or back from it. @param {Range} place @param {boolean} isBack */
function* stopsFrom(place, isBack) {
  const stops = [...document.querySelectorAll('*')].filter((part) => part.shadowRoot || part.matches(STOPS));
  const next = firstAfter(stops, place);
  const parts = isBack ? stops.slice(0, next).reverse() : stops.slice(next);
  for (const part of parts) yield* stopsAt(part, isBack);
}

/** The first of elements, which are in the page's order, that is not before a place; to ask each would take a long page seconds. @param {Element[]} elements @param {Range} place */
function firstAfter(elements, place) {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place.comparePoint(elements[middle], 0) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An element itself if Tab stops at it, and what it stops at in its shadow tree. @param {Element} element @param {boolean} isBack @returns {Generator<HTMLElement>} */
function* stopsAt(element, isBack) {
  const inside = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
  if (isBack) inside.reverse();
  else if (isStop(element)) yield element;
  for (const part of inside) yield* stopsAt(part, isBack);
  if (isBack && isStop(element)) yield element;
}

/** @param {Element} element @returns {element is HTMLElement} */
function isStop(element) {
  if (!element.matches(STOPS) || element.matches(':disabled') || isBesideChosen(element)) return false;
  const { tabIndex } = /** @type {HTMLElement} */ (element);
  return tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true });
}

/** Of radio buttons Tab stops at the one that is chosen. @param {Element} element */
function isBesideChosen(element) {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked || !element.name)
    return false;
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const group = /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll('input[type=radio]:checked'));
  return [...group].some(({ name, form }) => name === element.name && form === element.form);
}
