/** Findings made at publication: shown without the engine, and of a paragraph that has changed nothing is shown. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inBothBrowsers } from './browsers.js';
import { painted } from './marks.js';
import { scanText } from '../../www/scan-text.js';

const TEXT = 'The bridge may close in June, the mayor said.\nThe contractor allegedly ignored two warnings.';
const FINDINGS = JSON.stringify(await scanText(TEXT)).replaceAll('<', '\\u003c');

/** @param {string[]} paragraphs */
function page(...paragraphs) {
  return `<!doctype html><html lang="en"><title>A bridge</title><main>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</main>
    <script type="application/json" data-claimlight="report">${FINDINGS}</script>
    <claim-light panel="small" interface-language="en"></claim-light>
    <script type="module" src="/claimlight-widget/embed/element.js"></script>`;
}

/** @type {Record<string, string>} */
const PAGES = {
  '/same.html': page(
    'The <b>bridge</b> may\n close in June, the mayor&nbsp;said.',
    'The contractor allegedly ignored two warnings.',
  ),
  '/changed.html': page(
    'The bridge may close in May, the mayor said.',
    'The contractor allegedly ignored two warnings.',
  ),
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

  it('are not shown in a paragraph that has changed', async () => {
    const { page } = await open('/changed.html');
    await page.waitForFunction(() => CSS.highlights.size > 0);
    const texts = (await painted(page)).map(({ text }) => text);
    assert.deepEqual([...new Set(texts)], ['allegedly']);
  });
});
