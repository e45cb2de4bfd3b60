/** The side panel: everything found on the page of the tab that is looked at. */
import { browser, say, translate } from './browser.js';

const list = /** @type {HTMLElement} */ (document.querySelector('#findings'));
const status = /** @type {HTMLElement} */ (document.querySelector('#status'));
translate();

browser.tabs.onActivated.addListener(show);
browser.tabs.onUpdated.addListener(show);
browser.runtime.onMessage.addListener((/** @type {{type: string}} */ { type }) => {
  if (type === 'changed' || type === 'off') void show();
});
await show();

async function show() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  // On a page that is not marked nobody answers.
  const answer = await browser.tabs.sendMessage(tab.id, { type: 'findings' }).catch(() => undefined);
  const findings = answer?.isOn ? answer.findings : [];
  status.textContent = answer?.isOn
    ? say(findings.length ? 'side_some' : 'side_none', [String(findings.length)])
    : say('side_off');
  list.replaceChildren(...findings.map((/** @type {any} */ finding) => item(tab.id, finding)));
}

/** @param {number} tabId @param {{id: string, layer: string, text: string, who: string}} finding */
function item(tabId, { id, layer, text, who }) {
  const item = document.createElement('li');
  const button = document.createElement('button');
  const kind = document.createElement('small');
  kind.textContent = [say(`layer_${layer}`), who].filter(Boolean).join(' · ');
  button.type = 'button';
  // The article's language runs its own way.
  const words = document.createElement('span');
  words.dir = 'auto';
  words.textContent = text;
  button.append(kind, words);
  button.addEventListener('click', () => browser.tabs.sendMessage(tabId, { type: 'select', id }));
  item.append(button);
  return item;
}
