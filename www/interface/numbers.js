/**
 * Numbers as a language writes them. `Intl` knows them all, and is asked where it must be: Chromium takes five frames,
 * once, to load what it knows, and a small number in digits that every region of a language shares needs none of it.
 */

/** From here on digits are grouped. */
const GROUPED = 1000;

/** How a language ends a share, and the regions that end it otherwise. @type {Record<string, {ending: string, others: RegExp}>} */
const PLAIN = {
  en: { ending: '%', others: /-(AT|DE|DK|FI|NO|SE)$/ },
  de: { ending: '\u00a0%', others: /-(CH|LI)$/ },
  fr: { ending: '\u00a0%', others: /-CH$/ },
  es: { ending: '\u00a0%', others: /-(AR|BO|BR|BZ|CL|CO|CR|CU|DO|EC|GT|HN|MX|NI|PA|PE|PR|PY|SV|US|UY|VE)$/ },
};

/** @typedef {{number: (n: number) => string, percent: (share: number) => string}} Numbers */

/** @param {string} tag @returns {Numbers} */
export function numbersIn(tag) {
  const ending = plainEnding(tag);
  const number = once(() => new Intl.NumberFormat(tag));
  const percent = once(() => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }));
  return {
    number: (n) => (ending !== undefined && isSmall(n) ? String(n) : number().format(n)),
    percent(share) {
      // As decimals a share is what it is written as: 0.285 are 29 in a hundred, and not 28.
      const n = Math.round(Number((share * 100).toFixed(6)));
      return ending !== undefined && isSmall(n) ? `${n}${ending}` : percent().format(share);
    },
  };
}

/** How a share ends; undefined where digits, or what follows them, are to be asked for. @param {string} tag */
function plainEnding(tag) {
  const [, language, region] = /^([a-z]+)(-[A-Z]{2})?$/.exec(tag) ?? [];
  const { ending, others } = PLAIN[language] ?? {};
  return others?.test(region) ? undefined : ending;
}

/** @param {number} n */
function isSmall(n) {
  return Number.isInteger(n) && n >= 0 && n < GROUPED;
}

/** What `make` gives, made when it is first asked for. @template Made @param {() => Made} make */
function once(make) {
  /** @type {Made | undefined} */
  let made;
  return () => (made ??= make());
}
