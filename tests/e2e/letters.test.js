/** Odd letters and odd markup: what is painted are the very words that were found. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inBothBrowsers } from './browsers.js';
import { assertPainted, painted, start } from './marks.js';

const FOLDER = fileURLToPath(new URL('../pages', import.meta.url));

/** Soft hyphens and white space are shown otherwise than they are written. @param {string} text */
function asShown(text) {
  return text
    .replace(/\u00ad/g, '')
    .replace(/[\s]+/g, ' ')
    .trim();
}

inBothBrowsers('odd letters', { folder: FOLDER }, ({ open }) => {
  it('move no mark: emoji, combining marks, no-break spaces, soft hyphens, CRLF, bidi, split words', async () => {
    const { page } = await open('/exotic.html');
    await start(page);
    const marks = (await painted(page)).map((mark) => ({ ...mark, text: asShown(mark.text) }));
    assertPainted(marks, 'hearsay-unnamed', 'allegedly');
    assertPainted(marks, 'content-attributed', '“We bake at three 🥖🥖,”');
    assertPainted(marks, 'source-attributed', 'Rene\u0301e A\u030Aberg');
    assertPainted(marks, 'source-attributed', 'The mayor');
    assertPainted(marks, 'cue-attributed', 'according to');
    assertPainted(marks, 'source-attributed', 'The responsible official');
    assertPainted(marks, 'source-attributed', 'The harbour master');
    assertPainted(marks, 'cue-attributed', 'said');
    assertPainted(marks, 'hedge-hedge', 'likely');
    const text = await page.evaluate(() => /** @type {any} */ (window).light.report.text);
    assert.doesNotMatch(text, /she said never/, 'what is hidden is not read');
  });

  it('say in the page what the report says', async () => {
    const { page } = await open('/exotic.html');
    await start(page, { confidence: 0 });
    await painted(page);
    const differing = await page.evaluate(() => {
      const { light } = /** @type {any} */ (window);
      const bare = (/** @type {string} */ text) => text.replace(/[\s\u00ad]+/g, '').replace('shesaidnever', '');
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [.../** @type {any} */ (highlight)]);
      const texts = new Set(ranges.map((range) => bare(String(range))));
      const isOn = (/** @type {any} */ { hedge }) => hedge?.category !== 'conditional';
      const marks = light.findings.filter(isOn).flatMap((/** @type {any} */ finding) => finding.marks);
      const words = marks.map((/** @type {any} */ { start, end }) => light.report.text.slice(start, end));
      return words.filter((/** @type {string} */ word) => !texts.has(bare(word)));
    });
    assert.deepEqual(differing, []);
  });
});
