/**
 * Which highlight lies over which: the order in which they are registered says it, and nothing else. A `priority` would
 * say the same; but WebKit (2.50) ends the page when, of four ranges on a line, one is registered after one of a higher
 * priority (it counts back from the first of them, and puts the range before it).
 */

/** The highest rank lies on top. @typedef {{view: Window & typeof globalThis, name: string, rank: number, highlight: Highlight, ranges: AbstractRange[]}} Layer */

/** What is registered with each window under our names. @type {WeakMap<Window, Map<string, {layer: Layer, shown: Highlight}>>} */
const registered = new WeakMap();

/** Lays highlights on, each in its place among those that are there: those above it are registered anew. @param {Layer[]} layers */
export function layOn(layers) {
  for (const view of new Set(layers.map(({ view }) => view))) {
    const own = layers.filter((layer) => layer.view === view);
    const known = registered.get(view) ?? new Map();
    registered.set(view, known);
    const lowest = Math.min(...own.map(({ rank }) => rank));
    own.forEach((layer) => known.delete(layer.name));
    const above = [...known.values()].map(({ layer }) => layer).filter(({ rank }) => rank > lowest);
    for (const layer of [...own, ...above].sort((one, other) => one.rank - other.rank)) {
      const shown = above.includes(layer) ? again(layer) : layer.highlight;
      known.set(layer.name, { layer, shown });
      // Chromium puts what is set anew on top, the others leave it where it was.
      view.CSS.highlights.delete(layer.name);
      view.CSS.highlights.set(layer.name, shown);
    }
  }
}

/**
 * A highlight of the same words, which follow the page's edits as those of the first do. WebKit paints none that was
 * registered before, and of a live range that two highlights share it tells only the one that is registered when it looks.
 * @param {Omit<Layer, 'highlight'>} layer
 */
function again({ view, ranges }) {
  return new view.Highlight(...ranges.map((range) => (isLive(range) ? range.cloneRange() : new StaticRange(range))));
}

/** Of whichever window it is. @param {AbstractRange} range @returns {range is Range} */
const isLive = (range) => 'cloneRange' in range;

/** A highlight of the same words as they are now, which costs the page nothing when it changes. @param {Omit<Layer, 'highlight'>} layer */
export function still({ view, ranges }) {
  return new view.Highlight(...ranges.map((range) => new StaticRange(range)));
}

/** Takes a highlight off, unless another was laid on since under its name. @param {Layer} layer */
export function layOff({ view, name, highlight }) {
  const known = registered.get(view);
  const found = known?.get(name);
  if (!known || found?.layer.highlight !== highlight) return;
  known.delete(name);
  if (view.CSS.highlights.get(name) === found.shown) view.CSS.highlights.delete(name);
}
