/**
 * Starts on a page's behalf: when the browser is idle, or when the reader asks for it.
 * @import { Light } from '../claimlight.js'
 */
import { button } from './button.js';
import { idle, start } from './index.js';

/**
 * With `startHidden` nothing is loaded, and nothing marked, until the reader presses a button.
 * @param {Record<string, unknown>} options
 * @returns {Promise<Light>}
 */
export async function begin({ startHidden, ...options }) {
  const language = /** @type {string | undefined} */ (options.interfaceLanguage);
  if (startHidden) await pressed(language);
  else await idle();
  return start(options);
}

/** Shows the button in the page's corner until it is pressed. @param {string | undefined} language */
async function pressed(language) {
  if (document.readyState === 'loading') await idle();
  const corner = document.createElement('claimlight-button');
  const root = corner.attachShadow({ mode: 'open' });
  document.documentElement.append(corner);
  await new Promise((resolve) => button(root, { language, isInCorner: true, press: () => resolve(undefined) }));
  corner.remove();
}
