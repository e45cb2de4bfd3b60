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
  /** Ends what was begun. @type {AbortController | undefined} */
  #controller;
  /** What the events of another light on this page are told from. */
  #isOn = false;

  connectedCallback() {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    for (const type of EVENTS) document.addEventListener(type, this.#tell, { signal });
    if (!this.hasAttribute('start-hidden')) void idle().then(() => (signal.aborted ? undefined : this.start()));
    else if (!this.shadowRoot)
      button(this.attachShadow({ mode: 'open' }), {
        press: () => void this.start(),
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
    this.#isOn = true;
    this.shadowRoot?.querySelector('button')?.setAttribute('hidden', '');
    this.light = await start({ ...fromScripts(), ...written, ...options });
    return this.light;
  }

  /** Takes everything off; the page is what it was. */
  stop() {
    this.light?.stop();
    this.light = null;
    this.#isOn = false;
    const shown = this.shadowRoot?.querySelector('button');
    shown?.removeAttribute('hidden');
    shown?.addEventListener('click', () => void this.start(), { once: true });
  }

  /** Opens the finding with this id. @param {string} id */
  select(id) {
    return this.light?.select(id) ?? false;
  }

  /** An event of the light is told again at this element. @param {Event} event */
  #tell = (event) => {
    if (!this.#isOn || event.composedPath().includes(this)) return;
    const { detail } = /** @type {CustomEvent} */ (event);
    this.dispatchEvent(new CustomEvent(event.type, { detail }));
  };
}

// A page that loads this twice has one element all the same.
if (globalThis.customElements && !customElements.get(TAG)) customElements.define(TAG, ClaimLight);
