/**
 * One sentence to the reader beside words they asked about. It goes as they go on: at a click elsewhere, at Escape.
 * @import { Host } from '../interface/host.js'
 */
import { element } from '../interface/elements.js';
import { placeBeside } from './place.js';

/** @param {Host} host @param {string} sentence @param {Range | undefined} range the words */
export function remark({ surface }, sentence, range) {
  const remark = element('div', {
    class: 'layer card',
    text: sentence,
    attributes: { popover: 'auto', role: 'alert', dir: 'auto' },
  });
  remark.addEventListener('toggle', ({ newState }) => newState === 'closed' && remark.remove());
  surface.append(remark);
  remark.showPopover();
  placeBeside(remark, range);
}
