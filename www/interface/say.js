/** Says the interface's words in the reader's language, with its plurals and numbers. */
import { en } from '../strings/en.js';

/** @typedef {typeof en} Strings */
/** @typedef {keyof Strings} Key */
/** @typedef {Record<string, string | number>} Values */

/** The languages the interface speaks. @type {Record<string, Strings>} */
export const LANGUAGES = { en };

/**
 * @typedef {object} Speech
 * @property {string} language
 * @property {'ltr' | 'rtl'} direction
 * @property {(key: Key, values?: Values) => string} say
 * @property {(name: string, values?: Values) => string} sayNamed a key put together from a name in the report
 * @property {(share: number) => string} percent
 * @property {(names: string[]) => string} list
 */

/**
 * The first of these languages that the interface speaks, English if none.
 * @param {readonly string[]} wanted
 * @returns {Speech}
 */
export function speech(wanted) {
  const tag = wanted.find((language) => LANGUAGES[base(language)]) ?? 'en';
  const strings = LANGUAGES[base(tag)];
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const plural = new Intl.PluralRules(tag);
  const list = new Intl.ListFormat(tag, { type: 'unit', style: 'short' });
  /** @param {string} key @param {Values} [values] */
  const sayNamed = (key, values = {}) => {
    const found = /** @type {Record<string, string | Record<string, string>>} */ (strings)[key];
    // A kind that the core knows and the strings do not yet is shown by its own name rather than not at all.
    if (found === undefined) return key.slice(key.indexOf('_') + 1);
    const text = typeof found === 'string' ? found : (found[plural.select(Number(values.n))] ?? found.other);
    return text.replace(/\{(\w+)\}/g, (_, name) => filled(values[name], number));
  };
  return {
    language: tag,
    direction: strings.direction === 'rtl' ? 'rtl' : 'ltr',
    say: sayNamed,
    sayNamed,
    percent: (share) => percent.format(share),
    list: (names) => list.format(names),
  };
}

/** @param {string} tag */
function base(tag) {
  return tag.toLowerCase().split('-')[0];
}

/** @param {string | number | undefined} value @param {Intl.NumberFormat} number */
function filled(value, number) {
  return typeof value === 'number' ? number.format(value) : (value ?? '');
}
