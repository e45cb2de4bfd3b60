/** What happens at the toolbar's button, its shortcut and the entries of the menus. */
import { browser, say } from './browser.js';
import { reasonAt } from './cannot.js';
import { choose, forgetOld, patternOf, settings, siteOf } from './settings.js';

/** @typedef {{id: number, url?: string}} Tab */
/** What the page says back. @typedef {{isOn: boolean, isRead: boolean, unsourced: number}} Answer */
/** A tab, or one document in it. @typedef {{tabId: number, documentIds?: string[]}} Target */

const BADGE = '#a3432b';

browser.runtime.onInstalled.addListener(ready);
browser.runtime.onStartup.addListener(ready);
browser.runtime.onMessage.addListener(heard);
browser.permissions.onRemoved.addListener(follow);
browser.action.onClicked.addListener((/** @type {Tab} */ tab) => light(tab, 'toggle'));
// Firefox for Android has no such menus.
browser.contextMenus?.onClicked.addListener(choice);

/** The entries of the menus, the sites that are always marked, and what is kept. */
async function ready() {
  await Promise.all([menus(), follow(), forgetOld()]);
}

async function menus() {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  const entry = (/** @type {string} */ id, /** @type {string[]} */ contexts) =>
    browser.contextMenus.create({ id, title: say(id), contexts });
  entry('who', ['selection']);
  entry('always', ['action']);
  entry('side', ['action']);
}

/** @param {{menuItemId: string}} info @param {Tab} tab */
function choice({ menuItemId }, tab) {
  if (menuItemId === 'who') return void light(tab, 'ask');
  if (menuItemId === 'always') return void always(tab);
  // Browsers open it for a click alone, so nothing may be waited for.
  if (browser.sidePanel) void browser.sidePanel.open({ tabId: tab.id });
  else void browser.sidebarAction.open();
}

/**
 * Puts Claimlight on the page of a tab, as its reader asked, and has it do something; or says why that cannot be.
 * @param {Tab} tab @param {'toggle' | 'ask' | 'on'} act
 */
async function light(tab, act) {
  const target = { tabId: tab.id };
  try {
    const type = await opened(target);
    // It runs there, and would find no text: that is in a viewer inside.
    if (type === 'application/pdf') return await excuse(tab, `the page is ${type}`, 'pdf');
  } catch (cause) {
    return excuse(tab, cause, reasonAt(tab.url ?? ''));
  }
  try {
    if (await isLame(target)) return await excuse(tab, 'no script runs on the page', 'sandbox');
    await show(tab.id, await done(target, act));
  } catch (cause) {
    await excuse(tab, cause, 'failed');
  }
}

/**
 * Puts it there, if it is not yet, and has it do something.
 * @param {Target} target @param {'toggle' | 'ask' | 'on'} act @returns {Promise<Answer>}
 */
async function done(target, act) {
  const chosen = await settings();
  const patterns = chosen.rules ? '-patterns' : '';
  const [{ result: lacking }] = await browser.scripting.executeScript({
    target,
    func: lackingEngine,
    args: [patterns],
  });
  if (lacking)
    await browser.scripting.executeScript({ target, files: [`engine-${lacking}${patterns}.js`, 'content.js'] });
  const [{ result }] = await browser.scripting.executeScript({ target, func: act_, args: [act, chosen] });
  return result;
}

/** How often, and how long apart in milliseconds, a tab is tried: Chromium may wake this script before it has opened the tab that was clicked on. */
const TRIES = { n: 5, apart: 200 };

/** Waits until the tab can be reached, and says of what type its page is. @param {Target} target @param {number} [n_left] @returns {Promise<string>} */
async function opened(target, n_left = TRIES.n) {
  try {
    return (await browser.scripting.executeScript({ target, func: () => document.contentType }))[0].result;
  } catch (cause) {
    if (n_left <= 1) throw cause;
    await new Promise((resolve) => setTimeout(resolve, TRIES.apart));
    return opened(target, n_left - 1);
  }
}

/** How long a page may take for nothing at all, in milliseconds. */
const LONGEST_BREATH = 2000;

/**
 * Whether the page's scripts are put to rest by its `sandbox`. In Chromium that stops an extension's too, as soon as they
 * wait for anything, and they cannot notice; Firefox lets them run.
 * @param {Target} target
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

/** Runs in the page. @param {string} act @param {object} chosen */
function act_(act, chosen) {
  return /** @type {any} */ (globalThis).claimlightExtension[act](chosen);
}

/** How many claims are shown that have no source, on the button. @param {number} tabId @param {Answer} [answer] */
async function show(tabId, answer) {
  const text = answer?.isOn && answer.unsourced ? String(answer.unsourced) : '';
  await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE });
  await browser.action.setBadgeText({ tabId, text });
  await browser.action.setTitle({ tabId, title: titleOf(answer) });
}

/** @param {Answer} [answer] */
function titleOf(answer) {
  if (!answer?.isOn) return say('action');
  return answer.isRead ? say('badge', [String(answer.unsourced)]) : say('badge_unread');
}

/** Says why nothing can be marked here: at the button, and in a window under it. @param {Tab} tab @param {unknown} cause @param {import('./cannot.js').Reason} reason */
async function excuse(tab, cause, reason) {
  const tabId = tab.id;
  await browser.action.setBadgeText({ tabId, text: '–' });
  await browser.action.setTitle({ tabId, title: say(`cannot_${reason}`) });
  const popup = `cannot.html?reason=${reason}&cause=${encodeURIComponent(String(cause))}`;
  await browser.action.setPopup({ tabId, popup });
  // An older browser opens it at the next click.
  await browser.action.openPopup?.().catch(() => {});
  // What nobody foresaw may not happen again: the next click tries anew.
  if (reason === 'other' || reason === 'failed') await browser.action.setPopup({ tabId, popup: '' });
}

/** Marks a site always. The permission must be asked for at once, before anything is waited for. @param {Tab} tab */
async function always({ id, url }) {
  const site = siteOf(url);
  if (!site) return;
  const granted = await browser.permissions.request({ origins: [patternOf(site)] });
  if (!granted) return;
  const { sites } = await settings();
  await choose({ sites: [...new Set([...sites, site])] });
  await follow();
  await light({ id, url }, 'on');
}

/** One after the other: two at once would register the script twice. @type {Promise<void>} */
let following = Promise.resolve();

/** On the sites that are always marked a small script asks for the light. Those that the browser may no longer open are none any more. */
function follow() {
  following = following.catch(() => {}).then(followSites);
  return following;
}

async function followSites() {
  const { sites } = await settings();
  const origins = sites.map((site) => ({ origins: [patternOf(site)] }));
  const isGranted = await Promise.all(origins.map((origin) => browser.permissions.contains(origin)));
  const granted = sites.filter((_, index) => isGranted[index]);
  if (granted.length < sites.length) await choose({ sites: granted });
  await register(granted);
}

/** @param {string[]} sites */
async function register(sites) {
  const id = 'always';
  await browser.scripting.unregisterContentScripts({ ids: [id] }).catch(() => {});
  if (!sites.length) return;
  await browser.scripting.registerContentScripts([
    { id, matches: [...new Set(sites.map(patternOf))], js: ['always.js'], runAt: 'document_idle' },
  ]);
}

/** @typedef {{tab?: Tab, url?: string, documentId?: string}} Sender */

/** @param {{type: string} & Partial<Answer>} message @param {Sender} sender */
function heard({ type, isOn = false, isRead = false, unsourced = 0 }, sender) {
  if (type === 'sites') void follow();
  const { tab } = sender;
  if (!tab) return;
  if (type === 'always') void unasked(tab, sender);
  if (type === 'changed') void show(tab.id, { isOn, isRead, unsourced });
  if (type === 'off') void show(tab.id);
}

/**
 * On a site that is always marked. Nobody has clicked, so no excuse pops up: the page may be gone, and another be looked at.
 * @param {Tab} tab @param {Sender} sender
 */
async function unasked(tab, { url, documentId }) {
  const { sites } = await settings();
  // The permission holds for every port of a host.
  if (!sites.includes(siteOf(url) ?? '')) return;
  const target = { tabId: tab.id, ...(documentId && { documentIds: [documentId] }) };
  await done(target, 'on').then(
    (answer) => show(tab.id, answer),
    () => {},
  );
}
