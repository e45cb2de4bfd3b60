/**
 * What the reader points at in the article: a mark is opened by a click, a tap, or Enter at the caret, and a source
 * under the pointer lights everything it said. Clicks that the page has a use for are left to the page.
 * @import { Finding } from '../findings.js'
 * @import { HitTest } from './hit.js'
 */
import { all, listen, oncePerFrame } from '../interface/host.js';

/** What a click on it does is the page's business. */
const BUSY =
  'a[href], button, input, select, textarea, label, summary, video, audio, [role="button"], [role="link"], [contenteditable=""], [contenteditable="true"]';

/** @typedef {{open: (findings: Finding[], event: Event) => void, hover: (findings: Finding[]) => void, elsewhere: () => void}} Pointing */

/**
 * @param {Document} document @param {() => HitTest} hits @param {Element} host @param {Pointing} pointing
 * @returns {() => void}
 */
export function pointer(document, hits, host, { open, hover, elsewhere }) {
  const isOurs = (/** @type {Event} */ event) => event.composedPath().includes(host);
  const click = (/** @type {MouseEvent} */ event) => {
    if (isOurs(event) || event.button !== 0 || !isPlain(event)) return;
    if (isBusy(event) || !document.getSelection()?.isCollapsed) return elsewhere();
    const found = hits().at(event.clientX, event.clientY, document);
    if (found.length) open(found, event);
    else elsewhere();
  };
  const look = oncePerFrame((/** @type {number} */ x, /** @type {number} */ y) => hover(hits().at(x, y, document)));
  const move = (/** @type {PointerEvent} */ event) => {
    // Where an event came from is known only while it is told.
    if (event.pointerType !== 'touch' && !isOurs(event)) look(event.clientX, event.clientY);
  };
  /** Within the interface its own parts light what they stand for. */
  const leave = () => {
    look.cancel();
    hover([]);
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Enter' || event.defaultPrevented || isOurs(event) || !isPlain(event) || isBusy(event)) return;
    const selection = document.getSelection();
    if (!selection?.focusNode || !selection.isCollapsed) return;
    const found = hits().of(selection.focusNode, selection.focusOffset);
    if (found.length) open(found, event);
  };
  return all(
    listen(document, 'click', click),
    listen(document, 'pointermove', move, { passive: true }),
    listen(document.documentElement, 'pointerleave', leave),
    listen(host, 'pointerenter', leave),
    look.cancel,
    listen(document, 'keydown', key),
  );
}

/** @param {MouseEvent | KeyboardEvent} event */
function isPlain({ defaultPrevented, ctrlKey, metaKey, altKey, shiftKey }) {
  return !defaultPrevented && !ctrlKey && !metaKey && !altKey && !shiftKey;
}

/** Elements of a frame are no instances of this window's classes. @param {Event} event */
function isBusy(event) {
  const targets = /** @type {Partial<Element>[]} */ (event.composedPath());
  return targets.some((target) => target.nodeType === Node.ELEMENT_NODE && target.matches?.(BUSY));
}
