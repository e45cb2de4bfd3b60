/** Why a page cannot be marked, by its address. */

/** @typedef {'browser' | 'store' | 'pdf' | 'other'} Reason */

const STORES = /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org)(\/|$)/;

/** @param {string} url @returns {Reason} */
export function reasonAt(url) {
  if (STORES.test(url)) return 'store';
  if (/^https?:.*\.pdf([?#]|$)/i.test(url) || /^file:.*\.pdf$/i.test(url)) return 'pdf';
  return /^(https?|file):/.test(url) ? 'other' : 'browser';
}
