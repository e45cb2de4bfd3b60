/**
 * Pages, in a browser: finding the article beside Readability.js, and finding and painting all that is marked beside
 * mark.js, which is given words to look for.
 */
import { buildSync } from 'esbuild';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { serve } from '../../www/serve.mjs';
import { launch } from '../e2e/browsers.js';
import { HERE, ROOT } from './places.mjs';

/** How often each is timed on one page, and how often on a fresh one. */
const N_WARM = 15;
const N_COLD = 7;

/** How many links, stories and comments stand around the article. */
const N_AROUND = 40;

/** What mark.js is to mark: cues and hedges, as somebody would who had only a list. */
const WORDS = (
  'said says warned denied claimed wrote suggests asked according may might could would likely reportedly allegedly ' +
  'appears about nearly almost perhaps possibly apparently seems should critics officials residents sources'
).split(' ');

/** A news page with this article. @param {string} article */
export function newsPage(article) {
  const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const paragraphs = article
    .split('\n')
    .filter(Boolean)
    .map((text) => `<p>${escaped(text)}</p>`)
    .join('\n');
  const link = '<li class="nav-item"><a href="/a"><span>News of the town</span></a></li>';
  const story =
    '<div class="related-item"><h3><a href="/b">Mill may close</a></h3><p>Its owner said so on Monday.</p></div>';
  const comment =
    '<div class="comment"><b>Ivo</b><p>They knew, of course, and everybody said so at the time.</p></div>';
  return `<!doctype html><html lang="en"><head><title>Ferry at Aldwick may stop</title></head><body>
    <nav><ul>${link.repeat(N_AROUND)}</ul></nav><main><article><h1>Ferry at Aldwick may stop</h1>${paragraphs}</article></main>
    <aside class="related">${story.repeat(N_AROUND)}</aside><section id="comments">${comment.repeat(N_AROUND)}</section>
    <footer><ul>${link.repeat(N_AROUND)}</ul></footer></body></html>`;
}

/** Readability.js and mark.js, each in a bundle of its own. */
export function others() {
  const made = (/** @type {string} */ contents) => {
    const options = { bundle: true, minify: true, write: /** @type {const} */ (false) };
    const { outputFiles } = buildSync({ ...options, stdin: { contents, resolveDir: HERE } });
    const { contents: bytes, text } = outputFiles[0];
    return {
      text,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    };
  };
  return {
    readability: made(`import { Readability } from '@mozilla/readability'; window.Readability = Readability;`),
    mark: made(`import Mark from 'mark.js'; window.Mark = Mark;`),
  };
}

/** @param {import('../e2e/browsers.js').BrowserName} name @param {string} article @param {ReturnType<typeof others>} scripts */
export async function pages(name, article, scripts) {
  const server = await serve({ folder: ROOT, made: (path) => (path === '/news.html' ? newsPage(article) : undefined) });
  const browser = await launch(name);
  const fresh = async (/** @type {any} */ way, /** @type {unknown[]} */ ...args) => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.goto(`${server.address}/news.html`);
    if (way !== claimlightCold) await page.evaluate(scripts.readability.text + scripts.mark.text);
    const measured = await page.evaluate(way, ...args);
    await context.close();
    return measured;
  };
  const cold = [];
  while (cold.length < N_COLD) cold.push(await fresh(claimlightCold));
  const warm = await fresh(warmOnPage, N_WARM, WORDS);
  await browser.close();
  await server.close();
  return { cold, ...warm };
}

/** From the click to the first marks, nothing loaded yet: of the package as it is published, over this machine's own network. */
async function claimlightCold() {
  const address = '/dist/npm/index.js';
  const began = performance.now();
  const { start } = await import(address);
  const light = await start({ panel: 'none' });
  await light.painted();
  return performance.now() - began;
}

/** @param {number} n @param {string[]} words */
async function warmOnPage(n, words) {
  const [core, claimlight] = ['/claimlight-widget/core.js', '/claimlight-widget/claimlight.js'];
  const { Page } = await (await import(core)).core('pkg');
  const { start } = await import(claimlight);
  const { Readability, Mark } = /** @type {any} */ (window);
  /** @type {Record<string, number[]>} */
  const times = { read: [], readability: [], start: [], mark: [] };
  const timed = async (/** @type {string} */ what, /** @type {() => unknown} */ act) => {
    const began = performance.now();
    await act();
    times[what].push(performance.now() - began);
  };
  for (let round = -2; round < n; round++) {
    // In turns, so that what else the machine does falls on all; what mark.js changed before is laid out by the browser for nobody.
    document.body.getBoundingClientRect();
    await timed('read', () => {
      const page = new Page(undefined, {});
      while (page.read() === undefined);
      page.free();
    });
    await timed('readability', () => new Readability(document.cloneNode(true)).parse());
    let light;
    await timed('start', async () => {
      light = await start({ panel: 'none' });
      await light.painted();
    });
    light.stop();
    const mark = new Mark(document.querySelector('article'));
    await timed('mark', () => new Promise((done) => mark.mark(words, { accuracy: 'exactly', done })));
    await new Promise((done) => mark.unmark({ done }));
    if (round < 0) for (const what of Object.keys(times)) times[what] = [];
  }
  return times;
}
