/** What the package loads, and when: nothing before a start, then the engine beside all else, once. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../www/serve.mjs';
import { launch } from '../e2e/browsers.js';

const PACKAGE = fileURLToPath(new URL('../../dist/npm/', import.meta.url));

const PAGE = `<!doctype html><html lang="en"><title>Ferry</title><main><article><h1>Ferry at Aldwick may stop</h1>${`
  <p>The ferry at Aldwick may stop next week, said Ana Ruiz, who leads the union. Fares rose last year, and the county knew.</p>`.repeat(
    6,
  )}</article></main>`;

/** What a page may have put in the place of `fetch`; the engine comes as a script then, or by what is given. @type {Record<string, string>} */
const FETCHES = {
  'is not there': `window.fetch = undefined`,
  'fails at once': `window.fetch = () => { throw new TypeError('Failed to fetch') }`,
  'gives a promise of an old library': `{
    const own = window.fetch;
    window.fetch = (...args) => ({ then: (done, failed) => void own(...args).then(done, failed) });
  }`,
};

describe('the package in Chromium', () => {
  /** @type {Awaited<ReturnType<typeof launch>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  before(async () => {
    server = await serve({ folder: PACKAGE, made: (path) => (path === '/news.html' ? PAGE : undefined) });
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  /** Opens the page; `asked` has the names of the scripts and modules it asks for. @param {(request: import('puppeteer-core').HTTPRequest, name: string) => unknown} [answer] @param {string} [script] */
  async function opened(answer = (request) => request.continue(), script = '') {
    const page = await browser.newPage();
    /** @type {string[]} */
    const asked = [];
    await page.evaluateOnNewDocument(script);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const name = new URL(request.url()).pathname.slice(1);
      if (/\.(js|wasm)$/.test(name)) asked.push(name);
      answer(request, name);
    });
    await page.goto(`${server.address}/news.html`);
    return { page, asked };
  }

  /** Starts it so; whether it is on and found something. @param {import('puppeteer-core').Page} page @param {string} [options] */
  const started = (page, options = '') =>
    page.evaluate(`import('/index.js').then(({ start }) => start(${options})).then((light) => [light.isOn, light.findings.length > 0])`);

  const enginesOf = (/** @type {string[]} */ asked) => asked.filter((name) => name.endsWith('.wasm'));

  test('the engine is asked for before the interface is there, once for all starts', async () => {
    /** @type {(() => void)[]} */
    const held = [];
    let isAsked = false;
    const { page, asked } = await opened((request, name) => {
      if (name.endsWith('.wasm')) isAsked = true;
      if (name.startsWith('part-claimlight') && !isAsked) held.push(() => void request.continue());
      else void request.continue();
      if (isAsked) held.splice(0).forEach((release) => release());
    });
    assert.deepEqual(asked, [], 'nothing before a start');
    assert.deepEqual(await started(page), [true, true]);
    assert.deepEqual(await started(page), [true, true]);
    assert.deepEqual(enginesOf(asked), ['pkg/claimlight_bg.wasm']);
    await page.close();
  });

  test('it is not asked for where it will not be needed, and with rules the one that knows them', async () => {
    const { page, asked } = await opened();
    await assert.rejects(started(page, `{ signal: AbortSignal.abort() }`));
    assert.deepEqual(enginesOf(asked), []);
    assert.deepEqual(await started(page, `{ rules: '[hedge doubt]\\nferry\\n' }`), [true, true]);
    assert.deepEqual(enginesOf(asked), ['pkg-patterns/claimlight_bg.wasm']);
    await page.close();
  });

  test('where it was not to be had, the reader is told, and another start asks again', async () => {
    let isThere = false;
    const { page, asked } = await opened((request, name) => {
      if (name.endsWith('.wasm') && !isThere) return request.respond({ status: 404 });
      return request.continue();
    });
    assert.deepEqual(await started(page), [true, false]);
    assert.equal(enginesOf(asked).length, 1);
    assert.match(
      await page.evaluate(`document.querySelector('claimlight-host').shadowRoot?.textContent ?? ''`).then(String),
      /could not start/,
    );
    await page.evaluate(`import('/index.js').then(({ start }) => start()).then((light) => light.stop())`);
    const nBefore = enginesOf(asked).length;
    isThere = true;
    assert.deepEqual(await started(page), [true, true]);
    assert.equal(enginesOf(asked).length, nBefore + 1);
    await page.close();
  });

  test('who ends it while it is fetched need not wait for the engine', async () => {
    const { page } = await opened((request, name) => name.endsWith('.wasm') || request.continue());
    const began = Date.now();
    await assert.rejects(started(page, `{ signal: AbortSignal.timeout(300) }`), /TimeoutError|timed out/);
    assert.ok(Date.now() - began < 5000);
    assert.equal(await page.evaluate(`document.querySelector('claimlight-host')`), null);
    await page.close();
  });

  for (const [what, script] of Object.entries(FETCHES)) {
    test(`a page whose fetch ${what} is marked`, async () => {
      const { page } = await opened(undefined, script);
      assert.deepEqual(await started(page), [true, true]);
      await page.close();
    });
  }
});
