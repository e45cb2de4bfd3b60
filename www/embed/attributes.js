/**
 * Options as a page writes them: in attributes and in a JSON script.
 * @import { Options } from '../options.js'
 */

/** What a text in an attribute stands for. @type {Record<string, (value: string) => unknown>} */
const READERS = {
  layers: (value) => value.split(/[\s,]+/).filter(Boolean),
  confidence: Number,
  conditionals: isOn,
  strip: isOn,
  whole: isOn,
  startHidden: isOn,
  root: (value) => document.querySelector(value) ?? value,
  rules: (value) => document.querySelector(`script#${CSS.escape(value)}`)?.textContent ?? value,
};

/** A switch that is written without a value is on. @param {string} value */
function isOn(value) {
  const is = { '': true, true: true, false: false }[value];
  return is ?? value;
}

/**
 * The options in an element's attributes: `panel="open"`, `start-hidden`, or `data-panel` on a script.
 * @param {Element} element @param {string} [before] what stands before each option's name
 * @returns {Record<string, unknown>}
 */
export function fromAttributes(element, before = '') {
  const written = [...element.attributes].filter(({ name }) => name.startsWith(before) && !isForeign(name, before));
  return Object.fromEntries(
    written.map(({ name, value }) => {
      const option = camel(name.slice(before.length));
      return [option, (READERS[option] ?? String)(value)];
    }),
  );
}

/** Attributes that any element may have are no options. @param {string} name @param {string} before */
function isForeign(name, before) {
  if (before) return false;
  return /^(data-|aria-|on|x-|_|@|:)/.test(name) || GLOBAL.has(name);
}

const GLOBAL = new Set(
  ['id', 'class', 'style', 'title', 'slot', 'part', 'exportparts', 'lang', 'dir', 'hidden', 'role', 'tabindex'].concat([
    'is',
    'nonce',
    'inert',
    'translate',
    'itemscope',
    'itemprop',
    'ref',
    'key',
  ]),
);

/** @param {string} name */
function camel(name) {
  return name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

/** Where a page writes its options as JSON, and where its findings. */
const SCRIPTS = {
  options: 'script[type="application/json"][data-claimlight="options"]',
  report: 'script[type="application/json"][data-claimlight="report"]',
};

/** The options in the page's JSON scripts; one that is no JSON is told of. @returns {Partial<Options>} */
export function fromScripts() {
  const report = json(document.querySelector(SCRIPTS.report));
  return { ...json(document.querySelector(SCRIPTS.options)), ...(report && { report }) };
}

/** @param {Element | null} script */
function json(script) {
  if (!script) return undefined;
  try {
    return JSON.parse(script.textContent ?? '');
  } catch (error) {
    console.warn(
      `claimlight: the JSON of data-claimlight="${script.getAttribute('data-claimlight')}" cannot be read: ${error}`,
    );
    return undefined;
  }
}
