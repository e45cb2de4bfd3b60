/** Pages that change while they are read, as sites write theirs. Each changes when its test says so. */
import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** A paragraph with an attribution, a hedge and a claim, unlike any other's. @param {number} n */
export function paragraph(n) {
  return (
    `The ferry at Aldwick may stop in ${n + 3} days, said Ana Ruiz, who leads the union. ` +
    `Fares rose ${n + 2} percent last year, the steepest rise in the county’s history.`
  );
}

/** @param {number} from @param {number} to */
const paragraphs = (from, to) =>
  Array.from({ length: to - from }, (_, index) => `<p id="p${from + index}">${paragraph(from + index)}</p>`).join('\n');

/** @param {string} body @param {string} [script] */
const page = (body, script = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry at Aldwick may stop</title></head>
  <body><header><nav><a href="#">News</a></nav></header><main id="main">${body}</main><footer>All rights</footer>
  <script>
    window.changes = [];
    new MutationObserver((records) => changes.push(...records.filter(({ type }) => type === 'attributes')))
      .observe(document.body, { subtree: true, attributes: true });
    ${script}
  </script></body></html>`;

/** @param {number} n */
const article = (n) => `<article><h1>Ferry at Aldwick may stop</h1>${paragraphs(0, n)}</article>`;

/** What a page does with its article by itself, under names that a test calls. */
const WRITING = `
  const article = document.querySelector('article');
  window.add = (text, before = null) => {
    const added = document.createElement('p');
    added.textContent = text;
    article.insertBefore(added, before);
  };`;

/** An editor: its words are its own, and what anybody else changes in them it undoes at once. */
const EDITOR = `
  ${WRITING}
  const words = article.innerHTML;
  window.restored = 0;
  const observer = new MutationObserver(() => { restored++; write(); });
  function write() {
    observer.disconnect();
    article.innerHTML = words;
    observer.observe(article, { subtree: true, childList: true, characterData: true, attributes: true });
  }
  write();`;

/** A page of React that writes its paragraphs again with every tick, some with other words. */
const REACT = `
  import { createElement as h, useState } from 'react';
  import { createRoot } from 'react-dom/client';
  import { flushSync } from 'react-dom';
  function App() {
    const [tick, setTick] = useState(0);
    window.tick = () => flushSync(() => setTick((tick) => tick + 1));
    window.ticks = tick;
    const texts = ${JSON.stringify([0, 1, 2, 3, 4, 5].map(paragraph))};
    const shown = texts.map((text, n) => (n === 2 && tick ? text.replace('Ana Ruiz', 'Tomas Lind') : text));
    const paragraphs = shown.map((text, n) =>
      n === 4 && tick % 2 ? null : h('p', { key: n === 3 ? n + ' ' + tick : n }, text.split(', ')[0], ', ', h('span', null, text.split(', ').slice(1).join(', '))));
    return h('article', null, h('h1', null, 'Ferry at Aldwick may stop'), paragraphs);
  }
  createRoot(document.getElementById('main')).render(h(App));`;

function react() {
  const built = buildSync({
    stdin: { contents: REACT, resolveDir: fileURLToPath(new URL('../..', import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  // The text of a script ends at its first closing tag.
  return page('', built.outputFiles[0].text.replaceAll('</script', '<\\/script'));
}

/** @type {Record<string, () => string>} */
const PAGES = {
  '/living.html': () => page(article(6), WRITING),
  '/short.html': () => page(article(3), WRITING),
  '/shell.html': () => page('<div id="root"></div>'),
  '/editor.html': () => page(article(6), EDITOR),
  '/react.html': react,
  '/long.html': () => page(article(2500), WRITING),
};

/** @param {string} path */
export const made = (path) => PAGES[path]?.();
