/**
 * The one element Claimlight adds to a page. Everything it draws itself stands in that element's shadow root, so
 * that neither the page's styles reach it nor its the page.
 * @import { Colour } from '../page/colour.js'
 * @import { Speech } from './say.js'
 */
import { INKS, isLight } from '../paint/palette.js';
import { inksOn } from '../paint/sheet.js';

export const HOST = 'claimlight-host';

/** How often the host is put back into a page that took it away, as pages do that write themselves anew. */
const MOST_KEPT = 3;

/** The interface's own paper, as its sheet has it; inks are measured against it. @type {Record<'light' | 'dark', Colour>} */
const PAPERS = { light: [1, 1, 1, 1], dark: [0.11, 0.118, 0.133, 1] };

/** Told of what happens, and of what is drawn on. @typedef {(type: string, detail: any, host: Host) => void} Confidant */

/** @type {Confidant | undefined} */
let confidant;

/**
 * From now on the page is told nothing, and the interface is closed to it: what an extension's reader looks at is none of
 * the page's business.
 * @param {Confidant} hear
 */
export function confideIn(hear) {
  confidant = hear;
}

/** @typedef {{host: HTMLElement, root: ShadowRoot, surface: HTMLElement, tell: (type: string, detail: object) => void, wear: (background: Colour) => void, convert: (text: string) => string | undefined, speak: (speech: Speech) => void, keep: () => boolean, isReplaced: () => boolean, remove: () => void}} Host */

/**
 * @param {Document} document @param {Speech} speech @param {string[]} sheets
 * @returns {Host}
 */
export function newHost(document, speech, sheets) {
  const host = document.createElement(HOST);
  const root = host.attachShadow({ mode: confidant ? 'closed' : 'open' });
  root.adoptedStyleSheets = sheets.map(styleSheet);
  const surface = document.createElement('div');
  surface.className = 'surface';
  speak(surface, speech);
  root.append(surface);
  // Not in <body>: frameworks that own it would meet a child they do not know.
  document.documentElement.append(host);
  keepKeys(host);
  let nKept = 0;
  /** @type {Host} */
  const own = {
    host,
    root,
    surface,
    tell: (type, detail) => (confidant ? confidant(type, detail, own) : tellPage(host, type, detail)),
    wear: (background) => wear(surface, background),
    convert: (text) => convert(surface, text),
    speak: (speech) => speak(surface, speech),
    keep() {
      // A page that took it away more often does not want it; two who insist would go on for ever.
      if (!host.isConnected && nKept++ < MOST_KEPT) document.documentElement?.append(host);
      return host.isConnected;
    },
    isReplaced: () => !host.isConnected && document.querySelector(`html > ${HOST}`) !== null,
    remove: () => host.remove(),
  };
  return own;
}

/** @param {HTMLElement} host @param {string} type @param {object} detail */
function tellPage(host, type, detail) {
  const event = new CustomEvent(`claimlight:${type}`, { detail, bubbles: true, composed: true });
  // What the page has taken away cannot be heard there.
  (host.isConnected ? host : document).dispatchEvent(event);
}

/** @param {HTMLElement} surface @param {Speech} speech */
function speak(surface, { language, direction }) {
  surface.lang = language;
  surface.dir = direction;
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
  const inks = Object.entries(inksOn(PAPERS[scheme]));
  inks.forEach(([layer, ink]) => surface.style.setProperty(`--ink-${layer}`, ink));
}

/**
 * What the browser makes of a colour in any form (`oklch(…)`, `color(display-p3 …)`), as red, green and blue.
 * @param {HTMLElement} surface @param {string} text
 */
function convert(surface, text) {
  const probe = document.createElement('i');
  // Where the system chooses the colours, it would choose this one too.
  probe.style.setProperty('forced-color-adjust', 'none');
  probe.style.color = `color(from ${text} srgb r g b / alpha)`;
  if (!probe.style.color) return undefined;
  surface.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** What is typed in the interface is no shortcut of the page's. @param {HTMLElement} host */
function keepKeys(host) {
  for (const type of ['keydown', 'keypress', 'keyup']) host.addEventListener(type, (event) => event.stopPropagation());
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
  return () => callEach(takeOffs);
}

/** Calls each, also when one before it fails; the first fault is thrown when all were called. @param {(() => void)[]} acts */
export function callEach(acts) {
  /** @type {unknown[]} */
  const faults = [];
  for (const act of acts) {
    try {
      act();
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length) throw faults[0];
}

/**
 * Calls it at most once a frame, with the last values; `cancel` takes back a call that waits for its frame.
 * @template {any[]} Values
 * @param {(...values: Values) => void} act
 * @returns {((...values: Values) => void) & {cancel: () => void}}
 */
export function oncePerFrame(act) {
  /** @type {Values | undefined} */
  let waiting;
  let frame = 0;
  const call = (/** @type {Values} */ ...values) => {
    if (!waiting) frame = requestAnimationFrame(run);
    waiting = values;
  };
  const run = () => {
    const last = /** @type {Values} */ (waiting);
    waiting = undefined;
    act(...last);
  };
  const cancel = () => {
    cancelAnimationFrame(frame);
    waiting = undefined;
  };
  return Object.assign(call, { cancel });
}
