/**
 * The rooms of the panel and the tabs that lead to them; a room is built when it is entered.
 * @import { Reading } from '../reading.js'
 */
import { element } from '../interface/elements.js';
import { findingsRoom } from './findings.js';
import { overviewRoom } from './overview.js';
import { settingsRoom } from './settings.js';
import { takeRoom } from './take.js';

/** @typedef {'overview' | 'findings' | 'take' | 'settings'} RoomName */
/** A room; where drawing takes long, `parts` draw its content piece by piece. @typedef {{content: Node[], parts?: (() => void)[], isList?: boolean, leave: () => void}} Room */
/** @typedef {(reading: Reading, go: Go) => Room} RoomBuilder */
/** Leads to another room, to the findings of one speaker alone if one is given. @typedef {(name: RoomName, speaker?: number | null) => void} Go */

const TITLES = /** @type {const} */ ({
  overview: 'roomOverview',
  findings: 'roomFindings',
  take: 'roomTake',
  settings: 'roomSettings',
});

/** What is done for a room from outside the panel: all is said in another language, or ended. @typedef {{speakIn: (language: string) => void, stop: () => void}} Doors */

/** @param {Reading} reading @param {RoomName} first @param {Doors} doors @returns {{tabs: HTMLElement, room: HTMLElement, parts: (() => void)[], leave: () => void}} `parts` draw the first room */
export function rooms(reading, first, doors) {
  const room = element('div', { class: 'room', attributes: { role: 'tabpanel', tabindex: 0, id: 'room' } });
  const names = /** @type {RoomName[]} */ (Object.keys(TITLES));
  const tabs = names.map((name) => newTab(reading, name, () => enter(name)));
  const tablist = element(
    'div',
    { class: 'tabs', attributes: { role: 'tablist' }, on: { keydown: (event) => walk(event, tabs, names, enter) } },
    ...tabs,
  );
  let leave = () => {};
  /** @type {Go} */
  const enter = (name, speaker) => {
    open(name, speaker).forEach((part) => part());
    room.scrollTop = 0;
  };
  /** @type {(...where: Parameters<Go>) => (() => void)[]} */
  const open = (name, speaker) => {
    leave();
    const go = (/** @type {Parameters<Go>} */ ...where) => (enter(...where), focusOn(room));
    const built = build(reading, name, { go, ...doors }, speaker);
    leave = built.leave;
    room.className = `room ${built.isList ? 'list' : ''}`;
    room.setAttribute('aria-labelledby', `tab-${name}`);
    // A list scrolls inside itself and holds what can be focused.
    room.tabIndex = built.isList ? -1 : 0;
    room.replaceChildren();
    tabs.forEach((tab, index) => markTab(tab, names[index] === name));
    // What is put in stays where it is: what follows comes after it.
    return built.content.map((piece, index) => () => {
      built.parts?.[index]?.();
      room.append(piece);
    });
  };
  const parts = open(first);
  const stopFollowing = reading.on('selection', () => {
    // What is opened in the page is found again in the list when the reader goes there.
    if (reading.selection?.origin === 'strip') enter('findings');
  });
  return { tabs: tablist, room, parts, leave: () => (leave(), stopFollowing()) };
}

/** What led to a room is gone with the one before; the focus goes on to what its findings are narrowed to. @param {HTMLElement} room */
function focusOn(room) {
  const chip = /** @type {HTMLElement | null} */ (room.querySelector('.only'));
  (chip ?? room).focus({ preventScroll: true });
}

/** @param {Reading} reading @param {RoomName} name @param {Doors & {go: Go}} doors @param {number | null} [speaker] @returns {Room} */
function build(reading, name, { go, ...doors }, speaker) {
  switch (name) {
    case 'overview':
      return overviewRoom(reading, go);
    case 'findings':
      return findingsRoom(reading, speaker);
    case 'take':
      return takeRoom(reading);
    case 'settings':
      return settingsRoom(reading, doors);
  }
}

/** @param {Reading} reading @param {RoomName} name @param {() => void} enter */
function newTab({ speech: { say } }, name, enter) {
  const attributes = { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': 'room' };
  return element('button', { text: say(TITLES[name]), attributes, on: { click: enter } });
}

/** @param {HTMLButtonElement} tab @param {boolean} isSelected */
function markTab(tab, isSelected) {
  tab.setAttribute('aria-selected', String(isSelected));
  tab.tabIndex = isSelected ? 0 : -1;
}

/** Arrow keys walk along the tabs. @param {KeyboardEvent} event @param {HTMLButtonElement[]} tabs @param {RoomName[]} names @param {Go} enter */
function walk(event, tabs, names, enter) {
  const now = tabs.findIndex((tab) => tab.tabIndex === 0);
  const isRightToLeft = tabs[0].matches(':dir(rtl)');
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  const next = { [forward]: now + 1, [back]: now - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  const index = (next + tabs.length) % tabs.length;
  enter(names[index]);
  tabs[index].focus({ preventScroll: true });
}
