/**
 * Claimlight on the page: what the background has it do. It stands beside the page's own scripts and cannot be seen by them.
 * @import { Light } from '../claimlight.js'
 * @import { Finding } from '../findings.js'
 * @import { Host } from '../interface/host.js'
 * @import { Chosen } from './settings.js'
 */
import { remark } from '../card/remark.js';
import { leave, start } from '../claimlight.js';
import { LAYERS } from '../findings.js';
import { confideIn } from '../interface/host.js';
import { rememberIn } from '../memory.js';
import { browser, say } from './browser.js';
import { ownStore } from './store.js';

/** @type {any} */
const own = globalThis;

/** What ends the light that is on, or on its way; none if there is none. @type {AbortController | undefined} */
let ending;

/** @type {Promise<void>} */
let coming = Promise.resolve();

/** @type {Light | undefined} */
let light;

/** @type {Host | undefined} */
let host;

/** @param {Chosen} chosen */
async function on(chosen) {
  if (!ending) {
    ending = new AbortController();
    coming = begin(chosen, ending);
  }
  await coming;
  return answer();
}

/** @param {Chosen} chosen @param {AbortController} end */
async function begin({ layers, interfaceLanguage, rules }, end) {
  const { signal } = end;
  const forget = () => {
    if (ending === end) [ending, light] = [undefined, undefined];
  };
  try {
    rememberIn(await ownStore());
    signal.throwIfAborted();
    // The page's own light makes place for the reader's.
    leave();
    light = await start({
      signal,
      layers: layers.filter((layer) => LAYERS.includes(layer)),
      ...(interfaceLanguage && { interfaceLanguage }),
      ...(rules && { rules }),
    });
  } catch (cause) {
    forget();
    if (signal.aborted) return;
    throw cause;
  }
  // The reader, or the page's own light, may have ended it on its way.
  if (light.isOn) tell();
  else forget();
}

/** The light is off: the reader has put it out in its panel, or the page has. */
function gone() {
  [ending, light] = [undefined, undefined];
  browser.runtime.sendMessage({ type: 'off' }).catch(() => {});
}

/** Says what is marked now: the page lives, its reader chooses, and the button and the side panel show it too. */
function tell() {
  if (light) browser.runtime.sendMessage({ type: 'changed', ...answer() }).catch(() => {});
}

/** A click while the light is on its way takes it off too. @param {Chosen} chosen */
async function toggle(chosen) {
  if (!ending) return on(chosen);
  ending.abort();
  [ending, light] = [undefined, undefined];
  return answer();
}

/** Opens the finding that is shown for what is selected, or says that there is none. @param {Chosen} chosen */
async function ask(chosen) {
  const selection = selected();
  const range = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : undefined;
  // What is selected would be read instead of the article.
  if (!ending) selection?.removeAllRanges();
  const done = await on(chosen);
  if (range && !selection?.rangeCount) selection?.addRange(range);
  const found = range && light?.at(range);
  light?.select(found?.id ?? null);
  if (!found && done.isRead && host) remark(host, say('who_none'), range);
  return done;
}

/** What the reader has selected, on the page or in the frame they are in. */
function selected() {
  let read = document;
  for (let frame = read.activeElement; frame instanceof HTMLIFrameElement; frame = read.activeElement) {
    // One of another site is closed, and not read either.
    if (!frame.contentDocument) break;
    read = frame.contentDocument;
  }
  return read.getSelection();
}

/** What the reader sees: whether anything could be read, and how many claims without a source are shown. */
function answer() {
  const { report, shown = [] } = light ?? {};
  const isRead = Boolean(report && !report.page?.reason);
  return { isOn: light !== undefined, isRead, unsourced: shown.filter(({ layer }) => layer === 'unsourced').length };
}

/** What the side panel asks. @param {{type: string, id?: string}} message @param {unknown} _ @param {(answer: unknown) => void} reply */
function heard({ type, id = '' }, _, reply) {
  if (type === 'select') light?.select(id);
  if (type === 'findings') reply({ findings: light?.shown.map(listed) ?? [], isOn: light !== undefined });
}

/** @param {Finding} finding */
function listed({ id, layer, start, end, speaker }) {
  const { report } = /** @type {Light} */ (light);
  return { id, layer, text: report?.text.slice(start, end) ?? '', who: report?.ledger[speaker ?? -1]?.name ?? '' };
}

// Put on a page a second time, the first stays: it has the light.
if (!own.claimlightExtension) {
  own.claimlightExtension = { on, toggle, ask };
  browser.runtime.onMessage.addListener(heard);
  confideIn((type, detail, drawnOn) => {
    host = drawnOn;
    if (type === 'change') tell();
    if (type === 'stop' && light && detail.light === light) gone();
  });
}
