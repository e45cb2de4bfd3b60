/**
 * What is measured, and how each is bundled: by esbuild, minified, for a browser, with all it loads before its first
 * result. The same bundle runs in Node.
 */
import { build } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { HERE, TARGET } from './places.mjs';

/** Where the bundles are, each in a folder of its name. */
export const BUILT = join(TARGET, 'bench');

/**
 * @typedef {object} Peer
 * @property {string} name also of its file below `peers`
 * @property {string} does what one call of it gives
 * @property {string} [asset] what it fetches beside its bundle, below `node_modules`
 */

/** @type {Peer[]} */
export const PEERS = [
  { name: 'claimlight-wasm', does: 'sentences, quotations, attributions, sources over the text, hedges, claims' },
  { name: 'claimlight-plain', does: 'the same, where a page’s policy refuses WebAssembly' },
  { name: 'write-good', does: 'weasel words, passives, adverbs and clichés, from lists' },
  { name: 'retext', does: 'sentences and words; intensifiers, inconsiderate words and passives, from lists' },
  { name: 'wink-nlp', does: 'words, sentences, parts of speech, entities' },
  { name: 'compromise', does: 'words, sentences, parts of speech, quotations' },
  { name: 'harper', does: 'parts of speech, spelling and grammar', asset: 'harper.js/dist/harper_wasm_slim_bg.wasm' },
];

/** Bundles everything. */
export async function bundle() {
  rmSync(BUILT, { recursive: true, force: true });
  for (const { name, asset } of PEERS) {
    const outdir = join(BUILT, name);
    mkdirSync(outdir, { recursive: true });
    await bundled(join(HERE, 'peers', `${name}.mjs`), join(outdir, 'bundle.mjs'));
    if (asset) cpSync(join(HERE, 'node_modules', asset), join(outdir, asset.split('/').at(-1) ?? ''));
  }
}

/** @param {string} entry @param {string} outfile */
function bundled(entry, outfile) {
  return build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    loader: { '.wasm': 'file' },
    // write-good and wink-nlp name Node's modules in branches that no browser takes.
    external: ['node:*', 'fs', 'path', 'child_process'],
  });
}

/** What a page loads, in bytes. @param {string} name */
export function sizes(name) {
  const files = readdirSync(join(BUILT, name)).map((file) => readFileSync(join(BUILT, name, file)));
  const sum = (/** @type {(file: Buffer) => number} */ of) => files.reduce((total, file) => total + of(file), 0);
  return {
    raw: sum((file) => file.length),
    gzip: sum((file) => gzipSync(file, { level: 9 }).length),
    brotli: sum((file) => brotliCompressSync(file).length),
  };
}
