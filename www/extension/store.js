/**
 * Keeps what a reader hides on pages with the extension: a page cannot read it, and it goes with the extension.
 * @import { Store } from '../memory.js'
 */
import { HIDDEN, keyOf, LANGUAGE, merged } from '../memory.js';
import { browser } from './browser.js';

/** The language is among the extension's settings. @type {Record<string, string>} */
const SETTINGS = { [keyOf(LANGUAGE)]: 'interfaceLanguage' };

/** What is hidden is kept of this site, how a reader likes to see pages of all. In a private window it is read and never written: there it lasts until the page is left. @returns {Promise<Store>} */
export async function ownStore() {
  const keyHere = (/** @type {string} */ key) =>
    key.startsWith(HIDDEN) ? `${location.origin} ${key}` : (SETTINGS[key] ?? key);
  const kept = await browser.storage.local.get(null);
  let written = Promise.resolve();
  return {
    read: (key) => kept[keyHere(key)],
    write(key, after) {
      const before = kept[keyHere(key)];
      kept[keyHere(key)] = after;
      if (browser.extension.inIncognitoContext) return;
      // One after the other; what could not be kept lasts until the page is left.
      written = written.then(() => write(keyHere(key), (now) => merged(key, { before, after, now }))).catch(() => {});
    },
  };
}

/** Another tab may have written meanwhile. @param {string} key @param {(now: string | undefined) => string} change */
async function write(key, change) {
  const text = change((await browser.storage.local.get(key))[key]);
  if (text) await browser.storage.local.set({ [key]: text });
  else await browser.storage.local.remove(key);
}
