/** Brings text into view. */
import { elementAround, elementOf } from './tree.js';

/** How far below the top of the window the text comes to stand, as a share of its height: where a reader's eyes are. */
const EYE_LEVEL = 0.3;

/**
 * Scrolls to `range` if it is not comfortably in view. Only this, asked for by the reader, ever moves the page.
 * @param {Range} range @param {number} [height] how much of the window nothing of ours lies over, from its top, in pixels
 */
export function scrollTo(range, height = window.innerHeight) {
  const view = range.startContainer.ownerDocument?.defaultView;
  const element = elementOf(range.startContainer);
  const box = range.getClientRects()[0];
  if (!view || !element || !box) return;
  // Only the browser brings a frame into view with what stands in it.
  if (view !== window) return element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const isInView = box.top > height * 0.12 && box.bottom < height * 0.6;
  if (isInView && isShown(element, box)) return;
  // The text may stand in a box that scrolls by itself; only the browser knows all of those.
  if (!isShown(element, box)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const isStill = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const top = range.getClientRects()[0].top - height * EYE_LEVEL;
  view.scrollBy({ top, behavior: isStill ? 'instant' : 'smooth' });
}

/** Whether no scrolling box between the text and the page cuts it off. @param {Element} element @param {DOMRect} box */
function isShown(element, box) {
  for (let parent = elementAround(element); parent && parent !== document.body; parent = elementAround(parent)) {
    if (parent.scrollHeight <= parent.clientHeight) continue;
    if (!/auto|scroll/.test(getComputedStyle(parent).overflowY)) continue;
    const { top, bottom } = parent.getBoundingClientRect();
    if (box.top < top || box.bottom > bottom) return false;
  }
  return true;
}
