/**
 * The grip that makes the panel wider, or higher where it lies below the text; with the arrow keys too.
 * @import { Speech } from '../interface/say.js'
 */
import { element } from '../interface/elements.js';

/** In pixels: narrower, the numbers no longer fit; wider, nothing is gained. */
export const LEAST_WIDTH = 280;
const MOST_WIDTH = 640;
const LEAST_HEIGHT = 160;

/** How far an arrow key moves it, in pixels. */
const KEY_STEP = 24;

/** @typedef {{isBelow: () => boolean, resized: (size: number) => void}} How whether the panel lies along the window's lower edge; told the size, in pixels */

/** `describe` says what it moves now. @param {Speech} speech @param {HTMLElement} panel @param {How} how @returns {{handle: HTMLElement, describe: () => void, leave: () => void}} */
export function grip({ say }, panel, { isBelow, resized }) {
  const handle = element('div', { class: 'grip', attributes: { role: 'separator', tabindex: 0 } });
  let box = { width: LEAST_WIDTH, height: LEAST_HEIGHT };
  const describe = () => {
    const { isSheet, least, most } = limits(isBelow());
    describeAs(handle, { isSheet, least, most, size: isSheet ? box.height : box.width }, say);
  };
  // Told the size when the browser knows it, nothing need be laid out to ask.
  const watcher = new ResizeObserver(([{ borderBoxSize }]) => {
    const [{ inlineSize, blockSize }] = borderBoxSize;
    box = { width: inlineSize, height: blockSize };
    if (inlineSize) describe();
  });
  watcher.observe(panel);
  /** @param {number} growth how much further out, in pixels @param {DOMRect} from */
  const grow = (growth, from) => {
    const { isSheet, least, most } = limits(isBelow());
    resized(Math.max(least, Math.min((isSheet ? from.height : from.width) + growth, most)));
  };
  handle.addEventListener('keydown', (event) => {
    const towards = isBelow() ? 'ArrowUp' : isLeft(panel) ? 'ArrowRight' : 'ArrowLeft';
    const away = { ArrowUp: 'ArrowDown', ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[towards];
    if (event.key !== towards && event.key !== away) return;
    event.preventDefault();
    grow(event.key === towards ? KEY_STEP : -KEY_STEP, panel.getBoundingClientRect());
  });
  handle.addEventListener('pointerdown', (event) => drag(event, handle, panel, { grow, isBelow }));
  return { handle, describe, leave: () => watcher.disconnect() };
}

/** Between which sizes it moves, in pixels. @param {boolean} isSheet */
function limits(isSheet) {
  const most = isSheet ? window.innerHeight - 48 : Math.min(MOST_WIDTH, window.innerWidth - 32);
  return { isSheet, least: isSheet ? LEAST_HEIGHT : LEAST_WIDTH, most };
}

/** The panel stands on the side that the article leaves free. @param {HTMLElement} panel */
function isLeft(panel) {
  return panel.parentElement?.dataset.side === 'left';
}

/** @param {HTMLElement} handle @param {{isSheet: boolean, size: number, least: number, most: number}} now @param {Speech['say']} say */
function describeAs(handle, { isSheet, size, least, most }, say) {
  handle.setAttribute('aria-orientation', isSheet ? 'horizontal' : 'vertical');
  handle.setAttribute('aria-label', say(isSheet ? 'resizeHeight' : 'resize'));
  handle.setAttribute('aria-valuemin', String(least));
  handle.setAttribute('aria-valuemax', String(Math.round(most)));
  handle.setAttribute('aria-valuenow', String(Math.round(size)));
}

/**
 * @param {PointerEvent} start @param {HTMLElement} handle @param {HTMLElement} panel
 * @param {{grow: (growth: number, from: DOMRect) => void, isBelow: () => boolean}} how
 */
function drag(start, handle, panel, { grow, isBelow }) {
  if (start.button !== 0) return;
  const from = panel.getBoundingClientRect();
  handle.setPointerCapture(start.pointerId);
  start.preventDefault();
  /** @param {PointerEvent} event */
  const move = (event) => {
    const across = isLeft(panel) ? event.clientX - start.clientX : start.clientX - event.clientX;
    grow(isBelow() ? start.clientY - event.clientY : across, from);
  };
  const end = () => handle.removeEventListener('pointermove', move);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('lostpointercapture', end, { once: true });
}
