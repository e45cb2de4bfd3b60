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

const CARD = (/** @type {number} */ n) =>
  `<div class="card"><a href="/p/${n}"><h3>Oak chair no. ${n}</h3></a><p>${n}9.90</p><p>Solid oak, oiled by hand. Could be delivered on Monday.</p><button>Buy</button></div>`;

const HIT = (/** @type {number} */ n) =>
  `<li><a href="/hit/${n}"><h3>Aldwick ferry: hit number ${n}</h3></a><cite>aldwick.example</cite><p>${n} May … Ana Ruiz said the ferry may stop, according to …</p></li>`;

const CLIP = (/** @type {number} */ n) =>
  `<li><a href="/watch/${n}"><img alt=""><h3>Ferry clip ${n}</h3></a><span>${n} views</span></li>`;

const twenty = (/** @type {(n: number) => string} */ item) => Array.from({ length: 20 }, (_, n) => item(n)).join('');

/** Pages that are no article, each with why somebody would still start on it. @type {Record<string, () => string>} */
const OTHERS = {
  '/search.html': () => page(`<form role="search"><input></form><main><ol>${twenty(HIT)}</ol></main>`),
  '/shop.html': () => page(`<header><nav><a href="/">Chairs</a></nav></header><main>${twenty(CARD)}</main>`),
  '/video.html': () =>
    page(
      `<main><video controls></video><h1>Ferry at Aldwick may stop</h1><p>1,204 views</p></main><aside><ul>${twenty(CLIP)}</ul></aside>
       <section id="comments">${COMMENT.repeat(50)}</section>`,
    ),
  '/login.html': () =>
    page(
      `<main><h1>Ferry at Aldwick may stop</h1><div class="paywall login"><p>Sign in to read on.</p><form><label>E-mail <input></label><button>Sign in</button></form></div></main>`,
    ),
  '/pdf.html': () => page('<embed type="application/x-viewer" width="100%" height="600">'),
  '/closed-only.html': () =>
    page(`<main class="closed"><h1>Ferry</h1>${paragraphs(0, 8)}</main><p>Choose a county.</p>`),
  '/app.html': () => page('<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>'),
};

export const NO_ARTICLES = Object.keys(OTHERS);

/** @type {Record<string, () => string>} */
const PAGES = {
  ...OTHERS,
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
  '/closed-longer.html': () =>
    page(
      `<div class="closed">${said('Ivo Lang').repeat(40)}</div><main>${HEADLINE}${paragraphs(0, 3)}</main>
       <div style="visibility: hidden">${said('Petra Vance').repeat(40)}</div>`,
    ),
  // What opens on another width, on a click, or for another reader says what a headline and prose do.
  '/closed-headings.html': () =>
    page(
      `<div><header>${HEADLINE}${said('Mara Holt')}</header><div class="closed">${HEADLINE}</div>
       <div class="closed"><h1>Sign in</h1></div><div>${paragraphs(0, 6)}</div></div>`,
    ),
  '/closed-beside.html': () =>
    page(
      `<div><div><div>${paragraphs(0, 6)}</div><div class="closed">${paragraphs(9, 11)}</div></div><div>${paragraphs(6, 9)}</div></div>`,
    ),
  '/closed-title.html': () =>
    page(
      `<div><h1>Boats</h1>${paragraphs(0, 8)}</div><div>${said('Mara Holt')}<div class="closed"><h2><a href="/x">Ferry at Aldwick may stop</a></h2>
       <p><a href="/x">Ferry at Aldwick may stop</a></p></div>${said('Petra Vance')}</div>`,
    ),
  '/closed-twin.html': () => {
    const article = `${HEADLINE}${paragraphs(0, 3)}<blockquote>${paragraph(1)}</blockquote>${said('Mara Holt')}`;
    return page(`<article><div class="closed">${article}</div><div>${article}</div></article>`);
  },
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
