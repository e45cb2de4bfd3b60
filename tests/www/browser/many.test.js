/** With five thousand findings the page keeps its frames, whatever a reader does with them. Times are the processor's, of Chromium's own trace. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tasks } from '../../e2e/tasks.js';
import { enter, inside, onTheDesk, until } from './desk.js';

/** What a reader begins to feel, in milliseconds (Long Tasks API). */
const LONG = 50;

onTheDesk('with many findings', ({ name, openSample }) => {
  // Firefox keeps no such record.
  if (name !== 'chromium') return;
  test('no key of a search, no filter and no file takes the page longer than a reader notices', async () => {
    const page = await openSample('panel=open&copies=300');
    assert.ok(Number(await page.evaluate('light.findings.length')) > 5000);
    await page.evaluate(`window.files = []; HTMLAnchorElement.prototype.click = function () { files.push(this.download); };
      window.lightOn.painted()`);
    /** @type {Record<string, () => Promise<unknown>>} */
    const acts = {
      'a search': async () => {
        await inside(page, `root.querySelector('input').focus()`);
        await page.keyboard.type('ruiz said', { delay: 30 });
        await until(page, `root.querySelector('.position').textContent.startsWith('300 ')`);
      },
      'a filter': async () => {
        await inside(page, `root.querySelector('[data-name=attributed]').click()`);
        await page.evaluate('lightOn.painted()');
      },
      files: async () => {
        await enter(page, 'take');
        for (const n of [1, 2, 3, 4]) {
          await inside(page, `root.querySelectorAll('.take .button')[${2 * n - 1}].click()`);
          await page.waitForFunction(`files.length === ${n}`);
        }
      },
    };
    await enter(page, 'findings');
    for (const [title, act] of Object.entries(acts)) {
      const found = await tasks(page, act);
      assert.deepEqual(
        found.filter(({ time }) => time > LONG),
        [],
        title,
      );
      assert.ok(found.length, 'what was done was seen');
    }
    await page.close();
  });
});
