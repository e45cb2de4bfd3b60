/**
 * Records what a page shows, for the core to read at one go: to ask the browser from WebAssembly of every node takes
 * several times as long as all that the core does with the answers.
 *
 * A form's fields hide its own properties (`<input name="nextSibling">`); so each is asked for as its class defines it.
 */

/** How a node is recorded: its name, where its attributes begin or which string its text is, the node after it, the end of those in it. */
const N_WORDS = 4;

/** The name that a text node has, and where there is no node. */
const NONE = 0;

/** @typedef {{node: Node | null | undefined, list?: Node[], place: number, index: number, last: number}} Open what is open, and the node met next in it */

/** @type {ReturnType<typeof asker> | undefined} */
let asked;

/** The browser's own way to each property; asked for late, since in Node there is none. */
function asker() {
  const call = Function.prototype.call;
  /** @type {(of: {prototype: object}, name: string) => (node: Node) => any} */
  const getter = (of, name) => call.bind(/** @type {any} */ (Object.getOwnPropertyDescriptor(of.prototype, name)).get);
  return {
    type: getter(Node, 'nodeType'),
    first: getter(Node, 'firstChild'),
    next: getter(Node, 'nextSibling'),
    parent: getter(Node, 'parentElement'),
    text: getter(CharacterData, 'data'),
    name: getter(Element, 'localName'),
    shadow: getter(Element, 'shadowRoot'),
    root: getter(Document, 'documentElement'),
    body: getter(Document, 'body'),
    framed: getter(HTMLIFrameElement, 'contentDocument'),
    attributes: /** @type {(node: Node) => string[]} */ (call.bind(Element.prototype.getAttributeNames)),
    attribute: /** @type {(node: Node, name: string) => string} */ (call.bind(Element.prototype.getAttribute)),
    closest: /** @type {(node: Node, selector: string) => Node | null} */ (call.bind(Element.prototype.closest)),
    assigned: /** @type {(node: Node, options: object) => Node[]} */ (
      call.bind(HTMLSlotElement.prototype.assignedNodes)
    ),
    // A browser without the method cannot say; what it cannot hide is shown.
    shown: /** @type {(node: Node, options: object) => boolean} */ (
      call.bind(Element.prototype.checkVisibility ?? (() => true))
    ),
  };
}

export class Recording {
  /** @type {number[]} */
  #words = [];
  /** Of each element how many of its attributes are wanted, and of each the place of its name and of its value. */
  #attributes = [0];
  /** Texts, and what elements are called and attributes say, these each once. */
  #strings = [''];
  /** @type {Map<string, number>} */
  #places = new Map([['', NONE]]);
  /** The nodes that are recorded. @type {Node[]} */
  #nodes = [];
  /** The open shadow trees, and the bodies of frames. @type {Node[]} */
  #trees = [];
  /** Whether the content of elements with this name is never read. @type {Map<string, boolean>} */
  #opaque = new Map();

  /** @param {Node} root @param {string} attributes those that are wanted @param {(name: string) => boolean} isOpaque */
  constructor(root, attributes, isOpaque) {
    this.ask = asked ??= asker();
    this.root = root;
    this.isOpaque = isOpaque;
    this.wanted = new Map(attributes.split(' ').map((name, index) => [name, index]));
    this.#walk(root);
  }

  get words() {
    return Uint32Array.from(this.#words);
  }

  get attributes() {
    return Uint32Array.from(this.#attributes);
  }

  /** All strings. A mark between two of them keeps halves of a letter apart. */
  get text() {
    return this.#strings.join('\0');
  }

  get lengths() {
    return Uint32Array.from(this.#strings, (string) => string.length);
  }

  get trees() {
    return this.#trees;
  }

  /** The language said by the nearest element around it that says any; of a document by its first. */
  get language() {
    const { ask, root } = this;
    const type = ask.type(root);
    const from = type === 9 ? ask.root(root) : type === 1 ? root : ask.parent(root);
    const says = from && (type === 9 ? from : ask.closest(from, '[lang]'));
    return says ? (ask.attribute(says, 'lang') ?? undefined) : undefined;
  }

  /** Whether a reader can see a node. @param {number} index */
  isShown(index) {
    const node = this.#nodes[index];
    return this.ask.type(node) !== 1 || this.ask.shown(node, { visibilityProperty: true });
  }

  /** The nodes at these places. @param {Uint32Array} places */
  nodes(places) {
    return Array.from(places, (place) => this.#nodes[place]);
  }

  /** Nesting costs no stack: pages nest a hundred thousand deep. @param {Node} root */
  #walk(root) {
    /** @type {Open[]} */
    const open = [{ node: root, list: [root], place: 0, index: -1, last: -1 }];
    for (let top; (top = open[open.length - 1]);) {
      const { node } = top;
      if (!node) {
        open.pop();
        if (top.index >= 0) this.#words[top.index * N_WORDS + 3] = this.#nodes.length;
        continue;
      }
      top.node = top.list ? top.list[++top.place] : this.ask.next(node);
      const inside = this.#record(node, top);
      if (inside) open.push(inside);
    }
  }

  /** Records a node; what is to be walked next if it holds others. @param {Node} node @param {Open} parent @returns {Open | undefined} */
  #record(node, parent) {
    const type = this.ask.type(node);
    if (type === 3) {
      this.#add(node, NONE, this.#strings.push(this.ask.text(node)) - 1, parent);
      return undefined;
    }
    if (type !== 1 && type !== 9 && type !== 11) return undefined;
    const name = type === 1 ? this.ask.name(node) : 'html';
    const [attributes, isData] = type === 1 ? this.#describe(node) : [NONE, false];
    const index = this.#add(node, this.#string(name), attributes, parent);
    if (type !== 1) return { node: this.ask.first(node), place: 0, index, last: -1 };
    const isClosed = name === 'script' ? !isData : this.#isOpaque(name);
    return isClosed ? undefined : { ...this.#content(node, name), place: 0, index, last: -1 };
  }

  /** @param {Node} node @param {number} name @param {number} value @param {Open} parent */
  #add(node, name, value, parent) {
    const index = this.#nodes.push(node) - 1;
    this.#words.push(name, value, NONE, index + 1);
    if (parent.last >= 0) this.#words[parent.last * N_WORDS + 2] = index;
    parent.last = index;
    return index;
  }

  /** Records the attributes of an element: where they stand, and whether they say that it holds data. @param {Node} element @returns {[number, boolean]} */
  #describe(element) {
    const start = this.#attributes.length;
    let isData = false;
    for (const name of this.ask.attributes(element)) {
      const wanted = this.wanted.get(name);
      if (wanted === undefined) continue;
      if (start === this.#attributes.length) this.#attributes.push(0);
      const value = this.ask.attribute(element, name);
      this.#attributes.push(wanted, this.#string(value));
      this.#attributes[start]++;
      isData ||= name === 'type' && /json\s*$/i.test(value);
    }
    return [start === this.#attributes.length ? NONE : start, isData];
  }

  /** What is shown in an element: its children, its open shadow tree, what stands in its slot, the document in its frame. @param {Node} element @param {string} name */
  #content(element, name) {
    const { ask } = this;
    const shadow = ask.shadow(element);
    const frame = name === 'iframe' ? ask.framed(element) : null;
    const tree = shadow ?? (frame && ask.body(frame));
    if (tree) this.#trees.push(tree);
    if (tree || name === 'iframe') return { node: tree && ask.first(tree) };
    const list = name === 'slot' ? ask.assigned(element, { flatten: true }) : [];
    return list.length ? { node: list[0], list } : { node: ask.first(element) };
  }

  /** @param {string} string */
  #string(string) {
    const known = this.#places.get(string);
    if (known !== undefined) return known;
    const place = this.#strings.push(string) - 1;
    this.#places.set(string, place);
    return place;
  }

  /** @param {string} name */
  #isOpaque(name) {
    const known = this.#opaque.get(name) ?? this.isOpaque(name);
    this.#opaque.set(name, known);
    return known;
  }
}

/** Whether two lists hold the same nodes. @param {Node[]} one @param {Node[]} other */
export function areSame(one, other) {
  return one.length === other.length && one.every((node, index) => node === other[index]);
}
