/** The engine as WebAssembly and as plain JavaScript find the same, byte for byte, in every text of the cases. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const WWW = new URL('../../www/', import.meta.url);
const CASES = fileURLToPath(new URL('../cases/en/', import.meta.url));

/** The texts of the fences, without the rows of carets. */
const texts = readdirSync(CASES).flatMap((name) => {
  const fences = readFileSync(CASES + name, 'utf8').matchAll(/^```.*\n([^]*?)^```$/gm);
  return [...fences].map(([, fence]) => fence.split('\n').filter((line) => !/^\s*\^/.test(line)).join('\n'));
});

for (const build of ['pkg', 'pkg-patterns']) {
  test(`${build}: WebAssembly and plain JavaScript give the same reports`, async () => {
    const wasm = await import(new URL(`${build}/claimlight.js`, WWW).href);
    wasm.initSync({ module: readFileSync(new URL(`${build}/claimlight_bg.wasm`, WWW)) });
    const plain = await import(new URL(`pkg-plain/${build}.js`, WWW).href);
    assert.ok(texts.length > 100, 'the cases are found');
    for (const text of texts) assert.deepEqual(plain.scanText(text, {}), wasm.scanText(text, {}));
    const times = [wasm, plain].map((engine) => timeOf(() => engine.scanText(texts.join('\n'), {})));
    console.log(`${build}: ${times.map((time) => time.toFixed(0)).join(' ms as WebAssembly, ')} ms as plain JavaScript`);
  });
}

/** The shortest of several runs, in milliseconds: what else a machine does only adds. @param {() => void} act */
function timeOf(act) {
  return Math.min(
    ...Array.from({ length: 8 }, () => {
      const began = performance.now();
      act();
      return performance.now() - began;
    }),
  );
}
