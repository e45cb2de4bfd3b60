/**
 * What is asked of a page's nodes. A form's fields hide its own properties (`<input name="nextSibling">`); so each is
 * asked for as its class defines it.
 */

/** In Node there are none of these. */
const { Node, Element, CharacterData, Document, HTMLIFrameElement, HTMLSlotElement } = globalThis;

/** The browser's own way to a property. @param {{prototype: object} | undefined} of @param {string} name @returns {(this: Node) => any} */
const getter = (of, name) => /** @type {any} */ (of && Object.getOwnPropertyDescriptor(of.prototype, name)?.get);

export const typeOf = getter(Node, 'nodeType');
export const firstOf = getter(Node, 'firstChild');
export const nextOf = getter(Node, 'nextSibling');
const parentOf = getter(Node, 'parentElement');
export const textOf = getter(CharacterData, 'data');
export const nameOf = getter(Element, 'localName');
export const shadowOf = getter(Element, 'shadowRoot');
const rootOf = getter(Document, 'documentElement');
export const bodyOf = getter(Document, 'body');
export const framedOf = getter(HTMLIFrameElement, 'contentDocument');
export const assignedTo = HTMLSlotElement?.prototype.assignedNodes;
export const { getAttributeNames, getAttribute, hasAttributes } = Element?.prototype ?? {};
const { closest } = Element?.prototype ?? {};
// A browser without the method cannot say; what it cannot hide is shown.
const checkVisibility = Element?.prototype.checkVisibility ?? (() => true);

/** What elements beside a page's own may hold a shadow tree: DOM, "valid shadow host name". */
const HOSTS = /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** Whether elements of this name may hold a shadow tree. @param {string} name */
export function mayHost(name) {
  return name.includes('-') || HOSTS.test(name);
}

/** An element may be hidden by its visibility too. */
const ANY_WAY = { __proto__: null, visibilityProperty: true };

/** Whether a reader can see an element. @param {Node} element */
export function isShown(element) {
  return checkVisibility.call(element, ANY_WAY);
}

/** Whether an element in which nothing is shown says something of the page. A script's own type says what it is: one that holds linked data is read, and not the page's own data, which may be longer than all it shows. @param {Element} element @param {string} name */
export function saysSomething(element, name) {
  const isScript = name === 'script';
  return name === 'meta' || (isScript && /^application\/ld\+json$/i.test(getAttribute.call(element, 'type') ?? ''));
}

/** The language said by the nearest element around a node that says any; of a document by its first. @param {Node} node @returns {string | undefined} */
export function languageOf(node) {
  const type = typeOf.call(node);
  const from = type === 9 ? rootOf.call(node) : type === 1 ? node : parentOf.call(node);
  const says = from && (type === 9 ? from : closest.call(from, '[lang]'));
  return says ? (getAttribute.call(says, 'lang') ?? undefined) : undefined;
}
