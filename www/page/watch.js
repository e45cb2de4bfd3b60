/**
 * Watches a page for changes of what it says, and has them looked at: soon, but never for more than a small share of
 * the time, and later and later while they do not end. Two tools that answer each other's changes thus come to rest.
 */
import { all, listen } from '../interface/host.js';
import { documentsOf } from './frames.js';

/** How long changes are collected before they are looked at, in milliseconds: a page adds a paragraph in several steps. */
const COLLECTING = 200;

/** The share of the time that looking may take: 20 milliseconds of a second. */
const SHARE = 0.02;

/** How many changes in a row are looked at without more delay, and by how much each one after delays the next. */
const N_PROMPT = 5;
const GROWTH = 2;

/** The longest rest after a look, in milliseconds: a browser that was busy with something else is not slow for ever. */
const MOST_REST = 10_000;

/** The longest delay, in milliseconds, and the one from which on the reader is told of it. */
const MOST_DELAY = 30_000;
const TOLD_DELAY = 5_000;

/** After so long without a change, in milliseconds, a page has come to rest. */
const QUIET = 2_000;

/** What a reader does that may open text. */
const GESTURES = ['click', 'keydown', 'toggle', 'transitionend'];
const SILENTLY = { capture: true, passive: true };

/** @typedef {'same' | 'moved' | 'changed'} PageChange */

/**
 * @typedef {object} Watching
 * @property {Element} host our own element, whose changes are none of the page's
 * @property {() => Promise<{change: PageChange, worked: number}>} look looks at the page again; how long that took
 * @property {() => Node[]} trees what else is to be watched: shadow trees, and frames
 * @property {(isLate: boolean) => void} late told when changes come to be looked at with a delay, and when no longer
 */

/**
 * @param {Document} document @param {Watching} watching
 * @returns {{lookNow: () => void, stop: () => void}}
 */
export function watch(document, watching) {
  const watcher = new Watcher(document, watching);
  const navigation = /** @type {{navigation?: EventTarget}} */ (/** @type {unknown} */ (window)).navigation;
  const stop = all(
    // A frame that has loaded shows other text, and changes no node.
    listen(document, 'load', ({ target }) => target.localName === 'iframe' && watcher.soon(), { capture: true }),
    listen(window, 'popstate', () => watcher.soon()),
    navigation ? listen(navigation, 'navigatesuccess', () => watcher.soon()) : () => {},
    () => watcher.stop(),
  );
  return { lookNow: () => watcher.now(), stop };
}

class Watcher {
  #document;
  #watching;
  #observer;
  /** @type {WeakSet<Node>} */
  #observed = new WeakSet();
  /** The document elements of documents that are listened in. @type {WeakSet<Element>} */
  #heard = new WeakSet();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;
  /** Stops listening in the page's documents. @type {(() => void)[]} */
  #listening = [];
  #isLooking = false;
  #isStopped = false;
  /** Whether something changed while it looked. */
  #isStale = false;
  /** Changes in a row, and when the last was looked at. */
  #nChanges = 0;
  #last = 0;
  /** When it may look again, however small a change is. */
  #rested = 0;

  /** @param {Document} document @param {Watching} watching */
  constructor(document, watching) {
    this.#document = document;
    this.#watching = watching;
    this.#observer = new MutationObserver((records) => records.some((record) => this.#concerns(record)) && this.soon());
    this.#observe();
  }

  /** Looks at the page again when it may. */
  soon() {
    if (this.#isLooking) this.#isStale = true;
    if (this.#waiting !== undefined || this.#isLooking || this.#isStopped) return;
    const now = performance.now();
    if (now - this.#last > QUIET + this.#delay()) this.#rest();
    const delay = Math.max(this.#delay(), this.#rested - now);
    if (delay >= TOLD_DELAY) this.#watching.late(true);
    this.#waiting = setTimeout(() => this.#look(), delay);
  }

  /** Looks at the page again at once, as if it had been at rest. */
  now() {
    clearTimeout(this.#waiting);
    this.#rest();
    this.#look();
  }

  stop() {
    this.#isStopped = true;
    clearTimeout(this.#waiting);
    this.#observer.disconnect();
    all(...this.#listening)();
  }

  #delay() {
    return Math.min(COLLECTING * GROWTH ** Math.max(0, this.#nChanges - N_PROMPT), MOST_DELAY);
  }

  #rest() {
    this.#nChanges = 0;
    this.#watching.late(false);
  }

  async #look() {
    this.#waiting = undefined;
    if (this.#isLooking || this.#isStopped) return;
    this.#isLooking = true;
    this.#isStale = false;
    const { change, worked } = await this.#watching.look().finally(() => (this.#isLooking = false));
    if (this.#isStopped) return;
    this.#last = performance.now();
    this.#rested = this.#last + Math.min(worked / SHARE, MOST_REST);
    if (change !== 'same') this.#nChanges++;
    this.#observe();
    if (this.#isStale) this.soon();
  }

  /** A page may have got another document element, as one does that is written with `document.write`, and new shadow trees. */
  #observe() {
    for (const tree of [this.#document, ...this.#watching.trees()]) {
      if (this.#observed.has(tree)) continue;
      this.#observed.add(tree);
      this.#observer.observe(tree, { subtree: true, childList: true, characterData: true });
    }
    for (const document of documentsOf(this.#document, this.#watching.trees())) {
      // What listens in a document is gone with what it was before it was written anew.
      const { documentElement } = document;
      if (!documentElement || this.#heard.has(documentElement)) continue;
      this.#heard.add(documentElement);
      this.#listening.push(...GESTURES.map((type) => listen(document, type, this.#gesture, SILENTLY)));
    }
  }

  /** What opens at a click, text that was not displayed, changes no node. @param {Event} event */
  #gesture = (event) => {
    if (!event.composedPath().includes(this.#watching.host)) this.soon();
  };

  /** Whether a change can be one of what the page says; what other tools hang beside its body is not. @param {MutationRecord} record */
  #concerns({ target, type, addedNodes, removedNodes }) {
    const { documentElement, head } = this.#document;
    if (head?.contains(target)) return false;
    if (type === 'characterData') return true;
    const isPage = (/** @type {Node} */ node) => node.nodeName === 'BODY';
    const isHost = (/** @type {Node} */ node) => node === this.#watching.host;
    return (
      target !== documentElement || [...addedNodes, ...removedNodes].some(isPage) || [...removedNodes].some(isHost)
    );
  }
}
