import assert from 'node:assert/strict';
import { test } from 'node:test';

test('the module can be loaded where there is no page', async () => {
  const { scanText, start } = await import('../../../www/claimlight.js');
  assert.equal(typeof start, 'function');
  assert.equal(typeof scanText, 'function');
});
