/** The browser's interface for extensions: Firefox calls it `browser`, Chromium `chrome`; both give promises. */

/** @type {any} */
const global = globalThis;

export const browser = global.browser ?? global.chrome;

/** @param {string} key @param {string[]} [places] what is filled in */
export function say(key, places) {
  return browser.i18n.getMessage(key, places) || key;
}

/** Puts the words into a page of the extension, in the language they are in. */
export function translate() {
  document.documentElement.lang = say('language');
  document.documentElement.dir = say('direction');
  for (const element of document.querySelectorAll('[data-say]')) {
    element.textContent = say(/** @type {HTMLElement} */ (element).dataset.say ?? '');
  }
}
