/**
 * What Claimlight is not, said wherever it sums up.
 * @import { Speech } from '../interface/say.js'
 */
import { element } from '../interface/elements.js';

/** @param {Speech} speech */
export function footnote({ say }) {
  return element('p', { class: 'footnote', text: say('describes') });
}
