/**
 * A button that copies.
 * @import { Reading } from '../reading.js'
 */
import { element, textButton } from '../interface/elements.js';
import { copyText } from '../page/clipboard.js';

/** How long a button says that it has copied, in milliseconds. */
const SAID = 1600;

/** How much is shown of a file that cannot be copied, in UTF-16 code units: what is longer is to be downloaded. */
const MOST_SHOWN = 10_000;

/**
 * A button that copies a text and says so, or shows the text where a page forbids copying.
 * @param {Reading} reading @param {string} label @param {string} done @param {() => string | Promise<Blob>} text
 */
export function copyButton({ speech }, label, done, text) {
  const tell = teller(label, done);
  const button = textButton(label, async () => {
    const words = text();
    const say = tell(button);
    if (await copyText(words)) say();
    else if (typeof words === 'string') showInstead(button, speech, words, words.length);
    else showInstead(button, speech, await (await words).text(), MOST_SHOWN);
  });
  return button;
}

/** Shows what cannot be copied, or its beginning, to be selected. @param {HTMLElement} button @param {Reading['speech']} speech @param {string} text @param {number} most */
function showInstead(button, { say }, text, most) {
  const isWhole = text.length <= most;
  const shown = isWhole ? text : `${text.slice(0, most).toWellFormed()} …`;
  const lead = element('p', { class: 'small soft', text: say(isWhole ? 'copyFailed' : 'copyTooLong') });
  const words = shownText(shown, lead.textContent ?? '');
  button.after(lead, words);
  button.remove();
  words.focus({ preventScroll: true });
}

/** A text to be read and selected. @param {string} text @param {string} name */
export function shownText(text, name) {
  return element('textarea', { class: 'report', text, attributes: { readonly: true, rows: 7, 'aria-label': name } });
}

/**
 * Says for a while, on the button and to who listens, that it is done. A screen reader hears what changes in a status
 * that was there before, as it is from the press on; a button's own words it may not read again.
 * @param {string} label @param {string} done @returns {(button: HTMLElement) => () => void}
 */
function teller(label, done) {
  const status = element('span', { class: 'unseen', attributes: { role: 'status' } });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;
  /** @type {string | null} */
  let name = null;
  return (button) => {
    button.after(status);
    return () => {
      clearTimeout(saying);
      name ??= button.getAttribute('aria-label');
      // Its name is what it says, as long as it says it.
      button.removeAttribute('aria-label');
      button.textContent = status.textContent = done;
      saying = setTimeout(() => {
        button.textContent = label;
        status.textContent = '';
        if (name) button.setAttribute('aria-label', name);
      }, SAID);
    };
  };
}
