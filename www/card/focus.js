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
 * @param {Host} host @returns {FocusKeeper}
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
      before ??= document.activeElement === host.host ? host.root.activeElement : document.activeElement;
      card?.focus({ preventScroll: true });
    },
    giveBack(card, place) {
      const hasFocus = card.contains(host.root.activeElement);
      const had = before;
      return () => {
        forget();
        if (!hasFocus) return;
        const isSomewhere = had instanceof HTMLElement || had instanceof SVGElement;
        if (isSomewhere && had !== document.body) had.focus({ preventScroll: true });
        else if (place) stopWaiting = goOnFrom(place);
      };
    },
    forget,
  };
}

/**
 * The next Tab leads on from a place in the text. A browser knows that place from the reader's click, and forgets it
 * when the focus has been elsewhere since.
 * @param {Range} place @returns {() => void}
 */
function goOnFrom(place) {
  const key = (/** @type {KeyboardEvent} */ event) => {
    // Shift comes before the Tab it is held for.
    if (event.key === 'Shift') return;
    stop();
    if (event.key !== 'Tab' || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.activeElement && document.activeElement !== document.body) return;
    const next = stopFrom(place, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const stop = all(
    listen(document, 'keydown', key),
    listen(document, 'focusin', () => stop()),
    listen(document, 'pointerdown', () => stop()),
  );
  return stop;
}

/** What Tab comes to next after a place in the text, or before it. @param {Range} place @param {boolean} isBack */
function stopFrom({ startContainer }, isBack) {
  const side = isBack ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const found = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(STOPS))];
  if (isBack) found.reverse();
  return found.find(
    (element) =>
      startContainer.compareDocumentPosition(element) & side &&
      element.tabIndex >= 0 &&
      !element.matches(':disabled') &&
      element.checkVisibility({ visibilityProperty: true }),
  );
}
