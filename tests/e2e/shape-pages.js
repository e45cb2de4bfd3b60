/** Pages of other shapes than one article in one document: frames, shadow trees, hidden text, languages, threads. */
import { paragraph } from './living-pages.js';

/** @param {string} body @param {string} [attributes] */
const page = (body, attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>Ferry at Aldwick may stop</title>
  <style>.closed { display: none }</style></head><body>${body}</body></html>`;

const HEADLINE = '<h1>Ferry at Aldwick may stop</h1>';

/** @param {number} from @param {number} to */
const paragraphs = (from, to) =>
  Array.from({ length: to - from }, (_, index) => `<p>${paragraph(from + index)}</p>`).join('\n');

/** Words that are found nowhere else on a page. @param {string} name */
const said = (name) => `<p>The county may pay for a new ferry next year, said ${name}, who keeps the lighthouse.</p>`;

const QUOTE = said('Mara Holt').replaceAll('"', '&quot;');

/** A front page: many stories, none the page's own. */
const FRONT = Array.from(
  { length: 12 },
  (_, n) =>
    `<section><h2><a href="/${n}">Story ${n} of the day in Aldwick</a></h2><p><a href="/${n}">Ana Ruiz said the ferry may stop.</a></p></section>`,
).join('');

const COMMENT =
  '<li class="comment"><p>Officials allegedly lied, said Ivo Lang, who may know. It could be about 5 million.</p></li>';

/** @type {Record<string, () => string>} */
const PAGES = {
  '/frame.html': () =>
    page(
      `<article>${HEADLINE}${paragraphs(0, 3)}<iframe class="more" srcdoc="<body>${QUOTE}</body>"></iframe>
       <iframe sandbox srcdoc="<body>${QUOTE.replace('Mara Holt', 'Ivo Lang')}</body>"></iframe></article>`,
    ),
  '/shadow.html': () =>
    page(
      `<article>${HEADLINE}${paragraphs(0, 3)}<div id="host"><template shadowrootmode="open">${said('Mara Holt')}</template></div>
       <div><template shadowrootmode="open">${said('Petra Vance').replaceAll(/<.?p>/g, '')}</template></div></article>`,
    ),
  '/closed.html': () =>
    page(
      `<article>${HEADLINE}${paragraphs(0, 3)}<button onclick="more.className = ''">More</button>
       <div id="more" class="closed">${said('Mara Holt')}</div></article>`,
    ),
  '/languages.html': () =>
    page(
      `<article>${HEADLINE}${paragraphs(0, 3)}<p lang="de">Der Bürgermeister sagte am Montag, die Fähre könnte im Juni eingestellt werden.</p>
       <p lang="fr">Le maire a dit lundi que le bac pourrait fermer au mois de juin.</p>${paragraphs(3, 5)}</article>`,
    ),
  '/form.html': () =>
    page(
      `<article>${HEADLINE}${paragraphs(0, 3)}<form>${[
        'nextSibling',
        'firstChild',
        'attributes',
        'nodeType',
        'localName',
        'getAttributeNames',
      ]
        .map((name) => `<input name="${name}">`)
        .join('')}</form>${paragraphs(3, 4)}</article><img name="documentElement"><img name="body">`,
    ),
  '/rtl.html': () => page(`<article>${HEADLINE}${paragraphs(0, 4)}</article>`, 'lang="en" dir="rtl"'),
  '/thread.html': () =>
    page(
      `<article>${HEADLINE}${paragraphs(0, 8)}</article><section id="comments"><ol>${COMMENT.repeat(10_000)}</ol></section>`,
    ),
  '/front.html': () => page(`<main>${FRONT}</main>`).replace('Ferry at Aldwick may stop', 'The Aldwick Courier'),
  '/own.html': () =>
    page(
      `<article>${HEADLINE}${paragraphs(0, 3)}</article>
       <div data-claimlight>${said('Mara Holt')}<div data-claimlight="off">${said('Ivo Lang')}</div></div>`,
    ),
  '/article.html': () => page(`<article>${HEADLINE}${paragraphs(0, 4)}${said('Mara Holt')}</article>`),
};

/** @param {string} path */
export const made = (path) => PAGES[path]?.();
