/**
 * What is said where no mark is shown though every kind is on: that there is nothing, or what was left out and how it is
 * brought in.
 * @import { Reading, View } from '../reading.js'
 */
import { prefer } from '../choices.js';
import { LAYERS } from '../findings.js';
import { element, textButton } from '../interface/elements.js';

/** Nothing where there are marks, or some are away by the reader's own hand. @param {Reading} reading @param {string} [query] what is searched for */
export function nothingHere(reading, query = '') {
  const { all, view } = reading;
  const isOfTheArticle = !query.trim() && !view.hidden.size && LAYERS.every((layer) => !reading.count(layer));
  if (!isOfTheArticle) return null;
  const n = all.length;
  const { say } = reading.speech;
  const text = n ? say('leftOut', { n }) : say('nothing');
  return element('div', {}, element('p', { class: 'empty', text }), ...(n ? [offers(reading)] : []));
}

/** Draws it in `part`, which is not seen where there are marks. @param {Reading} reading @param {HTMLElement} part */
export function drawNothing(reading, part) {
  const said = nothingHere(reading);
  part.hidden = !said;
  part.replaceChildren(...(said ? [said] : []));
}

/** The switches that let marks in which are left out unasked. @param {Reading} reading */
function offers(reading) {
  const { all, view, speech } = reading;
  const isUnsure = all.some(({ attribution }) => attribution && attribution.confidence < view.confidence);
  const isConditional = !view.conditionals && all.some(({ hedge }) => hedge?.category === 'conditional');
  const row = element('div', { class: 'row' });
  /** @param {string} label @param {Partial<View>} change */
  const offer = (label, change) => {
    const act = () => {
      const room = /** @type {HTMLElement | null} */ (row.closest('.room'));
      prefer(reading, change);
      // The button is gone; whoever used it by key stays in the room.
      room?.focus({ preventScroll: true });
    };
    row.append(textButton(label, act));
  };
  if (isUnsure) offer(speech.say('unsure'), { confidence: 0 });
  if (isConditional) offer(speech.say('conditionals'), { conditionals: true });
  return row;
}
