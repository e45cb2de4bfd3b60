/** Room below the page for a panel along the window's lower edge, or the last lines could never be read. */
import { all } from '../interface/host.js';

/**
 * Lets the page scroll as much further as the panel is high, while it stands below, until the function it returns is called.
 * @param {HTMLElement} panel @param {() => boolean} isBelow
 */
export function footRoom(panel, isBelow) {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  let room = 0;
  // It tells of opening, closing and another place, too.
  const watcher = new ResizeObserver(() => {
    const needed = isBelow() ? panel.offsetHeight : 0;
    if (needed === room) return;
    room = needed;
    sheet.replaceSync(room ? `@media screen { :root { padding-block-end: ${room}px } }` : '');
  });
  watcher.observe(panel);
  return all(
    () => watcher.disconnect(),
    () => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)),
  );
}
