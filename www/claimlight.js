/**
 * Shows on a news page who says what, and how sure they are.
 *
 *     import { start } from './claimlight.js';
 *     const light = await start({ panel: 'open' });
 *     light.report; light.select('attribution-3'); light.stop();
 *
 * @import { CorePage, Report } from './report.d.ts'
 * @import { Finding } from './findings.js'
 * @import { Options, Settings } from './options.js'
 * @import { Speech } from './interface/say.js'
 */
import { core, isRefusal } from './core.js';
import { HOST, listen } from './interface/host.js';
import { speech } from './interface/say.js';
import { hostOf } from './light.js';
import { Living } from './living.js';
import { backgroundReader } from './page/background.js';
import { readOptions } from './options.js';
import { selection } from './panel/ask.js';
import { apology } from './panel/panel.js';

export { scanText } from './scan-text.js';

/**
 * A light on a page. `report` is null where the core could not run; the reader was told why. Where the page changes,
 * `report` and `findings` are those of what it says now, and a finding keeps its id.
 * @typedef {object} Light
 * @property {Report | null} report
 * @property {readonly Finding[]} findings what a reader can be shown, in text order
 * @property {(id: string) => boolean} select opens the finding with this id; false if there is none
 * @property {(options: Partial<Options>) => void} show changes what is shown: layers, conditionals, confidence, strength, strip, print
 * @property {() => void} stop takes everything off; the page is what it was, byte for byte
 */

/** @typedef {CustomEvent<{light: Light}>} ReadyEvent */
/** The page has changed, and what is marked with it. @typedef {CustomEvent<object>} ChangeEvent */
/** @typedef {CustomEvent<{id: string | null, finding: Finding | null}>} SelectEvent */
/** @typedef {CustomEvent<{message: string, cause: unknown}>} ErrorEvent */

/** What a light is told when another takes its place. */
const YIELD = 'claimlight:yield';

/** Where the light that is on is kept: a second start gives it, also the start of another copy of this module. */
const SHARED = Symbol.for('claimlight');

/** @type {Record<symbol, Promise<Light> | undefined>} */
const kept = /** @type {any} */ (globalThis);

/**
 * Finds who says what on this page and shows it.
 * @param {Partial<Options>} [options]
 * @returns {Promise<Light>}
 */
export function start(options = {}) {
  const { settings, complaints } = readOptions(options);
  complaints.forEach((complaint) => console.warn(complaint));
  // What the reader has selected overrides what a page would have read.
  return (kept[SHARED] ??= begin({ ...settings, root: selected() ?? settings.root }));
}

/** The fewest characters of a selection that asks to be read; less was selected for something else. */
const MIN_SELECTED = 40;

function selected() {
  const range = typeof document === 'undefined' ? undefined : selection();
  return range && String(range).length >= MIN_SELECTED ? range : undefined;
}

/** Makes whatever light is on leave this page, whoever started it. */
export function leave() {
  const other = document.querySelector(`html > ${HOST}`);
  other?.dispatchEvent(new CustomEvent(YIELD));
  other?.remove();
}

/** @param {Settings} settings @returns {Promise<Light>} */
async function begin(settings) {
  const words = await speech(settings.interfaceLanguage ? [settings.interfaceLanguage] : navigator.languages);
  // A light of another copy of this module, an extension's or an embed's, is already on this page. It takes its paint
  // off itself; one too old to listen is at least not seen.
  leave();
  const host = hostOf(document, words);
  host.wear(backgroundReader()(document.body));
  /** @type {(() => void)[]} */
  const takeOffs = [host.remove];
  host.host.addEventListener(YIELD, () => stop());
  const stop = () => {
    kept[SHARED] = undefined;
    takeOffs
      .splice(0)
      .reverse()
      .forEach((takeOff) => takeOff());
  };
  const tell = (/** @type {string} */ type, /** @type {object} */ detail) =>
    host.host.dispatchEvent(new CustomEvent(`claimlight:${type}`, { detail, bubbles: true, composed: true }));
  try {
    settings.signal?.throwIfAborted();
    if (settings.signal) takeOffs.push(listen(settings.signal, 'abort', stop));
    const light = await lit(settings, words, host, takeOffs, { stop, tell });
    tell('ready', { light });
    return light;
  } catch (cause) {
    if (settings.signal?.aborted) {
      stop();
      throw cause;
    }
    const message = isRefusal(cause) ? words.say('refused') : words.say('broken', { message: String(cause) });
    takeOffs.push(apology(words, host, { state: settings.panel, stop, sentence: message }));
    tell('error', { message, cause });
    return { report: null, findings: [], select: () => false, show: () => {}, stop };
  }
}

/**
 * @param {Settings} settings @param {Speech} words @param {ReturnType<typeof hostOf>} host @param {(() => void)[]} takeOffs
 * @param {{stop: () => void, tell: (type: string, detail: object) => void}} caller
 * @returns {Promise<Light>}
 */
async function lit(settings, words, host, takeOffs, { stop, tell }) {
  const read = await readerOf(settings);
  settings.signal?.throwIfAborted();
  const living = new Living(settings, words, host, { read, stop, tell });
  takeOffs.push(() => living.stop());
  await living.begin();
  settings.signal?.throwIfAborted();
  return lightOf(living, stop);
}

/**
 * What reads the page: the core; or, where findings were made when it was published, what checks and places these.
 * @param {Settings} settings @returns {Promise<(asked: import('./living.js').Asked) => CorePage>}
 */
async function readerOf({ language, rules, wasm, report }) {
  if (report) {
    const { GivenPage } = await import('./embed/given.js');
    return () => new GivenPage(document.body, report);
  }
  const { Page } = await core(rules ? 'pkg-patterns' : 'pkg', wasm);
  // What a reader can switch on later is sought from the beginning; what is shown of it is the interface's affair.
  const asked = { ...given({ language, rules }), conditionals: true, confidence: 0 };
  return ({ root, whole = false }) => new Page(root, { ...asked, whole });
}

/** @param {Living} living @param {() => void} stop @returns {Light} */
function lightOf(living, stop) {
  return {
    get report() {
      return living.report;
    },
    get findings() {
      return living.findings;
    },
    select: (id) => living.select(id),
    show: (options) => {
      const { settings: changes, complaints } = readOptions(options, {});
      complaints.forEach((complaint) => console.warn(complaint));
      living.change(changes);
    },
    stop,
  };
}

/** Those options that were given. @param {Record<string, unknown>} options */
function given(options) {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
