/** Pages laid out as other sites lay out theirs: marks in the article, none outside. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inside, until } from '../www/browser/desk.js';
import { inBothBrowsers } from './browsers.js';
import { assertPainted, painted, paintedIn, start } from './marks.js';

const FOLDER = fileURLToPath(new URL('../pages', import.meta.url));

/** Each page, where its article stands, what around it must stay bare, and marks that must be there: [style, text]. */
const PAGES = [
  {
    what: 'a blog with a comment form and related posts',
    path: '/blog.html',
    article: '.entry-content',
    around:
      '.site-header, .entry-header, .sharedaddy, .jp-relatedposts, .entry-footer, .post-navigation, .comments-area, .widget-area, .site-footer',
    marks: [
      ['source-attributed', 'Gareth Amadi'],
      ['source-attributed', 'A spokeswoman for the council'],
      ['content-unnamed', '“We could mend it in a weekend,”'],
      ['hearsay-unnamed', 'allegedly'],
      ['hedge-hedge', 'might'],
      ['claim-unsourced', 'Traffic on the High Road has grown by a third in a decade'],
    ],
  },
  {
    what: 'a live blog with entries, advertisements and a paywall',
    path: '/live.html',
    article: '.c-live',
    around: '.c-topbar, .c-masthead, .c-ad, .c-promo, .paywall, .l-side, .c-consent, .c-foot',
    marks: [
      ['cue-attributed', 'told'],
      ['source-attributed', 'The grid operator'],
      ['source-unnamed', 'an official with knowledge of the request'],
      ['hearsay-unnamed', 'allegedly'],
      ['hedge-hedge', 'potentially'],
    ],
  },
  {
    what: 'a wire story in one division with line breaks and no paragraphs',
    path: '/wire.html',
    article: '#story .txt',
    around: 'table, #left, #right, #foot, .hed',
    marks: [
      ['source-attributed', 'Ruth Osei'],
      ['source-attributed', 'Callum Petrie'],
      ['source-unnamed', 'Two people familiar with the company'],
      ['source-unnamed', 'Analysts'],
      ['hearsay-unnamed', 'reportedly'],
      ['hedge-hedge', 'might'],
    ],
  },
];

/** Too little for the chooser to prefer it to the words of the interface, if it read them. */
const SHORT = `<!doctype html><html lang="en"><title>A bridge</title><article>
  <p>The bridge may close in June, the mayor said on Friday after a long meeting of the council in the old town hall.</p><p>About 40 people came to hear her, and most of them left before the end of it.</p></article>`;

/** A page that says only for machines who wrote it, from what, and what it refers to. */
const REWRITE = `<!doctype html><html lang="en"><title>The crane at Aldwick</title>
  <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
    "author": {"@type": "Person", "name": "Jane Roe"}, "publisher": {"@type": "Organization", "name": "The Digest"},
    "isBasedOn": {"@type": "NewsArticle", "headline": "Crane falls at Aldwick", "url": "https://herald.example/crane"},
    "citation": ["https://port.example/report"]}</script>
  <main><article><h1>The crane at Aldwick</h1>
  <p>The northern crane fell into the harbour, and the port has been closed since Monday, the harbour master said.</p>
  <p>Repairs may take until spring, and the bakers of the town could run out of flour before the first ship returns.</p>
  </article></main>`;

/** A live page that says of each entry when it was changed. */
const CHANGED = `<!doctype html><html lang="en"><title>The crane at Aldwick</title><main><article><h1>The crane at Aldwick</h1>
  ${Array.from(
    { length: 24 },
    (_, n) => `<p>This article was updated on ${n + 1} May to add the port’s answer.</p>
  <p>The northern crane fell into the harbour, and repairs may take ${n + 2} weeks, the harbour master said.</p>`,
  ).join('')}</article></main>`;

inBothBrowsers(
  'where an article comes from in many lines',
  { made: (path) => (path === '/changed.html' ? CHANGED : undefined) },
  ({ open }) => {
    it('leaves the panel its room, and is scrolled and reached by keys', async () => {
      const { page } = await open('/changed.html');
      await start(page, { panel: 'open' });
      await until(page, `root.querySelectorAll('.from li').length === 24`);
      const heights = await inside(
        page,
        `['.panel', '.from', '.room'].map((part) => root.querySelector(part).clientHeight)`,
      );
      assert.ok(heights[1] < heights[0] / 5 && heights[2] > heights[0] / 2, String(heights));
      await inside(page, `root.querySelector('.from li:last-child button').focus()`);
      await until(
        page,
        `root.activeElement.getBoundingClientRect().bottom <= root.querySelector('.from').getBoundingClientRect().bottom + 1`,
      );
    });
  },
);

inBothBrowsers(
  'what a page says for machines alone',
  { made: (path) => (path === '/rewrite.html' ? REWRITE : undefined) },
  ({ open }) => {
    it('of where its article comes from is in the report', async () => {
      const { page } = await open('/rewrite.html');
      await start(page);
      await page.evaluate('light.painted()');
      const said = await page.evaluate('light.report.provenance.map(({ kind, words }) => [kind, words])');
      assert.deepEqual(said, [
        ['byline', 'Jane Roe'],
        ['original-source', 'Crane falls at Aldwick'],
        ['citation', 'https://port.example/report'],
      ]);
    });
  },
);

inBothBrowsers(
  'a page of two sentences',
  { made: (path) => (path === '/short.html' ? SHORT : undefined) },
  ({ open }) => {
    it('is all that is read: the panel is none of it', async () => {
      const { page } = await open('/short.html');
      await start(page, { panel: 'open', confidence: 0 });
      await page.evaluate('light.painted()');
      const text = await page.evaluate('light.report.text.trim()');
      assert.match(String(text), /^The bridge may .* town hall\.\s+About 40 people .* of it\.$/);
    });
  },
);

inBothBrowsers('a page', { folder: FOLDER }, ({ open }) => {
  for (const { what, path, article, around, marks } of PAGES) {
    it(`that is ${what} is marked in its article and nowhere else`, async () => {
      const { page, complaints } = await open(path);
      await start(page);
      const found = await painted(page);
      for (const [style, text] of marks) assertPainted(found, style, text);
      assert.deepEqual(await paintedIn(page, around), []);
      const outside = await page.evaluate((article) => {
        const root = document.querySelector(article);
        const ranges = [...CSS.highlights.values()].flatMap((highlight) => [.../** @type {any} */ (highlight)]);
        return ranges.filter((range) => !root?.contains(range.commonAncestorContainer)).map(String);
      }, article);
      assert.deepEqual(outside, []);
      assert.deepEqual(complaints, []);
    });
  }
});
