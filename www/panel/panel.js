/**
 * The panel: everything found, as the accessible view; small it is a button in the corner.
 * @import { PanelState } from '../options.js'
 * @import { Host } from '../interface/host.js'
 * @import { Reading } from '../reading.js'
 */
import { drawing, element, iconButton } from '../interface/elements.js';
import { all } from '../interface/host.js';
import { footnote } from './overview.js';
import { provenance } from './provenance.js';
import { grip } from './resize.js';
import { rooms } from './rooms.js';

/** What the panel takes of the window's width, in pixels, with the gaps at its sides. */
const PANEL_WIDTH = 380;

/**
 * Draws the panel, until the function it returns is called.
 * @param {Reading} reading @param {Host} host @param {{state: PanelState, stop: () => void, notice?: string}} how
 * @returns {() => void}
 */
export function panel(reading, host, { state, stop, notice }) {
  if (state === 'none') return () => {};
  const { say } = reading.speech;
  const shell = rooms(reading);
  const body = reading.all.length
    ? [
        element('nav', { attributes: { 'aria-label': say('rooms') } }, shell.tabs),
        notice ? noticed(notice) : null,
        shell.room,
      ]
    : [element('div', { class: 'room' }, element('p', { class: 'empty', text: say('nothing') }), footnote(reading))];
  const frame = newFrame(reading, host, stop, body);
  if (state === 'open' || (state === 'auto' && hasRoomBeside(reading))) frame.open();
  else frame.makeSmall();
  return all(shell.leave, frame.remove);
}

/** Whether the article leaves room for the panel. @param {Reading} reading */
function hasRoomBeside({ report: { blocks }, page }) {
  const rights = blocks.map(({ start, end }) => page.range(start, end)?.getBoundingClientRect().right ?? 0);
  return Math.max(...rights) + PANEL_WIDTH <= window.innerWidth;
}

/**
 * The panel where there is nothing to read: one sentence says why.
 * @param {import('../interface/say.js').Speech} speech @param {Host} host @param {{state: PanelState, stop: () => void, sentence: string}} how
 * @returns {() => void}
 */
export function apology(speech, host, { state, stop, sentence }) {
  if (state === 'none') return () => {};
  const room = element(
    'div',
    { class: 'room' },
    element('p', { class: 'empty', text: sentence, attributes: { role: 'status' } }),
  );
  const frame = newFrame({ speech }, host, stop, [room]);
  frame.open();
  frame.panel.style.setProperty('inset-block-start', 'auto');
  return frame.remove;
}

/**
 * The frame of either: a head with its buttons, and the button in the corner.
 * @param {Pick<Reading, 'speech'> & Partial<Reading>} reading @param {Host} host @param {() => void} stop @param {(Node | null)[]} body
 */
function newFrame(reading, host, stop, body) {
  const { say } = reading.speech;
  const head = element(
    'header',
    { class: 'head' },
    logo(),
    element('h2', { text: say('title'), attributes: { id: 'panel-title' } }),
    iconButton(say('collapse'), 'collapse', () => makeSmall(true)),
    iconButton(say('stop'), 'close', stop),
  );
  const attributes = { popover: 'manual', role: 'complementary', 'aria-labelledby': 'panel-title' };
  const panel = element('aside', { class: 'layer panel', attributes });
  panel.append(
    ...[
      grip(reading.speech, panel),
      head,
      reading.report ? provenance(/** @type {Reading} */ (reading)) : null,
      ...body,
    ].filter((part) => part !== null),
  );
  const launcher = newLauncher(reading, () => open(true));
  host.surface.append(panel, launcher);
  /** @param {boolean} [isAsked] */
  function open(isAsked) {
    launcher.hidePopover();
    panel.showPopover();
    if (isAsked) panel.querySelector('button')?.focus({ preventScroll: true });
  }
  /** @param {boolean} [isAsked] */
  function makeSmall(isAsked) {
    panel.hidePopover();
    launcher.showPopover();
    if (isAsked) launcher.querySelector('button')?.focus({ preventScroll: true });
  }
  return { panel, open, makeSmall, remove: () => [panel, launcher].forEach((part) => part.remove()) };
}

/** @param {Pick<Reading, 'speech'> & Partial<Reading>} reading @param {() => void} open */
function newLauncher({ speech: { say }, all: found }, open) {
  const count = found?.length ? say('openCount', { n: found.length }) : '';
  const button = element(
    'button',
    { attributes: { type: 'button', 'aria-label': `${say('open')}. ${count}` }, on: { click: open } },
    logo(),
    element('span', { text: say('title') }),
    element('span', { class: 'count number', text: count }),
  );
  return element('div', { class: 'layer launcher', attributes: { popover: 'manual' } }, button);
}

/** The three lines: attributed, cautious, without a source. */
function logo() {
  const line = (/** @type {string} */ d, /** @type {string} */ ink, /** @type {string} */ dash) =>
    drawing('path', { attributes: { d, 'stroke-dasharray': dash || null }, style: { stroke: `var(--ink-${ink})` } });
  return drawing(
    'svg',
    { class: 'logo', attributes: { viewBox: '0 0 20 20', 'aria-hidden': 'true' } },
    line('M2 4.5h16', 'attributed', ''),
    line('M2 10h16', 'hedge', '0.1 3.9'),
    line('M2 15.5q2-3 4 0t4 0 4 0 4 0', 'unsourced', ''),
  );
}

/** @param {string} text */
function noticed(text) {
  return element('p', { class: 'notice', text, style: { margin: '1em 1.2857em 0' }, attributes: { role: 'status' } });
}
