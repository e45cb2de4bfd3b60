/** JSON on pages whose scripts have put a `toJSON` on every array, as Prototype.js did: it would be asked first. */

/** The JSON of plain values, as they are. @param {unknown} value @param {number} [space] */
export function json(value, space) {
  // What `toJSON` made of a member is handed over as the second argument; the member itself still stands in its holder.
  return JSON.stringify(
    value,
    /** @this {any} @param {string} key */ function (key) {
      return this[key];
    },
    space,
  );
}
