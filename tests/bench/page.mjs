/**
 * Measures reading and choosing an article beside Readability.js on the same pages in the same Chromium, and how long
 * the tasks are in which a page is scanned and drawn:
 *
 *     make bench-page [PAGES=FOLDER]
 *     node tests/bench/page.mjs [--reading | --tasks] [FOLDER]
 *
 * The pages are made here; those of a folder are read too, with their scripts off and nothing fetched. Times are medians in milliseconds of the processor, Readability.js's with the copy it needs;
 * the tasks are those of the browser's own trace.
 */
import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { serve } from '../../www/serve.mjs';
import { launch, open } from '../e2e/browsers.js';
import { causes, tasks } from '../e2e/tasks.js';
import { serveSaved } from './saved.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How often each page is read; the first times, in which the browser learns, do not count. */
const N_COLD = 3;
const N_WARM = 11;

/** How many nodes are read at a time, in as many pages as that takes: enough for the clock. */
const N_AT_ONCE = 30_000;

const LINK = '<li class="nav-item"><a href="/a"><span>News of the town</span></a></li>';

/** @param {number} n */
function paragraph(n) {
  return (
    `<p>The ferry at Aldwick may stop in <b>${n} days</b>, said <a href="/ruiz">Ana Ruiz</a>, who leads the union. Fares rose ` +
    `${n % 90} percent last year, the steepest rise in the county’s history. The county allegedly knew, according to ` +
    `<em>a report</em> it had ordered. Critics say the plan could cost about ${n} million.</p>\n`
  );
}

/** A page with so many paragraphs, and menus, comments and stories around them. @param {number} nParagraphs @param {number} nAround */
function page(nParagraphs, nAround) {
  const paragraphs = Array.from({ length: nParagraphs }, (_, n) => paragraph(n)).join('');
  const story =
    '<div class="related-item"><h3><a href="/b">Mill may close</a></h3><p>Its owner said so on Monday.</p></div>';
  const comment =
    '<div class="comment"><b>Ivo</b><p>They knew, of course, and everybody said so at the time.</p></div>';
  return `<!doctype html><html lang="en"><head><title>Ferry at Aldwick may stop</title></head><body>
    <nav><ul>${LINK.repeat(nAround)}</ul></nav><main><article><h1>Ferry at Aldwick may stop</h1>${paragraphs}</article></main>
    <aside class="related">${story.repeat(nAround)}</aside><section id="comments">${comment.repeat(nAround)}</section>
    <footer><ul>${LINK.repeat(nAround)}</ul></footer></body></html>`;
}

/** @type {Record<string, string>} */
const PAGES = {
  '/article.html': page(12, 20),
  '/3000-nodes.html': page(60, 110),
  '/20000-nodes.html': page(500, 700),
  '/200000-nodes.html': page(5000, 7000),
};

/** How many of the longest tasks are said. */
const N_LONGEST = 7;

/** Twice as many words as a long novel has in an afternoon's reading. */
const LONG = page(1900, 100);

function readability() {
  const contents = `import { Readability } from '@mozilla/readability'; window.Readability = Readability;`;
  const built = buildSync({ stdin: { contents, resolveDir: ROOT }, bundle: true, minify: true, write: false });
  return built.outputFiles[0].text;
}

/** Prepares both on the page that is open, and counts its nodes. @param {import('puppeteer-core').Page} page */
function prepare(page) {
  return page.evaluate(async () => {
    const address = '/claimlight-widget/core.js';
    const { core } = await import(address);
    const { Page } = await core('pkg');
    const { Readability } = /** @type {any} */ (window);
    const read = {
      own() {
        const page = new Page(undefined, {});
        while (page.read() === undefined);
        page.free();
      },
      // It takes the page apart that it is given; whoever calls it copies theirs first.
      other: () => new Readability(document.cloneNode(true)).parse(),
    };
    Object.assign(window, { read });
    const nodes = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let nNodes = 1;
    while (nodes.nextNode()) nNodes++;
    return nNodes;
  });
}

/** @param {string} which @param {number} nRuns */
function readAgain(which, nRuns) {
  for (let run = 0; run < nRuns; run++) /** @type {any} */ (window).read[which]();
}

/** Times both in turns, in the processor's milliseconds: what else the machine does does not count. @param {import('puppeteer-core').Page} page @param {number} nRuns how often each reads at a time */
async function times(page, nRuns) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const clock = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN);
  };
  /** @type {Record<'own' | 'other', number[]>} */
  const taken = { own: [], other: [] };
  for (let round = -N_COLD; round < N_WARM; round++) {
    for (const which of /** @type {const} */ (['own', 'other'])) {
      const begun = await clock();
      await page.evaluate(readAgain, which, nRuns);
      if (round >= 0) taken[which].push(((await clock()) - begun) / nRuns);
    }
  }
  const median = (/** @type {number[]} */ all) => all.sort((one, other) => one - other)[all.length >> 1];
  return { own: median(taken.own), other: median(taken.other) };
}

/** Starts on a page as a page would, cold, or with the core loaded and run once before. @param {string} path @param {number} throttle @param {boolean} isWarm @param {typeof tasks} traced */
async function starting(path, throttle, isWarm, traced) {
  const { page } = await open(browser, server.address + path);
  if (isWarm) {
    await page.evaluate(async () => {
      const address = '/claimlight-widget/claimlight.js';
      const { scanText } = await import(address);
      await scanText('The ferry may stop, said Ana Ruiz. '.repeat(20));
    });
  }
  await page.emulateCPUThrottling(throttle);
  let took = 0;
  const found = await traced(page, async () => {
    took = await page.evaluate(async () => {
      const begun = performance.now();
      const address = '/claimlight-widget/claimlight.js';
      const { start } = await import(address);
      await start({ panel: 'open' });
      return performance.now() - begun;
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  await page.close();
  return { took, found };
}

/** The longest task of each cause, the longest first. @param {import('../e2e/tasks.js').Task[]} found */
function byCause(found) {
  return found.filter(({ cause }, index) => found.findIndex((other) => other.cause === cause) === index);
}

/** Says how long the tasks are in which a page is read, scanned and drawn, and in a second run, with the profiler on, of which cause the longest are. */
async function sayTasks() {
  console.log('\nstart on a page           done after   longest tasks, milliseconds of the processor');
  console.log(
    '                                       (l: of it style and layout, c: compiling); causes, under a profiler',
  );
  for (const path of ['/article.html', '/long.html']) {
    for (const [throttle, isWarm] of /** @type {const} */ ([
      [1, false],
      [1, true],
      [4, false],
      [4, true],
    ])) {
      const { took, found } = await starting(path, throttle, isWarm, tasks);
      const longest = found.slice(0, N_LONGEST).map(({ time, layout, compiling }) => {
        const shares = [layout >= 1 && `l ${layout.toFixed(0)}`, compiling >= 1 && `c ${compiling.toFixed(0)}`];
        const said = shares.filter(Boolean).join(' ');
        return time.toFixed(1) + (said && ` (${said})`);
      });
      const profiled = await starting(path, throttle, isWarm, causes);
      const why = byCause(profiled.found).slice(0, N_LONGEST);
      const what = `${path.slice(1)} ×${throttle} ${isWarm ? 'warm' : 'cold'}`;
      console.log(`${what.padEnd(25)} ${took.toFixed(0).padStart(7)} ms   ${longest.join(' · ')}`);
      console.log(`${' '.repeat(39)}${why.map(({ time, cause }) => `${time.toFixed(1)} ${cause}`).join(' · ')}`);
    }
  }
}

/** Times both on a page. @param {string} address */
async function timesOn(address) {
  const { page } = await open(browser, address);
  await page.evaluate(readability());
  const nNodes = await prepare(page);
  const taken = await times(page, Math.ceil(N_AT_ONCE / nNodes));
  await page.close();
  return { nNodes, ...taken };
}

async function sayReading() {
  console.log('page                nodes    Claimlight   Readability   times faster');
  for (const path of Object.keys(PAGES)) {
    const { nNodes, own, other } = await timesOn(server.address + path);
    const columns = [String(nNodes).padStart(6), own.toFixed(2).padStart(10), other.toFixed(2).padStart(12)];
    console.log(`${path.slice(1).padEnd(18)} ${columns.join('   ')}   ${(other / own).toFixed(1).padStart(10)}`);
  }
}

/** Says how much faster the pages of a folder are read, together and one by one. @param {string} folder */
async function sayFolder(folder) {
  const pages = await serveSaved(folder);
  const ratios = [];
  let [allOwn, allOther, nAll] = [0, 0, 0];
  for (const name of pages.names) {
    const { nNodes, own, other } = await timesOn(pages.addressOf(name));
    ratios.push(other / own);
    [allOwn, allOther, nAll] = [allOwn + own, allOther + other, nAll + nNodes];
  }
  await pages.server.close();
  ratios.sort((one, other) => one - other);
  const [n, together] = [ratios.length, (allOther / allOwn).toFixed(1)];
  const [least, middle, most] = [0, n >> 1, n - 1].map((index) => ratios[index].toFixed(1));
  console.log(
    `${n} pages of ${(nAll / n).toFixed(0)} nodes: Claimlight ${(allOwn / n).toFixed(2)} ms a page, Readability ` +
      `${(allOther / n).toFixed(2)}; together ${together} times faster, the median page ${middle} (${least} to ${most})`,
  );
}

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const server = await serve({ made: (path) => (path === '/long.html' ? LONG : PAGES[path]) });
const browser = await launch('chromium');
try {
  if (!process.argv.includes('--tasks')) {
    await sayReading();
    if (folder) await sayFolder(folder);
  }
  if (!process.argv.includes('--reading')) await sayTasks();
} finally {
  await browser.close();
  await server.close();
}
