/**
 * What a reader of the extension has chosen; kept in the browser, and nowhere else.
 * @import { Layer } from '../findings.js'
 */
import { LAYERS } from '../findings.js';
import { browser } from './browser.js';

/** `sites` are those that are always marked. @typedef {{layers: Layer[], interfaceLanguage: string, rules: string, sites: string[]}} Chosen */

/** @type {Chosen} */
const DEFAULTS = { layers: [...LAYERS], interfaceLanguage: '', rules: '', sites: [] };

/** @returns {Promise<Chosen>} */
export async function settings() {
  return { ...DEFAULTS, ...(await browser.storage.local.get(Object.keys(DEFAULTS))) };
}

/** @param {Partial<Chosen>} change */
export async function choose(change) {
  await browser.storage.local.set(change);
}

/** Forgets how marks were to be shown on one site, as versions before kept it: this one keeps it of all, and of a site what is hidden there. */
export async function forgetOld() {
  const keys = Object.keys(await browser.storage.local.get(null));
  await browser.storage.local.remove(keys.filter((key) => /^\S+ claimlight:(?!hidden:)/.test(key)));
}

/** The permission that one site needs, as browsers write it: without a port. @param {string} site "https://news.example" */
export function patternOf(site) {
  const { protocol, hostname } = new URL(site);
  return `${protocol}//${hostname}/*`;
}

/** The site of an address; none if it is of no site that could be marked. @param {string | undefined} url @returns {string | undefined} */
export function siteOf(url) {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, origin } = new URL(url);
  return /^https?:$/.test(protocol) ? origin : undefined;
}
