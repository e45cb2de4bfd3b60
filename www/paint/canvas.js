/**
 * What marks are painted on: the backgrounds found behind them, and a style sheet with the colours that read there.
 * It outlasts the paint: a layer that is switched off and on asks the page for nothing anew.
 * @import { Convert } from '../page/background.js'
 * @import { Colour } from '../page/colour.js'
 * @import { Look, RangeOf } from './paint.js'
 * @import { Ground } from './sheet.js'
 */
import { colourIn } from '../page/background.js';
import { css } from '../page/colour.js';
import { elementOf } from '../page/tree.js';
import { groundReader } from './ground.js';
import { roomOf } from './places.js';
import { newShares, rules } from './sheet.js';

export class Canvas {
  /** @type {Map<string, Ground>} */
  #grounds = new Map();
  /** The number of the ground of each element that was asked for. @type {Map<Element, number>} */
  #numbered = new Map();
  /** @type {Set<Document | ShadowRoot>} */
  #roots = new Set();
  /** A style sheet can be adopted in its own window alone. @type {Map<Window & typeof globalThis, CSSStyleSheet>} */
  #sheets = new Map();
  /** Those that want the sheet and have not got it yet. @type {Set<Document | ShadowRoot>} */
  #bare = new Set();
  #text = '';
  #isWritten = true;
  #background;
  #convert;
  #look;
  #sharesOn;
  /** How each element looked when it was measured. @type {Map<Element, string>} */
  #measured = new Map();

  /** @param {RangeOf} rangeOf @param {Look} look @param {Convert} convert */
  constructor(rangeOf, look, convert) {
    this.rangeOf = rangeOf;
    this.#look = look;
    this.#sharesOn = newShares(look.strength);
    this.#convert = convert;
    this.#background = groundReader(convert);
  }

  /** The background behind the text of an element. @param {Element} element */
  colourOf(element) {
    return this.#measure(element).ground.colour;
  }

  /** Whether the page has changed since what marks lie on was measured. */
  get isStale() {
    const background = groundReader(this.#convert);
    return [...this.#measured].some(
      ([element, look]) => element.isConnected && this.#lookOf(element, background).look !== look,
    );
  }

  /** @param {Element} element */
  #measure(element) {
    const measured = this.#lookOf(element, this.#background);
    this.#measured.set(element, measured.look);
    return measured;
  }

  /** What marks lie on in an element, and all that their look depends on, as one word. @param {Element} element @param {(element: Element) => Colour} background */
  #lookOf(element, background) {
    const colour = background(element);
    const style = getComputedStyle(element);
    const room = roomOf(style);
    /** @type {Ground} */
    const ground = { colour, room, ...this.#sharesOn(colour, colourIn(style.color, this.#convert)) };
    return { ground, look: `${css(colour)} ${room} ${ground.share.toFixed(2)} ${ground.isDim}` };
  }

  /** Numbers the ground of a node; highlights that end in this number have its look. @param {Node} node */
  groundOf(node) {
    const element = elementOf(node) ?? document.documentElement;
    const known = this.#numbered.get(element) ?? this.#newGround(node, element);
    this.#numbered.set(element, known);
    return known;
  }

  /** @param {Node} node @param {Element} element */
  #newGround(node, element) {
    this.#dress(node.getRootNode());
    const { ground, look } = this.#measure(element);
    if (!this.#grounds.has(look)) {
      this.#grounds.set(look, ground);
      this.#isWritten = false;
    }
    return [...this.#grounds.keys()].indexOf(look);
  }

  /** Writes the colours of what was measured down, for `write` to give to the page. */
  prepare() {
    if (!this.#isWritten) this.#rewrite();
    this.#isWritten = true;
    this.#bare.forEach((root) => this.#sheetOf(viewOf(root)));
  }

  /** Gives the page the colours of what was measured. Each time it has every element's style looked at again: in all but the largest pages once. */
  write() {
    this.prepare();
    // A frame that the page has taken out meanwhile is seen by nobody, and takes no sheet.
    [...this.#bare].filter(hasView).forEach((root) => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheetOf(viewOf(root))];
    });
    this.#bare.clear();
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

  /** Firefox wants the sheet in each shadow root that holds marks; Chromium would find the document's. @param {Node} root */
  #dress(root) {
    // What the page has taken out meanwhile stands in no tree that has sheets.
    if (!('adoptedStyleSheets' in root)) return;
    const tree = /** @type {Document | ShadowRoot} */ (root);
    if (this.#roots.has(tree)) return;
    this.#roots.add(tree);
    this.#bare.add(tree);
  }

  #rewrite() {
    const { strength, print } = this.#look;
    const text = [...this.#grounds.values()].map((ground, suffix) => rules(ground, suffix, strength)).join('\n');
    this.#text = print ? text : `@media screen { ${text} }`;
    this.#sheets.forEach((sheet) => sheet.replaceSync(this.#text));
  }
}

/** @param {Node} node @returns {Document} */
const documentOf = (node) => node.ownerDocument ?? /** @type {Document} */ (node);

/** @param {Node} node */
const hasView = (node) => documentOf(node).defaultView !== null;

/** @param {Node} node @returns {Window & typeof globalThis} */
function viewOf(node) {
  return documentOf(node).defaultView ?? window;
}
