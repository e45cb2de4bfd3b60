/**
 * Keeps the button in the corner clear of what the page keeps there itself: a cookie bar's own button must be within reach.
 * It needs nothing else, since a page loads it before anybody asks for the marks.
 */

/** When bars come that a page shows late, and how long one takes to go once the reader has answered, in milliseconds. */
const LATE = [0, 1500, 5000];
const GOING = 400;

/** How near to the window's lower edge a bar ends, and how far above it the button stands, in pixels. */
const EDGE = 32;
const GAP = 10;

/** What takes up more of the window's height is no bar. */
const MOST_HEIGHT = 0.6;

/** The elements that are Claimlight's. */
const OWN = /^claimlight-/;

/** Lifts `box` above bars at the window's lower edge, until the function it returns is called. @param {HTMLElement} box */
export function keepClear(box) {
  /** @type {Set<ReturnType<typeof setTimeout>>} */
  const waiting = new Set();
  // A bar may go without a click of the reader's that is heard here: it may be in a frame, or have had its time.
  /** @type {Set<Element>} */
  const seen = new Set();
  const hasGone = (/** @type {IntersectionObserverEntry} */ { isIntersecting, target }) =>
    // It may have gone before it was seen even once.
    isIntersecting ? void seen.add(target) : seen.has(target) || barOf(target) !== target;
  // What has slid out just beneath the window touches it still.
  const gone = new IntersectionObserver((entries) => entries.filter(hasGone).length > 0 && look(), {
    rootMargin: '-1px',
  });
  const look = () => {
    gone.disconnect();
    seen.clear();
    if (box.isConnected) lift(box).forEach((bar) => gone.observe(bar));
  };
  const soon = (/** @type {number} */ delay) => {
    const timer = setTimeout(() => (waiting.delete(timer), look()), delay);
    waiting.add(timer);
  };
  LATE.forEach(soon);
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('resize', look, { signal });
  document.addEventListener('click', () => soon(GOING), { capture: true, passive: true, signal });
  box.addEventListener('toggle', look, { signal });
  return () => {
    listening.abort();
    waiting.forEach(clearTimeout);
    gone.disconnect();
  };
}

/** Lifts it above the bars that it would stand on, and gives them. @param {HTMLElement} box @returns {Element[]} */
function lift(box) {
  if (box.popover && !box.matches(':popover-open')) return [];
  box.style.removeProperty('inset-block-end');
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const points = [left, (left + right) / 2, right - 1].flatMap((x) => [
    [x, top],
    [x, bottom - 1],
  ]);
  const around = points.flatMap(([x, y]) => elementsAt(document, x, y).map(barOf));
  const bars = [...new Set(around.filter((bar) => bar !== undefined))];
  const highest = Math.min(...bars.map((bar) => bar.getBoundingClientRect().top));
  if (bars.length) box.style.setProperty('inset-block-end', `${window.innerHeight - highest + GAP}px`);
  return bars;
}

/** What of the page stands at a point, in open shadow trees too. @param {Document | ShadowRoot} tree @param {number} x @param {number} y @returns {Element[]} */
function elementsAt(tree, x, y) {
  const found = tree.elementsFromPoint(x, y).filter((element) => element.getRootNode() === tree);
  const others = found.filter(({ localName }) => !OWN.test(localName));
  return others.flatMap((element) => [element, ...(element.shadowRoot ? elementsAt(element.shadowRoot, x, y) : [])]);
}

/** The bar that an element is or stands in, if it does in one. @param {Element} element */
function barOf(element) {
  for (let around = /** @type {Element | null} */ (element); around; around = around.parentElement) {
    if (!/fixed|sticky/.test(getComputedStyle(around).position)) continue;
    const { top, bottom, height } = around.getBoundingClientRect();
    // One that slid out may have left a tab in the window, to be called back by.
    const isInside = top < window.innerHeight;
    const isBar = isInside && bottom >= window.innerHeight - EDGE && height < window.innerHeight * MOST_HEIGHT;
    if (isBar) return around;
  }
  return undefined;
}
