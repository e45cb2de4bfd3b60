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
import { defined } from './defined.js';
import { HOST, callEach, listen } from './interface/host.js';
import { speech } from './interface/say.js';
import { hostOf } from './light.js';
import { Living } from './living.js';
import { LANGUAGE, recalled } from './memory.js';
import { backgroundReader } from './page/background.js';
import { Stopped, turn } from './page/slices.js';
import { readOptions } from './options.js';
import { whenPainted } from './paint/paint.js';
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
 * @property {() => Promise<void>} painted resolves when all that is shown is painted; at once where it is
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

/** What each light of this copy was asked for. @type {WeakMap<Promise<Light>, Partial<Options>>} */
const asked = new WeakMap();

/**
 * Finds who says what on this page and shows it.
 * @param {Partial<Options>} [options]
 * @returns {Promise<Light>}
 */
export function start(options = {}) {
  const { settings, complaints } = readOptions(options);
  complaints.forEach((complaint) => console.warn(complaint));
  const on = kept[SHARED];
  if (on) {
    const others = differing(options, asked.get(on) ?? options);
    if (others.length) console.warn(`claimlight: is on already, without ${others.join(', ')}; change it with show()`);
    return on;
  }
  const forget = () => {
    if (kept[SHARED] === own) delete kept[SHARED];
  };
  // What the reader has selected overrides what a page would have read.
  const own = begin({ ...settings, root: selected() ?? settings.root }, forget);
  own.catch(forget);
  asked.set(own, options);
  kept[SHARED] = own;
  return own;
}

/** The names of the options that ask for something else than `before`. @param {Record<string, unknown>} options @param {Record<string, unknown>} before */
function differing(options, before) {
  // As texts: of an element of the page, nothing else may be looked at.
  const isOther = (/** @type {string} */ name) => String(options[name]) !== String(before[name]);
  return Object.keys(options).filter(isOther);
}

/** The fewest characters of a selection that asks to be read; less was selected for something else. */
const MIN_SELECTED = 40;

function selected() {
  const range = typeof document === 'undefined' ? undefined : selection();
  return range && String(range).length >= MIN_SELECTED ? range : undefined;
}

/** Makes whatever light is on leave this page, whoever started it. */
export function leave() {
  document.dispatchEvent(new CustomEvent(YIELD));
  // One of another version may listen elsewhere, or not at all; then it is at least not seen.
  const other = document.querySelector(`html > ${HOST}`);
  other?.dispatchEvent(new CustomEvent(YIELD));
  other?.remove();
}

/** @param {Settings} settings @param {() => void} forget called when it is off @returns {Promise<Light>} */
async function begin(settings, forget) {
  const { signal, interfaceLanguage } = settings;
  signal?.throwIfAborted();
  // What was just loaded has had a task of its own.
  await turn();
  signal?.throwIfAborted();
  const reader = readerOf(settings);
  // What it says is heard where it is waited for.
  reader.catch(() => {});
  // What the reader chose in the panel goes before what the page asks for.
  const languages = [recalled(LANGUAGE), ...(interfaceLanguage ? [interfaceLanguage] : navigator.languages)];
  const [words] = await Promise.all([speech(languages), body()]);
  await turn();
  signal?.throwIfAborted();
  // A light of another copy of this module, an extension's or an embed's, may be on this page; it takes its paint off itself.
  leave();
  const host = hostOf(document, words);
  const off = takeOffs(forget, host.remove);
  const { stop } = off;
  off.keep(listen(document, YIELD, stop));
  if (signal) off.keep(listen(signal, 'abort', stop));
  const tell = (/** @type {string} */ type, /** @type {object} */ detail) =>
    host.host.dispatchEvent(new CustomEvent(`claimlight:${type}`, { detail, bubbles: true, composed: true }));
  try {
    await turn();
    host.wear(backgroundReader(host.convert)(document.body));
    const light = await lit(settings, words, host, off, { read: await reader, tell });
    tell('ready', { light });
    return light;
  } catch (cause) {
    signal?.throwIfAborted();
    // Another took its place, or the page ended it.
    if (!off.isOn()) return darkLight(stop);
    const message = isRefusal(cause) ? words.say('refused') : words.say('broken', { message: String(cause) });
    console.error(`claimlight: ${message}`, cause);
    off.keep(apology(words, host, { state: settings.panel, stop, sentence: message }));
    tell('error', { message, cause });
    return darkLight(stop);
  }
}

/** A script in the head may start before the page has a body. */
async function body() {
  if (document.body || document.readyState !== 'loading') return;
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

/** A light that shows nothing. @param {() => void} stop @returns {Light} */
function darkLight(stop) {
  return { report: null, findings: [], select: () => false, show: () => {}, painted: whenPainted, stop };
}

/**
 * What takes a light off again, the last that was put on first. What comes when it is off is taken off at once.
 * @param {...() => void} takeOffs
 */
function takeOffs(...takeOffs) {
  let isOn = true;
  return {
    isOn: () => isOn,
    keep: (/** @type {() => void} */ takeOff) => void (isOn ? takeOffs.push(takeOff) : takeOff()),
    stop() {
      isOn = false;
      callEach(takeOffs.splice(0).reverse());
    },
  };
}

/**
 * @param {Settings} settings @param {Speech} words @param {ReturnType<typeof hostOf>} host @param {ReturnType<typeof takeOffs>} off
 * @param {{read: Awaited<ReturnType<typeof readerOf>>, tell: (type: string, detail: object) => void}} caller
 * @returns {Promise<Light>}
 */
async function lit(settings, words, host, { isOn, keep, stop }, { read, tell }) {
  if (!isOn()) throw new Stopped();
  const sentAway = () => {
    stop();
    const message = words.say('sentAway');
    console.warn(`claimlight: ${message}`);
    document.dispatchEvent(
      new CustomEvent('claimlight:error', { detail: { message, cause: undefined }, bubbles: true }),
    );
  };
  const living = new Living(settings, words, host, { read, stop, sentAway, tell });
  keep(() => living.stop());
  await living.begin();
  if (!isOn()) throw new Stopped();
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
  const sought = { ...defined({ language, rules }), conditionals: true, confidence: 0 };
  let isFirst = true;
  return ({ root, whole = false }) => {
    const page = new Page(root, { ...sought, whole });
    // One misspelt rule takes no marks from a reader; who wrote it looks at the console.
    if (isFirst) page.faults?.forEach((fault) => console.warn(`claimlight: ${fault}`));
    isFirst = false;
    return page;
  };
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
    painted: whenPainted,
    stop,
  };
}
