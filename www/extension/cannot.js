/** Why a page cannot be marked. */

/** @typedef {'browser' | 'store' | 'pdf' | 'sandbox' | 'failed' | 'other'} Reason */

const STORES = /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org)(\/|$)/;

/** Where the browser lets nothing run, by the page's address. @param {string} url @returns {Reason} */
export function reasonAt(url) {
  if (STORES.test(url)) return 'store';
  // Firefox's own viewer is closed to extensions, and cannot be asked what it shows.
  if (/^(https?|file):[^?#]*\.pdf([?#]|$)/i.test(url)) return 'pdf';
  return /^(https?|file):/.test(url) ? 'other' : 'browser';
}
