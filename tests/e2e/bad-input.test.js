/** Pages with nothing to mark: one sentence says so, in sight; never a blank, never an error. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inBothBrowsers, longIn } from './browsers.js';
import { painted, shown, start } from './marks.js';

const FOLDER = fileURLToPath(new URL('../pages', import.meta.url));

/** How long ten megabytes may keep a reader waiting, in milliseconds: it is scanned in slices that leave the page its frames. */
const MOST_PATIENCE = 120_000;

/** A page of ten megabytes: one article of ordinary paragraphs. */
function hugePage() {
  const paragraph =
    '<p>The harbour may close in June, the mayor said on Monday. Repairs could cost about 4 million crowns, ' +
    'according to a report. The contractor allegedly ignored two warnings, and rents have doubled since then.</p>\n';
  const body = paragraph.repeat(Math.ceil(10_000_000 / paragraph.length));
  return `<!doctype html><html lang="en"><title>Ten megabytes</title><article><h1>A long day</h1>${body}</article></html>`;
}

const SENTENCES = [
  { what: 'an empty page', path: '/empty.html', says: /no text on this page/ },
  { what: 'a page of pictures alone', path: '/images.html', says: /no text on this page/ },
  { what: 'a front page', path: '/front.html', says: /No article was found/ },
  { what: 'an article in another language', path: '/german.html', says: /in German, which/ },
];

/** An article with a word of its own that three rules are about, two of them wrong. */
const RULES = '[hedge doubt]\ninnit\n[hedge opinion]\n(innit\ninnit\n';
const RULED = `<!doctype html><html lang="en"><title>Onions</title><article><h1>Onions are dear</h1>
<p>The mayor said on Monday that onions had become dear in the town. They are dear, innit.</p>
<p>“We cannot go on without onions,” said Ana Ruiz, who leads the union of the market's traders in the town.</p>
<p>The harbour master said he had heard of no ship with onions, and that nobody had asked him for one.</p></article></html>`;

/** @type {Record<string, () => string>} */
const MADE = { '/huge.html': hugePage, '/rules.html': () => RULED };
const made = (/** @type {string} */ path) => MADE[path]?.();

inBothBrowsers('what cannot be marked', { folder: FOLDER, made }, ({ open, name }) => {
  for (const { what, path, says } of SENTENCES) {
    it(`${what} is answered with a sentence`, async () => {
      const { page, complaints } = await open(path);
      await start(page, { interfaceLanguage: 'en' });
      assert.match(await shown(page, '.panel'), says);
      assert.deepEqual(await painted(page), []);
      assert.deepEqual(complaints, []);
    });
  }

  it('an engine that breaks is told of, and the light on it goes off like any other', async () => {
    const { page } = await open('/rules.html');
    const { before, after, nTold, report } = await page.evaluate(async () => {
      let nTold = 0;
      document.addEventListener('claimlight:error', () => nTold++);
      const before = document.documentElement.outerHTML;
      const { start } = await import(/** @type {string} */ ('/claimlight-widget/claimlight.js'));
      // That of the other build: it is loaded, and breaks when it is used.
      const light = await start({
        wasm: '/claimlight-widget/pkg-patterns/claimlight_bg.wasm',
        interfaceLanguage: 'en',
      });
      const { report } = light;
      light.stop();
      return { before, after: document.documentElement.outerHTML, nTold, report };
    });
    assert.deepEqual([nTold, report], [1, null]);
    assert.equal(after, before);
  });

  it('rules that are wrong are told on the console, once; the marks are there, and the other rules are used', async () => {
    const { page, complaints } = await open('/rules.html');
    await start(page, { interfaceLanguage: 'en', rules: RULES });
    const marks = (await painted(page)).map(({ text }) => text);
    assert.ok(marks.includes('The mayor'), String(marks));
    assert.ok(marks.includes('innit'), String(marks));
    const told = complaints.filter((complaint) => complaint.includes('rules:'));
    assert.equal(told.length, 2, String(complaints));
    assert.match(String(told[0]), /rules:1: "doubt" is not the hedge's category/);
    assert.match(String(told[1]), /rules:4: not a regular expression/);
  });

  it(
    'a page of ten megabytes is marked as far as it is read, and says how far that is',
    { timeout: 240_000, ...longIn(name, 'firefox') },
    async () => {
      const { page, complaints } = await open('/huge.html');
      const began = Date.now();
      await start(page, { interfaceLanguage: 'en', panel: 'open' });
      const took = Date.now() - began;
      assert.ok(took < MOST_PATIENCE, `it took ${took} ms`);
      assert.match(await shown(page, '.panel'), /very long. Its first part was read \(\d+%\)/);
      const isPainted = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) > 100;
      await page.waitForFunction(isPainted, { timeout: MOST_PATIENCE });
      assert.deepEqual(complaints, []);
    },
  );
});
