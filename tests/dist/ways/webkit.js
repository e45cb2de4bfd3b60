/**
 * Embed and bookmarklet in WebKit; there is no extension for it. The bookmark's code is run by the driver.
 * @import { WebKit } from '../../e2e/webkit.js'
 * @import { Ways } from './ways.js'
 */
import assert from 'node:assert/strict';
import { startWebKit } from '../../e2e/webkit.js';
import { IS_ANOTHER, NO_SCRIPTS, REMEMBER, bookmarklet, byEngine, foreign, outcome, until } from './ways.js';

/** @returns {Promise<Ways>} */
export async function begin() {
  const webkit = await startWebKit();
  return {
    ways: {
      embed: (address) => embedded(webkit, `${address}/embed.html`),
      bookmarklet: (address) => bookmarked(webkit, `${address}/plain.html`),
    },
    twoWays: (address) => twoWays(webkit, `${address}/embed.html`),
    close: webkit.close,
  };
}

const isMarked = (/** @type {WebKit} */ webkit) => () => webkit.value('CSS.highlights.size > 0');
const runsScripts = (/** @type {WebKit} */ webkit) => webkit.value('document.title === "scripts run"');
const html = (/** @type {WebKit} */ webkit) => webkit.value('document.documentElement.outerHTML');

/** What the page has loaded, as it says itself. @param {WebKit} webkit @returns {Promise<string[]>} */
const loaded = (webkit) => webkit.value(`performance.getEntriesByType('resource').map(({ name }) => name)`);

/** @param {WebKit} webkit @param {string} address */
async function embedded(webkit, address) {
  await webkit.open(address);
  if (!(await runsScripts(webkit))) return NO_SCRIPTS;
  const shown = await outcome(isMarked(webkit));
  assert.deepEqual(foreign(await loaded(webkit), address), [], 'it asks for its own files alone');
  return shown === 'marks' ? byEngine(await loaded(webkit)) : shown;
}

/** The bookmark takes the embed's place. @param {WebKit} webkit @param {string} address */
async function twoWays(webkit, address) {
  await webkit.open(address);
  await until(isMarked(webkit));
  await webkit.run(REMEMBER);
  await webkit.run(bookmarklet());
  await until(() => webkit.value(IS_ANOTHER));
}

/** @param {WebKit} webkit @param {string} address */
async function bookmarked(webkit, address) {
  await webkit.open(address);
  if (!(await runsScripts(webkit))) return NO_SCRIPTS;
  const [before, n_loaded] = [await html(webkit), (await loaded(webkit)).length];
  await webkit.run(bookmarklet());
  const shown = await outcome(isMarked(webkit));
  assert.deepEqual((await loaded(webkit)).slice(n_loaded), [], 'it asks nobody for anything');
  await webkit.run(bookmarklet());
  await webkit.until(`!document.querySelector('claimlight-host')`);
  assert.equal(await html(webkit), before, 'a second click restores the page');
  return shown;
}
