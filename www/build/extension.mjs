/** Makes the browser extension, for Chromium and for Firefox: `dist/extension`, as folders and as zips. */
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { manifest } from '../extension/manifest.mjs';
import { COMMON, WWW, instead } from './bundle.mjs';
import { icon } from './icon.mjs';
import { licences } from './licences.mjs';

const ROOM = join(WWW, 'extension');

const SCRIPTS = ['background', 'content', 'always', 'cannot-page'];
/** Pages may wait at their top. */
const PAGE_SCRIPTS = ['options', 'panel'];
const ENGINES = ['engine-wasm', 'engine-wasm-patterns', 'engine-plain', 'engine-plain-patterns'];
const PAGES = ['options.html', 'panel.html', 'cannot.html', 'page.css', '_locales'];

/** Zips keep the time of each file; all have the first that a zip can keep, so that two builds are the same. */
const MADE = new Date(1980, 0, 1);

/** @param {string} dist */
export async function makeExtension(dist) {
  const { version } = JSON.parse(readFileSync(join(WWW, '../package.json'), 'utf8'));
  for (const browser of /** @type {const} */ (['chromium', 'firefox'])) {
    const out = join(dist, 'extension', browser);
    mkdirSync(out, { recursive: true });
    await scripts(out);
    for (const page of PAGES) cpSync(join(ROOM, page), join(out, page), { recursive: true });
    for (const size of [16, 32, 48, 128]) writeFileSync(join(out, `icon-${size}.png`), icon(size));
    writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest(browser, version), null, 2) + '\n');
    licences(out);
    writeFileSync(join(dist, 'extension', `claimlight-${browser}-${version}.zip`), zip(out));
  }
}

/** @param {string} out */
async function scripts(out) {
  const plugins = [...(COMMON.plugins ?? []), instead(join(ROOM, 'core.js'))];
  const made = (/** @type {string[]} */ names) => names.map((name) => join(ROOM, `${name}.js`));
  const how = {
    ...COMMON,
    plugins,
    outdir: out,
    charset: /** @type {const} */ ('ascii'),
    loader: { '.wasm': /** @type {const} */ ('binary') },
  };
  await build({ ...how, entryPoints: made([...SCRIPTS, ...ENGINES]), format: 'iife' });
  await build({ ...how, entryPoints: made(PAGE_SCRIPTS), format: 'esm' });
}

/** @param {string} folder */
function zip(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  const files = names.sort().map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]);
  return zipSync(Object.fromEntries(files), { mtime: MADE, level: 9 });
}
