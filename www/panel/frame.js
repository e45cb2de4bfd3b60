/**
 * The frame of the panel: a head with its buttons, and the button in the corner that it becomes when it is closed: what
 * ends everything is named, among the settings, and no cross that is pressed in passing.
 * @import { Host } from '../interface/host.js'
 * @import { Speech } from '../interface/say.js'
 */
import { keepClear } from '../interface/clear.js';
import { drawing, element, iconButton } from '../interface/elements.js';
import { all } from '../interface/host.js';
import { Dock } from './dock.js';

/** @typedef {{panel: HTMLElement, fit: (room: number) => void, open: () => void, makeSmall: () => void, count: (n: number) => void, remove: () => void}} Frame */

/**
 * @param {Speech} speech @param {Host} host @param {Node[]} content @param {(isSmall: boolean) => void} [chosen] hears what the reader makes of it
 * @returns {Frame}
 */
export function newFrame(speech, host, content, chosen = () => {}) {
  const { say } = speech;
  const attributes = { popover: 'manual', role: 'complementary', 'aria-labelledby': 'panel-title' };
  const panel = element('div', { class: 'layer panel', attributes });
  const dock = new Dock(speech, host, panel);
  const launcher = newLauncher(speech, () => (swap(launcher.box, panel), chosen(false)));
  const head = element(
    'div',
    { class: 'head' },
    logo(),
    element('h2', { text: say('title'), attributes: { id: 'panel-title' } }),
    dock.button,
    iconButton(say('collapse'), 'close', () => (swap(panel, launcher.box), chosen(true))),
  );
  panel.append(dock.grip.handle, head, ...content);
  host.surface.append(panel, launcher.box);
  const stopKeeping = keepClear(launcher.box);
  return {
    panel,
    fit: (room) => dock.fit(room),
    open: () => panel.showPopover(),
    makeSmall: () => launcher.box.showPopover(),
    count: launcher.count,
    remove: () => {
      all(dock.leave, stopKeeping)();
      [panel, launcher.box].forEach((part) => part.remove());
    },
  };
}

/** One makes place for the other, and hands it the focus. @param {HTMLElement} from @param {HTMLElement} to */
function swap(from, to) {
  from.hidePopover();
  to.showPopover();
  // On a phone the first button of the panel's head is not shown, and takes no focus.
  const buttons = [...to.querySelectorAll('button')];
  buttons.find((button) => button.getClientRects().length)?.focus({ preventScroll: true });
}

/** @param {Speech} speech @param {() => void} open */
function newLauncher({ say }, open) {
  const count = element('span', { class: 'count number' });
  const button = element(
    'button',
    { attributes: { type: 'button', 'aria-expanded': 'false' }, on: { click: open } },
    logo(),
    element('span', { text: say('title') }),
    count,
    element('span', { class: 'unseen', text: say('open') }),
  );
  const box = element('div', { class: 'layer launcher', attributes: { popover: 'manual' } }, button);
  return { box, count: (/** @type {number} */ n) => (count.textContent = say('openCount', { n })) };
}

/** The three lines: attributed, cautious, without a source. */
function logo() {
  const line = (/** @type {string} */ d, /** @type {string} */ ink, /** @type {string | null} */ dash) =>
    drawing('path', { attributes: { d, 'stroke-dasharray': dash }, style: { stroke: `var(--ink-${ink})` } });
  return drawing(
    'svg',
    { class: 'logo', attributes: { viewBox: '0 0 20 20', 'aria-hidden': 'true' } },
    line('M2 4.5h16', 'attributed', null),
    line('M2 10h16', 'hedge', '0.1 3.9'),
    line('M2 15.5q2-3 4 0t4 0 4 0 4 0', 'unsourced', null),
  );
}
