/**
 * What a page may ask of Claimlight. Unknown options are named in the console, never ignored.
 * @import { Layer } from './findings.js'
 * @import { Report } from './report.d.ts'
 * @import { Strength } from './paint/sheet.js'
 */
import { LAYERS } from './findings.js';
import { LANGUAGES, speaks } from './interface/say.js';

/** @typedef {'auto' | 'open' | 'small' | 'none'} PanelState */
/** @typedef {'off' | 'marks' | 'notes'} Printing */

/**
 * @typedef {object} Options
 * @property {Element | Range} root what to read, all of it; the page's article if absent
 * @property {boolean} whole whether all of the page is read, not its article alone
 * @property {string} language the article's, where the page does not say
 * @property {string} interfaceLanguage what the interface speaks; the reader's own if absent
 * @property {Layer[]} layers which marks are on
 * @property {boolean} conditionals whether would, should and if are marked
 * @property {number} confidence the least confidence, 0 to 1, of an attribution that is shown
 * @property {Strength} strength
 * @property {PanelState} panel open, small, or none; auto opens it where there is room beside the text
 * @property {boolean} strip whether the article at a glance is drawn beside the scroll bar
 * @property {Printing} print
 * @property {string} rules a newsroom's own patterns
 * @property {string | URL} wasm where the core is; beside this module if absent
 * @property {Report} report findings made before, shown without the core where the page still says their words
 * @property {AbortSignal} signal stops it
 */

/**
 * What the core's calibration (`src/find/confidence.rs`) advises for what is shown unasked: of the attributions from
 * here on people marked more than nine in ten.
 */
const LEAST_CONFIDENCE = 0.82;

export const DEFAULTS = {
  layers: [...LAYERS],
  conditionals: false,
  confidence: LEAST_CONFIDENCE,
  strength: /** @type {Strength} */ ('normal'),
  panel: /** @type {PanelState} */ ('auto'),
  strip: true,
  print: /** @type {Printing} */ ('off'),
};

/** What is asked for and what is not, as it is by itself; `asked` is that as the page asked it, where a reader has chosen otherwise since. @typedef {Partial<Options> & typeof DEFAULTS & {asked?: Settings}} Settings */

/** What each option takes, said as the console says it. @type {Record<keyof Options, [(value: any) => boolean, string]>} */
const KNOWN = {
  // Elements and ranges of a frame are no instances of this one's classes.
  root: [(value) => value instanceof Node || isRange(value) || value?.nodeType === 1, 'an element or a range'],
  whole: [isSwitch, 'true or false'],
  language: [isText, 'a language tag'],
  interfaceLanguage: [
    (value) => isText(value) && speaks(value),
    `a tag of a language the interface speaks: ${Object.keys(LANGUAGES).join(', ')}`,
  ],
  layers: [
    (value) => Array.isArray(value) && value.every((layer) => LAYERS.includes(layer)),
    oneOf(LAYERS, 'a list of '),
  ],
  conditionals: [isSwitch, 'true or false'],
  confidence: [(value) => typeof value === 'number' && value >= 0 && value <= 1, 'a number from 0 to 1'],
  strength: choice(['quiet', 'normal', 'strong']),
  panel: choice(['auto', 'open', 'small', 'none']),
  strip: [isSwitch, 'true or false'],
  print: choice(['off', 'marks', 'notes']),
  rules: [isText, 'a text of rules'],
  wasm: [(value) => isText(value) || value instanceof URL, 'an address'],
  report: [(value) => typeof value === 'object' && value !== null, 'a report'],
  signal: [(value) => value instanceof AbortSignal, 'an AbortSignal'],
};

/**
 * The settings these options ask for, and a sentence for each that is unknown or does not fit.
 * @param {object} options @param {object} [before] what holds where an option is not given
 * @returns {{settings: Settings, complaints: string[]}}
 */
export function readOptions(options, before = DEFAULTS) {
  const complaints = [];
  /** @type {Record<string, unknown>} */
  const settings = { ...before };
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const complaint = complain(name, value);
    if (complaint) complaints.push(complaint);
    else settings[name] = value;
  }
  return { settings: /** @type {Settings} */ (settings), complaints };
}

/** @param {string} name @param {unknown} value */
function complain(name, value) {
  if (!Object.hasOwn(KNOWN, name)) {
    return `claimlight: unknown option "${name}"; the options are ${Object.keys(KNOWN).join(', ')}, and on a page's own script or element startHidden`;
  }
  const [fits, what] = KNOWN[/** @type {keyof Options} */ (name)];
  return fits(value) ? undefined : `claimlight: option "${name}" takes ${what}, not ${shown(value)}`;
}

/** @param {unknown} value */
function shown(value) {
  return typeof value === 'string' || Array.isArray(value) ? JSON.stringify(value) : String(value);
}

/** @param {any} value @returns {value is Range} */
export function isRange(value) {
  return typeof value?.cloneRange === 'function';
}

/** @param {unknown} value @returns {value is string} */
function isText(value) {
  return typeof value === 'string';
}

/** @param {unknown} value */
function isSwitch(value) {
  return typeof value === 'boolean';
}

/** @param {readonly string[]} values @param {string} [before] */
function oneOf(values, before = '') {
  return `${before}${values.map((value) => `"${value}"`).join(', ')}`;
}

/** @param {string[]} values @returns {[(value: any) => boolean, string]} */
function choice(values) {
  return [(value) => values.includes(value), oneOf(values)];
}
