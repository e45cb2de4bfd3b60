/**
 * Shows on a news page who says what, and how sure they are.
 *
 *     import { start } from './claimlight.js';
 *     const light = await start({ panel: 'open' });
 *     light.report; light.select('attribution-3'); light.stop();
 *
 * @import { Report } from './report.d.ts'
 * @import { Finding } from './findings.js'
 * @import { Options, Settings } from './options.js'
 * @import { Speech } from './interface/say.js'
 */
import { core, isRefusal } from './core.js';
import { HOST, listen } from './interface/host.js';
import { speech } from './interface/say.js';
import { draw, hostOf } from './light.js';
import { backgroundReader } from './page/background.js';
import { readOptions } from './options.js';
import { apology } from './panel/panel.js';

/**
 * A light on a page. `report` is null where the core could not run; the reader was told why.
 * @typedef {object} Light
 * @property {Report | null} report
 * @property {readonly Finding[]} findings what a reader can be shown, in text order
 * @property {(id: string) => boolean} select opens the finding with this id; false if there is none
 * @property {(options: Partial<Options>) => void} show changes what is shown: layers, conditionals, confidence, strength, strip, print
 * @property {() => void} stop takes everything off; the page is what it was, byte for byte
 */

/** @typedef {CustomEvent<{light: Light}>} ReadyEvent */
/** @typedef {CustomEvent<{id: string | null, finding: Finding | null}>} SelectEvent */
/** @typedef {CustomEvent<{message: string, cause: unknown}>} ErrorEvent */

/** A second start gives the light that is on. @type {Promise<Light> | undefined} */
let running;

/**
 * Finds who says what on this page and shows it.
 * @param {Partial<Options>} [options]
 * @returns {Promise<Light>}
 */
export function start(options = {}) {
  const { settings, complaints } = readOptions(options);
  complaints.forEach((complaint) => console.warn(complaint));
  running ??= begin(settings);
  return running;
}

/**
 * Scans a text without a page; works in Node too.
 * @param {string} text @param {{language?: string, conditionals?: boolean, confidence?: number, rules?: string, wasm?: string | URL}} [options]
 * @returns {Promise<Report>}
 */
export async function scanText(text, { wasm, ...options } = {}) {
  const { scanText: scan, unknownOptions } = await core(options.rules ? 'pkg-patterns' : 'pkg', wasm);
  unknownOptions(options).forEach((name) => console.warn(`claimlight: unknown option "${name}"`));
  return scan(text, options);
}

/** @param {Settings} settings @returns {Promise<Light>} */
async function begin(settings) {
  const words = await speech(settings.interfaceLanguage ? [settings.interfaceLanguage] : navigator.languages);
  // A light of another copy of this module, an extension's or an embed's, is already on this page.
  document.querySelector(`html > ${HOST}`)?.remove();
  const host = hostOf(document, words);
  host.wear(backgroundReader()(document.body));
  /** @type {(() => void)[]} */
  const takeOffs = [host.remove];
  const stop = () => {
    running = undefined;
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
  const { root, language, rules, wasm } = settings;
  const { Page } = await core(rules ? 'pkg-patterns' : 'pkg', wasm);
  settings.signal?.throwIfAborted();
  // What a reader can switch on later is sought from the beginning; what is shown of it is the interface's affair.
  const page = new Page(root, { ...given({ language, rules }), conditionals: true, confidence: 0 });
  takeOffs.push(() => page.free());
  const { report } = page;
  const reason = report.page?.reason;
  if (reason) {
    const sentence = sentenceFor(reason, report.page?.language ?? null, words);
    takeOffs.push(apology(words, host, { state: settings.panel, stop, sentence }));
    return { report, findings: [], select: () => false, show: () => {}, stop };
  }
  const { reading, takeOff } = draw(page, report, settings, words, host, { stop, tell });
  takeOffs.push(takeOff);
  const select = (/** @type {string} */ id) => {
    const finding = reading.all.find((found) => found.id === id);
    if (finding) reading.select(finding, 'caller');
    return finding !== undefined;
  };
  const show = (/** @type {Partial<Options>} */ options) => {
    const { settings: changes, complaints } = readOptions(options, {});
    complaints.forEach((complaint) => console.warn(complaint));
    reading.change(changes);
  };
  return { report, findings: reading.all, select, show, stop };
}

/** Those options that were given. @param {Record<string, unknown>} options */
function given(options) {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/**
 * @param {'no-text' | 'no-article' | 'language'} reason @param {string | null} language @param {Speech} words
 * @returns {string}
 */
function sentenceFor(reason, language, { say, language: spoken }) {
  if (reason === 'no-text') return say('noText');
  if (reason === 'no-article') return say('noArticle');
  if (!language) return say('noLanguage');
  return say('noLanguageName', { language: languageName(language, spoken) });
}

/** A page may give any nonsense as its language. @param {string} language @param {string} spoken */
function languageName(language, spoken) {
  try {
    return new Intl.DisplayNames([spoken], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
