/** On a site that is always marked: asks for the light. */
import { browser } from './browser.js';

browser.runtime.sendMessage({ type: 'always' });
