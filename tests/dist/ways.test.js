/**
 * Every way onto a page under every kind of security policy: marks, or one sentence that says why not. What comes out is
 * the table in `www/embed/README.md`; UPDATE=1 writes it.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../www/serve.mjs';
import { BROWSERS, open, shared } from '../e2e/browsers.js';
import { DIST, EMBED, clickBookmark, clickButton, excuse, extended, outcome, page as article } from './ways.js';

/** What a publisher's server sends, by what it is called. @type {Record<string, string | undefined>} */
const POLICIES = {
  none: undefined,
  'a strict nonce': "default-src 'self'; script-src 'nonce-n0nce'; base-uri 'none'",
  "`'self'`": "script-src 'self' 'nonce-n0nce'",
  "`'strict-dynamic'`": "script-src 'nonce-n0nce' 'strict-dynamic'; object-src 'none'",
  'Trusted Types': "require-trusted-types-for 'script'; trusted-types 'none'",
  "`'wasm-unsafe-eval'`": "script-src 'self' 'nonce-n0nce' 'wasm-unsafe-eval'",
  '`sandbox`': 'sandbox',
};

const WAYS = ['embed', 'bookmarklet', 'extension'];

/** Where no script of a page may run at all, nothing can be said either. */
const NO_SCRIPTS = 'no script runs';

const made = (/** @type {string} */ path) => ({ '/embed.html': article(EMBED), '/plain.html': article() })[path];

for (const name of BROWSERS) {
  describe(`every way under every policy (${name})`, () => {
    /** @type {Record<string, Record<string, string>>} */
    const cells = {};
    /** @type {Awaited<ReturnType<typeof serve>>[]} */
    const servers = [];
    /** @type {Awaited<ReturnType<typeof extended>>} */
    let extension;
    before(async () => {
      extension = await extended(name);
    });
    after(async () => {
      await extension?.browser.close();
      for (const server of servers) await server.close();
    });

    for (const [policy, header] of Object.entries(POLICIES)) {
      it(`${policy}: marks, or says why not`, async () => {
        const server = await serve({
          folder: DIST,
          made,
          headers: header ? { 'content-security-policy': header } : {},
        });
        servers.push(server);
        cells[policy] = {
          embed: await embedded(name, `${server.address}/embed.html`),
          bookmarklet: await bookmarked(name, `${server.address}/plain.html`),
          extension: await byExtension(extension, name, `${server.address}/plain.html`),
        };
        const excused = /^(no script runs|This page lets no script run.*)$/;
        const works = (/** @type {string} */ cell) =>
          cell.startsWith('marks') || (header === 'sandbox' && excused.test(cell));
        for (const [way, cell] of Object.entries(cells[policy])) assert.ok(works(cell), `${way}: ${cell}`);
      });
    }

    it('is what the table in the documentation says', () => {
      const rows = Object.entries(cells).map(
        ([policy, row]) => `| ${policy} | ${WAYS.map((way) => row[way]).join(' | ')} |\n`,
      );
      const table = [
        `| policy of the page | ${WAYS.join(' | ')} |\n`,
        `|---|${'---|'.repeat(WAYS.length)}\n`,
        ...rows,
      ].join('');
      assertWritten(name, table);
    });

    it('on one page, two ways make one interface', async () => {
      const { browser, id } = extension;
      const { page } = await open(browser, `${servers[0].address}/embed.html`);
      if (name === 'chromium') {
        assert.equal(await outcome(page), 'marks');
        await clickButton(browser, id, page);
      }
      assert.equal(await outcome(page), 'marks');
      const count = () => page.evaluate(() => document.querySelectorAll('claimlight-host').length);
      await page.waitForFunction(() => document.querySelectorAll('claimlight-host').length === 1);
      await clickBookmark(page);
      assert.equal(await outcome(page), 'marks');
      assert.equal(await count(), 1);
      await page.close();
    });
  });
}

/** @param {import('../e2e/browsers.js').BrowserName} name @param {string} address */
async function embedded(name, address) {
  const { page, requests } = await open(await shared(name), address);
  if (!(await runsScripts(page))) return close(page, NO_SCRIPTS);
  const shown = await outcome(page);
  // Nothing but the page and the package's own files was asked for.
  assert.deepEqual(
    requests.filter((url) => !/\/(embed\.html|favicon\.ico|npm\/.*)$/.test(new URL(url).pathname)),
    [],
  );
  const engine = requests.some((url) => url.endsWith('.wasm')) ? 'WebAssembly' : 'plain JavaScript';
  return close(page, shown === 'marks' ? `marks, by ${engine}` : shown);
}

/** @param {import('../e2e/browsers.js').BrowserName} name @param {string} address */
async function bookmarked(name, address) {
  const { page, requests } = await open(await shared(name), address);
  if (!(await runsScripts(page))) return close(page, NO_SCRIPTS);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const n_requests = requests.length;
  await clickBookmark(page);
  const shown = await outcome(page);
  await clickBookmark(page);
  await page.waitForFunction(() => !document.querySelector('claimlight-host'));
  assert.equal(
    await page.evaluate(() => document.documentElement.outerHTML),
    before,
    'a second click restores the page',
  );
  assert.deepEqual(requests.slice(n_requests).filter(isAsked), [], 'it asks nobody for anything');
  return close(page, shown);
}

/** @param {Awaited<ReturnType<typeof extended>>} extension @param {import('../e2e/browsers.js').BrowserName} name @param {string} address */
async function byExtension({ browser, id }, name, address) {
  const { page, requests } = await open(browser, address);
  const n_requests = requests.length;
  if (name === 'chromium') await clickButton(browser, id, page);
  const shown = await outcome(page, () => (name === 'chromium' ? excuse(browser, id) : Promise.resolve('')));
  assert.deepEqual(requests.slice(n_requests).filter(isAsked), [], 'it asks nobody for anything');
  return close(page, shown);
}

/** What the browser asks for of itself is no request of ours. @param {string} url */
function isAsked(url) {
  return /^https?:/.test(url) && !url.endsWith('/favicon.ico');
}

/** @param {import('puppeteer-core').Page} page */
async function runsScripts(page) {
  return (await page.title()) === 'scripts run';
}

/** @template Result @param {import('puppeteer-core').Page} page @param {Result} result */
async function close(page, result) {
  await page.close();
  return result;
}

/** @param {string} name @param {string} table */
function assertWritten(name, table) {
  const file = new URL('../../www/embed/README.md', import.meta.url);
  const text = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- ${name}, written by UPDATE=1 make test-face -->\n`, `<!-- ${name}'s end -->`];
  const [start, stop] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
  assert.ok(stop >= start && start >= begin.length, `the README has a place for ${name}`);
  if (process.env.UPDATE) writeFileSync(file, text.slice(0, start) + table + text.slice(stop));
  else assert.equal(text.slice(start, stop), table);
}
