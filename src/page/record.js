/**
 * Records what a page shows, for the core to read: to ask the browser from WebAssembly of every node takes several times
 * as long as all that the core does with the answers. It records a number of nodes at a time, so that the page keeps its
 * frames; what it has recorded is fetched as a few lists of numbers and one text.
 */
import {
  assignedTo,
  bodyOf,
  firstOf,
  framedOf,
  getAttribute,
  getAttributeNames,
  hasAttributes,
  isShown,
  mayHost,
  nameOf,
  nextOf,
  saysSomething,
  shadowOf,
  textOf,
  typeOf,
} from './nodes.js';
import { attributes, clear, lengths, strings, words } from './tape.js';

/** The name that a text node has. */
const TEXT = 0;

/** What says that an element ends. */
const END = 0xffffffff;

/** What is asked of an element: nothing of what is in it; that; where it links to, too; all its attributes, too (`tags.rs`). */
const NOTHING = 0;
const ADDRESS = 2;
const ATTRIBUTES = 3;

/** How often a page that changes while it is recorded is begun anew; then it is recorded at one go. */
const MOST_BEGUN = 3;

/** White space between elements begins with this or what stands before it in Unicode, and is mostly shorter. */
const SPACE = 0x20;
const MOST_BLANK = 80;

/** An element that is open, and in it the node that comes next; of what stands in its slot the list, and where in it. @typedef {{next: Node | null, list: Node[] | null, place: number}} Open */

/** What elements of one name are: the place of the name, what is asked of them, whether they may hold a shadow tree. @typedef {{place: number, name: string, asked: number, isHost: boolean}} Kind */

/** What is asked of elements of a name: the same on all pages, so that the core is asked once of those that are HTML's. @type {Map<string, number>} */
const ASKED = new Map();

/** How many names are kept: HTML has some 140, a page may make up any number. */
const MOST_NAMES = 400;

/** What is recorded of a page. The first string is empty, and the name of a text node. */
class Record {
  /** Where each string that is kept once stands. @type {Map<string, number>} */
  places = new Map([['', TEXT]]);
  /** @type {Map<string, Kind>} */
  kinds = new Map();
  /** How many strings and attributes the steps before recorded; who fetches them has the first. */
  nStrings = 1;
  nAttributes = 1;
  /** The nodes that are recorded. @type {Node[]} */
  nodes = [];
  /** The open shadow trees, and the bodies of frames. @type {Node[]} */
  trees = [];
  /** @type {Open[]} */
  open;

  /** @param {Node} root */
  constructor(root) {
    this.open = [{ next: root, list: [root], place: 0 }];
  }
}

export class Recording {
  #record;
  /** Tells of changes while it is recorded. @type {MutationObserver | undefined} */
  #changes;
  /** How often it was begun anew, since the page has changed: what was fetched before is to be forgotten. */
  nBegun = 0;

  /** @param {Node} root @param {string} attributes those that are wanted */
  constructor(root, attributes) {
    this.root = root;
    this.asked = (/** @type {string} */ _) => ATTRIBUTES;
    this.wanted = new Map(attributes.split(' ').map((name, index) => [name, index]));
    this.#record = new Record(root);
  }

  /** The place of each node in a list of them. @param {Node[]} nodes */
  static placesOf(nodes) {
    const places = new Map();
    for (let index = 0; index < nodes.length; index++) places.set(nodes[index], index);
    return places;
  }

  /** Whether two lists hold the same nodes. @param {Node[]} one @param {Node[]} other */
  static areSame(one, other) {
    return one.length === other.length && one.every((node, index) => node === other[index]);
  }

  /** Records so many nodes; whether all are recorded. @param {number} n @param {(name: string) => number} asked */
  record(n, asked) {
    this.asked = asked;
    if (this.#changes?.takeRecords().length) {
      this.#record = new Record(this.root);
      this.nBegun++;
    }
    clear();
    this.#walk(this.nBegun < MOST_BEGUN ? n : Infinity);
    this.#record.nStrings += strings.length;
    this.#record.nAttributes += attributes.n;
    const isDone = !this.#record.open.length;
    if (isDone) this.stop();
    else this.#watch();
    return isDone;
  }

  /** Records no more. */
  stop() {
    this.#changes?.disconnect();
  }

  get trees() {
    return this.#record.trees;
  }

  /** Whether a reader can see an element. @param {number} index */
  isShown(index) {
    const node = this.#record.nodes[index];
    // Only what was to be read may be a document, and that is shown.
    return (index === 0 && typeOf.call(node) !== 1) || isShown(node);
  }

  /** The same of many, each 0 or 1. @param {Uint32Array} places */
  areShown(places) {
    const shown = new Uint8Array(places.length);
    for (let index = 0; index < places.length; index++) shown[index] = this.isShown(places[index]) ? 1 : 0;
    return shown;
  }

  /** The nodes at these places. @param {Uint32Array} places */
  nodes(places) {
    // Pages bring their own older `Array.from`, which takes no function.
    const nodes = [];
    for (const place of places) nodes.push(this.#record.nodes[place]);
    return nodes;
  }

  #watch() {
    if (this.#changes) return;
    this.#changes = new MutationObserver(() => {});
    this.#changes.observe(this.root, { subtree: true, childList: true, characterData: true });
  }

  /** Nesting costs no stack: pages nest a hundred thousand deep. @param {number} n */
  #walk(n) {
    const { open, nodes } = this.#record;
    while (n > 0) {
      const top = open[open.length - 1];
      if (!top) return;
      const node = top.next;
      if (!node) {
        open.pop();
        if (open.length) words.push(END);
        continue;
      }
      top.next = top.list ? (top.list[++top.place] ?? null) : nextOf.call(node);
      n--;
      const type = typeOf.call(node);
      if (type === 3) {
        nodes.push(node);
        words.push(TEXT);
        words.push(this.#text(textOf.call(node)));
      } else if (type === 1) {
        this.#element(/** @type {Element} */ (node));
      } else if (type === 9 || type === 11) {
        nodes.push(node);
        words.push(this.#kindOf('html').place);
        words.push(0);
        this.#enter(firstOf.call(node));
      }
    }
  }

  /** Records an element; what it holds is walked next. @param {Element} element */
  #element(element) {
    const { nodes } = this.#record;
    const kind = this.#kindOf(nameOf.call(element));
    if (kind.asked === NOTHING && nodes.length && !saysSomething(element, kind.name)) return;
    nodes.push(element);
    words.push(kind.place);
    words.push(this.#describe(element, kind));
    this.#enter(this.#content(element, kind));
  }

  /** Walks next what an element holds, from its first child on, or these. @param {Node | Node[] | null} content */
  #enter(content) {
    const { open } = this.#record;
    if (!content) words.push(END);
    else if (Array.isArray(content)) open.push({ next: content[0], list: content, place: 0 });
    else open.push({ next: content, list: null, place: 0 });
  }

  /** Records the attributes of an element that are asked for: where they stand. @param {Element} element @param {Kind} kind */
  #describe(element, { name, asked }) {
    const start = attributes.n;
    if (asked === ADDRESS) this.#attribute(element, 'href', start);
    if ((asked === ATTRIBUTES || name === 'meta' || name === 'script') && hasAttributes.call(element)) {
      for (const name of getAttributeNames.call(element)) this.#attribute(element, name, start);
    }
    return start === attributes.n ? 0 : this.#record.nAttributes + start;
  }

  /** Records an attribute, if it is wanted and there. @param {Element} element @param {string} name @param {number} start where those of the element begin */
  #attribute(element, name, start) {
    const wanted = this.wanted.get(name);
    const value = wanted === undefined ? null : getAttribute.call(element, name);
    if (wanted === undefined || value === null) return;
    if (start === attributes.n) attributes.push(0);
    attributes.push(wanted);
    attributes.push(this.#place(value));
    attributes.add(start, 1);
  }

  /** What is shown in an element: its children, its open shadow tree, what stands in its slot, the document in its frame. @param {Element} element @param {Kind} kind @returns {Node | Node[] | null} */
  #content(element, { name, asked, isHost }) {
    if (asked === NOTHING && !(name === 'script' && saysSomething(element, name))) return null;
    if (name === 'iframe') {
      const frame = framedOf.call(element);
      return this.#firstIn(frame && bodyOf.call(frame));
    }
    if (name === 'slot') {
      const list = assignedTo.call(/** @type {HTMLSlotElement} */ (element), { flatten: true });
      if (list.length) return list;
    }
    const shadow = isHost ? shadowOf.call(element) : null;
    return shadow ? this.#firstIn(shadow) : firstOf.call(element);
  }

  /** @param {Node | null} tree */
  #firstIn(tree) {
    if (tree) this.#record.trees.push(tree);
    return tree && firstOf.call(tree);
  }

  /** @param {string} name */
  #kindOf(name) {
    const { kinds } = this.#record;
    let kind = kinds.get(name);
    if (!kind) {
      kind = { place: this.#place(name), name, asked: this.#askedOf(name), isHost: mayHost(name) };
      kinds.set(name, kind);
    }
    return kind;
  }

  /** @param {string} name */
  #askedOf(name) {
    const known = ASKED.get(name);
    if (known !== undefined) return known;
    const asked = this.asked(name);
    if (ASKED.size < MOST_NAMES) ASKED.set(name, asked);
    return asked;
  }

  /** The place of a string of which there is one. @param {string} string */
  #place(string) {
    const { places } = this.#record;
    let place = places.get(string);
    if (place === undefined) {
      place = this.#add(string);
      places.set(string, place);
    }
    return place;
  }

  /** The place of a text. White space between elements is much the same all over a page. @param {string} string */
  #text(string) {
    const isBlank = string.length < MOST_BLANK && string.charCodeAt(0) <= SPACE;
    return isBlank ? this.#place(string) : this.#add(string);
  }

  /** @param {string} string */
  #add(string) {
    lengths.push(string.length);
    return this.#record.nStrings + strings.push(string) - 1;
  }
}
