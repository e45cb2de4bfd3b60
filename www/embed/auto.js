/**
 * One line on a page, and nothing else to write:
 *
 *     <script type="module" src="/claimlight/auto.js" data-panel="small"></script>
 *
 * Options are the script's `data-` attributes, or a JSON script (see `attributes.js`).
 */
import { fromAttributes, fromScripts } from './attributes.js';
import { begin } from './begin.js';

const own = [...document.scripts].find(({ src }) => src === import.meta.url);
await begin({ ...fromScripts(), ...(own && fromAttributes(own, 'data-')) });
