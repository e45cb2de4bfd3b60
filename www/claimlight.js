/**
 * Shows on a news page who says what, and how sure they are.
 *
 *     import { start } from './claimlight.js';
 *     const light = await start({ panel: 'open' });
 *     light.report; light.select('attribution-3'); light.stop();
 *
 * @import { Report } from './report.d.ts'
 * @import { Finding, Layer } from './findings.js'
 * @import { Options } from './options.js'
 */
import { begin, leave } from './lighting.js';
import { readOptions } from './options.js';
import { selection } from './panel/ask.js';

export { leave };
export { scanText } from './scan-text.js';

/**
 * A light on a page. `report` is null where the core could not run; the reader was told why. Where the page changes,
 * `report` and `findings` are those of what it says now, and a finding keeps its id.
 * @typedef {object} Light
 * @property {boolean} isOn false when it was stopped, also before it was there
 * @property {Report | null} report
 * @property {readonly Finding[]} findings what a reader can be shown, in text order
 * @property {readonly Finding[]} shown those of them that are shown now: not switched off, not hidden as not right
 * @property {readonly Layer[]} layers which marks are on, by the page's choice or the reader's
 * @property {(range: Range) => Finding | undefined} at the one that is shown for what a range of the page holds
 * @property {(id: string | null) => boolean} select opens the finding with this id, false if there is none; null closes what is open
 * @property {(options: Partial<Options>) => void} show changes what is shown: layers, conditionals, confidence, strength, strip, print
 * @property {() => Promise<void>} painted resolves when all that is shown is painted; at once where it is
 * @property {() => void} stop takes everything off; the page is what it was, byte for byte
 */

/** @typedef {CustomEvent<{light: Light}>} ReadyEvent */
/** What is marked has changed: the page says something else, or the reader chose otherwise. @typedef {CustomEvent<object>} ChangeEvent */
/** @typedef {CustomEvent<{id: string | null, finding: Finding | null}>} SelectEvent */
/** @typedef {CustomEvent<{message: string, cause: unknown}>} ErrorEvent */
/** A light is off, whoever switched it off: `light` is the one that was on, if it was there already. @typedef {CustomEvent<{light: Light | null}>} StopEvent */

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
export function start(options) {
  options ??= {};
  const { settings, complaints } = readOptions(options);
  complaints.forEach((complaint) => console.warn(complaint));
  const { signal } = settings;
  if (signal?.aborted) return Promise.reject(signal.reason);
  const on = kept[SHARED];
  if (on) return joined(on, options, signal);
  const forget = () => {
    if (kept[SHARED] === own) delete kept[SHARED];
  };
  // Who starts again at once is not given what was just ended.
  signal?.addEventListener('abort', forget, { once: true });
  // What the reader has selected overrides what a page would have read.
  const own = begin({ ...settings, root: selected() ?? settings.root }, forget);
  own.catch(forget);
  asked.set(own, options);
  kept[SHARED] = own;
  return unlessAborted(own, signal);
}

/**
 * The light that is on or being lit; another, if that one is ended before it is there.
 * @param {Promise<Light>} on @param {Partial<Options>} options @param {AbortSignal | undefined} signal
 */
function joined(on, options, signal) {
  const others = differing(options, asked.get(on) ?? options);
  if (others.length)
    console.warn(
      `claimlight: a light is on already and stays as it is, whatever ${others.join(', ')} asks for; its show() changes what is shown`,
    );
  const light = on.catch((cause) => (kept[SHARED] === on ? Promise.reject(cause) : start(options)));
  return unlessAborted(light, signal);
}

/** A light that nobody waits for any more when it is ended, whatever of it is still being fetched. @param {Promise<Light>} light @param {AbortSignal | undefined} signal @returns {Promise<Light>} */
function unlessAborted(light, signal) {
  if (!signal) return light;
  const aborted = new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
  return Promise.race([light, aborted]);
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
