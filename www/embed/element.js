/// <reference path="./page.d.ts" preserve="true" />
/**
 * The element `<claim-light>`: marks the page it stands on.
 *
 *     <script type="module" src="/claimlight/element.js"></script>
 *     <claim-light panel="small" layers="attributed unsourced"></claim-light>
 *
 * With `start-hidden` it is a button, which says what is written in it, and which is there again when the reader has
 * stopped what it started; else it shows nothing of its own. Its events `claimlight:ready`, `claimlight:change`,
 * `claimlight:select`, `claimlight:error` and `claimlight:stop` can be heard at it; `light` is the light that is on. Two on a page share one.
 * @import { Light, StopEvent } from '../claimlight.js'
 * @import { Options } from '../options.js'
 */
import { fromAttributes, fromScripts } from './attributes.js';
import { button } from './button.js';
import { idle, start } from './index.js';

const TAG = 'claim-light';

/** What the light tells, in the order it comes. */
const EVENTS = ['ready', 'change', 'select', 'error', 'stop'].map((name) => `claimlight:${name}`);

/** Where there is no page, as in Node, the class stands for itself. */
const Base = globalThis.HTMLElement ?? class {};

export class ClaimLight extends Base {
  /** The light that is on. @type {Light | null} */
  light = null;
  /** Ends what was begun when the element was connected. @type {AbortController | undefined} */
  #controller;
  /** Ends the light, also one that is still to come; the events of another light are told from its own by it. @type {AbortController | undefined} */
  #ending;

  connectedCallback() {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    for (const type of EVENTS) document.addEventListener(type, this.#tell, { signal });
    if (this.#written().startHidden !== true) void idle().then(() => (signal.aborted ? undefined : this.#begin()));
    else if (!this.shadowRoot)
      button(this.attachShadow({ mode: 'open' }), {
        press: () => this.#begin(),
        language: this.getAttribute('interface-language') ?? undefined,
      });
  }

  /** What it started ends; another that shared it starts it anew. */
  disconnectedCallback() {
    const { light } = this;
    const others = [...document.querySelectorAll(TAG)].filter((other) => other instanceof ClaimLight);
    const sharing = others.filter((other) => light && other.light === light);
    this.#controller?.abort();
    this.#end();
    for (const other of sharing) if (!other.light) void other.#begin();
  }

  /** Marks the page. @param {Partial<Options>} [options] override the attributes */
  async start(options = {}) {
    const { startHidden: _, ...asked } = { ...this.#written(), ...options };
    const ending = (this.#ending ??= new AbortController());
    const { signal } = asked;
    if (signal instanceof AbortSignal) {
      if (signal.aborted) ending.abort(signal.reason);
      signal.addEventListener('abort', () => ending.abort(signal.reason), { once: true });
    }
    this.#button?.setAttribute('hidden', '');
    try {
      const light = await start({ ...asked, signal: ending.signal });
      // It may have been stopped before it was there.
      if (!light.isOn) this.#forget();
      else this.light = light;
      return light;
    } catch (cause) {
      if (this.#ending === ending) this.#forget();
      throw cause;
    }
  }

  /** What the page asks for, in its scripts and here. @returns {Partial<Options> & {startHidden?: unknown}} */
  #written() {
    return { ...fromScripts(), ...fromAttributes(this) };
  }

  /** Starts for one who waits for nothing: that it was stopped meanwhile is no fault. */
  async #begin() {
    const ending = (this.#ending ??= new AbortController());
    try {
      await this.start();
    } catch (cause) {
      if (!ending.signal.aborted) throw cause;
    }
  }

  /** Takes everything off, whoever started it; the page is what it was. */
  stop() {
    this.light?.stop();
    this.#end();
  }

  /** Ends what it started itself. */
  #end() {
    const ending = this.#ending;
    this.#forget();
    ending?.abort();
  }

  #forget() {
    this.#ending = undefined;
    this.light = null;
    this.#button?.removeAttribute('hidden');
  }

  get #button() {
    return this.shadowRoot?.querySelector('button');
  }

  /** Opens the finding with this id. @param {string} id */
  select(id) {
    return this.light?.select(id) ?? false;
  }

  /** An event of the light is told again at this element. @param {Event} event */
  #tell = (event) => {
    if (!this.#ending || event.composedPath().includes(this)) return;
    const { detail } = /** @type {CustomEvent} */ (event);
    if (event.type === 'claimlight:stop') {
      if (!this.light || /** @type {StopEvent} */ (event).detail.light !== this.light) return;
      this.#end();
    }
    this.dispatchEvent(new CustomEvent(event.type, { detail }));
  };
}

// A page that loads this twice has one element all the same.
if (globalThis.customElements && !customElements.get(TAG)) customElements.define(TAG, ClaimLight);
