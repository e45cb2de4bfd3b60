/** Says the interface's words in the reader's language, with its plurals and numbers. */
import { en } from '../strings/en.js';
import { numbersIn } from './numbers.js';

/** A plural has the forms its language needs. @typedef {{other: string} & Partial<Record<Intl.LDMLPluralRule, string>>} Plural */
/** @typedef {{[Name in keyof typeof en]: (typeof en)[Name] extends string ? string : Plural}} Strings */
/** @typedef {keyof Strings} Key */
/** @typedef {Record<string, string | number>} Values */

/** The languages the interface speaks; those that are not English are fetched when they are wanted. @type {Record<string, () => Promise<Strings>>} */
export const LANGUAGES = {
  en: async () => en,
  de: async () => (await import('../strings/de.js')).de,
  fr: async () => (await import('../strings/fr.js')).fr,
  es: async () => (await import('../strings/es.js')).es,
  ar: async () => (await import('../strings/ar.js')).ar,
};

/** Each of them in its own words, as who seeks it would read it. */
export const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', ar: 'العربية' };

/**
 * @typedef {object} Speech
 * @property {string} language
 * @property {'ltr' | 'rtl'} direction
 * @property {(key: Key, values?: Values) => string} say
 * @property {(name: string, values?: Values) => string} sayNamed a key put together from a name in the report
 * @property {(n: number) => string} number
 * @property {(share: number) => string} percent
 * @property {(names: string[]) => string} list
 */

/**
 * Speech in the first of these languages that the interface speaks, in English if in none.
 * @param {readonly string[]} wanted
 * @returns {Promise<Speech>}
 */
export async function speech(wanted) {
  const tag = wanted.find(speaks) ?? 'en';
  try {
    return speechIn(tag, await LANGUAGES[base(tag)]());
  } catch {
    // Where a page lets no further file be loaded, English is at hand.
    return speechIn('en', en);
  }
}

/**
 * @param {string} tag @param {Strings} strings
 * @returns {Speech}
 */
export function speechIn(tag, strings) {
  const { number, percent } = numbersIn(tag);
  const plural = new Intl.PluralRules(tag);
  /** @param {string} key @param {Values} [values] */
  const sayNamed = (key, values = {}) => {
    const found = /** @type {Record<string, string | Record<string, string>>} */ (strings)[key];
    // A kind that the core knows and the strings do not yet is shown by its own name rather than not at all.
    if (found === undefined) return key.slice(key.indexOf('_') + 1);
    const text = typeof found === 'string' ? found : (found[plural.select(Number(values.n))] ?? found.other);
    return text.replace(/\{(\w+)\}/g, (_, name) => filled(values[name], number, strings.direction));
  };
  return {
    language: tag,
    direction: strings.direction === 'rtl' ? 'rtl' : 'ltr',
    say: sayNamed,
    sayNamed,
    number,
    percent,
    list: (names) => listed(names, (key) => sayNamed(key)),
  };
}

/** Names one after the other; `Intl` would say the same, and load for it what it knows of every language. @param {string[]} names @param {(key: Key) => string} say */
function listed(names, say) {
  const last = say(names.length === 2 ? 'listTwo' : 'listLast');
  const before = names.slice(0, -1).join(say('listBetween'));
  return [before, ...names.slice(-1)].filter(Boolean).join(last);
}

/** Whether the interface speaks it. @param {string} tag */
export function speaks(tag) {
  return Object.hasOwn(LANGUAGES, base(tag));
}

/** The language of a tag, without its region. @param {string} tag */
export function base(tag) {
  return tag.toLowerCase().split('-')[0];
}

/** @param {string | number | undefined} value @param {(n: number) => string} number @param {string | Plural} direction */
function filled(value, number, direction) {
  return typeof value === 'number' ? number(value) : isolated(value ?? '', direction);
}

/**
 * A name or a quotation keeps its own direction among words that run from right to left (Unicode Bidirectional Algorithm, 2.6).
 * @param {string} words @param {string | Plural} direction of the words around
 */
export function isolated(words, direction) {
  return words && direction === 'rtl' ? `\u2068${words}\u2069` : words;
}
