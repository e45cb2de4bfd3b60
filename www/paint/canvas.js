/**
 * What marks are painted on: the backgrounds found behind them, and a style sheet with the colours that read there.
 * It outlasts the paint: a layer that is switched off and on asks the page for nothing anew.
 * @import { Colour } from '../page/colour.js'
 * @import { Look, RangeOf } from './paint.js'
 */
import { backgroundReader } from '../page/background.js';
import { css } from '../page/colour.js';
import { rules } from './sheet.js';

export class Canvas {
  /** @type {Map<string, {colour: Colour, suffix: number}>} */
  #grounds = new Map();
  /** @type {Set<Document | ShadowRoot>} */
  #roots = new Set();
  /** A style sheet can be adopted in its own window alone. @type {Map<Window & typeof globalThis, CSSStyleSheet>} */
  #sheets = new Map();
  #text = '';
  #background = backgroundReader();
  #look;

  /** @param {RangeOf} rangeOf @param {Look} look */
  constructor(rangeOf, look) {
    this.rangeOf = rangeOf;
    this.#look = look;
  }

  /** Numbers the background behind a node; highlights that end in this number have its colours. @param {Node} node */
  groundOf(node) {
    const element = /** @type {Element} */ (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
    const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    if (!this.#roots.has(root)) this.#adopt(root);
    const colour = this.#background(element);
    const known = this.#grounds.get(css(colour));
    if (known) return known.suffix;
    const suffix = this.#grounds.size;
    this.#grounds.set(css(colour), { colour, suffix });
    this.#write();
    return suffix;
  }

  /** The window a range stands in, and its number: that of the page, or of a frame in it. @param {Range} range */
  viewOf(range) {
    const view = viewOf(range.startContainer);
    this.#sheetOf(view);
    return { view, number: [...this.#sheets.keys()].indexOf(view) };
  }

  takeOff() {
    const own = new Set(this.#sheets.values());
    this.#roots.forEach((root) => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !own.has(sheet));
    });
  }

  /** @param {Window & typeof globalThis} view */
  #sheetOf(view) {
    const known = this.#sheets.get(view);
    if (known) return known;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(this.#text);
    this.#sheets.set(view, sheet);
    return sheet;
  }

  /** Firefox wants the sheet in each shadow root that holds marks; Chromium would find the document's. @param {Document | ShadowRoot} root */
  #adopt(root) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheetOf(viewOf(root))];
    this.#roots.add(root);
  }

  #write() {
    const { strength, print } = this.#look;
    const text = [...this.#grounds.values()].map(({ colour, suffix }) => rules(colour, suffix, strength)).join('\n');
    this.#text = print ? text : `@media screen { ${text} }`;
    this.#sheets.forEach((sheet) => sheet.replaceSync(this.#text));
  }
}

/** @param {Node} node @returns {Window & typeof globalThis} */
function viewOf(node) {
  const document = node.ownerDocument ?? /** @type {Document} */ (node);
  return document.defaultView ?? window;
}
