/** Work in slices, so that the page keeps its frames. */

/** How long work goes on before the page has its turn, in milliseconds; a step that begins last may take longer than the one before. */
const SLICE = 3;

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

/** The longest wait for a frame, in milliseconds: in a tab that is not seen there is none. */
const MOST_WAIT = 100;

/** Lets the page have its turn until the browser has laid out and drawn what has changed: what is measured then costs it nothing. @returns {Promise<void>} */
export function frame() {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, MOST_WAIT);
    requestAnimationFrame(() => {
      clearTimeout(late);
      resolve(turn());
    });
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
  /** When the last step ended. */
  #stepped = this.#begun;
  /** How long it worked, in milliseconds, the page's turns left out. */
  #worked = 0;

  /** @param {() => boolean} isWanted */
  constructor(isWanted) {
    this.isWanted = isWanted;
    this.#begin();
  }

  #begin() {
    this.#begun = performance.now();
    this.#stepped = this.#begun;
    this.#end = this.#begun + SLICE;
  }

  /** How long it worked so far, in milliseconds. */
  get worked() {
    return this.#worked + performance.now() - this.#begun;
  }

  /** Between two steps: goes on, or lets the page have its turn where another like the last would end after the slice. */
  async between() {
    const now = performance.now();
    const next = now + (now - this.#stepped);
    this.#stepped = now;
    if (next >= this.#end) await this.rest();
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

  /** Lets the page have its turn at once, as `wait` says. */
  async rest(wait = turn) {
    this.#worked += performance.now() - this.#begun;
    await wait();
    if (!this.isWanted()) throw new Stopped();
    this.#begin();
  }
}
