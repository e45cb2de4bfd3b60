/**
 * A button that copies.
 * @import { Reading } from '../reading.js'
 */
import { element, textButton } from '../interface/elements.js';
import { copyText } from '../page/clipboard.js';

/** How long a button says that it has copied, in milliseconds. */
const SAID = 1600;

/**
 * A button that copies a text and says so, or shows the text where a page forbids copying.
 * @param {Reading} reading @param {string} label @param {string} done @param {() => string} text
 */
export function copyButton({ speech }, label, done, text) {
  const button = textButton(label, async () => {
    if (await copyText(text())) {
      button.textContent = done;
      setTimeout(() => (button.textContent = label), SAID);
    } else {
      const lead = element('p', { class: 'small soft', text: speech.say('copyFailed') });
      const words = element('span', { class: 'report', text: text(), attributes: { tabindex: 0 } });
      button.after(lead, words);
      button.remove();
      words.focus({ preventScroll: true });
    }
  });
  button.setAttribute('aria-live', 'polite');
  return button;
}
