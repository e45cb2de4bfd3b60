/** The demonstration: Claimlight on one article, and switches for the marks and for the page they stand on. */
import { start } from '../claimlight.js';

/** @typedef {import('../findings.js').Layer} Layer */

const switches = /** @type {HTMLFormElement} */ (document.querySelector('.demo-switches'));
const root = document.documentElement;

/** `?print=notes` shows what a printed page looks like. */
const { print } = Object.fromEntries(new URLSearchParams(location.search));

const again = /** @type {HTMLButtonElement} */ (document.querySelector('.demo-again'));

let light = begin();

function begin() {
  return start({ layers: layers(), .../** @type {{print?: 'notes'}} */ (print && { print }) });
}

switches.addEventListener('change', ({ target }) => {
  const { name } = /** @type {HTMLInputElement} */ (target);
  if (name === 'layer') light.then(({ show }) => show({ layers: layers() }));
  else dress();
});

// What is switched in the panel is switched here too.
document.addEventListener('claimlight:change', async () => {
  const on = new Set((await light).layers);
  for (const box of boxes()) box.checked = on.has(/** @type {Layer} */ (box.value));
});
document.addEventListener('claimlight:stop', () => isOff(true));
again.addEventListener('click', () => {
  isOff(false);
  boxes()[0].focus({ preventScroll: true });
  light = begin();
});

/** @param {boolean} off */
function isOff(off) {
  again.hidden = !off;
  for (const box of boxes()) box.disabled = off;
  if (off) again.focus({ preventScroll: true });
}

/** @returns {NodeListOf<HTMLInputElement>} */
function boxes() {
  return switches.querySelectorAll('[name=layer]');
}

document.querySelector('[data-dismiss]')?.addEventListener('click', () => {
  document.querySelector('.cookies')?.setAttribute('hidden', '');
});

/** The kinds of marks that are switched on. */
function layers() {
  return /** @type {Layer[]} */ (new FormData(switches).getAll('layer'));
}

/** Shows the page light or dark, and larger, as the reader chose. */
function dress() {
  const choice = new FormData(switches);
  for (const [attribute, name] of [
    ['data-theme', 'theme'],
    ['data-size', 'size'],
  ]) {
    const value = String(choice.get(name) ?? '');
    if (value) root.setAttribute(attribute, value);
    else root.removeAttribute(attribute);
  }
}
