/**
 * The one element Claimlight adds to a page. Everything it draws itself stands in that element's shadow root, so
 * that neither the page's styles reach it nor its the page.
 * @import { Colour } from '../page/colour.js'
 * @import { Speech } from './say.js'
 */
import { css } from '../page/colour.js';
import { INKS, isLight, palette } from '../paint/palette.js';

export const HOST = 'claimlight-host';

/** How often the host is put back into a page that took it away, as pages do that write themselves anew. */
const MOST_KEPT = 3;

/** The interface's own paper, as its sheet has it; inks are measured against it. @type {Record<'light' | 'dark', Colour>} */
const PAPERS = { light: [1, 1, 1, 1], dark: [0.11, 0.118, 0.133, 1] };

/** @typedef {{host: HTMLElement, root: ShadowRoot, surface: HTMLElement, wear: (background: Colour) => void, keep: () => void, remove: () => void}} Host */

/**
 * @param {Document} document @param {Speech} speech @param {string[]} sheets
 * @returns {Host}
 */
export function newHost(document, speech, sheets) {
  const host = document.createElement(HOST);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheets.map(styleSheet);
  const surface = document.createElement('div');
  surface.className = 'surface';
  surface.lang = speech.language;
  surface.dir = speech.direction;
  root.append(surface);
  // Not in <body>: frameworks that own it would meet a child they do not know.
  document.documentElement.append(host);
  let nKept = 0;
  return {
    host,
    root,
    surface,
    wear: (background) => wear(surface, background),
    keep() {
      // A page that took it away more often does not want it; two who insist would go on for ever.
      if (!host.isConnected && nKept++ < MOST_KEPT) document.documentElement.append(host);
    },
    remove: () => host.remove(),
  };
}

/** @param {string} text */
function styleSheet(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Dresses the interface light or dark, as the page it stands on is. @param {HTMLElement} surface @param {Colour} background */
function wear(surface, background) {
  const scheme = isLight(background) ? 'light' : 'dark';
  surface.dataset.scheme = scheme;
  const inks = Object.entries(palette(PAPERS[scheme]));
  inks.forEach(([layer, ink]) => surface.style.setProperty(`--ink-${layer}`, css(ink)));
}

/** Every layer has an ink here. */
export const LAYER_INKS = Object.fromEntries(Object.keys(INKS).map((layer) => [layer, `var(--ink-${layer})`]));

/**
 * Listens, until the function it returns is called.
 * @param {EventTarget} target @param {string} type @param {(event: any) => void} listener @param {AddEventListenerOptions} [options]
 * @returns {() => void}
 */
export function listen(target, type, listener, options) {
  target.addEventListener(type, listener, options);
  return () => target.removeEventListener(type, listener, options);
}

/** Calls all of these. @param {(() => void)[]} takeOffs */
export function all(...takeOffs) {
  return () => takeOffs.forEach((takeOff) => takeOff());
}

/** @template {(...values: any[]) => void} Act @param {Act} act @returns {Act} calls it at most once a frame, with the last values */
export function oncePerFrame(act) {
  /** @type {any[] | undefined} */
  let waiting;
  return /** @type {Act} */ (
    (...values) => {
      if (!waiting) {
        requestAnimationFrame(() => {
          const last = /** @type {any[]} */ (waiting);
          waiting = undefined;
          act(...last);
        });
      }
      waiting = values;
    }
  );
}
