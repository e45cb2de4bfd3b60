/** Room below the page for a panel along the window's lower edge, or the last lines could never be read. */
import { element } from '../interface/elements.js';
import { all, listen, oncePerFrame } from '../interface/host.js';

/** How high the panel stands below, and how high the page without the room and what is on it; in pixels. @typedef {{height: number, top: number, content: number}} Fit */

/** @type {Fit} */
const NONE = { height: 0, top: 0, content: 0 };

/**
 * Lets the page scroll as much further as the panel is high, while it stands below, until the function it returns is called.
 * The room is an element of ours that stands below all that is on the page; no style of the page's own is touched.
 * @param {HTMLElement} surface @param {HTMLElement} panel @param {() => boolean} isBelow
 */
export function footRoom(surface, panel, isBelow) {
  const room = element('div', { class: 'foot-room' });
  surface.append(room);
  let fitted = NONE;
  /** How high the page is with the room. */
  let known = '';
  const write = (/** @type {Fit} */ fit) => {
    shape(room, (fitted = fit));
    // As far as it is known before that is laid out: where a scroll bar makes it otherwise, it is fitted anew, once.
    known = `${fit.top + fit.height} ${fit.content}`;
  };
  // Under the room nothing is measured that has become shorter: it is taken away for that.
  const fitAnew = () => {
    const [{ scrollY }, { height }] = [window, fitted];
    write(NONE);
    write(measured(panel, isBelow(), height));
    known = heights();
    // Who reads the last lines goes on reading them.
    if (window.scrollY !== scrollY) window.scrollTo({ top: scrollY, behavior: 'instant' });
  };
  const scrolled = oncePerFrame(() => fitted.height && heights() !== known && fitAnew());
  // In a frame of its own: the page's boxes are watched too, and a scroll bar that comes changes them.
  const draw = oncePerFrame((/** @type {() => void} */ fit) => fit());
  // It tells of opening, closing and another place, too, when all is laid out and to measure costs nothing; of what grows or
  // goes out of the page's own boxes, scrolling does.
  const look = () => {
    const fit = measured(panel, isBelow(), fitted.height);
    const isBoth = fitted.height && fit.height;
    if (isBoth && heights() !== known) draw(fitAnew);
    else if (fit.height !== fitted.height) draw(() => write(isBoth ? { ...fitted, height: fit.height } : fit));
  };
  return all(
    whenResized([panel, document.documentElement, document.body], look),
    listen(window, 'scroll', scrolled, { passive: true }),
    scrolled.cancel,
    draw.cancel,
    () => room.remove(),
  );
}

/** @param {Element[]} parts @param {() => void} act @returns {() => void} watches no more */
function whenResized(parts, act) {
  const watcher = new ResizeObserver(() => act());
  parts.forEach((part) => watcher.observe(part));
  return () => watcher.disconnect();
}

/**
 * What room is needed now. One that only makes way for a card on a telephone is there all the same.
 * @param {HTMLElement} panel @param {boolean} isBelow @param {number} before how high it was, in pixels @returns {Fit}
 */
function measured(panel, isBelow, before) {
  const height = isBelow ? panel.offsetHeight || (panel.matches(':popover-open') ? before : 0) : 0;
  return height ? { height, top: scrollHeight(), content: contentHeight() } : NONE;
}

/** How far the page can be scrolled, in pixels. */
function scrollHeight() {
  return (document.scrollingElement ?? document.documentElement).scrollHeight;
}

/** How high what is on the page is, in pixels. The room is none of it; in quirks mode it is some of what the body's box scrolls. */
function contentHeight() {
  const { body, compatMode } = document;
  return compatMode === 'CSS1Compat' ? body.scrollHeight : body.offsetHeight;
}

/** How high the page is, and what is on it. */
function heights() {
  return `${scrollHeight()} ${contentHeight()}`;
}

/** @param {HTMLElement} room @param {Fit} fit */
function shape({ style }, { height, top }) {
  Object.assign(style, { display: height ? 'block' : 'none', top: `${top}px`, height: `${height}px` });
}
