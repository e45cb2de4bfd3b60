/** Runs `measure.mjs` where each engine is: in Node, in a browser, and the crate itself. */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serve } from '../../www/serve.mjs';
import { launch } from '../e2e/browsers.js';
import { BUILT } from './peers.mjs';
import { CLAIMLIGHT, HERE, ROOT, TARGET } from './places.mjs';

/** How often something is loaded from nothing. */
const N_COLD = 7;

/** One measurement of the slowest may take so long, in milliseconds. */
const PATIENCE = 900_000;

/**
 * @typedef {object} Measured
 * @property {number[]} cold @property {number[]} article @property {Record<string, number[]>} growth @property {number | null} memory in MB
 */

const run = promisify(execFile);

/** @template T @param {number} n @param {() => Promise<T>} act */
async function times(n, act) {
  const all = [];
  while (all.length < n) all.push(await act());
  return all;
}

/** @param {string} texts a file @returns {Promise<(name: string) => Promise<Measured>>} */
export async function node(texts) {
  const child = async (/** @type {string} */ what, /** @type {string} */ bundle) => {
    const { stdout } = await run(process.execPath, [join(HERE, 'node-child.mjs'), what, bundle, texts]);
    return JSON.parse(stdout);
  };
  const empty = await child('empty', '');
  return async (name) => {
    const bundle = join(BUILT, name, 'bundle.mjs');
    const cold = await times(N_COLD, () => child('cold', bundle));
    return { cold, ...(await child('warm', bundle)), memory: (await child('memory', bundle)) - empty };
  };
}

/** @param {import('../e2e/browsers.js').BrowserName} name @param {string} texts a file */
export async function browser(name, texts) {
  const server = await serve({
    folder: TARGET,
    made: (path) => (path === '/bench.html' ? '<!doctype html><title>Bench</title>' : undefined),
  });
  const running = await launch(name);
  /** On a page of a profile that has seen nothing. @param {'cold' | 'warm'} what @param {string} bundle */
  const fresh = async (what, bundle) => {
    const context = await running.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${server.address}/bench.html`);
    const source = readFileSync(join(HERE, 'measure.mjs'), 'utf8');
    const all = readFileSync(texts, 'utf8');
    const measured = await page.evaluate(measureOnPage, what, bundle, source, all);
    await context.close();
    return measured;
  };
  /** @param {string} peer @returns {Promise<Measured>} */
  const measure = async (peer) => {
    const bundle = `${server.address}/bench/${peer}/bundle.mjs`;
    const cold = await times(N_COLD, () => fresh('cold', bundle));
    return { cold, ...(await fresh('warm', bundle)), memory: null };
  };
  const close = () => Promise.all([running.close(), server.close()]);
  return { measure, close };
}

/** @param {'cold' | 'warm'} what @param {string} bundle @param {string} source @param {string} texts */
async function measureOnPage(what, bundle, source, texts) {
  const ways = await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  const all = JSON.parse(texts);
  return what === 'cold' ? ways.cold(bundle, all.articles[0]) : ways.warm(bundle, all);
}

/** The crate, and its command line from start to end. @param {string} folder of texts @returns {Promise<Measured>} */
export async function native(folder) {
  const scan = ['scan', '--format', 'jsonl'];
  const cold = await times(N_COLD, async () => {
    const began = performance.now();
    await run(CLAIMLIGHT, [...scan, join(folder, 'article-0.txt')], { maxBuffer: 2 ** 30 });
    return performance.now() - began;
  });
  const bench = ['bench', '--quiet', '--no-default-features', '--bench', 'speed', '--', '--each', folder];
  const lines = execFileSync('cargo', bench, { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
  const all = Object.fromEntries(
    lines.map((line) => line.split(': ')).map(([name, runs]) => [name, runs.split(' ').map(Number)]),
  );
  const articles = Object.keys(all).filter((name) => name.startsWith('article'));
  const mean = (/** @type {number} */ sample) =>
    articles.reduce((sum, name) => sum + all[name][sample], 0) / articles.length;
  const lengths = Object.entries(all).filter(([name]) => name.startsWith('words-'));
  const growth = Object.fromEntries(lengths.map(([name, runs]) => [name.slice('words-'.length), runs]));
  return {
    cold,
    article: all[articles[0]].map((_, sample) => mean(sample)),
    growth,
    memory: await memoryOf(scan, folder),
  };
}

/** The most memory that the command line had, in MB, as Linux counts it; elsewhere null. @param {string[]} args @param {string} folder */
async function memoryOf(args, folder) {
  const child = spawn(CLAIMLIGHT, [...args, join(folder, 'words-100000.txt')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  let most = null;
  const look = setInterval(() => {
    try {
      const [, peak] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      if (peak) most = Number(peak) / 1024;
    } catch {
      // It has ended, or there is no such file here.
    }
  }, 2);
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(look);
  return most;
}
