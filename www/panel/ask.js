/**
 * What a reader can ask for where a page has no article: all of it, or what they select.
 * @import { Speech } from '../interface/say.js'
 * @import { Asked } from '../living.js'
 */
import { element, textButton } from '../interface/elements.js';
import { listen } from '../interface/host.js';

/**
 * @param {Speech} speech @param {import('../notices.js').Reason} reason @param {(asked: Asked) => void} ask
 * @returns {{actions: HTMLElement[], leave: () => void}}
 */
export function askInstead({ say }, reason, ask) {
  if (reason !== 'no-article') return { actions: [], leave: () => {} };
  const whole = textButton(say('readWhole'), () => ask({ whole: true }));
  const selected = textButton(say('readSelection'), () => ask({ root: selection() }));
  const follow = () => (selected.disabled = selection() === undefined);
  follow();
  // The press would take the selection away before the click asks for it.
  selected.addEventListener('mousedown', (event) => event.preventDefault());
  return {
    actions: [element('div', { class: 'row' }, whole, selected)],
    leave: listen(document, 'selectionchange', follow),
  };
}

/** What the reader has selected. */
export function selection() {
  const selected = document.getSelection();
  return selected?.rangeCount && !selected.isCollapsed ? selected.getRangeAt(0).cloneRange() : undefined;
}
