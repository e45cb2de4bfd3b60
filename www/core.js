/**
 * Loads the core, once: as WebAssembly, or, where a page's policy refuses that, the same as plain JavaScript.
 * @import { CorePage } from './core-page.d.ts'
 * @import { Report } from './report.d.ts'
 */

/**
 * @typedef {object} Core
 * @property {new (root: Element | Range | undefined, options: object) => CorePage} Page
 * @property {(text: string, options: object) => Report} scanText
 * @property {(options: object) => string[]} unknownOptions
 */

/** The core is built twice: with regular expressions, for a newsroom's own patterns, it is heavier. @typedef {'pkg' | 'pkg-patterns'} Build */

/** Each written out, so that a publisher's bundler finds the files. @type {Record<Build, {glue: () => Promise<any>, wasm: () => URL, plain: () => Promise<any>}>} */
const BUILDS = {
  pkg: {
    glue: () => import('./pkg/claimlight.js'),
    wasm: () => new URL('./pkg/claimlight_bg.wasm', import.meta.url),
    plain: () => import('./pkg-plain/pkg.js'),
  },
  'pkg-patterns': {
    glue: () => import('./pkg-patterns/claimlight.js'),
    wasm: () => new URL('./pkg-patterns/claimlight_bg.wasm', import.meta.url),
    plain: () => import('./pkg-plain/pkg-patterns.js'),
  },
};

/** @type {Map<Build, Promise<Core>>} */
const loading = new Map();

/**
 * The core, its WebAssembly from beside this module or from `address`.
 * @param {Build} build @param {string | URL} [address]
 * @returns {Promise<Core>}
 */
export function core(build, address) {
  const loaded = begun(build, address);
  return loaded.catch((error) => {
    // What failed for want of a network may work at the next try.
    if (loading.get(build) === loaded) loading.delete(build);
    throw error;
  });
}

/** Begins to load the core before somebody waits for it, who is then told what failed. @param {Build} build */
export function loadAhead(build) {
  begun(build).catch(() => {});
}

/** @param {Build} build @param {string | URL} [address] */
function begun(build, address) {
  const loaded = loading.get(build) ?? load(build, address);
  loading.set(build, loaded);
  return loaded;
}

/** @param {Build} build @param {string | URL} [address] @returns {Promise<Core>} */
async function load(build, address) {
  if (!canCompile()) return BUILDS[build].plain().catch(refused);
  const place = address === undefined ? BUILDS[build].wasm() : new URL(address, import.meta.url);
  // It comes beside its glue; without that nobody waits for it.
  const module = bytesAt(place);
  module.catch(() => {});
  const glue = await BUILDS[build].glue();
  try {
    await glue.default({ module_or_path: module });
    return glue;
  } catch (cause) {
    // A policy without `connect-src` lets scripts in and nothing be fetched: then the plain one comes as a script.
    if (!isUnfetched(cause)) throw cause;
    return BUILDS[build].plain().catch(() => Promise.reject(cause));
  }
}

/** Whether a file was not to be had; a broken one or a wrong one is another fault. @param {unknown} cause */
function isUnfetched(cause) {
  return cause instanceof TypeError && /fetch|network|load failed/i.test(cause.message);
}

/** Where neither may be loaded it is the policy that a reader is told of, not a file. @param {unknown} cause @returns {never} */
function refused(cause) {
  throw new Error('The content security policy refuses WebAssembly, and plain JavaScript was not to be had', { cause });
}

/** A small module: its name and version, and a function that fills a vector, which browsers without vectors do not know. */
const SMALL_MODULE = [
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  // One type, a function that gives a v128; one function of it; its body: i32.const 0, i8x16.splat, end.
  ...[1, 5, 1, 0x60, 0, 1, 0x7b],
  ...[3, 2, 1, 0],
  ...[10, 8, 1, 6, 0, 0x41, 0, 0xfd, 0x0f, 0x0b],
];

/**
 * Whether WebAssembly as we use it may run here; asked of a module of 29 bytes, so that none is fetched for nothing. WebKit
 * lets one be compiled under any policy, and refuses only to run it.
 */
export function canCompile() {
  try {
    return Boolean(new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(SMALL_MODULE))));
  } catch {
    return false;
  }
}

/** Its bytes, or the answer they come in. A page may have put anything in the place of `fetch`, or nothing. @param {URL} place @returns {Promise<Response | Uint8Array>} */
async function bytesAt(place) {
  return place.protocol === 'file:' ? file(place) : fetch(place);
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

/** Whether the core did not load because the page's policy refuses WebAssembly, or the scripts it would need. @param {unknown} error */
export function isRefusal(error) {
  return REFUSAL.test(/** @type {Partial<Error> | undefined} */ (error)?.message ?? '');
}
