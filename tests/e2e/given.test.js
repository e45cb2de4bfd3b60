/**
 * Findings made at publication: shown without the engine, and of a paragraph that has changed nothing is shown.
 * @import { Page } from 'puppeteer-core'
 */
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

/** @param {string[]} paragraphs @param {string} [findings] @param {string} [language] of the interface */
function page(paragraphs, findings = FINDINGS, language = 'en') {
  return `<!doctype html><html lang="en"><title>A bridge</title><main>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</main>
    <script type="application/json" data-claimlight="report">${findings}</script>
    <claim-light panel="small" interface-language="${language}"></claim-light>
    <script type="module" src="/claimlight-widget/embed/element.js"></script>`;
}

/** @type {Record<string, string>} */
const PAGES = {
  '/same.html': page([
    'The <b>bridge</b> may\n close in June, the mayor&nbsp;said.',
    'The contractor allegedly ignored two warnings. <button>Share</button><svg><title>A link</title></svg>',
  ]),
  '/changed.html': page([
    'The bridge may close in May, the mayor said.',
    'The contractor allegedly ignored two warnings.',
  ]),
  '/other.html': page(['The council meets on Monday.'], FINDINGS),
  '/longer.html': page([
    'Nobody thinks that the bridge may close in June, the mayor said.',
    'The contractor allegedly ignored two warnings, but a court found that it had not.',
  ]),
  '/bare.html': '<!doctype html><html lang="en"><title>A bridge</title><p>The bridge may close in June.</p></html>',
  '/two-places.html': page([
    '<a href="/x">The contractor allegedly ignored two warnings.</a>',
    'The bridge may close in June, the mayor said.',
    '<b id="own">The contractor</b> allegedly ignored two warnings.',
    'Something else.',
  ]),
  '/long.html': page(MANY, FINDINGS_OF_MANY),
  '/german.html': page(TEXT.split('\n'), FINDINGS, 'de'),
  '/arabic.html': page(
    TEXT.split('\n'),
    FINDINGS.replace('“said” reports what somebody says.', 'So our desk reports.'),
    'ar',
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

  it('say on the card why they are marked, in the language of the interface or as the report has it', async () => {
    const told = `[...document.querySelector('claimlight-host').shadowRoot.querySelectorAll('.card dt')]
      .find(({ textContent }) => /^(Warum|لماذا)/.test(textContent))?.nextSibling`;
    const lookAt = async (/** @type {Page} */ page, /** @type {string} */ layer, /** @type {string} */ why) => {
      await page.evaluate(`lightOn.select(lightOn.findings.find((finding) => finding.layer === '${layer}').id)`);
      await page.waitForFunction(`${told}?.textContent === ${JSON.stringify(why)}`);
      return page.evaluate(`[${told}.closest('[lang]').lang, getComputedStyle(${told}).direction]`);
    };
    const { page: german } = await open('/german.html');
    await german.waitForFunction('window.lightOn');
    assert.deepEqual(await lookAt(german, 'attributed', '„said“ gibt wieder, was jemand sagt.'), ['de', 'ltr']);
    const { page: arabic } = await open('/arabic.html');
    await arabic.waitForFunction('window.lightOn');
    assert.deepEqual(await lookAt(arabic, 'attributed', 'So our desk reports.'), ['en', 'ltr']);
    const hearsay = 'يقول المقال إن هذا منقول، لكنه لا يسمّي من نقله. فمن هو؟';
    assert.deepEqual(await lookAt(arabic, 'unnamed', hearsay), ['ar', 'rtl']);
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
    assert.equal(await page.evaluate('lightOn.report.page.changed'), 1);
    const panel = `document.querySelector('claimlight-host').shadowRoot`;
    await page.evaluate(`${panel}.querySelector('.launcher button').click()`);
    await page.waitForFunction(`${panel}.textContent.includes('1 paragraph has changed since its findings were made')`);
  });

  it('are refused where they are no whole report, and it is said what is missing', async () => {
    const { page } = await open('/bare.html');
    const { report, cause } = await page.evaluate(async (findings) => {
      const { start } = await import(/** @type {string} */ ('/claimlight-widget/claimlight.js'));
      /** @type {string} */
      let cause = '';
      document.addEventListener(
        'claimlight:error',
        (event) => (cause = String(/** @type {any} */ (event).detail.cause)),
      );
      const { report } = await start({ report: { ...JSON.parse(findings), ledger: undefined }, panel: 'none' });
      return { report, cause };
    }, FINDINGS);
    assert.equal(report, null);
    assert.match(cause, /no report of claimlight scan --format json: it has no ledger/);
  });

  it('of another text mark nothing, and it is said whose they are', async () => {
    const { page, complaints } = await open('/other.html');
    await page.waitForFunction(
      `document.querySelector('claimlight-host')?.shadowRoot.textContent.includes('are those of another text')`,
    );
    assert.match(complaints.join(), /of the findings' 2 blocks 2 do not stand here/);
  });

  it('are not shown where something was put before or behind their words', async () => {
    const { page } = await open('/longer.html');
    await page.waitForFunction('window.lightOn');
    assert.deepEqual(await page.evaluate('[lightOn.findings.length, CSS.highlights.size]'), [0, 0]);
  });

  it('are shown behind what stands before them, where the same words stand twice', async () => {
    const { page } = await open('/two-places.html');
    await page.waitForFunction('window.lightOn && CSS.highlights.size > 0');
    const marked = await page.evaluate(`[...CSS.highlights.values()].flatMap((ranges) => [...ranges])
      .filter((range) => range.startContainer.parentElement.closest('a, p:nth-of-type(3)'))
      .map((range) => range.startContainer.parentElement.closest('a') ? 'the link' : 'the paragraph')`);
    assert.deepEqual([...new Set(/** @type {string[]} */ (marked))], ['the paragraph']);
  });
});
