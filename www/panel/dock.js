/**
 * Where the panel stands: beside the text, narrower where there is less room, or along the window's lower edge, where
 * there is none or the reader prefers it; on a phone always there. What the reader chose is remembered.
 * @import { Host } from '../interface/host.js'
 * @import { Speech } from '../interface/say.js'
 */
import { icon, iconButton } from '../interface/elements.js';
import { all, listen } from '../interface/host.js';
import { keep, recalled } from '../memory.js';
import { footRoom } from './foot-room.js';
import { grip, LEAST_WIDTH } from './resize.js';

/** @typedef {'beside' | 'below'} Place */
/** @typedef {{place?: Place, width?: number, height?: number}} Chosen sizes in pixels */

/** How wide the panel is where there is room, and how much air it has on both sides together, in pixels. */
const WIDTH = '25em';
const AIR = 44;

const NAME = 'panel';

export class Dock {
  #surface;
  #panel;
  #speech;
  #phone = matchMedia('(max-width: 36em)');
  /** @type {Chosen} */
  #chosen = readChosen(recalled(NAME));
  /** How wide the window is beside the text, in pixels. */
  #room = Infinity;

  /** @param {Speech} speech @param {Host} host @param {HTMLElement} panel */
  constructor(speech, { surface }, panel) {
    this.#speech = speech;
    this.#surface = surface;
    this.#panel = panel;
    this.button = iconButton('', 'below', () => this.#choose({ place: this.place === 'below' ? 'beside' : 'below' }));
    this.button.classList.add('dock');
    const how = {
      isBelow: () => this.place === 'below',
      resized: (/** @type {number} */ size) =>
        this.#choose(this.place === 'below' ? { height: size } : { width: size }),
    };
    this.grip = grip(speech, panel, how);
    this.leave = all(
      listen(this.#phone, 'change', () => this.#apply()),
      this.grip.leave,
      footRoom(surface, panel, how.isBelow),
    );
    this.#apply();
  }

  /** @returns {Place} */
  get place() {
    if (this.#phone.matches) return 'below';
    return this.#chosen.place ?? (this.#room < LEAST_WIDTH + AIR ? 'below' : 'beside');
  }

  /** Makes room for the text. @param {number} room how wide the window is beside it, in pixels */
  fit(room) {
    this.#room = room;
    this.#apply();
  }

  /** @param {Chosen} choice */
  #choose(choice) {
    this.#chosen = { ...this.#chosen, ...choice };
    const { place = '', width = '', height = '' } = this.#chosen;
    keep(NAME, [place, width, height].join(' '));
    this.#apply();
  }

  #apply() {
    const { place } = this;
    const { width, height } = this.#chosen;
    const free = Math.max(LEAST_WIDTH, Math.min(this.#room, window.innerWidth) - AIR);
    this.#surface.dataset.dock = place;
    this.#panel.style.setProperty('--width', width ? `${width}px` : `min(${WIDTH}, ${free}px)`);
    if (height) this.#panel.style.setProperty('--height', `${height}px`);
    this.button.replaceChildren(icon(place === 'below' ? 'beside' : 'below'));
    const label = this.#speech.say(place === 'below' ? 'putBeside' : 'putBelow');
    this.button.setAttribute('aria-label', label);
    this.button.title = label;
    this.grip.describe();
  }
}

/** @param {string} text @returns {Chosen} */
function readChosen(text) {
  const [place, width, height] = text.split(' ');
  const size = (/** @type {string | undefined} */ number) => Number(number) || undefined;
  return {
    place: place === 'beside' || place === 'below' ? place : undefined,
    width: size(width),
    height: size(height),
  };
}

/** How much of the window the panel leaves, from the top, in pixels. @param {Host} host */
export function heightAbove({ surface, root }) {
  const panel = surface.dataset.dock === 'below' && root.querySelector('.panel:popover-open');
  return panel ? panel.getBoundingClientRect().top : window.innerHeight;
}
