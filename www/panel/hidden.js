/**
 * How many marks the reader has hidden as not right, and the way back.
 * @import { Reading } from '../reading.js'
 */
import { hide } from '../card/not-right.js';
import { element, textButton } from '../interface/elements.js';

/** Draws it in `part`, which is not seen where nothing is hidden. @param {Reading} reading @param {HTMLElement} part */
export function drawHidden(reading, part) {
  const { say } = reading.speech;
  const n = reading.view.hidden.size;
  part.className = 'part';
  part.hidden = !n;
  if (!n) return part.replaceChildren();
  const show = textButton(say('showHidden'), () => {
    const room = /** @type {HTMLElement | null} */ (part.closest('.room'));
    hide(reading, new Set());
    // The button is gone; whoever used it by key stays in the room.
    room?.focus({ preventScroll: true });
  });
  part.replaceChildren(element('p', { text: say('hiddenMarks', { n }) }), show);
}
