/**
 * Lights a page and takes it off again: reads it, draws what was found, tells who listens, and where it cannot, says why.
 * @import { CorePage } from './core-page.d.ts'
 * @import { Light } from './claimlight.js'
 * @import { Settings } from './options.js'
 * @import { Speech } from './interface/say.js'
 */
import { core, isRefusal } from './core.js';
import { defined } from './defined.js';
import { HOST, callEach, listen } from './interface/host.js';
import { speech } from './interface/say.js';
import { hostOf } from './light.js';
import { Living } from './living.js';
import { LANGUAGE, recalled } from './memory.js';
import { Stopped, turn } from './page/slices.js';
import { readOptions } from './options.js';
import { groundReader } from './paint/ground.js';
import { whenPainted } from './paint/paint.js';
import { apology } from './panel/panel.js';

/** What a light is told when another takes its place. */
const YIELD = 'claimlight:yield';

/** Makes whatever light is on leave this page, whoever started it. */
export function leave() {
  const other = document.querySelector(`html > ${HOST}`);
  // Where nobody has to make place, the page need not hear of it.
  if (!other) return;
  document.dispatchEvent(new CustomEvent(YIELD));
  // One of another version may listen elsewhere, or not at all; then it is at least not seen.
  other.dispatchEvent(new CustomEvent(YIELD));
  other.remove();
}

/** Lights this page. @param {Settings} settings @param {() => void} forget called when it is off @returns {Promise<Light>} */
export async function begin(settings, forget) {
  const { signal } = settings;
  const { words, reader } = await prepared(settings);
  // A light of another copy of this module, an extension's or an embed's, may be on this page; it takes its paint off itself.
  leave();
  const host = hostOf(document, words);
  /** @type {Light | null} */
  let light = null;
  const { tell } = host;
  const tellStop = () => tell('stop', { light });
  const off = takeOffs(tellStop, forget, host.remove);
  off.keep(listen(document, YIELD, off.stop));
  if (signal) off.keep(listen(signal, 'abort', off.stop));
  try {
    await turn();
    host.wear(groundReader(host.convert)(document.body));
    const read = await reader;
    await turn();
    light = await lit(settings, words, host, off, { read, tell });
    tell('ready', { light });
  } catch (cause) {
    signal?.throwIfAborted();
    light = darkLight(off);
    // Another took its place, or the page ended it.
    if (off.isOn()) tell('error', { message: excuse(cause, words, host, { state: settings.panel, off }), cause });
  }
  return light;
}

/** What is needed before anything is put on the page. @param {Settings} settings */
async function prepared(settings) {
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
  return { words, reader };
}

/** Says in the panel and the console why nothing can be shown. @param {unknown} cause @param {Speech} words @param {ReturnType<typeof hostOf>} host @param {{state: Settings['panel'], off: ReturnType<typeof takeOffs>}} how */
function excuse(cause, words, host, { state, off }) {
  const message = isRefusal(cause) ? words.say('refused') : words.say('broken');
  console.error(`claimlight: ${message}`, cause);
  off.keep(apology(words, host, { state, stop: off.stop, sentence: message }));
  return message;
}

/** A script in the head may start before the page has a body. */
async function body() {
  if (document.body || document.readyState !== 'loading') return;
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

/** A light that shows nothing. @param {ReturnType<typeof takeOffs>} off @returns {Light} */
function darkLight({ isOn, stop }) {
  return {
    get isOn() {
      return isOn();
    },
    report: null,
    findings: [],
    shown: [],
    layers: [],
    at: () => undefined,
    select: () => false,
    show: () => {},
    painted: whenPainted,
    stop,
  };
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
    const message = words.say('sentAway');
    console.warn(`claimlight: ${message}`);
    tell('error', { message, cause: undefined });
    stop();
  };
  const living = new Living(settings, words, host, { read, stop, sentAway, tell });
  keep(() => living.stop());
  await living.begin();
  if (!isOn()) throw new Stopped();
  return lightOf(living, { isOn, stop });
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

/** @param {Living} living @param {{isOn: () => boolean, stop: () => void}} off @returns {Light} */
function lightOf(living, { isOn, stop }) {
  return {
    get isOn() {
      return isOn();
    },
    get report() {
      return living.report;
    },
    get findings() {
      return living.findings;
    },
    get shown() {
      return living.shown;
    },
    get layers() {
      return living.layers;
    },
    at: (range) => living.at(range),
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
