/**
 * A list of which only what is near the window exists: five thousand findings scroll as smoothly as five.
 * Rows are kept in chunks; a chunk that is far away is empty and as high as it was, or as it may be expected to be.
 * @import { Finding } from '../findings.js'
 */
import { element } from '../interface/elements.js';

/** A chunk fills a tall window once: fewer would be built too often, more take too long to build in a frame. */
const N_ROWS = 25;

/** What a row with three lines of text takes, in pixels, before it was measured. */
const EXPECTED_HEIGHT = 96;

/** How far around the window chunks are kept filled. */
const MARGIN = '600px';

/**
 * @param {(finding: Finding) => HTMLElement} newRow
 */
export function windowed(newRow) {
  const scroller = element('div', { class: 'scroller', attributes: { role: 'list' } });
  /** @type {Finding[]} */
  let findings = [];
  /** @type {HTMLElement[]} */
  let chunks = [];
  const fill = (/** @type {HTMLElement} */ chunk) => {
    const first = chunks.indexOf(chunk) * N_ROWS;
    const rows = findings.slice(first, first + N_ROWS).map((finding, index) => {
      const row = newRow(finding);
      row.setAttribute('aria-setsize', String(findings.length));
      row.setAttribute('aria-posinset', String(first + index + 1));
      return row;
    });
    chunk.style.removeProperty('height');
    chunk.replaceChildren(...rows);
  };
  const watcher = new IntersectionObserver(
    (entries) =>
      entries.forEach(({ target, isIntersecting }) => {
        const chunk = /** @type {HTMLElement} */ (target);
        if (isIntersecting && !chunk.firstChild) fill(chunk);
        else if (!isIntersecting && chunk.firstChild && !chunk.contains(focusIn(chunk))) empty(chunk);
      }),
    { root: scroller, rootMargin: MARGIN },
  );

  /** @param {Finding[]} all @param {string} none what is said when there are none */
  const show = (all, none) => {
    watcher.disconnect();
    findings = all;
    const n = Math.ceil(all.length / N_ROWS);
    chunks = Array.from({ length: n }, (_, index) => newChunk(Math.min(N_ROWS, all.length - index * N_ROWS)));
    const nothing = element('p', {
      class: 'soft',
      text: none,
      style: { padding: '1em 1.2857em' },
      attributes: { role: 'listitem' },
    });
    scroller.replaceChildren(...(n ? chunks : [nothing]));
    if (n) fill(chunks[0]);
    chunks.forEach((chunk) => watcher.observe(chunk));
  };
  return {
    scroller,
    show,
    redraw: () => redraw(scroller, chunks, fill),
    reveal: (/** @type {Finding} */ finding) => reveal(finding, findings, chunks, fill),
    leave: () => watcher.disconnect(),
  };
}

/** @param {number} nRows */
function newChunk(nRows) {
  return element('div', { attributes: { role: 'presentation' }, style: { height: `${nRows * EXPECTED_HEIGHT}px` } });
}

/** @param {HTMLElement} chunk */
function empty(chunk) {
  chunk.style.height = `${chunk.getBoundingClientRect().height}px`;
  chunk.replaceChildren();
}

/** @param {HTMLElement} chunk */
function focusIn(chunk) {
  return /** @type {ShadowRoot} */ (chunk.getRootNode()).activeElement ?? null;
}

/** Builds the rows that exist anew, and leaves the focus and the scroll where they were. @param {HTMLElement} scroller @param {HTMLElement[]} chunks @param {(chunk: HTMLElement) => void} fill */
function redraw(scroller, chunks, fill) {
  const focused = focusIn(scroller)?.closest('.finding')?.getAttribute('data-id');
  const { scrollTop } = scroller;
  chunks.filter((chunk) => chunk.firstChild).forEach(fill);
  scroller.scrollTop = scrollTop;
  const row = focused && scroller.querySelector(`[data-id="${focused}"] > button`);
  if (row instanceof HTMLElement) row.focus({ preventScroll: true });
}

/** Scrolls the list, and nothing but the list, to a finding. @param {Finding} finding @param {Finding[]} findings @param {HTMLElement[]} chunks @param {(chunk: HTMLElement) => void} fill */
function reveal(finding, findings, chunks, fill) {
  const index = findings.findIndex(({ id }) => id === finding.id);
  const chunk = chunks[Math.floor(index / N_ROWS)];
  if (!chunk) return;
  if (!chunk.firstChild) fill(chunk);
  const row = chunk.children[index % N_ROWS];
  const scroller = /** @type {HTMLElement} */ (chunk.parentElement);
  const view = scroller.getBoundingClientRect();
  const box = row.getBoundingClientRect();
  if (box.top < view.top || box.bottom > view.bottom) scroller.scrollTop += box.top - view.top - 12;
}
