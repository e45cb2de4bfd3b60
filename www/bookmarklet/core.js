/** The core of the bookmarklet: plain JavaScript, which every page's policy lets run. */

/** @type {Promise<any> | undefined} */
let loading;

export function core() {
  return (loading ??= import('../pkg-plain/pkg.js'));
}

export function isRefusal() {
  return false;
}
