/**
 * Starts on a page's behalf: when the browser is idle, or when the reader asks for it.
 * @import { Light, StopEvent } from '../claimlight.js'
 */
import { keepClear } from '../interface/clear.js';
import { button } from './button.js';
import { idle, ready, start } from './index.js';

/**
 * With `startHidden` nothing is loaded, and nothing marked, until the reader presses a button. When the reader has stopped
 * what it started, it is there again.
 * @param {Record<string, unknown>} options
 * @returns {Promise<Light>}
 */
export async function begin({ startHidden, ...options }) {
  await (startHidden ? ready() : idle());
  return startHidden ? pressed(options) : start(options);
}

/** Shows the button in the page's corner. @param {Record<string, unknown>} options @returns {Promise<Light>} the first light it starts */
function pressed(options) {
  const language = /** @type {string | undefined} */ (options.interfaceLanguage);
  const signal = /** @type {AbortSignal | undefined} */ (options.signal);
  const corner = document.createElement('claimlight-button');
  const root = corner.attachShadow({ mode: 'open' });
  /** @type {Light | undefined} */
  let light;
  let stopKeeping = () => {};
  const hide = () => (stopKeeping(), corner.remove());
  const show = () => {
    hide();
    if (signal?.aborted) return;
    document.documentElement.append(corner);
    stopKeeping = keepClear(corner);
  };
  document.addEventListener('claimlight:stop', (event) => {
    if (light && /** @type {StopEvent} */ (event).detail.light === light) show();
  });
  show();
  return new Promise((resolve) => {
    const press = async () => {
      hide();
      try {
        light = await start(options);
        // It may have been stopped before it was there.
        if (!light.isOn) show();
        resolve(light);
      } catch (cause) {
        show();
        if (!signal?.aborted) throw cause;
      }
    };
    button(root, { language, isInCorner: true, press });
  });
}
