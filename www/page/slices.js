/** Work in slices, so that the page keeps its frames. */

/** How long work goes on before the page has its turn, in milliseconds; a step that begins last may take as long again. */
const SLICE = 4;

/** Lets the page have its turn. @returns {Promise<void>} */
export function turn() {
  const { scheduler } = /** @type {{scheduler?: {yield?: () => Promise<void>}}} */ (
    /** @type {unknown} */ (globalThis)
  );
  return scheduler?.yield?.() ?? message();
}

/** WebKit, which has no such thing, rests for four milliseconds after each of many timers; a message comes at once. @returns {Promise<void>} */
function message() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => (port1.close(), resolve());
    port2.postMessage(0);
  });
}

/** What a stopped light throws within itself, so that nothing goes on after it. */
export class Stopped extends Error {}

/** Lets work that was stopped end in nothing; what else went wrong is thrown on. @param {unknown} cause */
export function unlessStopped(cause) {
  if (!(cause instanceof Stopped)) throw cause;
}

/** A worker that knows when the page wants its turn, how long it worked itself, and whether it is still wanted. */
export class Slices {
  #end = 0;
  #begun = performance.now();
  /** How long it worked, in milliseconds, the page's turns left out. */
  #worked = 0;

  /** @param {() => boolean} isWanted */
  constructor(isWanted) {
    this.isWanted = isWanted;
    this.#begin();
  }

  #begin() {
    this.#begun = performance.now();
    this.#end = this.#begun + SLICE;
  }

  /** How long it worked so far, in milliseconds. */
  get worked() {
    return this.#worked + performance.now() - this.#begun;
  }

  /** Between two steps: goes on, or after a slice lets the page have its turn. */
  async between() {
    if (performance.now() >= this.#end) await this.rest();
  }

  /** All that `items` gives, a slice at a time. @template Item @param {Iterable<Item>} items @returns {Promise<Item[]>} */
  async gather(items) {
    const gathered = [];
    for (const item of items) {
      gathered.push(item);
      if (performance.now() >= this.#end) await this.rest();
    }
    return gathered;
  }

  /** Lets the page have its turn at once. */
  async rest() {
    this.#worked += performance.now() - this.#begun;
    await turn();
    if (!this.isWanted()) throw new Stopped();
    this.#begin();
  }
}
