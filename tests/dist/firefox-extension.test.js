/** The extension in Firefox, as a reader has it: its button, its menu, its options, its sidebar. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS } from '../e2e/browsers.js';
import { BUTTON, ID, OWN, extended } from './ways/firefox.js';
import { PATHS, servePdf } from './ways/pdf.js';
import { serveUnder } from './ways/ways.js';

const MARKED = 'CSS.highlights.size > 0';

/** The card that is open, in the interface that is closed to the page. */
const CARD = `document.querySelector('claimlight-host')?.openOrClosedShadowRoot?.querySelector('.card:popover-open')`;

/** Selects words of the article's `n`th paragraph, counted from none. @param {number} n @param {string} words */
const selecting = (n, words) => `(() => {
  const text = document.querySelectorAll('article p')[${n}].firstChild;
  const at = text.data.indexOf(${JSON.stringify(words)});
  getSelection().setBaseAndExtent(text, at, text, at + ${words.length});
  return at >= 0;
})()`;

describe('the extension in Firefox', { skip: !BROWSERS.includes('firefox') && 'BROWSER names another' }, () => {
  /** @type {import('./ways/marionette.js').FirefoxWindow} */
  let firefox;
  /** @type {Awaited<ReturnType<typeof serveUnder>>} */
  let server;
  before(async () => {
    server = await serveUnder(undefined);
    firefox = await extended();
  });
  after(async () => {
    await firefox?.close();
    await server?.close();
  });
  const badge = () => firefox.inWindow(`return document.querySelector(${JSON.stringify(BUTTON)}).getAttribute('badge')`);
  /** The address of a page of the extension. @param {string} page @returns {Promise<string>} */
  const own = (page) =>
    firefox.inWindow('return WebExtensionPolicy.getByID(arguments[0]).getURL(arguments[1])', ID, page);

  it('marks the page by a click on its button, counts on the badge, and takes all off by another', async () => {
    await firefox.open(`${server.address}/plain.html`);
    const before = await firefox.inPage('document.documentElement.outerHTML');
    await firefox.click(BUTTON);
    await firefox.until('content', MARKED);
    await firefox.until('chrome', `Number(document.querySelector(${JSON.stringify(BUTTON)}).getAttribute('badge')) > 0`);
    await firefox.click(BUTTON);
    await firefox.until('content', `CSS.highlights.size === 0 && !document.querySelector('claimlight-host')`);
    assert.equal(await firefox.inPage('document.documentElement.outerHTML'), before);
    await firefox.until('chrome', `!document.querySelector(${JSON.stringify(BUTTON)}).getAttribute('badge')`);
    assert.equal(await badge(), null);
  });

  it('marks a page too long to be painted at once, and counts anew when it says more', async () => {
    await firefox.open(`${server.address}/plain.html`);
    await firefox.inPage(`(() => {
      const article = document.querySelector('article');
      const paragraphs = [...article.querySelectorAll('p')];
      for (let times = 0; times < 150; times++) paragraphs.forEach((p) => article.append(p.cloneNode(true)));
    })()`);
    await firefox.click(BUTTON);
    await firefox.until('content', MARKED);
    await firefox.until('chrome', `Number(document.querySelector(${JSON.stringify(BUTTON)}).getAttribute('badge')) > 100`);
    const n_before = Number(await badge());
    await firefox.inPage(`(() => {
      const more = document.createElement('p');
      more.textContent = 'Burglaries in the valley have doubled since 2019.';
      document.querySelector('article p').after(more);
    })()`);
    await firefox.until('chrome', `Number(document.querySelector(${JSON.stringify(BUTTON)}).getAttribute('badge')) === ${n_before + 1}`);
  });

  it('says who says what is selected, from the menu of the page', async () => {
    await firefox.open(`${server.address}/plain.html`);
    assert.equal(await firefox.inPage(selecting(2, 'said')), true);
    const item = `${OWN}-menuitem-_who`;
    await firefox.rightClick(`(() => { const { x, y, width, height } = getSelection().getRangeAt(0).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 }; })()`);
    await firefox.until('chrome', `document.getElementById('contentAreaContextMenu').state === 'open'`);
    await firefox.inWindow(`
      const menu = document.getElementById('contentAreaContextMenu');
      menu.activateItem(document.getElementById(arguments[0]));`, item);
    await firefox.until('behind', `/harbour master/.test(${CARD}?.textContent)`);
    await firefox.until('content', MARKED);
    assert.equal(await firefox.inPage(`document.querySelector('claimlight-host').shadowRoot`), null);
  });

  it('keeps what is chosen on its options page, and names the line of a rule that is wrong', async () => {
    await firefox.open(await own('options.html'));
    await firefox.until('content', `document.querySelectorAll('#layers input').length === 4`);
    await firefox.inPage(`(() => { const box = document.querySelector('#layers input[value=hedge]'); box.click(); })()`);
    await firefox.until('content', `document.querySelector('#saved').textContent`);
    await firefox.inPage(`(() => { const text = document.querySelector('#rules'); text.value = '[attribution communication]\\n(?<cue>has it';
      text.dispatchEvent(new Event('input')); })()`);
    await firefox.until('content', `/2/.test(document.querySelector('#faults').textContent)`);
    await firefox.open(`${server.address}/plain.html`);
    await firefox.click(BUTTON);
    await firefox.until('content', MARKED);
    assert.equal(await firefox.inPage(`[...CSS.highlights.keys()].some((name) => name.includes('hedge'))`), false);
  });

  it('marks a site always that is chosen so from the menu of its button, until the browser takes it back', async () => {
    // The window in which Firefox asks its reader is no page either: it is let through.
    await firefox.inWindow(`Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)`);
    await firefox.open(`${server.address}/plain.html`);
    await firefox.openMenu(BUTTON);
    const item = `#${OWN}-menuitem-_always`;
    await firefox.until('chrome', `document.querySelector('#toolbar-context-menu').state === 'open' && document.querySelector('${item}')`);
    await firefox.inWindow(`document.querySelector('#toolbar-context-menu').activateItem(document.querySelector(arguments[0]))`, item);
    await firefox.until('content', MARKED);
    await firefox.open(`${server.address}/plain.html?again`);
    await firefox.until('content', MARKED);
    await firefox.open(await own('options.html'));
    await firefox.until('content', `document.querySelectorAll('#sites li').length === 1`);
    await firefox.inWindow(`
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(arguments[0]);
      return ExtensionPermissions.remove(arguments[0], { permissions: [], origins: ['http://127.0.0.1/*'] }, extension).then(() => true);`, ID);
    await firefox.until('content', `document.querySelectorAll('#sites li').length === 0`);
  });

  it('opens its sidebar', async () => {
    await firefox.inWindow('return SidebarController.show(arguments[0])', `${OWN}-sidebar-action`);
    await firefox.until('chrome', `SidebarController.isOpen && SidebarController.currentID === '${OWN}-sidebar-action'`);
    await firefox.inWindow('SidebarController.hide()');
  });

  it('says at its button why it cannot run on a page of the browser', async () => {
    await firefox.open('about:support');
    await firefox.click(BUTTON);
    await firefox.until('chrome', `/page of the browser itself/.test(document.querySelector(${JSON.stringify(BUTTON)}).getAttribute('tooltiptext'))`);
  });

  // Its viewer is closed to extensions: only the address can tell what it shows, or that it may be a PDF.
  for (const [path, sentence] of Object.entries({ [PATHS[0]]: /^This is a PDF/, [PATHS[1]]: /So it is with PDFs/ })) {
    it(`says at its button that it cannot read ${path}`, async () => {
      const pdf = await servePdf();
      await firefox.open(`${pdf.address}${path}`);
      await firefox.until('content', `document.querySelector('.page canvas')`);
      // The window under the button is open still, and a click would close it.
      await firefox.inWindow(`document.querySelector('#customizationui-widget-panel')?.hidePopup()`);
      await firefox.click(BUTTON);
      await firefox.until('chrome', `${sentence}.test(document.querySelector(${JSON.stringify(BUTTON)}).getAttribute('tooltiptext'))`);
      await pdf.close();
    });
  }
});
