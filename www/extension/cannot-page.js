/** The window under the button, which says why this page cannot be marked. */
import { say, translate } from './browser.js';

translate();
const asked = new URLSearchParams(location.search);
const why = /** @type {HTMLElement} */ (document.querySelector('#why'));
why.textContent = say(`cannot_${asked.get('reason') ?? 'other'}`);
why.title = asked.get('cause') ?? '';
