/** The engine as plain JavaScript. */
import * as engine from '../pkg-plain/pkg-patterns.js';

/** @type {any} */ (globalThis).claimlightEngine = engine;
