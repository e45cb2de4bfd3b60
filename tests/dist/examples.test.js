/** The examples of embedding, built as a publisher builds them, and looked at in a browser. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '../../www/serve.mjs';
import { BROWSERS, inBothBrowsers, open, shared } from '../e2e/browsers.js';
import { DIST } from './ways/ways.js';

const EXAMPLES = fileURLToPath(new URL('../../www/embed/examples/', import.meta.url));

/** What `make test-dist` has installed there. */
const MODULES = join(EXAMPLES, 'node_modules');

/** A copy of the examples with the package in it as `npm install` puts it, so that nothing is built into the project. */
const folder = mkdtempSync(join(tmpdir(), 'claimlight-examples-'));
const at = (/** @type {string[]} */ ...names) => join(folder, ...names);

before(() => {
  for (const name of ['plain', 'vite', 'react', 'wordpress']) cpSync(join(EXAMPLES, name), at(name), { recursive: true });
  cpSync(join(EXAMPLES, 'package.json'), at('package.json'));
  cpSync(MODULES, at('node_modules'), { recursive: true, verbatimSymlinks: true });
  cpSync(join(DIST, 'npm'), at('node_modules/claimlight'), { recursive: true });
  for (const name of ['plain', 'wordpress']) cpSync(join(DIST, 'npm'), at(name, 'claimlight'), { recursive: true });
  // The same page as one writes it that has no modules.
  const plain = readFileSync(at('plain/index.html'), 'utf8');
  writeFileSync(at('plain/classic.html'), plain.replace('type="module" src="claimlight/auto.js"', 'src="claimlight/classic.js" data-start defer'));
  for (const name of ['vite', 'react']) execFileSync(at('node_modules/.bin/vite'), ['build', '--logLevel', 'warn'], { cwd: at(name) });
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Waits until words of the page are marked. @param {import('puppeteer-core').Page} page @param {string} [words] */
const marked = (page, words = 'allegedly') =>
  page.waitForFunction(
    (words) => [...CSS.highlights.values()].some((ranges) => [...ranges].some((range) => String(range) === words)),
    { timeout: 30_000, polling: 100 },
    words,
  );

inBothBrowsers('the examples', { folder }, ({ open }) => {
  for (const path of ['/plain/index.html', '/plain/classic.html', '/vite/dist/index.html', '/react/dist/index.html']) {
    it(`${path} shows its marks, and asks for its own files alone`, async () => {
      const { page, complaints, requests } = await open(path);
      await marked(page);
      assert.deepEqual(complaints, []);
      assert.deepEqual(
        requests.filter((url) => !url.startsWith('http://127.0.0.1:') && !url.startsWith('data:')),
        [],
      );
    });
  }

  it('a page without modules has its functions', async () => {
    const { page } = await open('/plain/classic.html');
    const cues = await page.evaluate(`Claimlight.scanText('The bridge may close in June, the mayor said.').then((report) => report.attributions.length)`);
    assert.equal(cues, 1);
    await marked(page);
    assert.equal(await page.evaluate(`Claimlight.start().then((light) => light.findings.length > 2)`), true);
  });

  it('in React the marks follow the story', async () => {
    const { page, complaints } = await open('/react/dist/index.html');
    await marked(page);
    await page.waitForFunction(() => /: \d/.test(document.querySelector('#count')?.textContent ?? ''));
    await page.click('button');
    await marked(page, 'reportedly');
    assert.equal(await page.evaluate(() => document.querySelectorAll('claimlight-host').length), 1);
    assert.deepEqual(complaints, []);
  });
});

for (const name of BROWSERS) {
  describe(`Vite's development server (${name})`, () => {
    // React's strict mode starts what an effect starts, ends it, and starts it again.
    for (const example of ['vite', 'react']) {
      it(`serves the example ${example} as its README says`, async () => {
        const { createServer } = await import(pathToFileURL(at('node_modules/vite/dist/node/index.js')).href);
        const server = await createServer({ root: at(example), configFile: at(example, 'vite.config.js'), server: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
        try {
          await server.listen();
          const { port } = server.httpServer.address();
          const { page } = await open(await shared(name), `http://127.0.0.1:${port}/`);
          await marked(page);
          await page.close();
        } finally {
          await server.close();
        }
      });
    }
  });
}

/** What WordPress gives a plugin, as far as the example asks it; the plugin's hook is then run for a post and for a page. */
const WORDPRESS = `<?php
define('ABSPATH', '/');
$hooks = [];
function add_action($name, $hook) { $GLOBALS['hooks'][$name] = $hook; }
function is_singular($type) { return $type === 'post' && $GLOBALS['is_post']; }
function plugins_url($path, $file) { return basename(dirname($file)) . '/' . $path; }
function wp_print_script_tag($attributes) {
    foreach ($attributes as $name => $value) { $written[] = $name . '="' . htmlspecialchars($value) . '"'; }
    echo '<script ' . implode(' ', $written) . "></script>\\n";
}
require $argv[1];
foreach ([true, false] as $is_post) { $hooks['wp_footer'](); echo "--\\n"; }
`;

describe('the plugin for WordPress', () => {
  it('is sound PHP, and puts the one line under posts alone', async () => {
    const php = (/** @type {string[]} */ ...args) => spawnSync('php', args, { encoding: 'utf8' });
    const plugin = at('wordpress/claimlight.php');
    const { status, stdout, error } = php('-l', plugin);
    assert.ok(!error, `PHP is missing. Get it with: apt-get install php-cli (${error})`);
    assert.equal(status, 0, stdout);
    writeFileSync(at('wordpress.php'), WORDPRESS);
    const [post, page] = php(at('wordpress.php'), plugin).stdout.split('--\n');
    assert.deepEqual(
      [post, page],
      ['<script type="module" src="wordpress/claimlight/auto.js" data-panel="small"></script>\n', ''],
    );
    const article = readFileSync(at('plain/index.html'), 'utf8').replace(/<script.*<\/script>/, '');
    const server = await serve({ folder, made: (path) => (path === '/post.html' ? article.replace('</body>', `${post}</body>`) : undefined) });
    const opened = await open(await shared('chromium'), `${server.address}/post.html`);
    await marked(opened.page);
    await opened.page.close();
    await server.close();
  });
});
