/** Pages that are against it, or might as well be: old libraries, style sheets for everything, words that look like markup. */
import { paragraph } from './living-pages.js';

const TEXTS = [0, 1, 2, 3].map(paragraph);

/** @param {string} texts @param {string} [before] scripts and styles in the head @param {string} [after] more of the body */
const page = (texts, before = '', after = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry at Aldwick may stop</title>
  <script>window.owned = []; window.onerror = (message) => owned.push(message);</script>${before}</head>
  <body><main><article><h1>Ferry at Aldwick may stop</h1>${texts}</article></main>${after}</body></html>`;

/** @param {string[]} texts */
const paragraphs = (texts) => texts.map((text, n) => `<p id="p${n}">${text}</p>`).join('\n');

/** What Prototype.js, MooTools and scripts that watch the page put in the place of what browsers have. */
const PATCHES = `<script>
  for (const owner of [Object, Array, String, Number]) {
    owner.prototype.toJSON = function () { return 'strange'; };
    owner.prototype.strange = function () { throw new Error('strange was called'); };
  }
  Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
  Array.prototype.entries = function () { return [...this]; };
  Array.from = (item) => (item == null ? [] : Array.isArray(item) ? item : [item]);
  window.called = {};
  for (const [owner, name] of [[Node, 'appendChild'], [Node, 'insertBefore'], [Range, 'getBoundingClientRect'], [Range, 'toString'], [Element, 'remove']]) {
    const own = owner.prototype[name];
    owner.prototype[name] = function (...args) {
      called[name] = (called[name] ?? 0) + 1;
      return own.apply(this, args);
    };
  }
  Element.prototype.animate = () => { throw new Error('no motion here'); };
  customElements.define = () => { throw new Error('no elements here'); };
  Object.freeze(Node.prototype);
</script>`;

/** A page that has highlights of its own, one under a name of ours. */
const HIGHLIGHTS = `<style>::highlight(search) { background: yellow }</style><script>
  addEventListener('DOMContentLoaded', () => {
    const range = new Range();
    range.selectNodeContents(document.getElementById('p0'));
    CSS.highlights.set('search', new Highlight(range));
  });
</script>`;

/** Words that would be markup, or a script, where they were taken for it. */
const MARKUP = [
  `The ferry may stop, said &lt;img src=x onerror="owned.push('img')"&gt; Ruiz, who leads the union.`,
  `“We knew,” said Ana &lt;script&gt;owned.push('script')&lt;/script&gt; Ruiz, according to the report.`,
  `The mill could close, [said](javascript:owned.push('link')) Petra Vance, its owner. =HYPERLINK("javascript:owned.push(1)") said so.`,
  `Original Source: <a href="javascript:owned.push('source')">Aldwick Herald</a>`,
];

const FRAMES = ['width="0" height="0"', 'style="transform: rotate(30deg)"', 'style="display: none"']
  .map((look) => `<iframe ${look} srcdoc="<article><p>${paragraph(9)}</p><p>${paragraph(10)}</p></article>"></iframe>`)
  .join('');

/** @type {Record<string, string>} */
const PAGES = {
  '/patched.html': page(paragraphs(TEXTS), PATCHES),
  '/highlights.html': page(paragraphs(TEXTS), HIGHLIGHTS),
  '/unset.html': page(paragraphs(TEXTS), '<style>* { all: unset !important }</style>'),
  '/markup.html': page(paragraphs([...TEXTS, ...MARKUP])),
  '/frames.html': page(paragraphs(TEXTS), '', FRAMES),
  '/plain.html': page(paragraphs(TEXTS)),
};

/** @param {string} path */
export const made = (path) => PAGES[path];
