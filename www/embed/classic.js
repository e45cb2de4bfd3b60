/**
 * The same for pages without modules: `<script src="/claimlight/classic.js" defer></script>` makes `Claimlight.start()`
 * and `Claimlight.scanText()`, and with `data-start` on the script marks the page. The modules beside it are fetched
 * when they are wanted.
 */
const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const place = script?.src ?? document.baseURI;
/** A name in a variable: what is beside this script is fetched, not built into it. @param {string} name */
const beside = (name) => import(new URL(name, place).href);

const api = {
  start: async (/** @type {object} */ options) => (await beside('index.js')).start(options),
  scanText: async (/** @type {string} */ text, /** @type {object} */ options) =>
    (await beside('scan.js')).scanText(text, options),
};
// The first of two copies stays.
/** @type {any} */ (globalThis).Claimlight ??= api;

if (script?.hasAttribute('data-start')) {
  const started = beside('auto.js').then(({ startBy }) => startBy(script));
  started.catch((cause) => console.error('claimlight: could not start:', cause));
}
export {};
