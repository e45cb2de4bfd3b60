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

/**
 * The JSON of an object, two spaces deep, a member of its lists at a time: for who has not the time for all at once.
 * @param {object} object its lists may be made as they are asked for @returns {Generator<string>}
 */
export function* jsonParts(object) {
  let before = '{';
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    yield `${before}\n  ${json(name)}: `;
    if (typeof value === 'object' && value && Symbol.iterator in value) yield* listParts(value);
    else yield indented(json(value, 2), '  ');
    before = ',';
  }
  yield before === ',' ? '\n}' : '{}';
}

/** @param {Iterable<unknown>} list @returns {Generator<string>} */
function* listParts(list) {
  let before = '[';
  for (const member of list) {
    yield `${before}\n    ${indented(json(member, 2), '    ')}`;
    before = ',';
  }
  yield before === ',' ? '\n  ]' : '[]';
}

/** A line's end within a text is written otherwise; those that there are end lines. @param {string} lines @param {string} space */
function indented(lines, space) {
  return lines.replaceAll('\n', `\n${space}`);
}
