/** What happens at the toolbar's button, its shortcut and the entries of the menus. */
import { browser, say } from './browser.js';
import { reasonAt } from './cannot.js';
import { choose, patternOf, settings } from './settings.js';

/** @typedef {{id: number, url?: string}} Tab */
/** What the page says back. @typedef {{isOn: boolean, unsourced: number}} Answer */

const BADGE = '#a3432b';

browser.runtime.onInstalled.addListener(ready);
browser.runtime.onStartup.addListener(ready);
browser.action.onClicked.addListener((/** @type {Tab} */ tab) => light(tab, 'toggle'));
browser.contextMenus.onClicked.addListener(choice);
browser.runtime.onMessage.addListener(heard);

/** The entries of the menus, and the sites that are always marked. */
async function ready() {
  await browser.contextMenus.removeAll();
  const entry = (/** @type {string} */ id, /** @type {string[]} */ contexts) =>
    browser.contextMenus.create({ id, title: say(id), contexts });
  entry('who', ['selection']);
  entry('always', ['action']);
  entry('side', ['action']);
  await register((await settings()).sites);
}

/** @param {{menuItemId: string, selectionText?: string}} info @param {Tab} tab */
function choice({ menuItemId, selectionText }, tab) {
  if (menuItemId === 'who') return void light(tab, 'ask', selectionText ?? '');
  if (menuItemId === 'always') return void always(tab);
  // Browsers open it for a click alone, so nothing may be waited for.
  if (browser.sidePanel) void browser.sidePanel.open({ tabId: tab.id });
  else void browser.sidebarAction.open();
}

/**
 * Puts Claimlight on the page of a tab, if it is not there yet, and has it do something.
 * @param {Tab} tab @param {'toggle' | 'ask' | 'on'} act @param {string} [words]
 */
export async function light(tab, act, words = '') {
  const target = { tabId: tab.id };
  try {
    const chosen = await settings();
    const patterns = chosen.rules ? '-patterns' : '';
    await opened(target);
    if (await isLame(target)) return await excuse(tab, 'no script runs on the page', 'sandbox');
    const [{ result: lacking }] = await browser.scripting.executeScript({
      target,
      func: lackingEngine,
      args: [patterns],
    });
    if (lacking)
      await browser.scripting.executeScript({ target, files: [`engine-${lacking}${patterns}.js`, 'content.js'] });
    const [{ result }] = await browser.scripting.executeScript({ target, func: act_, args: [act, words, chosen] });
    await show(tab.id, result);
    return result;
  } catch (cause) {
    await excuse(tab, cause);
    return undefined;
  }
}

/** How often, and how long apart in milliseconds, a tab is tried: Chromium may wake this script before it has opened the tab that was clicked on. */
const TRIES = { n: 5, apart: 200 };

/** Waits until the tab can be reached. @param {{tabId: number}} target @param {number} [n_left] @returns {Promise<void>} */
async function opened(target, n_left = TRIES.n) {
  try {
    await browser.scripting.executeScript({ target, func: () => true });
  } catch (cause) {
    if (n_left <= 1) throw cause;
    await new Promise((resolve) => setTimeout(resolve, TRIES.apart));
    await opened(target, n_left - 1);
  }
}

/** How long a page may take for nothing at all, in milliseconds. */
const LONGEST_BREATH = 2000;

/**
 * Whether the page's scripts are put to rest by its `sandbox`. In Chromium that stops an extension's too, as soon as they
 * wait for anything, and they cannot notice; Firefox lets them run.
 * @param {{tabId: number}} target
 */
async function isLame(target) {
  const [{ result: isOpaque }] = await browser.scripting.executeScript({ target, func: () => self.origin === 'null' });
  if (!isOpaque) return false;
  const func = () => new Promise((resolve) => setTimeout(() => resolve(true), 0));
  const breath = browser.scripting.executeScript({ target, func }).then(() => false);
  return Promise.race([breath, new Promise((resolve) => setTimeout(() => resolve(true), LONGEST_BREATH))]);
}

/**
 * Runs in the page: which engine must be put there, if none is yet. Whether WebAssembly may run beside the page, Chromium
 * asks the page's policy, Firefox the extension's.
 * @param {string} patterns @returns {'wasm' | 'plain' | null}
 */
function lackingEngine(patterns) {
  /** @type {any} */
  const page = globalThis;
  if (page.claimlightExtension && page.claimlightPatterns === patterns) return null;
  page.claimlightPatterns = patterns;
  try {
    return new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])) && 'wasm';
  } catch {
    return 'plain';
  }
}

/** Runs in the page. @param {string} act @param {string} words @param {object} chosen */
function act_(act, words, chosen) {
  return /** @type {any} */ (globalThis).claimlightExtension[act](chosen, words);
}

/** How many claims have no source, on the button. @param {number} tabId @param {Answer} [answer] */
async function show(tabId, answer) {
  const text = answer?.isOn && answer.unsourced ? String(answer.unsourced) : '';
  await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE });
  await browser.action.setBadgeText({ tabId, text });
  const title = answer?.isOn ? say('badge', [String(answer.unsourced)]) : say('action');
  await browser.action.setTitle({ tabId, title });
}

/** Says why nothing can be marked here: at the button, and in a window under it. @param {Tab} tab @param {unknown} cause @param {string} [reason] */
async function excuse(tab, cause, reason = reasonAt(tab.url ?? '')) {
  const tabId = tab.id;
  await browser.action.setBadgeText({ tabId, text: '–' });
  await browser.action.setTitle({ tabId, title: say(`cannot_${reason}`) });
  const popup = `cannot.html?reason=${reason}&cause=${encodeURIComponent(String(cause))}`;
  await browser.action.setPopup({ tabId, popup });
  // An older browser opens it at the next click.
  await browser.action.openPopup?.().catch(() => {});
  // What nobody foresaw may not happen again: the next click tries anew.
  if (reason === 'other') await browser.action.setPopup({ tabId, popup: '' });
}

/** Marks a site always, or no longer. The permission must be asked for at once, before anything is waited for. @param {Tab} tab */
async function always({ id, url }) {
  const site = siteOf(url);
  if (!site) return;
  const granted = await browser.permissions.request({ origins: [patternOf(site)] });
  if (!granted) return;
  const { sites } = await settings();
  await choose({ sites: [...new Set([...sites, site])] });
  await register((await settings()).sites);
  await light({ id, url }, 'on');
}

/** @param {string | undefined} url */
function siteOf(url) {
  const { protocol, origin } = new URL(url ?? 'about:blank');
  return /^https?:$/.test(protocol) ? origin : undefined;
}

/** On these sites a small script asks for the light; the permission of each was granted for it. @param {string[]} sites */
export async function register(sites) {
  const id = 'always';
  await browser.scripting.unregisterContentScripts({ ids: [id] }).catch(() => {});
  if (!sites.length) return;
  await browser.scripting.registerContentScripts([
    { id, matches: sites.map(patternOf), js: ['always.js'], runAt: 'document_idle' },
  ]);
}

/** @param {{type: string} & Partial<Answer>} message @param {{tab?: Tab}} sender */
function heard({ type, isOn = false, unsourced = 0 }, { tab }) {
  if (type === 'sites') void settings().then(({ sites }) => register(sites));
  if (!tab) return;
  if (type === 'always') void light(tab, 'on');
  if (type === 'changed') void show(tab.id, { isOn, unsourced });
  if (type === 'off') void show(tab.id);
}
