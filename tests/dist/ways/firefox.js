/**
 * Every way in Firefox, by clicks on its own window: on the bookmark of its toolbar, on the extension's button.
 * @import { FirefoxWindow } from './marionette.js'
 * @import { Ways } from './ways.js'
 */
import assert from 'node:assert/strict';
import { serve } from '../../../www/serve.mjs';
import { startWindow } from './marionette.js';
import { DIST, EMBED_LATE, IS_ANOTHER, NO_SCRIPTS, REMEMBER, byEngine, foreign, outcome, until } from './ways.js';

/** How Firefox calls what belongs to the extension, from its id. */
export const OWN = 'claimlight_claimlight_org';
export const ID = 'claimlight@claimlight.org';
export const BUTTON = `#${OWN}-browser-action .unified-extensions-item-action-button`;

const BOOKMARK = '#PlacesToolbarItems .bookmark-item';

/** @returns {Promise<Ways>} */
export async function begin() {
  const firefox = await extended();
  // The bookmark fetches its code from another site than the page it is clicked on, which that site must allow.
  const elsewhere = await serve({ folder: DIST, headers: { 'access-control-allow-origin': '*' } });
  await firefox.open(`${elsewhere.address}/bookmarklet/index.html`);
  const bookmark = await firefox.inPage(`document.querySelector('#mark').href`);
  await keep(firefox, bookmark);
  return {
    ways: {
      embed: (address) => embedded(firefox, `${address}/embed.html`),
      bookmarklet: (address) => bookmarked(firefox, `${address}/plain.html`),
      extension: (address) => byExtension(firefox, `${address}/plain.html`),
    },
    twoWays: (address) => twoWays(firefox, address),
    close: async () => {
      await firefox.close();
      await elsewhere.close();
    },
  };
}

/** Firefox with the extension in it, its button on the toolbar, and a log of what pages and extensions ask for. */
export async function extended() {
  const firefox = await startWindow();
  assert.equal(await firefox.install(`${DIST}extension/firefox`), ID);
  await firefox.inWindow('CustomizableUI.addWidgetToArea(arguments[0], "nav-bar")', `${OWN}-browser-action`);
  await firefox.inWindow(`window.asked = [];
    const observe = (channel) => {
      const { URI, loadInfo } = channel.QueryInterface(Ci.nsIHttpChannel);
      if (!loadInfo.loadingPrincipal?.isSystemPrincipal) window.asked.push(URI.spec);
    };
    Services.obs.addObserver({ observe }, 'http-on-modify-request');`);
  return firefox;
}

/** Puts a bookmark onto the toolbar. @param {FirefoxWindow} firefox @param {string} url */
async function keep(firefox, url) {
  const script = `const { bookmarks } = PlacesUtils;
    return bookmarks.insert({ parentGuid: bookmarks.toolbarGuid, title: 'Who says what?', url: arguments[0] }).then(() => true)`;
  await firefox.inWindow(script, url);
  await firefox.until('chrome', `document.querySelector('${BOOKMARK}')`);
}

/** @param {FirefoxWindow} firefox @returns {Promise<string[]>} what was asked for since this was called before */
function asked(firefox) {
  return firefox.inWindow('return window.asked.splice(0)');
}

/** Whether there are marks. While the page says something it cannot be asked. */
const isMarked = (/** @type {FirefoxWindow} */ firefox) => () =>
  firefox.inPage('CSS.highlights.size > 0').catch(() => false);
const runsScripts = (/** @type {FirefoxWindow} */ firefox) => firefox.inPage('document.title === "scripts run"');
const html = (/** @type {FirefoxWindow} */ firefox) => firefox.inPage('document.documentElement.outerHTML');

/** @param {FirefoxWindow} firefox @param {string} address */
async function embedded(firefox, address) {
  await asked(firefox);
  await firefox.open(address);
  if (!(await runsScripts(firefox))) return NO_SCRIPTS;
  const shown = await outcome(isMarked(firefox));
  const requests = await asked(firefox);
  assert.deepEqual(foreign(requests, address), [], 'it asks for its own files alone');
  return shown === 'marks' ? byEngine(requests) : shown;
}

/** @param {FirefoxWindow} firefox @param {string} address */
async function bookmarked(firefox, address) {
  await firefox.open(address);
  if (!(await runsScripts(firefox))) return NO_SCRIPTS;
  const before = await html(firefox);
  await asked(firefox);
  await firefox.click(BOOKMARK);
  const shown = await outcome(isMarked(firefox), firefox.alert);
  const requests = (await asked(firefox)).filter((url) => !url.endsWith('/favicon.ico'));
  assert.deepEqual(requests.filter((url) => !url.endsWith('/bookmarklet/claimlight.js')), [], 'it asks for its code alone');
  if (shown !== 'marks') return shown;
  await firefox.click(BOOKMARK);
  await firefox.until('content', `!document.querySelector('claimlight-host')`);
  assert.equal(await html(firefox), before, 'a second click restores the page');
  return shown;
}

/** @param {FirefoxWindow} firefox @param {string} address */
async function byExtension(firefox, address) {
  await firefox.open(address);
  await asked(firefox);
  await firefox.click(BUTTON);
  const shown = await outcome(isMarked(firefox));
  const requests = (await asked(firefox)).filter((url) => !url.endsWith('/favicon.ico'));
  assert.deepEqual(requests, [], 'it asks nobody for anything');
  return shown;
}

/** Each way takes the place of the one before, also the embed that comes after the reader's own. @param {FirefoxWindow} firefox @param {string} address */
async function twoWays(firefox, address) {
  await firefox.open(`${address}/embed.html`);
  for (const way of [BUTTON, BOOKMARK]) await replaced(firefox, () => firefox.click(way));
  await firefox.open(`${address}/plain.html`);
  await firefox.click(BUTTON);
  await replaced(firefox, () => firefox.inPage(`(${EMBED_LATE}, true)`));
}

/** @param {FirefoxWindow} firefox @param {() => Promise<unknown>} act */
async function replaced(firefox, act) {
  await until(isMarked(firefox));
  await firefox.inPage(`(${REMEMBER}, true)`);
  await act();
  await until(() => firefox.inPage(IS_ANOTHER));
}
