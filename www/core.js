/**
 * Loads the core, once.
 * @import { CorePage, Report } from './report.d.ts'
 */

/**
 * @typedef {object} Core
 * @property {new (root: Element | Range | undefined, options: object) => CorePage} Page
 * @property {(text: string, options: object) => Report} scanText
 * @property {(options: object) => string[]} unknownOptions
 */

/** The core is built twice: with regular expressions, for a newsroom's own patterns, it is heavier. @typedef {'pkg' | 'pkg-patterns'} Build */

/** @type {Map<Build, Promise<Core>>} */
const loading = new Map();

/**
 * The core, its WebAssembly from beside this module or from `address`. Rejects where the page's policy refuses it.
 * @param {Build} build @param {string | URL} [address]
 * @returns {Promise<Core>}
 */
export function core(build, address) {
  const loaded =
    loading.get(build) ??
    load(build, address).catch((error) => {
      // What failed for want of a network may work at the next try.
      loading.delete(build);
      throw error;
    });
  loading.set(build, loaded);
  return loaded;
}

/** @param {Build} build @param {string | URL} [address] @returns {Promise<Core>} */
async function load(build, address) {
  const glue = await import(`./${build}/claimlight.js`);
  const place = new URL(address ?? `./${build}/claimlight_bg.wasm`, import.meta.url);
  await glue.default({ module_or_path: place.protocol === 'file:' ? await file(place) : place });
  return glue;
}

/** In Node, which fetches nothing from a disk. @param {URL} place */
async function file(place) {
  // Named in a variable, or bundlers for browsers would look for it.
  const disk = 'node:fs/promises';
  const { readFile } = await import(disk);
  return readFile(place);
}

/** How Chromium and WebKit (they name the policy or what it lacks) and Firefox say that a policy refuses WebAssembly; a broken file is a CompileError too. */
const REFUSAL = /content security policy|unsafe-eval|blocked by CSP/i;

/** Whether the core did not load because the page's policy refuses WebAssembly. @param {unknown} error */
export function isRefusal(error) {
  return REFUSAL.test(/** @type {Partial<Error> | undefined} */ (error)?.message ?? '');
}
