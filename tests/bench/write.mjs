/** Writes what was measured into this folder's README, between the two comments, ratios first. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { PEERS } from './peers.mjs';
import { HERE } from './places.mjs';
import { digits, median, ratio, spread } from './spread.mjs';

const BEGIN = '<!-- What was measured, written by make bench. -->';
const END = '<!-- The end of what was measured. -->';

/** To which ratios refer. */
const OWN = 'claimlight-wasm';

/** How many words MB a second are measured on. */
const LONG = 100_000;

/** @typedef {import('./engines.mjs').Measured} Measured */
/**
 * @typedef {object} Results
 * @property {string} versions @property {number} load @property {number} megabytes of the text of 100,000 words
 * @property {Record<string, Record<string, Measured>>} engines
 * @property {Record<string, {raw: number, gzip: number, brotli: number}>} sizes
 * @property {Record<string, Record<string, number[]>>} pages
 * @property {{readability: {brotli: number}, mark: {brotli: number}}} scripts
 */

/** @param {string[][]} rows */
const table = ([head, ...rows]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** @param {Results} results */
export function write(results) {
  const text = [
    machine(results),
    ratios(results),
    ...Object.keys(results.engines).map((name) => engine(results, name)),
  ];
  const whole = [...text, loads(results), onPages(results)].join('\n\n');
  const file = join(HERE, 'README.md');
  const [before, rest] = readFileSync(file, 'utf8').split(BEGIN);
  const [, after] = rest.split(END);
  writeFileSync(file, `${before}${BEGIN}\n${whole}\n${END}${after}`);
}

/** @param {Results} results */
function machine({ versions, load }) {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `On ${cpus().length} cores (${cpus()[0].model.trim()}), ${memory} GB, ${versions}. The load of the machine was ${digits(load)} when it began; all that a row is compared with ran beside the same neighbours.`;
}

/** @param {Results} results */
function ratios({ engines, sizes }) {
  const names = Object.keys(engines);
  const head = [
    'Claimlight (WebAssembly) is …',
    ...names.map((name) => `faster warm, ${name}`),
    'faster cold, node',
    'lighter (brotli)',
    'leaner in memory',
  ];
  const rows = PEERS.filter(({ name }) => !name.startsWith('claimlight')).map(({ name }) => [
    `than ${name}`,
    ...names.map((engine) => ratio(median(engines[engine][OWN].article), median(engines[engine][name].article))),
    ratio(median(engines.node[OWN].cold), median(engines.node[name].cold)),
    ratio(sizes[OWN].brotli, sizes[name].brotli),
    ratio(engines.node[OWN].memory ?? NaN, engines.node[name].memory ?? NaN),
  ]);
  return `### Ratios\n\nBelow 1 × we lose.\n\n${table([head, ...rows])}`;
}

/** @param {Results} results @param {string} name */
function engine({ engines, megabytes }, name) {
  const head = [
    '',
    'article of 800 words, warm, ms',
    'nothing → first result, ms',
    '100,000 words, MB/s',
    '1,000,000 words, ms',
    ...(name === 'node' ? ['memory, MB'] : []),
  ];
  const rows = Object.entries(engines[name]).map(([peer, { article, cold, growth, memory }]) => {
    const speed = growth[LONG] ? digits((1000 * megabytes) / median(growth[LONG])) : '–';
    return [
      peer,
      spread(article),
      spread(cold),
      speed,
      spread(growth[1_000_000]),
      ...(name === 'node' ? [memory ? digits(memory) : '–'] : []),
    ];
  });
  const chart = name === 'node' ? '\n\n![How each grows with the text](growth.svg)' : '';
  return `### ${name[0].toUpperCase()}${name.slice(1)}\n\n${table([head, ...rows])}${chart}`;
}

/** @param {Results} results */
function loads({ sizes }) {
  const kilobytes = (/** @type {number} */ bytes) => digits(bytes / 1000);
  const head = ['', 'raw, kB', 'gzip, kB', 'brotli, kB', 'what one call gives'];
  const rows = PEERS.map(({ name, does }) => [
    name,
    ...['raw', 'gzip', 'brotli'].map((way) => kilobytes(sizes[name][/** @type {'raw'} */ (way)])),
    does,
  ]);
  return `### What a page loads\n\n${table([head, ...rows])}`;
}

/** @param {Results} results */
function onPages({ pages, scripts }) {
  const head = [
    '',
    'read and choose the article, ms',
    'Readability.js, ms',
    'faster',
    'start to all marks painted, ms',
    'mark.js with 34 words, ms',
    'click to marks, nothing loaded, ms',
  ];
  const rows = Object.entries(pages).map(([name, { read, readability, start, mark, cold }]) => [
    name,
    spread(read),
    spread(readability),
    ratio(median(read), median(readability)),
    spread(start),
    spread(mark),
    spread(cold),
  ]);
  const note = `Readability.js weighs ${digits(scripts.readability.brotli / 1000)} kB brotli and mark.js ${digits(scripts.mark.brotli / 1000)}; mark.js looks for words and changes the page, Claimlight reads, finds and paints.`;
  return `### Pages\n\nA news page with an article of 1,200 words. ${note}\n\n${table([head, ...rows])}`;
}
