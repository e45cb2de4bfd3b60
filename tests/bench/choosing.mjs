/**
 * Compares the articles that browsers choose with those that the command line chooses, block by block, on a folder of
 * saved pages:
 *
 *     make www/pkg && cargo build --release && node tests/bench/choosing.mjs FOLDER [--show]
 *
 * The pages come from the disk with their scripts off, and nothing they name is fetched. With --show every block that
 * one has and the other has not is listed: most are what a style sheet in the page hides.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSERS, launch, open } from '../e2e/browsers.js';
import { serveSaved } from './saved.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLAIMLIGHT = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'release', 'claimlight');

/** @param {string} text */
const blocksOf = (text) => text.split('\n').filter((line) => line.trim());

/** What of `blocks` is not in `others`, each as often as it is there. @param {string[]} blocks @param {string[]} others */
function without(blocks, others) {
  /** @type {Map<string, number>} */
  const left = new Map();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return blocks.filter((block) => {
    const n = left.get(block) ?? 0;
    left.set(block, n - 1);
    return n <= 0;
  });
}

/** The text that the browser chooses on the page that is open. @param {import('puppeteer-core').Page} page @returns {Promise<string>} */
function chosen(page) {
  return page.evaluate(async () => {
    const address = '/claimlight-widget/core.js';
    const { core } = await import(address);
    const { Page } = await core('pkg');
    const own = new Page(undefined, {});
    while (own.read() === undefined);
    const text = own.part('text', 0, 0);
    own.free();
    return text;
  });
}

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (!folder) throw new Error('Name a folder of pages: node tests/bench/choosing.mjs FOLDER');
const isShown = process.argv.includes('--show');
const { names, addressOf, server } = await serveSaved(folder);
try {
  for (const name of BROWSERS) {
    const browser = await launch(name);
    let [nBlocks, nSame, nPages] = [0, 0, 0];
    for (const file of names) {
      const scan = execFileSync(CLAIMLIGHT, ['scan', '--format', 'jsonl', join(folder, file)], { encoding: 'utf8' });
      const listed = blocksOf(JSON.parse(scan).text);
      const { page } = await open(browser, addressOf(file));
      const read = blocksOf(await chosen(page));
      await page.close();
      const [missed, added] = [without(listed, read), without(read, listed)];
      nBlocks += listed.length + added.length;
      nSame += listed.length - missed.length;
      nPages += missed.length + added.length ? 0 : 1;
      if (!isShown) continue;
      for (const block of missed) console.log(`${name} ${file} − ${block.slice(0, 100)}`);
      for (const block of added) console.log(`${name} ${file} + ${block.slice(0, 100)}`);
    }
    await browser.close();
    const share = ((100 * nSame) / nBlocks).toFixed(2);
    console.log(`${name}: ${nSame} of ${nBlocks} blocks are the same (${share} %), ${nPages} of ${names.length} pages`);
  }
} finally {
  await server.close();
}
