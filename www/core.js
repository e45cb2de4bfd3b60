/**
 * Loads the core, once.
 * @import { CorePage, Report } from './report.d.ts'
 */

/**
 * @typedef {object} Core
 * @property {new (root: Element | undefined, options: object) => CorePage} Page
 * @property {(text: string, options: object) => Report} scanText
 * @property {(options: object) => string[]} unknownOptions
 */

/** @type {Promise<Core> | undefined} */
let loading;

/**
 * The core, from beside this module or from `address`. Rejects where the page's policy refuses WebAssembly.
 * @param {string | URL} [address]
 * @returns {Promise<Core>}
 */
export function core(address) {
  loading ??= load(address).catch((error) => {
    // What failed for want of a network may work at the next try.
    loading = undefined;
    throw error;
  });
  return loading;
}

/** @param {string | URL} [address] @returns {Promise<Core>} */
async function load(address) {
  const glue = await import('./pkg/claimlight.js');
  const place = new URL(address ?? './pkg/claimlight_bg.wasm', import.meta.url);
  await glue.default({ module_or_path: place.protocol === 'file:' ? await file(place) : place });
  return /** @type {Core} */ (/** @type {unknown} */ (glue));
}

/** In Node, which fetches nothing from a disk. @param {URL} place */
async function file(place) {
  const { readFile } = await import('node:fs/promises');
  return readFile(place);
}

/** Whether the core did not load because the page's policy refuses WebAssembly. @param {unknown} error */
export function isRefusal(error) {
  return (
    error instanceof WebAssembly.CompileError ||
    (error instanceof Error && /csp|content security|unsafe-eval/i.test(error.message))
  );
}
