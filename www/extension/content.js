/**
 * Claimlight on the page: what the background has it do. It stands beside the page's own scripts and cannot be seen by them.
 * @import { Light } from '../claimlight.js'
 * @import { Chosen } from './settings.js'
 */
import { leave, start } from '../claimlight.js';
import { LAYERS } from '../findings.js';
import { rememberIn } from '../memory.js';
import { browser } from './browser.js';

/** @type {any} */
const own = globalThis;

/** @type {Light | undefined} */
let light;

/** @param {Chosen} chosen */
async function on({ layers, interfaceLanguage, rules }) {
  if (isOn() && light) return answer();
  rememberIn(await ownStore());
  // The page's own light makes place for the reader's.
  leave();
  light = await start({
    layers: layers.filter((layer) => LAYERS.includes(layer)),
    ...(interfaceLanguage && { interfaceLanguage }),
    ...(rules && { rules }),
  });
  tell();
  document.addEventListener('claimlight:change', tell);
  whenGone(() => {
    document.removeEventListener('claimlight:change', tell);
    browser.runtime.sendMessage({ type: 'off' }).catch(() => {});
  });
  return answer();
}

/** Says what is marked now: the page lives, and the button and the side panel show it too. */
function tell() {
  browser.runtime.sendMessage({ type: 'changed', ...answer() }).catch(() => {});
}

/** What the reader hides is kept with the extension: a page cannot read it, and it goes with the extension. @returns {Promise<import('../memory.js').Store>} */
async function ownStore() {
  const kept = await browser.storage.local.get(null);
  const keyHere = (/** @type {string} */ key) => `${location.origin} ${key}`;
  return {
    read: (key) => kept[keyHere(key)],
    write(key, text) {
      kept[keyHere(key)] = text;
      if (text) browser.storage.local.set({ [keyHere(key)]: text });
      else browser.storage.local.remove(keyHere(key));
    },
  };
}

/** @param {Chosen} chosen */
async function toggle(chosen) {
  if (!isOn()) return on(chosen);
  light?.stop();
  light = undefined;
  return { isOn: false, unsourced: 0 };
}

/** Opens the finding that holds these words. @param {Chosen} chosen @param {string} words */
async function ask(chosen, words) {
  // What is selected would be read instead of the article.
  document.getSelection()?.removeAllRanges();
  const done = await on(chosen);
  const { report, findings = [] } = light ?? {};
  const said = words.replace(/\s+/g, ' ').trim();
  const start = report?.text.indexOf(said) ?? -1;
  const at = findings.filter((finding) => start >= 0 && finding.start < start + said.length && finding.end > start);
  const found = at.find(({ attribution }) => attribution) ?? at[0];
  if (found) light?.select(found.id);
  return { ...done, found: found?.id ?? null };
}

/** Whether the light is on: the reader may have put it out in its panel. */
function isOn() {
  return own[Symbol.for('claimlight')] !== undefined;
}

function answer() {
  return { isOn: isOn(), unsourced: light?.findings.filter(({ layer }) => layer === 'unsourced').length ?? 0 };
}

/** Calls when the light's element leaves the page. @param {() => void} act */
function whenGone(act) {
  const watcher = new MutationObserver(() => {
    if (isOn()) return;
    watcher.disconnect();
    act();
  });
  watcher.observe(document.documentElement, { childList: true });
}

/** What the side panel asks. @param {{type: string, id?: string}} message @param {unknown} _ @param {(answer: unknown) => void} reply */
function heard({ type, id = '' }, _, reply) {
  if (type === 'select') light?.select(id);
  if (type === 'findings') reply({ findings: light?.findings.map(shown) ?? [], isOn: isOn() });
}

/** @param {import('../findings.js').Finding} finding */
function shown({ id, layer, start, end, speaker }) {
  const { report } = /** @type {Light} */ (light);
  return { id, layer, text: report?.text.slice(start, end) ?? '', who: report?.ledger[speaker ?? -1]?.name ?? '' };
}

// Put on a page a second time, the first stays: it has the light.
if (!own.claimlightExtension) {
  own.claimlightExtension = { on, toggle, ask };
  browser.runtime.onMessage.addListener(heard);
}
