/** Which marks of a very long page are painted: never fewer than are in the window. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled } from '../../e2e/marks.js';
import { onTheDesk } from './desk.js';

/** A page of lines, a mark each: many, a gap without any, and many again. In the middle of the first some are hidden. */
const LAID = `(async () => {
  const { Near } = await import('/www/paint/near.js');
  light.stop();
  const line = (n) => '<p style="margin:0;height:8px;font-size:6px">line ' + n + '</p>';
  const lines = Array.from({ length: 800 }, (_, n) => line(n)).join('');
  document.body.innerHTML = lines + '<div style="height:3000px"></div>' + lines;
  const marks = [...document.querySelectorAll('p')].map((p) => ({ p }));
  marks.slice(395, 405).forEach(({ p }) => (p.style.display = 'none'));
  const rangeOf = (mark) => {
    mark.range ??= document.createRange();
    mark.range.selectNodeContents(mark.p);
    return mark.range;
  };
  const near = new Near();
  let painted = new Set(near.choose(marks, rangeOf));
  window.look = () => {
    if (near.isLeft(rangeOf)) painted = new Set(near.choose(marks, rangeOf));
    return painted.size;
  };
  window.bare = () => marks.filter((mark) => {
    const { top, bottom, height } = mark.p.getBoundingClientRect();
    return height && bottom > 0 && top < innerHeight && !painted.has(mark);
  }).length;
})()`;

/** The most marks in the window that are not painted while a reader scrolls by steps to the end and back, and the most that are painted. */
const SCROLLED = `(() => {
  let [worst, most] = [0, 0];
  const down = Array.from({ length: Math.ceil(document.body.scrollHeight / 90) }, (_, n) => n * 90);
  for (const y of [...down, ...down.reverse()]) {
    scrollTo({ top: y, behavior: 'instant' });
    most = Math.max(most, look());
    worst = Math.max(worst, bare());
  }
  return [worst, most];
})()`;

/**
 * How many painted marks are in the window three frames after a reader has gone far away; the clock goes so fast that a slice
 * of painting holds a handful of marks.
 */
const GONE_FAR = `(async () => {
  let now = performance.now();
  performance.now = () => (now += 0.5);
  scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' });
  for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame);
  const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
  return ranges.filter(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    const { top, bottom, height } = range.getBoundingClientRect();
    return height && bottom > 0 && top < innerHeight;
  }).length;
})()`;

onTheDesk('near the window', ({ openSample }) => {
  test('every mark in it is painted, wherever a reader scrolls and however high it is made', async () => {
    const page = await openSample('panel=none');
    await page.evaluate(LAID);
    for (const height of [400, 1400]) {
      await page.setViewport({ width: 1280, height });
      await page.evaluate('look()');
      assert.equal(await page.evaluate('bare()'), 0, `made ${height} pixels high`);
      const [worst, most] = /** @type {number[]} */ (await page.evaluate(SCROLLED));
      assert.equal(worst, 0, `in a window ${height} pixels high`);
      assert.ok(most < 1000, `${most} are painted`);
    }
    await page.close();
  });

  test('who has gone far away sees the first marks at once, and not when all are painted', async () => {
    const page = await openSample('panel=none&copies=300');
    await settled(page);
    assert.ok(Number(await page.evaluate(GONE_FAR)) > 0);
    await page.close();
  });
});
