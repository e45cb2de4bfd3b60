/** Starts Claimlight on a saved page; `serve.mjs` adds this script to the copy it sends. */
import { start } from '../claimlight.js';

await start();
