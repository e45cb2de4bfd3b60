/**
 * What one step records of a page, as WebAssembly takes it. It is one for all pages: it is fetched before another step is
 * taken, and to make these lists anew for each page takes longer than to fill them.
 */

/** How many numbers a list holds to begin with, and is kept with: of a page that is recorded at one go it may be millions. */
const LEAST = 1 << 12;
const MOST_KEPT = 1 << 16;

/** Numbers in a row, as WebAssembly takes them. */
class Numbers {
  n = 0;
  #all = new Uint32Array(LEAST);

  clear() {
    this.n = 0;
    if (this.#all.length > MOST_KEPT) this.#all = new Uint32Array(LEAST);
  }

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

  /** All, until another is pushed. */
  all() {
    return this.#all.subarray(0, this.n);
  }
}

/** Of an element the places of its name and of its attributes, of a text its place; and the ends of elements. */
export const words = new Numbers();

/** Of each element how many of its attributes are wanted, and of each the place of its name and of its value. */
export const attributes = new Numbers();

/** Texts, and what elements are called and attributes say. @type {string[]} */
export const strings = [];

/** How long each is, in UTF-16 code units. */
export const lengths = new Numbers();

/** Begins a step. */
export function clear() {
  strings.length = 0;
  [words, attributes, lengths].forEach((numbers) => numbers.clear());
}

export const fetchWords = () => words.all();
export const fetchAttributes = () => attributes.all();
export const fetchLengths = () => lengths.all();

/** All strings as one; none is kept. A mark behind each keeps halves of a letter apart. */
export const fetchText = () => `${strings.splice(0).join('\0')}\0`;
