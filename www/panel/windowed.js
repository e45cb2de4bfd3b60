/**
 * A list of which only what is near the window exists: five thousand findings scroll as smoothly as five.
 * Rows are kept in chunks; a chunk that is far away is empty and as high as it was, or as it may be expected to be.
 * @import { Finding } from '../findings.js'
 */
import { element } from '../interface/elements.js';

/**
 * How many rows come and go together. Whenever anything in a document changes, Chromium looks at every painted range
 * anew and paints the article again, which takes longer than many rows; so the list changes seldom, and by much: flicked
 * through, in one frame of thirty.
 */
const N_ROWS = 40;

/** What a row with three lines of text takes, in pixels, before it was measured. */
const EXPECTED_HEIGHT = 96;

/** How far around the window chunks are kept filled. */
const MARGIN = '1000px';

export class Windowed {
  /** @type {Finding[]} */
  #findings = [];
  /** @type {HTMLElement[]} */
  #chunks = [];
  /** The chunks near the window. @type {Set<HTMLElement>} */
  #near = new Set();
  #newRow;
  #watcher;

  /** @param {(finding: Finding) => HTMLElement} newRow @param {string} keys what keys do here, in words */
  constructor(newRow, keys) {
    this.#newRow = newRow;
    // Firefox stops at whatever scrolls; here its rows are what is stopped at.
    const attributes = { role: 'list', tabindex: -1, 'aria-description': keys };
    this.scroller = element('div', { class: 'scroller', attributes, on: { keydown: (event) => this.#walk(event) } });
    this.#watcher = new IntersectionObserver((entries) => this.#see(entries), {
      root: this.scroller,
      rootMargin: MARGIN,
    });
  }

  /** @param {Finding[]} findings @param {Node | string} none what is said when there are none */
  show(findings, none) {
    this.#watcher.disconnect();
    this.#findings = findings;
    this.#chunks = [];
    this.#near.clear();
    for (let first = 0; first < findings.length; first += N_ROWS) {
      this.#chunks.push(newChunk(Math.min(N_ROWS, findings.length - first)));
    }
    this.scroller.replaceChildren(...(findings.length ? this.#chunks : [nothing(none)]));
    if (findings.length) this.#fill(this.#chunks[0]);
    this.#chunks.forEach((chunk) => this.#watcher.observe(chunk));
  }

  /** Builds anew the row that was open and the one that is to be, in sight; who had the focus in a row of these has it in the one that is open. @param {Finding | undefined} finding */
  redraw(finding) {
    const focused = focusIn(this.scroller);
    const { scrollTop } = this.scroller;
    const ids = [...this.scroller.querySelectorAll('.finding[data-open]')].map((row) => row.getAttribute('data-id'));
    for (const id of new Set([...ids, finding?.id])) {
      const index = this.#findings.findIndex((other) => other.id === id);
      this.#rowOf(id)?.replaceWith(this.#row(index));
    }
    this.scroller.scrollTop = scrollTop;
    if (finding) this.reveal(finding);
    if (!focused || focused.isConnected) return;
    this.#focus(this.#rowOf(finding?.id ?? focused.closest('.finding')?.getAttribute('data-id')));
  }

  /** Does `show`, and leaves the list scrolled to the finding it was scrolled to. @param {() => void} show */
  keepingPlace(show) {
    const { top } = this.scroller.getBoundingClientRect();
    const rows = [...this.scroller.querySelectorAll('.finding')];
    const first = rows.find((row) => row.getBoundingClientRect().bottom > top);
    const id = first?.getAttribute('data-id');
    const offset = first ? first.getBoundingClientRect().top - top : 0;
    const focused = focusIn(this.scroller)?.closest('.finding')?.getAttribute('data-id');
    show();
    const finding = this.#findings.find((finding) => finding.id === id);
    if (!finding) return;
    this.reveal(finding);
    this.scroller.scrollTop += (this.#rowOf(finding.id)?.getBoundingClientRect().top ?? 0) - top - offset;
    if (focused) buttonOf(this.#rowOf(focused))?.focus({ preventScroll: true });
  }

  /** Scrolls the list, and nothing but the list, to a finding. @param {Finding} finding */
  reveal(finding) {
    const index = this.#findings.findIndex(({ id }) => id === finding.id);
    const row = this.#built(index);
    if (!row) return;
    const [box, view] = boxes(row, this.scroller);
    if (box.top < view.top || box.bottom > view.bottom) this.scroller.scrollTop += box.top - view.top - 12;
  }

  /** Keys lead from row to row as from heading to heading of an accordion (ARIA authoring practices), and by pages. @param {KeyboardEvent} event */
  #walk(event) {
    const row = /** @type {HTMLElement} */ (event.target).closest('.finding > button')?.parentElement;
    if (!row || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const last = this.#findings.length - 1;
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / EXPECTED_HEIGHT));
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, End: last, Home: -last };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    this.#focus(this.#built(Math.max(0, Math.min(last, Number(row.getAttribute('aria-posinset')) - 1 + step))));
  }

  /** Gives the keyboard to a row, in sight. @param {Element | null | undefined} row */
  #focus(row) {
    const button = buttonOf(row);
    if (!button) return;
    const [box, view] = boxes(button, this.scroller);
    this.scroller.scrollTop += Math.min(0, box.top - view.top) || Math.max(0, box.bottom - view.bottom);
    button.focus({ preventScroll: true });
  }

  leave() {
    this.#watcher.disconnect();
  }

  /** What has gone far stays until something else comes near, so that both are one change. @param {IntersectionObserverEntry[]} entries */
  #see(entries) {
    for (const { target, isIntersecting } of entries) {
      const chunk = /** @type {HTMLElement} */ (target);
      // What was noticed of a list before this one is told after it has gone.
      if (isIntersecting && this.scroller.contains(chunk)) this.#near.add(chunk);
      else this.#near.delete(chunk);
    }
    const bare = [...this.#near].filter((chunk) => !chunk.firstChild);
    if (!bare.length) return;
    emptyAll(
      this.#chunks.filter((chunk) => chunk.firstChild && !this.#near.has(chunk) && !chunk.contains(focusIn(chunk))),
    );
    // What is built above the row that has the keyboard is higher or lower than was expected.
    const row = focusIn(this.scroller)?.closest('.finding');
    const before = row?.getBoundingClientRect().top ?? 0;
    bare.forEach((chunk) => this.#fill(chunk));
    if (row) this.scroller.scrollTop += row.getBoundingClientRect().top - before;
  }

  /** The row of a finding, if it is built. @param {string | null | undefined} id */
  #rowOf(id) {
    return this.scroller.querySelector(`[data-id="${id}"]`);
  }

  /** The row at this place, built if it was not; none where there is none. @param {number} index */
  #built(index) {
    const chunk = this.#chunks[Math.floor(index / N_ROWS)];
    if (chunk && !chunk.firstChild) this.#fill(chunk);
    return chunk?.children[index % N_ROWS];
  }

  /** @param {HTMLElement} chunk */
  #fill(chunk) {
    const first = this.#chunks.indexOf(chunk) * N_ROWS;
    const some = this.#findings.slice(first, first + N_ROWS);
    const rows = some.map((_, index) => this.#row(first + index));
    chunk.style.removeProperty('height');
    chunk.replaceChildren(...rows);
  }

  /** @param {number} index */
  #row(index) {
    const row = this.#newRow(this.#findings[index]);
    row.setAttribute('aria-setsize', String(this.#findings.length));
    row.setAttribute('aria-posinset', String(index + 1));
    return row;
  }
}

/** @param {Node | string} said */
function nothing(said) {
  const attributes = { role: 'listitem' };
  return element('div', { class: 'soft', style: { padding: '1em 1.2857em' }, attributes }, said);
}

/** @param {number} nRows */
function newChunk(nRows) {
  const style = { height: `${nRows * EXPECTED_HEIGHT}px` };
  return element('div', { attributes: { role: 'presentation' }, style });
}

/** All are measured before any is changed. @param {HTMLElement[]} chunks */
function emptyAll(chunks) {
  const heights = chunks.map((chunk) => chunk.getBoundingClientRect().height);
  chunks.forEach((chunk, index) => {
    chunk.style.height = `${heights[index]}px`;
    chunk.replaceChildren();
  });
}

/** @param {Element | null | undefined} row */
function buttonOf(row) {
  return row?.querySelector('button');
}

/** @param {...Element} parts */
function boxes(...parts) {
  return parts.map((part) => part.getBoundingClientRect());
}

/** @param {HTMLElement} part */
function focusIn(part) {
  return /** @type {ShadowRoot} */ (part.getRootNode()).activeElement ?? null;
}
