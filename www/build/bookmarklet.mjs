/** Makes the bookmarklet and the page it is dragged from: `dist/bookmarklet`. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { COMMON, WWW, instead } from './bundle.mjs';
import { licences } from './licences.mjs';

const ROOM = join(WWW, 'bookmarklet');

/** Chromium keeps no longer address, in characters. */
const LONGEST_ADDRESS = 2 * 1024 * 1024;

/** @param {string} dist */
export async function makeBookmarklet(dist) {
  const out = join(dist, 'bookmarklet');
  mkdirSync(out);
  const plugins = [...(COMMON.plugins ?? []), instead(join(ROOM, 'core.js'))];
  const entry = (/** @type {string} */ name) => ({ ...COMMON, plugins, entryPoints: [join(ROOM, name)] });
  const { outputFiles } = await build({ ...entry('click.js'), format: 'iife', charset: 'ascii', write: false });
  const address = addressOf(outputFiles[0].text);
  if (address.length > LONGEST_ADDRESS)
    throw new Error(`The bookmarklet has ${address.length} characters; Chromium keeps ${LONGEST_ADDRESS}`);
  writeFileSync(join(out, 'bookmarklet.txt'), address);
  const page = readFileSync(join(ROOM, 'index.html'), 'utf8');
  writeFileSync(
    join(out, 'index.html'),
    page.replace('"javascript:void 0"', () => `"${escaped(address)}"`),
  );
  cpSync(join(ROOM, 'page.css'), join(out, 'page.css'));
  // No module: the page may be opened from a disk, where browsers load none.
  await build({ ...entry('page.js'), format: 'iife', outfile: join(out, 'page.js') });
  licences(out);
  await build({ ...entry('toggle.js'), format: 'esm', outfile: join(out, 'claimlight.js') });
}

/** What an address may not hold as it is: its own escapes, where its fragment would begin, and the ends of lines. @param {string} code */
function addressOf(code) {
  const body = code.trim().replace(/[%#\n\r\t ]/g, encodeURIComponent);
  return `javascript:${body}void%200`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
