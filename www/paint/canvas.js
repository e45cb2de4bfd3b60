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
  #sheet = new CSSStyleSheet();
  #background = backgroundReader();
  #look;

  /** @param {RangeOf} rangeOf @param {Look} look */
  constructor(rangeOf, look) {
    this.rangeOf = rangeOf;
    this.#look = look;
  }

  /** Numbers the background behind a node; highlights that end in this number have its colours. @param {Node} node */
  groundOf(node) {
    const element = node instanceof Element ? node : /** @type {Element} */ (node.parentElement);
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

  takeOff() {
    this.#roots.forEach((root) => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    });
  }

  /** Firefox wants the sheet in each shadow root that holds marks; Chromium would find the document's. @param {Document | ShadowRoot} root */
  #adopt(root) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    this.#roots.add(root);
  }

  #write() {
    const { strength, print } = this.#look;
    const text = [...this.#grounds.values()].map(({ colour, suffix }) => rules(colour, suffix, strength)).join('\n');
    this.#sheet.replaceSync(print ? text : `@media screen { ${text} }`);
  }
}
