/**
 * Switches it on and off a thousand times on one page: what it leaves behind must not grow. Run by `make soak`, since it
 * takes minutes.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BROWSERS, launch, open } from './browsers.js';
import { made } from './living-pages.js';
import { serve } from '../../www/serve.mjs';

/** How often; and after how many times everything that is made once is made. */
const N_CYCLES = Number(process.env.CYCLES ?? 1_000);
const N_LEARNING = Math.min(100, N_CYCLES / 4);

/** By how much memory may differ at the end. */
const MOST_GROWTH = 0.05;

/** Chromium counts the code it makes of what runs often: of a thousand times half a megabyte, for as long as more runs often. */
const UNCOMPILED = ['--js-flags=--no-opt,--no-maglev,--no-sparkplug'];

/** @param {import('puppeteer-core').Page} page @param {number} n */
function cycles(page, n) {
  return page.evaluate(async (n) => {
    const [claimlight, core] = ['/claimlight-widget/claimlight.js', '/claimlight-widget/core.js'];
    const { start } = await import(claimlight);
    for (let cycle = 0; cycle < n; cycle++) {
      const light = await start({ panel: 'open' });
      await light.painted();
      light.stop();
    }
    const { default: init } = await (await import(core)).core('pkg');
    const { memory } = await init();
    return {
      engine: memory.buffer.byteLength,
      highlights: CSS.highlights.size,
      nodes: document.getElementsByTagName('*').length,
    };
  }, n);
}

/** The memory of the page's scripts, what can be collected collected, in bytes; Chromium alone tells. @param {import('puppeteer-core').Page} page */
async function heap(page) {
  const session = await page.createCDPSession();
  for (let n = 0; n < 3; n++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { usedSize, nodes };
}

for (const name of BROWSERS) {
  test(`${N_CYCLES} times on and off leave nothing behind (${name})`, async () => {
    const server = await serve({ made });
    const browser = await launch(name, 'light', UNCOMPILED);
    const { page } = await open(browser, `${server.address}/living.html`);
    page.setDefaultTimeout(0);
    const before = await cycles(page, N_LEARNING);
    const heapBefore = name === 'chromium' && (await heap(page));
    let after = before;
    for (let done = N_LEARNING; done < N_CYCLES; done += N_LEARNING) after = await cycles(page, N_LEARNING);
    const heapAfter = name === 'chromium' && (await heap(page));
    await browser.close();
    await server.close();
    console.log(JSON.stringify({ before, after, heapBefore, heapAfter }));
    assert.deepEqual([after.highlights, after.nodes], [0, before.nodes]);
    assert.ok(after.engine <= before.engine * (1 + MOST_GROWTH), 'the engine’s memory');
    if (!heapBefore || !heapAfter) return;
    assert.ok(heapAfter.usedSize <= heapBefore.usedSize * (1 + MOST_GROWTH), 'the scripts’ memory');
    assert.ok(heapAfter.nodes <= heapBefore.nodes * (1 + MOST_GROWTH), 'nodes');
  });
}
