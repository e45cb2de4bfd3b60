/** The page of the extension's options; what is chosen is kept at once. */
import { LAYERS } from '../findings.js';
import { LANGUAGES } from '../interface/say.js';
import { browser, say, translate } from './browser.js';
import { choose, patternOf, settings, siteOf } from './settings.js';

/** How long after the last letter rules are checked, in milliseconds. */
const PAUSE = 300;

/** @template {HTMLElement} Found @param {string} id @returns {Found} */
const at = (id) => /** @type {Found} */ (document.getElementById(id));

translate();
const chosen = await settings();
at('layers').append(...LAYERS.map(layer));
/** @type {HTMLSelectElement} */
const language = at('language');
languages(language);
sites();
rules(at('rules'));

/** @param {(typeof LAYERS)[number]} name */
function layer(name) {
  const label = document.createElement('label');
  const box = document.createElement('input');
  const gloss = document.createElement('small');
  box.type = 'checkbox';
  box.value = name;
  box.checked = chosen.layers.includes(name);
  box.addEventListener('change', () => {
    const layers = LAYERS.filter((other) => (other === name ? box.checked : chosen.layers.includes(other)));
    void keep({ layers });
  });
  gloss.textContent = say(`layerGloss_${name}`);
  label.append(box, say(`layer_${name}`), gloss);
  return label;
}

/** @param {HTMLSelectElement} select */
function languages(select) {
  const option = (/** @type {string} */ value, /** @type {string} */ text) =>
    new Option(text, value, false, chosen.interfaceLanguage === value);
  const name = (/** @type {string} */ tag) => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  select.append(
    option('', say('options_browserLanguage')),
    ...Object.keys(LANGUAGES).map((tag) => option(tag, name(tag))),
  );
  select.addEventListener('change', () => void keep({ interfaceLanguage: select.value }));
}

function sites() {
  at('no-sites').hidden = chosen.sites.length > 0;
  at('sites').replaceChildren(
    ...chosen.sites.map((site) => {
      const item = document.createElement('li');
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.textContent = say('options_remove');
      remove.setAttribute('aria-label', `${say('options_remove')} ${site}`);
      remove.addEventListener('click', () => void forget(site));
      item.append(`${site} `, remove);
      return item;
    }),
  );
}

/** @type {HTMLInputElement} */
const field = at('site');
at('add').addEventListener('submit', (event) => {
  event.preventDefault();
  const site = siteOf(field.value);
  if (!site) return (field.setCustomValidity(say('options_noSite')), void field.reportValidity());
  // A browser asks its reader only at once, before anything is waited for.
  void browser.permissions
    .request({ origins: [patternOf(site)] })
    .then((/** @type {boolean} */ granted) => granted && add(site));
});
field.addEventListener('input', () => field.setCustomValidity(''));

// A site is added at the button too, and taken back in the browser's own settings.
browser.storage.local.onChanged.addListener((/** @type {Record<string, {newValue?: any} | undefined>} */ changed) => {
  // The language is chosen in the panel too.
  if (changed.interfaceLanguage) language.value = changed.interfaceLanguage.newValue ?? '';
  if (!changed.sites) return;
  chosen.sites = changed.sites.newValue ?? [];
  sites();
});

/** @param {string} site */
async function add(site) {
  await keep({ sites: [...new Set([...chosen.sites, site])] });
  await browser.runtime.sendMessage({ type: 'sites' });
  sites();
}

/** @param {string} site */
async function forget(site) {
  const others = chosen.sites.filter((other) => other !== site);
  await keep({ sites: others });
  // One permission holds for every port of a host.
  const isNeeded = others.some((other) => patternOf(other) === patternOf(site));
  if (!isNeeded) await browser.permissions.remove({ origins: [patternOf(site)] });
  await browser.runtime.sendMessage({ type: 'sites' });
  sites();
}

/** Rules are kept when they are sound; what is wrong with others is said below them. @param {HTMLTextAreaElement} text */
function rules(text) {
  text.value = chosen.rules;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const check = () => {
    const faults = /** @type {any} */ (globalThis).claimlightEngine.checkRules(text.value);
    const items = faults.map((/** @type {{line: number, problem: string}} */ { line, problem }) => {
      const item = document.createElement('li');
      item.textContent = say('options_fault', [String(line), problem]);
      return item;
    });
    at('faults').replaceChildren(...items);
    text.setAttribute('aria-invalid', String(faults.length > 0));
    // What was said of the change before is not true of this one.
    if (faults.length) at('saved').textContent = say('options_notSaved');
    else void keep({ rules: text.value });
  };
  text.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, PAUSE);
  });
}

/** @param {Partial<import('./settings.js').Chosen>} change */
async function keep(change) {
  Object.assign(chosen, change);
  await choose(change);
  at('saved').textContent = say('options_saved');
}
