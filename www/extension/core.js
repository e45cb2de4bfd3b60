/** The core in the extension: the script beside has brought it, WebAssembly or plain JavaScript. */

/** @returns {Promise<any>} */
export async function core() {
  return /** @type {any} */ (globalThis).claimlightEngine;
}

export function isRefusal() {
  return false;
}
