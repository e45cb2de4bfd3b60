/** The button that stands on a page before anything is loaded. */

/** What it says. The interface's own words are too many to be loaded for one of them. @type {Record<string, string>} */
const WORDS = {
  en: 'Who says what?',
  de: 'Wer sagt was?',
  fr: 'Qui dit quoi ?',
  es: '¿Quién dice qué?',
  ar: 'من يقول ماذا؟',
};

const SHEET = `
:host { display: inline-block; }
:host([data-corner]) { position: fixed; inset-block-end: 1em; inset-inline-end: 1em; z-index: 2147483647; }
button {
  font: 500 0.875rem/1.4 var(--claimlight-text, system-ui, sans-serif); padding: 0.5em 0.9em; cursor: pointer;
  color: var(--claimlight-ink, #1b1d21); background: var(--claimlight-paper, #fff);
  border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 999px;
  text-decoration: underline wavy #a3432b 1px; text-underline-offset: 0.3em;
}
button:focus-visible { outline: 2px solid var(--claimlight-focus, #1f5f99); outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  button { color: var(--claimlight-ink, #edebe6); background: var(--claimlight-paper, #1c1e22); }
}
@media print { button { display: none; } }
`;

/**
 * @param {ShadowRoot} root @param {{language?: string, isInCorner?: boolean, press: () => void}} how
 * @returns {HTMLButtonElement}
 */
export function button(root, { language, isInCorner = false, press }) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets = [sheet];
  root.host.toggleAttribute('data-corner', isInCorner);
  const made = document.createElement('button');
  const slot = document.createElement('slot');
  made.type = 'button';
  made.setAttribute('part', 'button');
  slot.textContent = wordsIn(language ? [language] : navigator.languages);
  made.append(slot);
  made.addEventListener('click', press);
  root.append(made);
  return made;
}

/** @param {readonly string[]} languages */
function wordsIn(languages) {
  const bases = languages.map((language) => language.toLowerCase().split('-')[0]);
  return WORDS[bases.find((base) => Object.hasOwn(WORDS, base)) ?? 'en'];
}
