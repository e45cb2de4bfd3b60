/** What the three ways Claimlight comes onto a page have in common, as `dist` has them. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../www/serve.mjs';

export const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));

/** How long a page may take to be marked on a busy machine, in milliseconds, and how often it is looked at meanwhile. */
const PATIENCE = 30_000;
const PAUSE = 50;

/** What a publisher's server sends, by what it is called. @type {Record<string, string | undefined>} */
export const POLICIES = {
  none: undefined,
  'a strict nonce': "default-src 'self'; script-src 'nonce-n0nce'; base-uri 'none'",
  "`'self'`": "script-src 'self' 'nonce-n0nce'",
  "`'strict-dynamic'`": "script-src 'nonce-n0nce' 'strict-dynamic'; object-src 'none'",
  'Trusted Types': "require-trusted-types-for 'script'; trusted-types 'none'",
  "`'wasm-unsafe-eval'`": "script-src 'self' 'nonce-n0nce' 'wasm-unsafe-eval'",
  'no `connect-src`': "default-src 'none'; script-src 'self' 'nonce-n0nce' 'wasm-unsafe-eval'",
  '`sandbox`': 'sandbox',
};

/** Where no script of a page may run at all, nothing can be said either. */
export const NO_SCRIPTS = 'no script runs';

/** What stands in a cell where Claimlight cannot run, by what a reader is told. */
const EXCUSES = {
  [NO_SCRIPTS]: /^no script runs$/,
  'says that no script runs': /^This page lets no script run/,
  'says that the policy forbids it': /^Claimlight cannot run here: the security policy of this page/,
};

/**
 * A browser with every way in it. Each way comes onto the page at an address, and says what a reader is shown there.
 * @typedef {object} Ways
 * @property {Record<string, (address: string) => Promise<string>>} ways
 * @property {(address: string) => Promise<void>} twoWays two ways at once make one interface
 * @property {() => Promise<void>} close
 */

/** An article, with a claim that has no source for the badges to count. */
const ARTICLE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8" /><title>Aldwick bridge may close in June</title></head>
<body><article><h1>Aldwick bridge may close in June</h1>
<p>The bridge may close in June, Mayor Ada Quill said on Monday after a meeting of the town council.</p>
<p>“We cannot wait for another crack,” said Ana Ruiz, who leads the union of bridge workers in the town.</p>
<p>The contractor allegedly ignored two warnings, and the harbour master said he had heard of neither.</p>
<p>Rents in the town doubled in a year. Repairs cost 4.1 million pounds last year, twice as much as in 2019.</p>
</article></body></html>`;

const EMBED =
  '<script type="module" nonce="n0nce" src="/npm/auto.js" data-panel="small" data-interface-language="en"></script>';

/** Says whether the page's own scripts run. */
const WITNESS = '<script nonce="n0nce">document.title = "scripts run";</script>';

/** @param {string} [script] */
function page(script = '') {
  return ARTICLE.replace('</body>', `${WITNESS}${script}</body>`);
}

/**
 * `dist`, and an article with and without the embed, sent with a policy; `asked` are the paths that were asked for.
 * @param {string | undefined} policy
 */
export async function serveUnder(policy) {
  /** @type {string[]} */
  const asked = [];
  const made = (/** @type {string} */ path) => {
    asked.push(path);
    return { '/embed.html': page(EMBED), '/plain.html': page() }[path];
  };
  /** @type {Record<string, string>} */
  const headers = policy ? { 'content-security-policy': policy } : {};
  return { ...(await serve({ folder: DIST, made, headers })), asked };
}

/** The code of the bookmark that holds everything, as a browser decodes it from the address. */
export function bookmarklet() {
  const address = readFileSync(`${DIST}bookmarklet/bookmarklet.txt`, 'utf8');
  return decodeURIComponent(address.replace('javascript:', ''));
}

/** @param {() => Promise<unknown>} holds */
export async function until(holds) {
  const end = performance.now() + PATIENCE;
  while (!(await holds())) {
    assert.ok(performance.now() < end, `${holds} does not come`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** What a reader is shown: marks, or the first sentence that one of `tellers` has. @param {() => Promise<boolean>} isMarked @param {(() => Promise<string | null | undefined>)[]} tellers */
export async function outcome(isMarked, ...tellers) {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    for (const teller of tellers) {
      const sentence = await teller();
      if (sentence) return sentence;
    }
    if (await isMarked()) return 'marks';
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return 'nothing is shown';
}

/** Which engine an embed has loaded. @param {string[]} asked */
export function byEngine(asked) {
  return `marks, by ${asked.some((path) => /\/part-pkg/.test(path)) ? 'plain JavaScript' : 'WebAssembly'}`;
}

/** What the embed asked for beside its page and the package's own files on the page's server. @param {string[]} asked @param {string} address */
export function foreign(asked, address) {
  const { origin } = new URL(address);
  const isOwn = (/** @type {URL} */ url) =>
    url.origin === origin && /^\/(embed\.html|favicon\.ico|npm\/.*)$/.test(url.pathname);
  return asked.filter((url) => !isOwn(new URL(url)));
}

/** Remembers the interface that stands on the page, so that another can be told from it. */
export const REMEMBER = `document.querySelector('claimlight-host').setAttribute('data-seen', '')`;

/** Whether one interface stands on the page, and another than the one remembered. */
export const IS_ANOTHER = `document.querySelectorAll('claimlight-host').length === 1
  && !document.querySelector('claimlight-host[data-seen]') && CSS.highlights.size > 0`;

/** Puts the embed on a page that is there already, as a page does whose scripts come late. */
export const EMBED_LATE = `document.head.append(Object.assign(document.createElement('script'),
  { type: 'module', src: '/npm/auto.js' }))`;

/** What a cell of the table says, if it is as good as it can be. @param {string} shown */
export function cell(shown) {
  if (shown.startsWith('marks')) return shown;
  const excuse = Object.entries(EXCUSES).find(([, sentence]) => sentence.test(shown));
  assert.ok(excuse, shown);
  return excuse[0];
}

/**
 * The table of a browser in the documentation is what was found; UPDATE=1 writes it.
 * @param {string} name @param {Record<string, Record<string, string>>} cells by policy and way
 */
export function assertWritten(name, cells) {
  const ways = Object.keys(Object.values(cells)[0]);
  for (const [policy, row] of Object.entries(cells)) assert.deepEqual(Object.keys(row), ways, `${policy}: every way was tried`);
  const rows = Object.entries(cells).map(
    ([policy, row]) => `| ${policy} | ${ways.map((way) => row[way]).join(' | ')} |\n`,
  );
  const head = `| policy of the page | ${ways.join(' | ')} |\n|---|${'---|'.repeat(ways.length)}\n`;
  const table = [head, ...rows].join('');
  const file = new URL('../../../www/embed/README.md', import.meta.url);
  const text = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- ${name}, written by UPDATE=1 make test-dist -->\n`, `<!-- ${name}'s end -->`];
  const [start, stop] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
  assert.ok(stop >= start && start >= begin.length, `the README has a place for ${name}`);
  if (process.env.UPDATE) writeFileSync(file, text.slice(0, start) + table + text.slice(stop));
  else assert.equal(text.slice(start, stop), table);
}
