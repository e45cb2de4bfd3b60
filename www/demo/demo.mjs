/** The demonstration: starts Claimlight on the article, and lets the cookie bar go. */
import { start } from '../claimlight.js';

document.querySelector('[data-dismiss]')?.addEventListener('click', () => {
  document.querySelector('.cookies')?.setAttribute('hidden', '');
});

await start();
