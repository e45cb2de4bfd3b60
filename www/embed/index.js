/// <reference path="./page.d.ts" preserve="true" />
/**
 * What the package `claimlight` exports: small, because a page loads it before anybody wants a mark. Everything else is
 * fetched when it is first used.
 */

import { loadAhead } from '../core.js';

/** @typedef {import('../options.js').Options} Options */
/** @typedef {import('../claimlight.js').Light} Light */
/** @typedef {import('../claimlight.js').ReadyEvent} ReadyEvent */
/** @typedef {import('../claimlight.js').SelectEvent} SelectEvent */
/** @typedef {import('../claimlight.js').ChangeEvent} ChangeEvent */
/** @typedef {import('../claimlight.js').ErrorEvent} ErrorEvent */
/** @typedef {import('../claimlight.js').StopEvent} StopEvent */
/** @typedef {import('../scan-text.js').ScanOptions} ScanOptions */
/** @typedef {import('../report.d.ts').Report} Report */

/** Finds who says what on this page and shows it. @param {Partial<Options>} [options] @returns {Promise<Light>} */
export async function start(options) {
  loadEngine(options ?? {});
  const { start } = await import('../claimlight.js').catch(notLoaded);
  return start(options);
}

/** Tells the page, as of all else that keeps marks from coming. @param {unknown} cause @returns {never} */
function notLoaded(cause) {
  const message = 'claimlight: could not be loaded';
  globalThis.document?.dispatchEvent(new CustomEvent('claimlight:error', { detail: { message, cause } }));
  throw cause;
}

/**
 * Begins to load the engine beside all else, where it will be needed. Which one it is with rules, and where another place
 * of it is, is for who reads the options; what fails is told by who waits for it.
 * @param {Partial<Options>} options
 */
function loadEngine({ report, rules, signal, wasm }) {
  const isOn = Symbol.for('claimlight') in globalThis;
  const isOwn = !report && rules === undefined && wasm === undefined;
  if (isOwn && !isOn && !signal?.aborted) loadAhead('pkg');
}

/** Scans a text without a page. @param {string} text @param {ScanOptions} [options] @returns {Promise<Report>} */
export async function scanText(text, options) {
  const { scanText } = await import('../scan-text.js');
  return scanText(text, options);
}

/** How long a page may be busy before the marks come all the same, in milliseconds. */
const LONGEST_WAIT = 2000;

/** Waits until the page has been read and the browser has nothing better to do. */
export async function idle() {
  await ready();
  const soon = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ then) => setTimeout(then, 1));
  await new Promise((resolve) => soon(() => resolve(undefined), { timeout: LONGEST_WAIT }));
}

/** Waits until the page has been read. */
export async function ready() {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}
