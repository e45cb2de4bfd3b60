/**
 * Numbers as a language writes them. `Intl` knows them all, and is asked where it must be: Chromium takes five frames,
 * once, to load what it knows, and a whole number that all but a few regions of a language write alike needs none of it.
 */

/** From here on India groups digits otherwise than the rest of those who write English. */
const MANY = 100_000;

/** What parts thousands, and from where on; how a share ends; and the regions that write otherwise. @type {Record<string, {group: string, from: number, ending: string, others: RegExp}>} */
const PLAIN = {
  en: {
    group: ',',
    from: 1_000,
    ending: '%',
    others: /-(AT|BE|CH|CZ|DE|DK|EE|ES|FI|FR|GE|HU|ID|IT|LT|LV|NL|NO|PL|PT|RO|SE|SI|SK|UA|ZA)$/,
  },
  de: { group: '.', from: 1_000, ending: '\u00a0%', others: /-(AT|CH|LI)$/ },
  fr: { group: '\u202f', from: 1_000, ending: '\u00a0%', others: /-(CA|CH|LU|MA)$/ },
  es: {
    group: '.',
    from: 10_000,
    ending: '\u00a0%',
    others: /-(AR|BO|BR|BZ|CL|CO|CR|CU|DO|EC|GT|HN|MX|NI|PA|PE|PR|PY|SV|US|UY|VE)$/,
  },
};

/** @typedef {{number: (n: number) => string, percent: (share: number) => string}} Numbers */

/** @param {string} tag @returns {Numbers} */
export function numbersIn(tag) {
  const plain = plainIn(tag);
  const number = once(() => new Intl.NumberFormat(tag));
  const percent = once(() => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }));
  return {
    number: (n) => (plain && isPlain(n) ? written(n, plain) : number().format(n)),
    percent(share) {
      // As decimals a share is what it is written as: 0.285 are 29 in a hundred, and not 28.
      const n = Math.round(Number((share * 100).toFixed(6)));
      return plain && isPlain(n) ? written(n, plain) + plain.ending : percent().format(share);
    },
  };
}

/** How numbers are written; undefined where that is to be asked for. @param {string} tag */
function plainIn(tag) {
  const [, language, region = ''] = /^([a-z]+)(-[A-Z]{2})?$/.exec(tag) ?? [];
  const plain = Object.hasOwn(PLAIN, language) ? PLAIN[language] : undefined;
  return plain?.others.test(region) ? undefined : plain;
}

/** @param {number} n */
function isPlain(n) {
  return Number.isInteger(n) && n >= 0 && n < MANY;
}

/** @param {number} n @param {{group: string, from: number}} plain */
function written(n, { group, from }) {
  return n < from ? String(n) : `${Math.floor(n / 1000)}${group}${String(n % 1000).padStart(3, '0')}`;
}

/** What `make` gives, made when it is first asked for. @template Made @param {() => Made} make */
function once(make) {
  /** @type {Made | undefined} */
  let made;
  return () => (made ??= make());
}
