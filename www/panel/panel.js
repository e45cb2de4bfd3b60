/**
 * The panel: everything found, as the accessible view; small it is a button in the corner.
 * @import { PanelState } from '../options.js'
 * @import { Host } from '../interface/host.js'
 * @import { Putting } from '../light.js'
 * @import { Notice, Reading } from '../reading.js'
 * @import { Speech } from '../interface/say.js'
 */
import { frame as drawnFrame } from '../page/slices.js';
import { element, textButton } from '../interface/elements.js';
import { all, listen, oncePerFrame } from '../interface/host.js';
import { keepingFocus } from '../interface/keep-focus.js';
import { keep, recalled } from '../memory.js';
import { footnote } from './footnote.js';
import { newFrame } from './frame.js';
import { drawProvenance } from './provenance.js';
import { rooms } from './rooms.js';

/** What the panel takes of the window's width, in pixels, with air on both sides: it stands beside the text, not against it. */
const PANEL_WIDTH = 408;

/** Under which name it is kept that the reader made it small, and in which word. */
const [SIZE, SMALL] = ['size', 'small'];

/** How wide the window is on either side of the article's text, in pixels. @typedef {{left: number, right: number}} Room */

/**
 * Draws the panel.
 * @param {Reading} reading @param {Host} host
 * @param {{state: PanelState, stop: () => void, room: Room, speakIn: (language: string) => void, isSet: boolean} & Putting} how
 * `isSet` says that the reader has just chosen among the settings
 */
export async function panel(reading, host, { state, stop, room: { left, right }, speakIn, isSet, rest, keep: hold }) {
  if (state === 'none') return;
  await rest();
  const { say } = reading.speech;
  if (!reading.all.length) return hold(apology(reading.speech, host, { state, stop, sentence: say('nothing') }));
  const { tabs, room, parts, leave } = rooms(reading, isSet ? 'settings' : 'overview', { speakIn, stop });
  hold(leave);
  await rest();
  const notices = element('div', { attributes: { role: 'status' } });
  const from = element('div', { class: 'origin' });
  const comesFrom = () => drawProvenance(reading, from, room);
  const nav = element('nav', { attributes: { 'aria-label': say('rooms') } }, tabs);
  const frame = newFrame(reading.speech, host, [from, nav, notices, room], (isSmall) =>
    keep(SIZE, isSmall ? SMALL : ''),
  );
  hold(frame.remove);
  await rest();
  const count = () => frame.count(reading.shown.length);
  const notify = () => keepingFocus(notices, () => notices.replaceChildren(...reading.notices.map(noticed)), room);
  all(count, notify, comesFrom)();
  hold(all(reading.on('choice', count), reading.on('report', all(count, comesFrom)), reading.on('notice', notify)));
  host.surface.dataset.side = left > right ? 'left' : 'right';
  frame.fit(Math.max(left, right));
  hold(refitting(reading, frame));
  // To show it, the browser first looks at all that has changed, the paint too: that is a frame's work. While it is
  // empty there is little to look at.
  await rest(drawnFrame);
  if (isOpened(state, Math.max(left, right))) frame.open();
  else frame.makeSmall();
  for (const part of parts) {
    await rest();
    part();
  }
  if (isSet) room.querySelector('select')?.focus({ preventScroll: true });
}

/** Whether it is opened on a page. Who made it small has it small on the next one too, but where it is asked for. @param {PanelState} state @param {number} room */
function isOpened(state, room) {
  return state === 'open' || (state === 'auto' && room >= PANEL_WIDTH && recalled(SIZE) !== SMALL);
}

/** Where the window is made narrower or wider, the text leaves other room. @param {Reading} reading @param {import('./frame.js').Frame} frame */
function refitting(reading, frame) {
  const fit = oncePerFrame(() => {
    const { left, right } = roomBeside([...boxesOf(reading)]);
    frame.fit(Math.max(left, right));
  });
  return all(listen(window, 'resize', fit), fit.cancel);
}

/** How many blocks are measured: the first pages of an article have its width. */
const N_MEASURED = 40;

/** Where the first blocks of an article stand. @param {Reading} reading */
export function* boxesOf({ report: { blocks }, page }) {
  for (const { start, end } of blocks.slice(0, N_MEASURED)) {
    const box = page.range(start, end)?.getBoundingClientRect();
    if (box?.width) yield box;
  }
}

/** @param {DOMRect[]} boxes @returns {Room} */
export function roomBeside(boxes) {
  const left = Math.min(...boxes.map((box) => box.left));
  const right = window.innerWidth - Math.max(...boxes.map((box) => box.right));
  return { left, right };
}

/**
 * The panel where there is nothing to read: one sentence says why.
 * @param {Speech} speech @param {Host} host @param {{state: PanelState, stop: () => void, sentence: string, actions?: HTMLElement[]}} how
 * @returns {() => void}
 */
export function apology(speech, host, { state, stop, sentence, actions = [] }) {
  if (state === 'none') return () => {};
  const words = element('p', { class: 'empty', text: sentence, attributes: { role: 'status' } });
  const off = element('div', { class: 'row' }, textButton(speech.say('stop'), stop));
  const room = element('div', { class: 'room' }, words, ...actions, off, footnote(speech));
  const frame = newFrame(speech, host, [room]);
  if (state === 'small') frame.makeSmall();
  else frame.open();
  frame.panel.style.setProperty('inset-block-start', 'auto');
  return frame.remove;
}

/** @param {Notice} notice */
function noticed({ text, action }) {
  const button = action && textButton(action.label, action.act);
  button?.setAttribute('data-name', action?.label ?? '');
  return element('p', { class: 'notice', style: { margin: '1em 1.2857em 0' } }, `${text} `, button);
}
