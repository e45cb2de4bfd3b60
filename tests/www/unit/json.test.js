/** JSON on a page whose scripts have other ideas of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, jsonParts } from '../../../www/json.js';

test('what a page puts on every array and object is not asked', () => {
  const value = { list: [1, { words: 'a "b"' }], nothing: null };
  const expected = JSON.stringify(value, null, 2);
  const strange = () => 'strange';
  Object.assign(Array.prototype, { toJSON: strange });
  Object.assign(Object.prototype, { toJSON: strange });
  try {
    assert.notEqual(JSON.stringify(value, null, 2), expected);
    assert.equal(json(value, 2), expected);
  } finally {
    delete (/** @type {any} */ (Array.prototype).toJSON);
    delete (/** @type {any} */ (Object.prototype).toJSON);
  }
});

test('what is written member by member is the same as at once', () => {
  const list = [{ words: 'one\ntwo', spans: [{ start: 1 }] }, [], 'a', null];
  for (const value of [{ list, text: 'a', none: [], left: undefined, inner: { deep: [1] } }, {}]) {
    assert.equal([...jsonParts(value)].join(''), JSON.stringify(value, null, 2));
  }
});
