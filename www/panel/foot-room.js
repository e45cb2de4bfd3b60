/** Room below the page for a panel along the window's lower edge, or the last lines could never be read. */
import { element } from '../interface/elements.js';
import { all, listen, oncePerFrame } from '../interface/host.js';

/** How high the panel stands below, and of the page without the room how high it is and what is in its own box; in pixels. @typedef {{height: number, top: number, content: number}} Fit */

/** @type {Fit} */
const NONE = { height: 0, top: 0, content: NaN };

/**
 * Lets the page scroll as much further as the panel is high, while it stands below, until the function it returns is called.
 * The room is an element of ours that stands below all that is on the page; no style of the page's own is touched.
 * @param {HTMLElement} surface @param {HTMLElement} panel @param {() => boolean} isBelow
 */
export function footRoom(surface, panel, isBelow) {
  const room = element('div', { class: 'foot-room' });
  surface.append(room);
  let fitted = NONE;
  const write = (/** @type {Fit} */ fit) => shape(room, (fitted = fit));
  // Under the room nothing is measured that has become shorter: it is taken away for that.
  const fitAnew = () => {
    const { scrollY } = window;
    write(NONE);
    write(measured(panel, isBelow()));
    // Who reads the last lines goes on reading them.
    if (window.scrollY !== scrollY) window.scrollTo({ top: scrollY, behavior: 'instant' });
  };
  const scrolled = oncePerFrame(() => fitted.height && isOther(fitted) && fitAnew());
  // In a frame of its own: the page's boxes are watched too, and a scroll bar that comes changes them.
  const draw = oncePerFrame((/** @type {() => void} */ fit) => fit());
  // It tells of opening, closing and another place, too, when all is laid out and to measure costs nothing; of what grows or
  // goes out of the page's own boxes, scrolling does.
  const watcher = new ResizeObserver(() => {
    const fit = measured(panel, isBelow());
    const isBoth = fitted.height && fit.height;
    if (isBoth && isOther(fitted)) draw(fitAnew);
    else draw(() => write(isBoth ? { ...fitted, height: fit.height } : fit));
  });
  const watched = [panel, document.documentElement, document.body];
  watched.forEach((part) => watcher.observe(part));
  return all(
    () => watcher.disconnect(),
    listen(window, 'scroll', scrolled, { passive: true }),
    scrolled.cancel,
    draw.cancel,
    () => room.remove(),
  );
}

/** What room is needed now. @param {HTMLElement} panel @param {boolean} isBelow @returns {Fit} */
function measured(panel, isBelow) {
  const height = isBelow ? panel.offsetHeight : 0;
  const { scrollHeight } = /** @type {Element} */ (document.scrollingElement ?? document.documentElement);
  return height ? { height, top: scrollHeight, content: document.body.scrollHeight } : NONE;
}

/** Whether something else is in the page than when this was measured. The room is none of what is in the page's own box, but in quirks mode some of it. @param {Fit} fitted */
function isOther({ height, top, content }) {
  return document.body.scrollHeight !== (document.compatMode === 'CSS1Compat' ? content : top + height);
}

/** @param {HTMLElement} room @param {Fit} fit */
function shape({ style }, { height, top }) {
  Object.assign(style, { display: height ? 'block' : 'none', top: `${top}px`, height: `${height}px` });
}
