/**
 * Scans texts where there is no page: in Node, in a worker.
 *
 *     import { scanText } from 'claimlight/scan';
 *     const report = await scanText('The bridge may close in June, the mayor said.');
 *
 * @import { Report } from './report.d.ts'
 */
import { core } from './core.js';
import { defined } from './defined.js';

/**
 * @typedef {object} ScanOptions
 * @property {string} [language] of the text
 * @property {boolean} [conditionals] whether would, should and if are reported
 * @property {number} [confidence] the least confidence, 0 to 1, of an attribution that is reported
 * @property {string} [rules] words and patterns of one's own
 * @property {string | {readonly href: string, toString(): string}} [wasm] where the core is, as a text or a `URL`; beside this module if absent
 */

/** @param {string} text @param {ScanOptions} [asked] @returns {Promise<Report>} */
export async function scanText(text, asked) {
  const { wasm, ...options } = asked ?? {};
  const { scanText: scan, unknownOptions } = await core(options.rules ? 'pkg-patterns' : 'pkg', wasm && String(wasm));
  if (typeof text !== 'string') throw new TypeError(`claimlight: scanText takes a text, not ${text}`);
  unknownOptions(options).forEach((name) => console.warn(`claimlight: unknown option "${name}"`));
  return scan(text, defined(options));
}
