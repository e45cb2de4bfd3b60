/** What is taken off a page is taken off whole. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callEach } from '../../../www/interface/host.js';

test('a fault in one of several does not keep the others from being called, and is told at the end', () => {
  /** @type {number[]} */
  const called = [];
  const acts = [1, 2, 3].map((n) => () => {
    called.push(n);
    if (n < 3) throw new Error(`the fault of ${n}`);
  });
  assert.throws(() => callEach(acts), /the fault of 1/);
  assert.deepEqual(called, [1, 2, 3]);
});
