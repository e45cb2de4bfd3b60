/** The engine as WebAssembly, inside a script: a file beside could be read only if every page might read it. */
import * as glue from '../pkg-patterns/claimlight.js';
import wasm from '../pkg-patterns/claimlight_bg.wasm';

glue.initSync({ module: wasm });
/** @type {any} */ (globalThis).claimlightEngine = glue;
