/**
 * Which highlight lies over which: the order in which they are registered says it, and nothing else. A `priority` would
 * say the same; but WebKit (2.50) ends the page when, of four ranges on a line, one is registered after one of a higher
 * priority (it counts back from the first of them, and puts the range before it).
 */

/** What is registered with a window under our names, and how high each lies. @typedef {Map<string, {rank: number, highlight: Highlight}>} Layers */

/** @type {WeakMap<Window, Layers>} */
const layersOf = new WeakMap();

/** @typedef {{view: Window & typeof globalThis, name: string, rank: number, highlight: Highlight}} Layer the highest rank lies on top */

/** Lays highlights on, each in its place among those that are there: those above it are registered anew. @param {Layer[]} layers */
export function layOn(layers) {
  for (const view of new Set(layers.map(({ view }) => view))) {
    const own = layers.filter((layer) => layer.view === view);
    const known = layersOf.get(view) ?? new Map();
    layersOf.set(view, known);
    own.forEach(({ name, rank, highlight }) => known.set(name, { rank, highlight }));
    const lowest = Math.min(...own.map(({ rank }) => rank));
    const fromLowest = [...known].filter(([, { rank }]) => rank >= lowest);
    for (const [name, { highlight }] of fromLowest.sort(([, one], [, other]) => one.rank - other.rank)) {
      // Chromium puts what is set anew on top, the others leave it where it was.
      view.CSS.highlights.delete(name);
      view.CSS.highlights.set(name, highlight);
    }
  }
}

/** Takes a highlight off, unless another was laid on since under its name. @param {Layer} layer */
export function layOff({ view, name, highlight }) {
  if (layersOf.get(view)?.get(name)?.highlight === highlight) layersOf.get(view)?.delete(name);
  if (view.CSS.highlights.get(name) === highlight) view.CSS.highlights.delete(name);
}
