/** Where the core runs, and why it does not. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { scanText } from '../../../www/claimlight.js';
import { isRefusal } from '../../../www/core.js';

test('a text is scanned where there is no page', async () => {
  const report = await scanText('The bridge may close in June, the mayor said.', { language: undefined });
  const words = (/** @type {import('../../../www/report.d.ts').Span} */ { start, end }) =>
    report.text.slice(start, end);
  assert.deepEqual(
    report.attributions.map(({ source, cue }) => [source && words(source), words(cue)]),
    [['the mayor', 'said']],
  );
  assert.deepEqual(report.hedges.map(words), ['may']);
  assert.equal(report.unit, 'utf16');
});

test("the engine with patterns knows a reader's own words, with no more of Unicode than it is built with", async () => {
  const { default: init, scanText } = await import('../../../www/pkg-patterns/claimlight.js');
  const engine = readFileSync(new URL('../../../www/pkg-patterns/claimlight_bg.wasm', import.meta.url));
  await init({ module_or_path: engine });
  const rules = '[cue communication]\nthunders\n\n[source outlet]\nValley Record\n\n[hedge approximator]\nsort of\n';
  const report = scanText('The Valley Record thunders that Ærø was sort of lost.', { rules });
  assert.equal(report.attributions[0]?.source?.kind, 'outlet');
  assert.equal(report.hedges.length, 1);
});

test('an option that the scan does not know is named', async (context) => {
  const warn = context.mock.method(console, 'warn', () => {});
  await scanText('', /** @type {any} */ ({ langauge: 'en' }));
  assert.match(String(warn.mock.calls[0]?.arguments[0]), /unknown option "langauge"/);
});

test('a policy that refuses WebAssembly is told from a file that is broken, in three engines', () => {
  const refusals = [
    "WebAssembly.instantiateStreaming(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because neither 'wasm-eval' nor 'unsafe-eval' is an allowed source of script",
    'call to WebAssembly.instantiateStreaming() blocked by CSP',
    "Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source of script in the following Content Security Policy directive",
  ];
  for (const message of refusals) assert.ok(isRefusal(new WebAssembly.CompileError(message)), message);
  assert.ok(!isRefusal(new WebAssembly.CompileError('expected magic word 00 61 73 6d, found 3c 21 64 6f')));
  assert.ok(!isRefusal(undefined));
});
