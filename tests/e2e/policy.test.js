/** Content security policies: marks where the page lets WebAssembly run, else one sentence that says why not. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { inBothBrowsers } from './browsers.js';
import { painted, shown } from './marks.js';

/** A page that starts Claimlight from a script the policy knows by its nonce. */
const PAGE = readFileSync(new URL('../pages/wire.html', import.meta.url), 'utf8').replace(
  '</body>',
  `<script type="module" nonce="n0nce">
    import { start } from '/claimlight-widget/claimlight.js';
    window.light = await start({ interfaceLanguage: 'en' });
  </script></body>`,
);

/** The core as plain JavaScript, which `make dist` builds. */
const PLAIN = new URL('../../www/pkg-plain/pkg.js', import.meta.url);

/** The same, where the file that should be the core is another: a server that answers everything with its front page. */
const BROKEN = PAGE.replace(
  "start({ interfaceLanguage: 'en' })",
  "start({ interfaceLanguage: 'en', wasm: '/page.html' })",
);

const made = (/** @type {string} */ path) => (path === '/page.html' ? PAGE : undefined);

/** @param {string} policy */
function serving(policy) {
  return { made, headers: { 'content-security-policy': policy } };
}

const STRICT = "default-src 'none'; connect-src 'self'; img-src 'self' data:; base-uri 'none'";

inBothBrowsers(
  'a strict policy that lets WebAssembly run',
  serving(`${STRICT}; script-src 'nonce-n0nce' 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'`),
  ({ open }) => {
    it('does not keep the marks from the page', async () => {
      const { page, complaints } = await open('/page.html');
      await page.waitForFunction(() => 'light' in window);
      assert.ok((await painted(page)).length > 10);
      await shown(page, '.launcher, .panel');
      assert.deepEqual(complaints, []);
    });
  },
);

inBothBrowsers(
  'a strict policy that refuses WebAssembly',
  serving(`${STRICT}; script-src 'nonce-n0nce' 'strict-dynamic'`),
  ({ open }) => {
    it('is answered with marks where the core was built as plain JavaScript, else with a sentence that says why not', async () => {
      const { page } = await open('/page.html');
      await page.waitForFunction(() => 'light' in window);
      if (existsSync(PLAIN)) {
        await shown(page, '.launcher, .panel');
        assert.ok((await painted(page)).length > 10);
      } else {
        assert.match(await shown(page, '.panel'), /security policy does not let Claimlight/);
        assert.deepEqual(await painted(page), []);
      }
    });
  },
);

inBothBrowsers(
  'a page on which the core cannot be loaded',
  { made: (path) => (path === '/page.html' ? BROKEN : undefined) },
  ({ open }) => {
    it('is told so in a sentence, and the console why', async () => {
      const { page, complaints } = await open('/page.html');
      await page.waitForFunction(() => 'light' in window);
      assert.match(await shown(page, '.panel'), /Claimlight could not start on this page/);
      assert.deepEqual(await painted(page), []);
      assert.ok(complaints.some((words) => words.startsWith('claimlight: Claimlight could not start on this page')));
    });
  },
);
