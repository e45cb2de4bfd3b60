/** What a page says, without the blanks that every browser, parser and editor sets as it likes, and where each character stands. */

/** Blanks, and characters nobody sees: soft hyphens, joiners, marks of direction. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** What an element says that is no text of the page; the core leaves out the same (`src/page/tags.rs`). */
const NO_TEXT = [
  'script, style, noscript, template, nav, select, option, datalist, textarea, button, object, embed, audio, video, canvas',
  'svg, math, map, progress, meter, rt, rp, noframes, noembed, menu, [hidden], [aria-hidden="true" i]',
  'claimlight-host, claimlight-button, claim-light',
].join();

/** @param {string} text */
export function seen(text) {
  return [...positions(text)].map((at) => text[at]).join('');
}

/** The places of the characters that are seen. @param {string} text */
export function* positions(text) {
  for (let at = 0; at < text.length; at++) if (!UNSEEN.test(text[at])) yield at;
}

/** What ends a line. */
const BREAKS = new Set(['br', 'hr']);

/** In which box of the page a node stands. */
class Blocks {
  /** @type {Map<Element, Element | null>} */
  #known = new Map();

  /** @param {Node} node @returns {Element | null} */
  around(node) {
    const parent = node.parentElement;
    if (!parent) return null;
    let found = this.#known.get(parent);
    if (found === undefined) {
      found = /^(inline|ruby|contents)/.test(getComputedStyle(parent).display) ? this.around(parent) : parent;
      this.#known.set(parent, found);
    }
    return found;
  }
}

export class PageText {
  /** Where each character stands. @type {Text[]} */
  #nodes = [];
  /** @type {number[]} */
  #offsets = [];
  /** Where the characters of a node begin. @type {Map<Node, number>} */
  #starts = new Map();
  /** Before which characters a line or a block of the page begins. @type {Set<number>} */
  #borders = new Set([0]);
  text = '';

  /** @param {Node} root */
  constructor(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    /** @type {string[]} */
    const characters = [];
    const blocks = new Blocks();
    /** @type {Element | null | undefined} */
    let before;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType !== Node.TEXT_NODE) {
        if (BREAKS.has(/** @type {Element} */ (node).localName)) this.#borders.add(characters.length);
      } else if (!node.parentElement?.closest(NO_TEXT)) {
        const around = blocks.around(node);
        if (around !== before) this.#borders.add(characters.length);
        before = around;
        this.#read(/** @type {Text} */ (node), characters);
      }
    }
    this.text = characters.join('');
    this.#borders.add(characters.length);
  }

  /** Whether a line or block begins before this character, or the one before it ends one. @param {number} index */
  isBorder(index) {
    return this.#borders.has(index);
  }

  /** @param {Text} node @param {string[]} characters */
  #read(node, characters) {
    this.#starts.set(node, characters.length);
    for (const at of positions(node.data)) {
      characters.push(node.data[at]);
      this.#nodes.push(node);
      this.#offsets.push(at);
    }
  }

  /** The range of some characters, if they still stand there. @param {number} start @param {number} end */
  range(start, end) {
    const [first, last] = [this.#nodes[start], this.#nodes[end - 1]];
    if (!first?.isConnected || !last?.isConnected || end <= start) return undefined;
    const range = document.createRange();
    try {
      range.setStart(first, this.#offsets[start]);
      range.setEnd(last, this.#offsets[end - 1] + 1);
    } catch {
      // The node has become shorter.
      return undefined;
    }
    return seen(range.toString()) === this.text.slice(start, end) ? range : undefined;
  }

  /** The index of the character at or after a place of a text node. @param {Node} node @param {number} offset */
  indexOf(node, offset) {
    let index = this.#starts.get(node);
    if (index === undefined) return undefined;
    while (this.#nodes[index] === node && this.#offsets[index] < offset) index++;
    return index;
  }
}
