/** What `make dist` makes: the package as somebody installs it, the extension as the stores check it. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { publint } from 'publint';
import { loader } from '../../www/bookmarklet/loader.js';
import { WORDS } from '../../www/bookmarklet/words.js';
import { LANGUAGES } from '../../www/interface/say.js';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const program = (/** @type {string} */ name) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));
const packed = readdirSync(DIST).find((name) => name.endsWith('.tgz')) ?? 'nothing is packed';

/** What a page loads before anybody wants a mark, in bytes of gzip. */
const MOST_BEFORE_USE = 12 * 1024;

/** The greatest address that Chromium keeps as a bookmark, in characters; and what Firefox keeps. */
const MOST_BOOKMARK = { chromium: 2 * 1024 * 1024, firefox: 65_536 };

test('publint finds nothing to say', async () => {
  const { messages } = await publint({ pkgDir: join(DIST, 'npm'), strict: true });
  assert.deepEqual(messages, []);
});

test('its types are right for all who import modules', () => {
  const { status, stdout } = spawnSync(program('attw'), [join(DIST, packed), '--profile', 'esm-only', '--no-color'], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});

const TEXT = 'The bridge may close in June, the mayor said.';
const WORKER = `import { parentPort } from 'node:worker_threads';
import { scanText } from 'claimlight/scan';
parentPort.postMessage(await scanText(${JSON.stringify(TEXT)}));`;
const MAIN = `import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { scanText, start } from 'claimlight';
import { ClaimLight } from 'claimlight/element';
import * as engine from 'claimlight/wasm';
const here = await scanText(${JSON.stringify(TEXT)});
const [there] = await once(new Worker(new URL('./worker.mjs', import.meta.url)), 'message');
console.log(JSON.stringify({ here, there, types: [typeof start, typeof ClaimLight, typeof engine.Page] }));`;

test('it can be installed, and scans in Node and in a worker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-'));
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--silent', join(DIST, packed)], { cwd: folder });
  writeFileSync(join(folder, 'worker.mjs'), WORKER);
  writeFileSync(join(folder, 'main.mjs'), MAIN);
  const { here, there, types } = JSON.parse(execFileSync(process.execPath, ['main.mjs'], { cwd: folder, encoding: 'utf8' }));
  assert.equal(here.attributions.length, 1);
  assert.deepEqual(there, here);
  assert.deepEqual(types, ['function', 'function', 'function']);
});

test('every file that the demonstration says is made is there', () => {
  const page = readFileSync(new URL('../../www/demo/try.html', import.meta.url), 'utf8');
  const named = [...page.matchAll(/\bdist\/([\w/.]+)/g)].map(([, path]) => path);
  const served = [...page.matchAll(/src="\/claimlight\/([\w.]+)"/g)].map(([, path]) => `npm/${path}`);
  assert.ok(named.length >= 4 && served.length === 1, String([...named, ...served]));
  for (const path of [...named, ...served]) assert.ok(existsSync(join(DIST, path)), path);
});

for (const entry of ['index.js', 'auto.js', 'element.js', 'classic.js']) {
  test(`${entry} and all it loads at once are small`, () => {
    const size = gathered(entry).reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, 'npm', file))).length, 0);
    assert.ok(size <= MOST_BEFORE_USE, `${size} bytes`);
    assert.ok(size > 100, 'something was measured');
  });
}

/** A module and those it imports before it runs. @param {string} entry @returns {string[]} */
function gathered(entry) {
  const seen = new Set([entry]);
  for (const file of seen) {
    const text = readFileSync(join(DIST, 'npm', file), 'utf8');
    for (const [, imported] of text.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g)) seen.add(imported);
  }
  return [...seen];
}

test('whatever is given to others has its licences with it, and the notices of all that is compiled into it', () => {
  for (const folder of ['npm', 'bookmarklet', 'extension/chromium', 'extension/firefox']) {
    const files = readdirSync(join(DIST, folder));
    for (const file of ['LICENSE-APACHE', 'LICENSE-MIT', 'NOTICES.txt']) assert.ok(files.includes(file), `${folder}: ${file}`);
    const notices = readFileSync(join(DIST, folder, 'NOTICES.txt'), 'utf8');
    for (const crate of ['regex-automata', 'serde', 'wasm-bindgen', 'js-sys']) assert.match(notices, new RegExp(`^${crate} \\d`, 'm'));
    assert.match(notices, /UNICODE LICENSE/i, 'of two licences that hold together both');
    assert.ok(notices.split('-'.repeat(80)).every((notice) => notice.length > 200), 'each crate says what it asks');
  }
});

test('what the README of the package leads to is in it', () => {
  const readme = readFileSync(join(DIST, 'npm/README.md'), 'utf8');
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, link]) => link);
  assert.ok(links.length > 3);
  for (const link of links) assert.ok(existsSync(join(DIST, 'npm', link)), link);
});

/** What somebody writes who uses its types: with a page, and without one. @type {Record<string, {lib: string, code: string}>} */
const TYPED = {
  page: {
    lib: 'es2022,dom',
    code: `import 'claimlight/element';
import { start } from 'claimlight';
document.querySelector('claim-light')!.light?.select('claim-1');
document.addEventListener('claimlight:ready', ({ detail }) => detail.light.findings.length);
void document.createElement('claim-light').start({ panel: 'open' });
// @ts-expect-error: there is no such panel
void start({ panel: 'ajar' });`,
  },
  worker: {
    lib: 'es2022',
    code: `import { scanText } from 'claimlight/scan';
export const begin = async () => (await scanText('text')).attributions[0].cue.start;`,
  },
};

for (const [where, { lib, code }] of Object.entries(TYPED)) {
  test(`its types check what is written for a ${where}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'claimlight-'));
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    execFileSync('npm', ['install', '--silent', '--ignore-scripts', '--offline', join(DIST, packed)], { cwd: folder });
    writeFileSync(join(folder, 'own.ts'), code);
    const how = ['--ignoreConfig', '--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022', '--types', '', '--lib', lib, 'own.ts'];
    const { status, stdout } = spawnSync(program('tsc'), how, { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });
}

test('the bookmark fits the browser it is for', () => {
  const whole = readFileSync(join(DIST, 'bookmarklet/bookmarklet.txt'), 'utf8');
  assert.ok(whole.startsWith('javascript:') && whole.length < MOST_BOOKMARK.chromium, `${whole.length} characters`);
  assert.doesNotMatch(whole, /[\s#]/, 'a browser would change it');
  const page = readFileSync(join(DIST, 'bookmarklet/index.html'), 'utf8');
  assert.ok(page.length > whole.length, 'the page has it');
  for (const { refused } of Object.values(WORDS)) {
    const short = loader(`https://example.org/${'long/'.repeat(400)}claimlight.js`, refused);
    assert.ok(short.length < MOST_BOOKMARK.firefox, `${short.length} characters`);
  }
});

test('what may ask the network for nothing has the translations of the reasons with it', () => {
  for (const file of ['bookmarklet/bookmarklet.txt', 'bookmarklet/claimlight.js', 'extension/chromium/content.js', 'extension/firefox/content.js']) {
    const code = readFileSync(join(DIST, file), 'utf8').replaceAll('%20', ' ');
    for (const words of ['gibt wieder, was jemand sagt.', 'recoge lo que alguien dice.']) assert.ok(code.includes(words), `${file}: ${words}`);
  }
});

for (const browser of ['chromium', 'firefox']) {
  const manifest = JSON.parse(readFileSync(join(DIST, 'extension', browser, 'manifest.json'), 'utf8'));

  test(`the extension for ${browser} asks for no more than it ever did`, () => {
    const panel = browser === 'chromium' ? ['sidePanel'] : [];
    assert.deepEqual(manifest.permissions, ['activeTab', 'contextMenus', 'scripting', 'storage', ...panel]);
    assert.deepEqual(manifest.optional_host_permissions, ['http://*/*', 'https://*/*'], 'each is asked for by itself');
    for (const key of ['host_permissions', 'content_scripts', 'optional_permissions', 'web_accessible_resources', 'externally_connectable']) {
      assert.ok(!(key in manifest), `${key} would let it see pages, or pages see it`);
    }
  });

  test(`every string the extension for ${browser} says is in its table, in every language of the interface`, () => {
    const folder = join(DIST, 'extension', browser);
    const table = (/** @type {string} */ language) => JSON.parse(readFileSync(join(folder, '_locales', language, 'messages.json'), 'utf8'));
    const english = table('en');
    const pages = readdirSync(folder).filter((name) => name.endsWith('.html')).map((name) => readFileSync(join(folder, name), 'utf8'));
    const named = pages.flatMap((page) => [...page.matchAll(/data-say="(\w+)"/g)].map(([, key]) => key));
    assert.deepEqual(named.filter((key) => !(key in english)), []);
    assert.deepEqual(readdirSync(join(folder, '_locales')).sort(), Object.keys(LANGUAGES).sort());
    for (const language of Object.keys(LANGUAGES)) {
      const own = table(language);
      assert.deepEqual(Object.keys(own), Object.keys(english), language);
      assert.equal(own.language.message, language);
      for (const [key, { message, placeholders = {} }] of Object.entries(own)) {
        assert.ok(message.trim() && Object.keys(placeholders).every((name) => message.includes(`$${name.toUpperCase()}$`)), `${language}: ${key}`);
        assert.deepEqual(placeholders, english[key].placeholders ?? {}, `${language}: ${key}`);
      }
      // What Chromium's store and browser show of a name and a description, in letters.
      assert.ok(own.name.message.length <= 75 && own.description.message.length <= 132, language);
    }
  });
}

test('the stores find no fault with it, and no warning', () => {
  const lint = ['lint', '--source-dir', join(DIST, 'extension/firefox'), '--warnings-as-errors', '--output', 'json', '--no-input'];
  const { stdout } = spawnSync(program('web-ext'), lint, { encoding: 'utf8' });
  const { errors, warnings } = JSON.parse(stdout);
  assert.deepEqual([...errors, ...warnings], []);
});
