/** The browser's interface for extensions: Firefox calls it `browser`, Chromium `chrome`; both give promises. */

/** @type {any} */
const global = globalThis;

export const browser = global.browser ?? global.chrome;

/** @param {string} key @param {string[]} [places] what is filled in */
export function say(key, places) {
  return browser.i18n.getMessage(key, places) || key;
}
