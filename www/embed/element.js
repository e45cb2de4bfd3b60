/**
 * The element `<claim-light>`: marks the page it stands on.
 *
 *     <script type="module" src="/claimlight/element.js"></script>
 *     <claim-light panel="small" layers="attributed unsourced"></claim-light>
 *
 * With `start-hidden` it is a button, which says what is written in it; else it shows nothing of its own. Its events
 * `claimlight:ready`, `claimlight:select` and `claimlight:error` can be heard at it; `light` is the light that is on.
 * @import { Light } from '../claimlight.js'
 */
import { fromAttributes, fromScripts } from './attributes.js';
import { button } from './button.js';
import { idle, start } from './index.js';

const TAG = 'claim-light';

/** What the light tells, in the order it comes. */
const EVENTS = ['claimlight:ready', 'claimlight:select', 'claimlight:error'];

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
    if (!this.hasAttribute('start-hidden')) void idle().then(() => (signal.aborted ? undefined : this.#begin()));
    else if (!this.shadowRoot)
      button(this.attachShadow({ mode: 'open' }), {
        press: () => void this.#begin(),
        language: this.getAttribute('interface-language') ?? undefined,
      });
  }

  disconnectedCallback() {
    this.stop();
    this.#controller?.abort();
  }

  /** Marks the page. @param {Record<string, unknown>} [options] override the attributes */
  async start(options = {}) {
    const { startHidden: _, ...written } = fromAttributes(this);
    const asked = { ...fromScripts(), ...written, ...options };
    const ending = (this.#ending ??= new AbortController());
    const signals = asked.signal instanceof AbortSignal ? [ending.signal, asked.signal] : [ending.signal];
    this.shadowRoot?.querySelector('button')?.setAttribute('hidden', '');
    this.light = await start({ ...asked, signal: AbortSignal.any(signals) });
    return this.light;
  }

  /** Starts for one who waits for nothing: that it was stopped meanwhile is no fault. */
  async #begin() {
    try {
      await this.start();
    } catch (cause) {
      if (this.#ending) throw cause;
    }
  }

  /** Takes everything off; the page is what it was. */
  stop() {
    const [ending, light] = [this.#ending, this.light];
    this.#ending = undefined;
    this.light = null;
    ending?.abort();
    light?.stop();
    this.shadowRoot?.querySelector('button')?.removeAttribute('hidden');
  }

  /** Opens the finding with this id. @param {string} id */
  select(id) {
    return this.light?.select(id) ?? false;
  }

  /** An event of the light is told again at this element. @param {Event} event */
  #tell = (event) => {
    if (!this.#ending || event.composedPath().includes(this)) return;
    const { detail } = /** @type {CustomEvent} */ (event);
    this.dispatchEvent(new CustomEvent(event.type, { detail }));
  };
}

// A page that loads this twice has one element all the same.
if (globalThis.customElements && !customElements.get(TAG)) customElements.define(TAG, ClaimLight);
