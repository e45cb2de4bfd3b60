/** Findings made at publication: shown without the engine, and of a paragraph that has changed nothing is shown. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inBothBrowsers } from './browsers.js';
import { painted } from './marks.js';
import { scanText } from '../../www/scan-text.js';

const TEXT = 'The bridge may close in June, the mayor said.\nThe contractor allegedly ignored two warnings.';
const FINDINGS = JSON.stringify(await scanText(TEXT)).replaceAll('<', '\\u003c');

/** More than is fetched of a report at once. */
const MANY = Array.from({ length: 230 }, (_, index) => `Bridge ${index} may close in June, the mayor said.`);
const FINDINGS_OF_MANY = JSON.stringify(await scanText(MANY.join('\n')));

/** @param {string[]} paragraphs @param {string} [findings] */
function page(paragraphs, findings = FINDINGS) {
  return `<!doctype html><html lang="en"><title>A bridge</title><main>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</main>
    <script type="application/json" data-claimlight="report">${findings}</script>
    <claim-light panel="small" interface-language="en"></claim-light>
    <script type="module" src="/claimlight-widget/embed/element.js"></script>`;
}

/** @type {Record<string, string>} */
const PAGES = {
  '/same.html': page([
    'The <b>bridge</b> may\n close in June, the mayor&nbsp;said.',
    'The contractor allegedly ignored two warnings.',
  ]),
  '/changed.html': page([
    'The bridge may close in May, the mayor said.',
    'The contractor allegedly ignored two warnings.',
  ]),
  '/long.html': page(MANY, FINDINGS_OF_MANY),
};

inBothBrowsers('findings made at publication', { made: (path) => PAGES[path] }, ({ open }) => {
  it('are shown where their words stand, and no engine is loaded', async () => {
    const { page, requests } = await open('/same.html');
    await page.waitForFunction(() => CSS.highlights.size > 0);
    const texts = (await painted(page)).map(({ text }) => text.replace(/\s+/g, ' '));
    assert.ok(texts.includes('said') && texts.includes('may') && texts.includes('allegedly'), texts.join(' | '));
    assert.deepEqual(
      requests.filter((url) => /\/pkg/.test(url)),
      [],
    );
  });

  it('are shown of a long article too', async () => {
    const { page } = await open('/long.html');
    await page.waitForFunction('window.lightOn');
    const n = await page.evaluate(`lightOn.findings.filter(({ layer }) => layer === 'attributed').length`);
    assert.equal(n, MANY.length);
  });

  it('leave with their element, also while they are still to come', async () => {
    const { page } = await open('/same.html');
    await page.waitForFunction('window.lightOn');
    await page.evaluate(`{
      const [element] = document.querySelectorAll('claim-light');
      element.remove();
      new MutationObserver((_, watcher) => {
        if (!document.querySelector('claimlight-host')) return;
        watcher.disconnect();
        element.remove();
        window.removed = true;
      }).observe(document.documentElement, { childList: true });
      document.body.append(element);
    }`);
    await page.waitForFunction(`window.removed && !document.querySelector('claimlight-host')`);
    await page.waitForFunction(`!(Symbol.for('claimlight') in globalThis) && CSS.highlights.size === 0`);
  });

  it('are not shown in a paragraph that has changed', async () => {
    const { page } = await open('/changed.html');
    await page.waitForFunction(() => CSS.highlights.size > 0);
    const texts = (await painted(page)).map(({ text }) => text);
    assert.deepEqual([...new Set(texts)], ['allegedly']);
  });
});
