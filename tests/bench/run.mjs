/**
 * Measures Claimlight beside its peers, and writes the results into this folder's README and chart:
 *
 *     make bench
 *
 * It takes about half an hour; `node tests/bench/run.mjs --only node,write-good` takes of the engines and peers those
 * named, and prints instead of writing.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSERS } from '../e2e/browsers.js';
import { chart } from './chart.mjs';
import * as engines from './engines.mjs';
import { others, pages } from './pages.mjs';
import { PEERS, bundle, sizes } from './peers.mjs';
import { HERE, ROOT, TARGET } from './places.mjs';
import { spread } from './spread.mjs';
import { texts, written } from './texts.mjs';
import { write } from './write.mjs';

/** How many words the page's article has. */
const WORDS_ON_PAGE = 1_200;

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = values.only?.split(',');
const isAsked = (/** @type {string} */ name) => !only || only.includes(name);
const peers = PEERS.map(({ name }) => name).filter(
  (name) => isAsked(name) || !only?.some((asked) => PEERS.some((peer) => peer.name === asked)),
);

const [load] = loadavg();
const all = texts();
const { file, folder } = written(all);
await bundle();

/** @type {import('./write.mjs').Results['engines']} */
const measured = {};
if (isAsked('node')) {
  measured.node = await each('node', await engines.node(file));
  if (isAsked('native')) {
    measured.node.native = await engines.native(folder);
    say('node', 'native', measured.node.native);
  }
}
for (const name of BROWSERS.filter(isAsked)) {
  const { measure, close } = await engines.browser(name, file);
  measured[name] = await each(name, measure);
  await close();
}
const scripts = others();
const page = all.lengths[10_000].split(' ').slice(0, WORDS_ON_PAGE).join(' ');
/** @type {import('./write.mjs').Results['pages']} */
const onPages = {};
for (const name of BROWSERS.filter(isAsked)) {
  onPages[name] = await pages(name, page, scripts);
  for (const [what, samples] of Object.entries(onPages[name])) console.log(`${name}: ${what} ${spread(samples)} ms`);
}
const results = {
  versions: versions(),
  load,
  megabytes: Buffer.byteLength(all.lengths[100_000]) / 1e6,
  engines: measured,
  sizes: Object.fromEntries(PEERS.map(({ name }) => [name, sizes(name)])),
  pages: onPages,
  scripts,
};
writeFileSync(join(TARGET, 'bench.json'), JSON.stringify(results, null, 1));
if (!only) {
  write(results);
  writeFileSync(join(HERE, 'growth.svg'), chart(measured.node));
}

/** @param {string} engine @param {(name: string) => Promise<engines.Measured>} measure */
async function each(engine, measure) {
  /** @type {Record<string, engines.Measured>} */
  const found = {};
  for (const name of peers) {
    found[name] = await measure(name);
    say(engine, name, found[name]);
  }
  return found;
}

/** @param {string} engine @param {string} name @param {engines.Measured} measured */
function say(engine, name, { article, cold, growth, memory }) {
  const lengths = Object.entries(growth).map(([n, times]) => `${n} ${spread(times)}`);
  console.log(
    `${engine}: ${name}: article ${spread(article)} ms, cold ${spread(cold)} ms, ${lengths.join(', ')} ms, ${memory?.toFixed(0)} MB`,
  );
}

function versions() {
  const lock = JSON.parse(readFileSync(join(HERE, 'package-lock.json'), 'utf8')).packages;
  const named = Object.entries(lock[''].dependencies).map(
    ([name]) => `${name} ${lock[`node_modules/${name}`].version}`,
  );
  const rust = execFileSync('rustc', ['--version'], { cwd: ROOT, encoding: 'utf8' }).split(' ').slice(0, 2).join(' ');
  return `Node ${process.versions.node}, ${rust}; ${named.join(', ')}`;
}
