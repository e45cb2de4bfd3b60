/**
 * One line on a page, and nothing else to write:
 *
 *     <script type="module" src="/claimlight/auto.js" data-panel="small"></script>
 *
 * Options are the script's `data-` attributes, or a JSON script (see `attributes.js`).
 */
import { fromAttributes, fromScripts } from './attributes.js';
import { begin } from './begin.js';

/** Starts with the options of a script. @param {HTMLScriptElement} script */
export async function startBy(script) {
  const { start: _, ...options } = fromAttributes(script, 'data-');
  await begin({ ...fromScripts(), ...options });
}

const own = globalThis.document && [...document.scripts].find(({ src }) => src === import.meta.url);
// Nobody waits for it who could hear what went wrong: no fault of the page's is to come of it.
if (own) await startBy(own).catch((cause) => console.error('claimlight: could not start:', cause));
