/** On a site that is always marked: asks for the light, once somebody looks at the page. */
import { browser } from './browser.js';

const ask = () => void browser.runtime.sendMessage({ type: 'always' });

// A browser may make a page ready that its reader never opens.
if (/** @type {any} */ (document).prerendering) document.addEventListener('prerenderingchange', ask, { once: true });
else ask();
