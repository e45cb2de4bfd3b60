/** Room below the page for a panel along the window's lower edge, or the last lines could never be read. */
import { element } from '../interface/elements.js';
import { all, listen, oncePerFrame } from '../interface/host.js';

/**
 * Lets the page scroll as much further as the panel is high, while it stands below, until the function it returns is called.
 * The room is an element of ours that stands below all that is on the page; no style of the page's own is touched.
 * @param {HTMLElement} surface @param {HTMLElement} panel @param {() => boolean} isBelow
 */
export function footRoom(surface, panel, isBelow) {
  const room = element('div', { class: 'foot-room' });
  surface.append(room);
  /** How high what is in the page's own box was, when it was fitted last; the room is none of it. */
  let content = NaN;
  const fit = () => {
    const { scrollY } = window;
    room.style.display = 'none';
    const height = isBelow() ? panel.offsetHeight : 0;
    content = height ? document.body.scrollHeight : NaN;
    if (!height) return;
    const { scrollHeight } = /** @type {Element} */ (document.scrollingElement ?? document.documentElement);
    Object.assign(room.style, { display: 'block', top: `${scrollHeight}px`, height: `${height}px` });
    // In quirks mode the room is some of it.
    if (document.compatMode !== 'CSS1Compat') content = document.body.scrollHeight;
    // Who reads the last lines goes on reading them.
    if (window.scrollY !== scrollY) window.scrollTo({ top: scrollY, behavior: 'instant' });
  };
  // It tells of opening, closing and another place, too; of what grows or goes out of the page's own boxes, scrolling does.
  // In a frame of its own: the page's boxes are watched too, and a scroll bar that comes changes them.
  const fitSoon = oncePerFrame(fit);
  const watcher = new ResizeObserver(() => fitSoon());
  const watched = [panel, document.documentElement, document.body];
  watched.forEach((part) => watcher.observe(part));
  const isOther = () => content >= 0 && document.body.scrollHeight !== content;
  const scrolled = oncePerFrame(() => isOther() && fit());
  return all(
    () => watcher.disconnect(),
    listen(window, 'scroll', scrolled, { passive: true }),
    scrolled.cancel,
    fitSoon.cancel,
    () => room.remove(),
  );
}
