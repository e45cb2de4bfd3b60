/** The page the bookmark is dragged from. */
import { loader } from './loader.js';
import { WORDS } from './words.js';

/** @typedef {keyof typeof WORDS} Language */

const language = /** @type {Language} */ (
  navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]).find((base) => Object.hasOwn(WORDS, base)) ?? 'en'
);
const words = WORDS[language];
document.documentElement.lang = language;
document.documentElement.dir = words.direction;
document.title = words.title;
for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-say]'))) {
  part.textContent = words[/** @type {keyof typeof words} */ (part.dataset.say)];
}

const mark = /** @type {HTMLAnchorElement} */ (document.querySelector('#mark'));

/** What Firefox keeps of a bookmark, in characters. */
const MOST = 65_536;

/** Only where the whole bookmark is too long a short one is given, which fetches the rest from beside this page. */
if (mark.href.length > MOST && navigator.userAgent.includes('Firefox')) {
  mark.href = loader(new URL('claimlight.js', location.href).href, words.refused);
  document.querySelector('#inside')?.setAttribute('hidden', '');
  document.querySelector('#loader')?.removeAttribute('hidden');
}
// A click here would mark this page.
mark.addEventListener('click', (event) => event.preventDefault());

document.querySelector('#copy')?.addEventListener('click', async () => {
  await navigator.clipboard.writeText(mark.href);
  /** @type {HTMLOutputElement} */ (document.querySelector('#copied')).textContent = words.copied;
});
