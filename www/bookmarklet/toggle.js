/**
 * What a click on the bookmark does: marks the page, or, if they are there, takes its marks off.
 * @import { Light } from '../claimlight.js'
 */
import { leave, start } from '../claimlight.js';

/** Where the light of the click before is kept, since each click runs a new copy of this; and where the light that is on is. */
const MINE = Symbol.for('claimlight.bookmarklet');
const SHARED = Symbol.for('claimlight');

/** @type {Record<symbol, Promise<Light> | undefined>} */
const kept = /** @type {any} */ (globalThis);

/** @returns {Promise<Light | undefined>} the light, if it is on now */
export async function toggle() {
  const [before, on] = await Promise.all([kept[MINE], kept[SHARED]].map(lightIn));
  delete kept[MINE];
  if (before?.isOn && before === on) {
    before.stop();
    return undefined;
  }
  // The page may have a light of its own; the reader's is the one they asked for.
  leave();
  kept[MINE] = start();
  return kept[MINE];
}

/** @param {Promise<Light> | undefined} light */
const lightIn = (light) => light?.catch(() => undefined);
