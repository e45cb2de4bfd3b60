/**
 * Records what a page shows, for the core to read: to ask the browser from WebAssembly of every node takes several times
 * as long as all that the core does with the answers. It records a number of nodes at a time, so that the page keeps its
 * frames; what it has recorded is fetched as a few lists of numbers and one text.
 *
 * A form's fields hide its own properties (`<input name="nextSibling">`); so each is asked for as its class defines it.
 */

/** The name that a text node has. */
const TEXT = 0;

/** What says that an element ends. */
const END = 0xffffffff;

/** How often a page that changes while it is recorded is begun anew; then it is recorded at one go. */
const MOST_BEGUN = 3;

/** An element that is open, and in it the node that comes next, or what stands in its slot. @typedef {{next: Node | null, list?: Node[], place: number}} Open */

/** In Node there are none of these. */
const { Node, Element, CharacterData, Document, HTMLIFrameElement, HTMLSlotElement } = globalThis;

/** The browser's own way to a property. @param {{prototype: object} | undefined} of @param {string} name @returns {(this: Node) => any} */
const getter = (of, name) => /** @type {any} */ (of && Object.getOwnPropertyDescriptor(of.prototype, name)?.get);

const typeOf = getter(Node, 'nodeType');
const firstOf = getter(Node, 'firstChild');
const nextOf = getter(Node, 'nextSibling');
const parentOf = getter(Node, 'parentElement');
const textOf = getter(CharacterData, 'data');
const nameOf = getter(Element, 'localName');
const shadowOf = getter(Element, 'shadowRoot');
const rootOf = getter(Document, 'documentElement');
const bodyOf = getter(Document, 'body');
const framedOf = getter(HTMLIFrameElement, 'contentDocument');
const assignedTo = HTMLSlotElement?.prototype.assignedNodes;
const { getAttributeNames, getAttribute, hasAttributes, closest } = Element?.prototype ?? {};
// A browser without the method cannot say; what it cannot hide is shown.
const checkVisibility = Element?.prototype.checkVisibility ?? (() => true);

/** What elements beside a page's own may hold a shadow tree: DOM, "valid shadow host name". */
const HOSTS = /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** An element may be hidden by its visibility too. */
const ANY_WAY = { __proto__: null, visibilityProperty: true };

const encoder = new TextEncoder();

/** Numbers in a row, as WebAssembly takes them. */
class Numbers {
  n = 0;
  #all = new Uint32Array(512);

  /** @param {number} number */
  push(number) {
    if (this.n === this.#all.length) {
      const larger = new Uint32Array(2 * this.n);
      larger.set(this.#all);
      this.#all = larger;
    }
    this.#all[this.n++] = number;
  }

  /** Adds to the number at a place. @param {number} place @param {number} more */
  add(place, more) {
    this.#all[place] += more;
  }

  /** All, until another is pushed; none is left. */
  take() {
    const { n } = this;
    this.n = 0;
    return this.#all.subarray(0, n);
  }
}

/** What elements of one name are: the place of the name, whether nothing in them is read, whether they may hold a shadow tree. @typedef {{place: number, name: string, isOpaque: boolean, isHost: boolean}} Kind */

/** What is recorded. The first string is empty, and the name of a text node. */
class Record {
  /** Of an element the places of its name and of its attributes, of a text its place; and the ends of elements. */
  words = new Numbers();
  /** Of each element how many of its attributes are wanted, and of each the place of its name and of its value. */
  attributes = new Numbers();
  /** Texts, and what elements are called and attributes say, these each once. @type {string[]} */
  strings = [];
  /** How long each is. */
  lengths = new Numbers();
  /** @type {Map<string, number>} */
  places = new Map([['', TEXT]]);
  /** @type {Map<string, Kind>} */
  kinds = new Map();
  /** How many strings and attributes were fetched before; who fetches them has the first. */
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
    this.isOpaque = (/** @type {string} */ _) => false;
    this.wanted = new Map(attributes.split(' ').map((name, index) => [name, index]));
    this.#record = new Record(root);
  }

  /** Records so many nodes; whether all are recorded. @param {number} n @param {(name: string) => boolean} isOpaque */
  record(n, isOpaque) {
    this.isOpaque = isOpaque;
    if (this.#changes?.takeRecords().length) {
      this.#record = new Record(this.root);
      this.nBegun++;
    }
    this.#walk(this.nBegun < MOST_BEGUN ? n : Infinity);
    const isDone = !this.#record.open.length;
    if (isDone) this.stop();
    else this.#watch();
    return isDone;
  }

  /** Records no more. */
  stop() {
    this.#changes?.disconnect();
  }

  /** What was recorded since it was last asked for. */
  words() {
    return this.#record.words.take();
  }

  attributes() {
    this.#record.nAttributes += this.#record.attributes.n;
    return this.#record.attributes.take();
  }

  lengths() {
    return this.#record.lengths.take();
  }

  /** All strings that are new, as UTF-8. A mark behind each keeps halves of a letter apart. */
  text() {
    const { strings } = this.#record;
    this.#record.nStrings += strings.length;
    return encoder.encode(`${strings.splice(0).join('\0')}\0`);
  }

  get trees() {
    return this.#record.trees;
  }

  /** The language said by the nearest element around it that says any; of a document by its first. */
  get language() {
    const { root } = this;
    const type = typeOf.call(root);
    const from = type === 9 ? rootOf.call(root) : type === 1 ? root : parentOf.call(root);
    const says = from && (type === 9 ? from : closest.call(from, '[lang]'));
    return says ? (getAttribute.call(says, 'lang') ?? undefined) : undefined;
  }

  /** Whether a reader can see an element. @param {number} index */
  isShown(index) {
    // Only what was to be read may be a document, and that is shown.
    return (index === 0 && typeOf.call(this.root) !== 1) || checkVisibility.call(this.#record.nodes[index], ANY_WAY);
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
    const { open, words } = this.#record;
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
      this.#take(node);
      n--;
    }
  }

  /** Records a node; what it holds is walked next. @param {Node} node */
  #take(node) {
    const { words, nodes, open } = this.#record;
    const type = typeOf.call(node);
    if (type === 3) {
      nodes.push(node);
      words.push(TEXT);
      words.push(this.#add(textOf.call(node)));
      return;
    }
    if (type !== 1 && type !== 9 && type !== 11) return;
    const element = /** @type {Element} */ (node);
    const kind = this.#kindOf(type === 1 ? nameOf.call(node) : 'html');
    if (kind.isOpaque && nodes.length && !saysSomething(element, kind.name)) return;
    nodes.push(node);
    words.push(kind.place);
    words.push(type === 1 && hasAttributes.call(element) ? this.#describe(element) : 0);
    const content = type === 1 ? this.#content(element, kind) : firstOf.call(node);
    if (!content) words.push(END);
    else
      open.push(Array.isArray(content) ? { next: content[0], list: content, place: 0 } : { next: content, place: 0 });
  }

  /** Records the attributes of an element that are wanted: where they stand. @param {Element} element */
  #describe(element) {
    const { attributes, nAttributes } = this.#record;
    const start = attributes.n;
    for (const name of getAttributeNames.call(element)) {
      const wanted = this.wanted.get(name);
      if (wanted === undefined) continue;
      if (start === attributes.n) attributes.push(0);
      attributes.push(wanted);
      attributes.push(this.#place(/** @type {string} */ (getAttribute.call(element, name))));
      attributes.add(start, 1);
    }
    return start === attributes.n ? 0 : nAttributes + start;
  }

  /** What is shown in an element: its children, its open shadow tree, what stands in its slot, the document in its frame. @param {Element} element @param {Kind} kind @returns {Node | Node[] | null} */
  #content(element, { name, isOpaque, isHost }) {
    if (isOpaque && !(name === 'script' && saysSomething(element, name))) return null;
    const shadow = isHost ? shadowOf.call(element) : null;
    const frame = name === 'iframe' ? framedOf.call(element) : null;
    const tree = shadow ?? (frame && bodyOf.call(frame));
    if (tree) this.#record.trees.push(tree);
    if (tree || name === 'iframe') return tree && firstOf.call(tree);
    const list = name === 'slot' ? assignedTo.call(/** @type {HTMLSlotElement} */ (element), { flatten: true }) : [];
    return list.length ? list : firstOf.call(element);
  }

  /** @param {string} name */
  #kindOf(name) {
    const { kinds } = this.#record;
    let kind = kinds.get(name);
    if (!kind) {
      const isHost = name.includes('-') || HOSTS.test(name);
      kind = { place: this.#place(name), name, isOpaque: this.isOpaque(name), isHost };
      kinds.set(name, kind);
    }
    return kind;
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

  /** @param {string} string */
  #add(string) {
    const { lengths, strings, nStrings } = this.#record;
    lengths.push(string.length);
    return nStrings + strings.push(string) - 1;
  }
}

/** Whether an element in which nothing is shown says something of the page. A script's own type says what it is: one that holds linked data is read, and not the page's own data, which may be longer than all it shows. @param {Element} element @param {string} name */
function saysSomething(element, name) {
  const isScript = name === 'script';
  return name === 'meta' || (isScript && /^application\/ld\+json$/i.test(getAttribute.call(element, 'type') ?? ''));
}

/** The place of each node in a list of them. @param {Node[]} nodes */
export function placesOf(nodes) {
  const places = new Map();
  for (let index = 0; index < nodes.length; index++) places.set(nodes[index], index);
  return places;
}

/** Whether two lists hold the same nodes. @param {Node[]} one @param {Node[]} other */
export function areSame(one, other) {
  return one.length === other.length && one.every((node, index) => node === other[index]);
}
