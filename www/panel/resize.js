/**
 * The grip that makes the panel wider, or on a phone higher; with the arrow keys too.
 * @import { Speech } from '../interface/say.js'
 */
import { element } from '../interface/elements.js';

/** In pixels: narrower, the numbers no longer fit; wider, nothing is gained. */
const LEAST_WIDTH = 280;
const MOST_WIDTH = 640;
const LEAST_HEIGHT = 160;

/** How far an arrow key moves it, in pixels. */
const KEY_STEP = 24;

/** @param {Speech} speech @param {HTMLElement} panel */
export function grip({ say }, panel) {
  const attributes = {
    role: 'separator',
    tabindex: 0,
    'aria-orientation': 'vertical',
    'aria-label': say('resize'),
    'aria-valuemin': LEAST_WIDTH,
    'aria-valuemax': MOST_WIDTH,
    'aria-valuenow': 350,
  };
  const handle = element('div', { class: 'grip', attributes });
  /** @param {number} growth how much further out, in pixels @param {DOMRect} from */
  const grow = (growth, from) => {
    const isSheet = isBottomSheet(panel);
    const most = isSheet ? window.innerHeight - 48 : Math.min(MOST_WIDTH, window.innerWidth - 32);
    const least = isSheet ? LEAST_HEIGHT : LEAST_WIDTH;
    const size = Math.max(least, Math.min((isSheet ? from.height : from.width) + growth, most));
    panel.style.setProperty(isSheet ? '--height' : '--width', `${size}px`);
    describe(handle, { isSheet, size, least, most }, say);
  };
  handle.addEventListener('keydown', (event) => {
    const towards = isBottomSheet(panel) ? 'ArrowUp' : isLeft(panel) ? 'ArrowRight' : 'ArrowLeft';
    const away = { ArrowUp: 'ArrowDown', ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[towards];
    if (event.key !== towards && event.key !== away) return;
    event.preventDefault();
    grow(event.key === towards ? KEY_STEP : -KEY_STEP, panel.getBoundingClientRect());
  });
  handle.addEventListener('pointerdown', (event) => drag(event, handle, panel, grow));
  return handle;
}

/** The panel stands on the side that the article leaves free. @param {HTMLElement} panel */
function isLeft(panel) {
  return panel.parentElement?.dataset.side === 'left';
}

/** A sheet lies along the window's lower edge. @param {HTMLElement} panel */
function isBottomSheet(panel) {
  return panel.ownerDocument.defaultView?.matchMedia('(max-width: 36em)').matches ?? false;
}

/** @param {HTMLElement} handle @param {{isSheet: boolean, size: number, least: number, most: number}} now @param {Speech['say']} say */
function describe(handle, { isSheet, size, least, most }, say) {
  handle.setAttribute('aria-orientation', isSheet ? 'horizontal' : 'vertical');
  handle.setAttribute('aria-label', say(isSheet ? 'resizeHeight' : 'resize'));
  handle.setAttribute('aria-valuemin', String(least));
  handle.setAttribute('aria-valuemax', String(Math.round(most)));
  handle.setAttribute('aria-valuenow', String(Math.round(size)));
}

/**
 * @param {PointerEvent} start @param {HTMLElement} handle @param {HTMLElement} panel
 * @param {(growth: number, from: DOMRect) => void} grow
 */
function drag(start, handle, panel, grow) {
  if (start.button !== 0) return;
  const from = panel.getBoundingClientRect();
  handle.setPointerCapture(start.pointerId);
  start.preventDefault();
  /** @param {PointerEvent} event */
  const move = (event) => {
    const across = isLeft(panel) ? event.clientX - start.clientX : start.clientX - event.clientX;
    grow(isBottomSheet(panel) ? start.clientY - event.clientY : across, from);
  };
  const end = () => handle.removeEventListener('pointermove', move);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('lostpointercapture', end, { once: true });
}
