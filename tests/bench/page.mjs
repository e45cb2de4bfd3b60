/**
 * Measures reading and choosing an article beside Readability.js on the same pages in the same Chromium, and how long
 * the tasks are in which a page is scanned and drawn:
 *
 *     make bench-page
 *
 * The pages are made here. Times are medians in milliseconds; the tasks are those of the browser's own trace.
 */
import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { serve } from '../../www/serve.mjs';
import { launch, open } from '../e2e/browsers.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How often each page is read; the first times, in which the browser learns, do not count. */
const N_COLD = 5;
const N_WARM = 25;

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

/** Twice as many words as a long novel has in an afternoon's reading. */
const LONG = page(1900, 100);

function readability() {
  const contents = `import { Readability } from '@mozilla/readability'; window.Readability = Readability;`;
  const built = buildSync({ stdin: { contents, resolveDir: ROOT }, bundle: true, minify: true, write: false });
  return built.outputFiles[0].text;
}

/** Times both on the page that is open. @param {import('puppeteer-core').Page} page @param {number} nWarm */
function times(page, nWarm) {
  return page.evaluate(
    async (nCold, nWarm) => {
      const address = '/claimlight-widget/core.js';
      const { core } = await import(address);
      const { Page } = await core('pkg');
      const median = (/** @type {() => void} */ act) => {
        const taken = [];
        for (let n = 0; n < nCold + nWarm; n++) {
          const begun = performance.now();
          act();
          if (n >= nCold) taken.push(performance.now() - begun);
        }
        return taken.sort((one, other) => one - other)[Math.floor(taken.length / 2)];
      };
      const nodes = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
      let nNodes = 1;
      while (nodes.nextNode()) nNodes++;
      const { Readability } = /** @type {any} */ (window);
      return {
        nNodes,
        own: median(() => new Page(undefined, {}).free()),
        other: median(() => new Readability(document.cloneNode(true)).parse()),
      };
    },
    N_COLD,
    nWarm,
  );
}

/**
 * How long the tasks were in which scripts ran while `act` did, in milliseconds, the longest first. Layout and painting,
 * which the browser does in tasks of its own, are not in them; collecting garbage is.
 * @param {import('puppeteer-core').Page} page @param {() => Promise<unknown>} act
 */
async function tasks(page, act) {
  await page.tracing.start({
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute'],
  });
  await act();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  /** @typedef {{name: string, pid: number, tid: number, ts: number, dur: number}} Event */
  const events = /** @type {Event[]} */ (traceEvents.filter((/** @type {Event} */ { dur }) => dur > 0));
  const scripts = events.filter(({ name }) =>
    ['FunctionCall', 'RunMicrotasks', 'v8.callFunction', 'EvaluateScript'].includes(name),
  );
  /** @type {Record<string, Event[]>} */
  const threads = {};
  for (const script of scripts) (threads[`${script.pid} ${script.tid}`] ??= []).push(script);
  const [main] = Object.entries(threads).sort(([, one], [, other]) => other.length - one.length)[0];
  const own = events.filter(({ name, pid, tid }) => name === 'RunTask' && `${pid} ${tid}` === main);
  const isOf = (/** @type {Event} */ script, /** @type {Event} */ task) =>
    script.ts >= task.ts && script.ts + script.dur <= task.ts + task.dur + 1;
  const ran = own.map((task) => {
    const within = threads[main].filter((script) => isOf(script, task));
    // The outermost alone count: a function's own calls are within it.
    const outermost = within.filter((script) => !within.some((other) => other !== script && isOf(script, other)));
    return outermost.reduce((sum, { dur }) => sum + dur, 0) / 1000;
  });
  return ran.sort((one, other) => other - one);
}

/** Starts on a page as a page would, with the core loaded and run once before if it is warm. @param {import('puppeteer-core').Page} page @param {number} throttle */
async function starting(page, throttle) {
  await page.evaluate(async () => {
    const address = '/claimlight-widget/claimlight.js';
    const { scanText } = await import(address);
    await scanText('The ferry may stop, said Ana Ruiz. '.repeat(20));
  });
  await page.emulateCPUThrottling(throttle);
  let took = 0;
  const found = await tasks(page, async () => {
    took = await page.evaluate(async () => {
      const address = '/claimlight-widget/claimlight.js';
      const { start } = await import(address);
      const begun = performance.now();
      await start({ panel: 'open' });
      return performance.now() - begun;
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  await page.emulateCPUThrottling(1);
  return { took, found };
}

const server = await serve({ made: (path) => (path === '/long.html' ? LONG : PAGES[path]) });
const browser = await launch('chromium');
try {
  console.log('page                nodes    Claimlight   Readability   times faster');
  for (const path of process.argv.includes('--tasks') ? [] : Object.keys(PAGES)) {
    const { page } = await open(browser, server.address + path);
    await page.evaluate(readability());
    const { nNodes, own, other } = await times(page, path.startsWith('/200000') ? 5 : N_WARM);
    const columns = [String(nNodes).padStart(6), own.toFixed(2).padStart(10), other.toFixed(2).padStart(12)];
    console.log(`${path.slice(1).padEnd(18)} ${columns.join('   ')}   ${(other / own).toFixed(1).padStart(10)}`);
    await page.close();
  }
  console.log('\nstart on a page        done after   longest tasks (ms)');
  for (const [path, throttle] of /** @type {const} */ ([
    ['/article.html', 1],
    ['/article.html', 4],
    ['/long.html', 1],
    ['/long.html', 4],
  ])) {
    const { page } = await open(browser, server.address + path);
    const { took, found } = await starting(page, throttle);
    const longest = found.slice(0, 6).map((task) => task.toFixed(1));
    console.log(
      `${`${path.slice(1)} ×${throttle}`.padEnd(22)} ${took.toFixed(0).padStart(7)} ms   ${longest.join('  ')}`,
    );
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
