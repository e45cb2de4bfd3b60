/** The button that stands on a page before anything is loaded. */

/** What it says. The interface's own words are too many to be loaded for one of them. @type {Record<string, string>} */
const WORDS = {
  en: 'Who says what?',
  de: 'Wer sagt was?',
  fr: 'Qui dit quoi ?',
  es: '¿Quién dice qué?',
  ar: 'من يقول ماذا؟',
};

/** What it says below when that did not come: Firefox keeps what failed until the page is loaded anew. @type {Record<string, string>} */
const FAILED = {
  en: 'This could not be loaded. Try again, or reload the page.',
  de: 'Das ließ sich nicht laden. Versuchen Sie es noch einmal, oder laden Sie die Seite neu.',
  fr: 'Le chargement a échoué. Réessayez, ou rechargez la page.',
  es: 'No se ha podido cargar. Inténtelo de nuevo o recargue la página.',
  ar: 'تعذّر التحميل. حاول مرة أخرى أو أعد تحميل الصفحة.',
};

const SHEET = `
:host { display: inline-block; }
:host([data-corner]) {
  position: fixed; inset-block-end: 1em; inset-inline-end: 1em; z-index: 2147483647;
  display: flex; flex-direction: column-reverse; align-items: flex-end; max-inline-size: min(22rem, 100vw - 2em);
}
button {
  font: 500 0.875rem/1.4 var(--claimlight-text, system-ui, sans-serif); padding: 0.5em 0.9em; cursor: pointer;
  border-radius: 999px;
  text-decoration: underline wavy #a3432b 1px; text-underline-offset: 0.3em;
}
button:focus-visible { outline: 2px solid var(--claimlight-focus, #1f5f99); outline-offset: 2px; }
p { margin: 0; font: 0.875rem/1.4 var(--claimlight-text, system-ui, sans-serif); }
p:not(:empty) { margin-block: 0.5em; }
:host([data-corner]) p:not(:empty) { padding: 0.5em 0.9em; border-radius: 0.75em; text-wrap: pretty; }
button, :host([data-corner]) p:not(:empty) {
  color: var(--claimlight-ink, #1b1d21); background: var(--claimlight-paper, #fff);
  border: 1px solid color-mix(in srgb, currentColor 25%, transparent);
}
@media (prefers-color-scheme: dark) {
  button, :host([data-corner]) p:not(:empty) { color: var(--claimlight-ink, #edebe6); background: var(--claimlight-paper, #1c1e22); }
}
@media print { button, p { display: none; } }
`;

/**
 * Draws it. What is pressed for may fail; then it says so, and is there to be pressed again.
 * @param {ShadowRoot} root @param {{language?: string, isInCorner?: boolean, press: () => Promise<unknown>}} how
 */
export function button(root, { language, isInCorner = false, press }) {
  const spoken = spokenOf(language ? [language] : navigator.languages);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets = [sheet];
  root.host.toggleAttribute('data-corner', isInCorner);
  const made = document.createElement('button');
  const slot = document.createElement('slot');
  const note = document.createElement('p');
  made.type = 'button';
  made.setAttribute('part', 'button');
  note.setAttribute('role', 'status');
  for (const part of [slot, note]) Object.assign(part, { lang: spoken, dir: 'auto' });
  slot.textContent = WORDS[spoken];
  made.append(slot);
  made.addEventListener('click', () => {
    note.textContent = '';
    press().catch((cause) => {
      note.textContent = FAILED[spoken];
      console.error('claimlight: could not be loaded:', cause);
    });
  });
  root.append(made, note);
}

/** @param {readonly string[]} languages */
function spokenOf(languages) {
  const bases = languages.map((language) => language.toLowerCase().split('-')[0]);
  return bases.find((base) => Object.hasOwn(WORDS, base)) ?? 'en';
}
