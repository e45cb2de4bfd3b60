/** Pages of other shapes, and readers and publishers who say themselves what is to be read. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inBothBrowsers, longIn } from './browsers.js';
import { gone, painted, paintedIn, shown, start } from './marks.js';
import { made, NO_ARTICLES } from './shape-pages.js';

/** @typedef {import('puppeteer-core').Page} Page */

/** How long a change may take to be marked on a slow machine that is busy, in milliseconds. */
const PATIENCE = 90_000;

/** The sources marked, in order of their places. @param {Page} page */
async function sources(page) {
  const marks = (await painted(page)).filter(({ style }) => style.startsWith('source'));
  return marks.map(({ text }) => text.split(',')[0]);
}

/** Waits until somebody is marked as a source. @param {Page} page @param {string} name */
function marked(page, name) {
  const isMarked = (/** @type {string} */ name) =>
    [...CSS.highlights.values()].some((highlight) =>
      [.../** @type {any} */ (highlight)].some((range) => String(range).startsWith(name)),
    );
  return page.waitForFunction(isMarked, { timeout: PATIENCE }, name);
}

/** Starts with what `find`, run in the page, gives as the root. @param {Page} page @param {string} find */
function startAt(page, find) {
  return page.evaluate(`(async () => {
    const { start } = await import('/claimlight-widget/claimlight.js');
    window.light = await start({ root: ${find}, panel: 'open', interfaceLanguage: 'en' });
  })()`);
}

/** A range from within the first paragraph to within the second. */
const RANGE = `(() => {
  const [one, two] = document.querySelectorAll('article p');
  const range = document.createRange();
  range.setStart(one.firstChild, 4);
  range.setEnd(two.firstChild, two.firstChild.data.indexOf(' Fares'));
  return range;
})()`;

/** Where a mark in the frame stands in the window. */
function placeInFrame() {
  const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('.more'));
  const { CSS } = /** @type {typeof window} */ (frame.contentWindow);
  const ranges = [...CSS.highlights.values()].flatMap((highlight) => [.../** @type {any} */ (highlight)]);
  const words = ranges.find((range) => String(range).startsWith('Mara Holt')).getClientRects()[0];
  const { left, top } = frame.getBoundingClientRect();
  const [x, y] = [left + frame.clientLeft + words.left, top + frame.clientTop + words.top];
  return { x: x + 20, y: y + 8, bottom: y + words.height };
}

/** Clicks the button with these words. @param {Page} page @param {string} words */
async function press(page, words) {
  const pressed = await page.evaluate((words) => {
    const root = document.querySelector('claimlight-host')?.shadowRoot;
    const button = [...(root?.querySelectorAll('button') ?? [])].find(({ textContent }) =>
      textContent?.includes(words),
    );
    button?.click();
    return button !== undefined;
  }, words);
  assert.ok(pressed, `there is no button “${words}”`);
}

inBothBrowsers('a page', { made }, ({ open, name }) => {
  it('is read in its frames where it may be, and marked in them', async () => {
    const { page, complaints } = await open('/frame.html');
    await start(page);
    const inFrame = () => {
      const { contentWindow } = /** @type {HTMLIFrameElement} */ (document.querySelector('.more'));
      const { CSS } = /** @type {typeof window} */ (contentWindow);
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [.../** @type {any} */ (highlight)]);
      return ranges.some((range) => String(range).startsWith('Mara Holt'));
    };
    await page.waitForFunction(inFrame, { timeout: PATIENCE });
    assert.deepEqual(await sources(page), ['Ana Ruiz', 'Ana Ruiz', 'Ana Ruiz']);
    assert.doesNotMatch(await page.evaluate(() => /** @type {any} */ (window).light.report.text), /Ivo Lang/);
    const { x, y, bottom } = await page.evaluate(placeInFrame);
    await page.mouse.click(x, y);
    assert.match(await shown(page, '.card'), /Source.*Mara Holt/);
    const top = await page.evaluate(
      () => document.querySelector('claimlight-host')?.shadowRoot?.querySelector('.card')?.getBoundingClientRect().top,
    );
    assert.ok(Number(top) >= bottom, `the card stands at ${top}, above the words' end at ${bottom}`);
    await page.keyboard.press('Escape');
    await gone(page, '.card');
    await page.evaluate(() => /** @type {any} */ (window).light.stop());
    assert.equal(await page.evaluate(inFrame), false);
    assert.deepEqual(complaints, []);
  });

  it('that takes out a frame while its marks are put on is marked all the same', async () => {
    const { page } = await open('/frame.html');
    const { failed, nTurns } = await page.evaluate(async () => {
      const { start } = await import(/** @type {string} */ ('/claimlight-widget/claimlight.js'));
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('.more'));
      let nTurns = 0;
      let nLeft = 0;
      // What lets the page have its turn, also in a browser that has no such thing.
      const view = /** @type {any} */ (globalThis);
      const scheduler = view.scheduler ?? (view.scheduler = {});
      scheduler.yield = async () => {
        nTurns++;
        await new Promise((resolve) => setTimeout(resolve));
        if (--nLeft === 0) frame.remove();
      };
      const failed = [];
      for (let nBefore = 1; nBefore <= 30; nBefore++) {
        document.querySelector('article')?.append(frame);
        await new Promise((resolve) => (frame.onload = resolve));
        nLeft = nBefore;
        const light = await start({ panel: 'none' });
        if (!light.isOn || !light.report) failed.push(nBefore);
        light.stop();
        if (document.adoptedStyleSheets.length) failed.push(-nBefore);
      }
      return { failed, nTurns };
    });
    assert.deepEqual(failed, []);
    assert.ok(nTurns > 100, `it had ${nTurns} turns`);
  });

  it('is read where it is shown, however much it says where it is not', async () => {
    for (const [path, expected] of Object.entries({
      '/closed-longer.html': ['Ana Ruiz', 'Ana Ruiz', 'Ana Ruiz'],
      '/closed-headings.html': ['Mara Holt', ...Array(6).fill('Ana Ruiz')],
      '/closed-beside.html': Array(9).fill('Ana Ruiz'),
      '/closed-title.html': Array(8).fill('Ana Ruiz'),
      '/closed-twin.html': ['Ana Ruiz', 'Ana Ruiz', 'Ana Ruiz', 'Mara Holt'],
    })) {
      const { page, complaints } = await open(path);
      await start(page);
      assert.deepEqual(await sources(page), expected, path);
      const shown = await page.evaluate(() =>
        [...CSS.highlights.values()].every((highlight) =>
          [.../** @type {any} */ (highlight)].every(({ startContainer }) =>
            startContainer.parentElement.checkVisibility({ visibilityProperty: true }),
          ),
        ),
      );
      assert.ok(shown, `${path}: a mark stands where nobody sees it`);
      assert.deepEqual(complaints, []);
    }
  });

  it('is read in its open shadow trees, also when they change', async () => {
    const { page, complaints } = await open('/shadow.html');
    await start(page, { panel: 'none', interfaceLanguage: 'en' });
    await marked(page, 'Mara Holt');
    // This one is a text with no element around it but the tree's host.
    await marked(page, 'Petra Vance');
    for (const name of ['Mara Holt', 'Petra Vance']) {
      const { x, y } = await page.evaluate((name) => {
        const ranges = [...CSS.highlights.values()].flatMap((highlight) => [.../** @type {any} */ (highlight)]);
        const { left, top } = ranges.find((range) => String(range).startsWith(name)).getClientRects()[0];
        return { x: left + 20, y: top + 8 };
      }, name);
      await page.mouse.click(x, y);
      assert.match(await shown(page, '.card'), new RegExp(`Source.*${name}`));
      await page.evaluate((name) => {
        const { light } = /** @type {any} */ (window);
        light.select(
          light.findings.find((/** @type {any} */ { start, end }) => light.report.text.slice(start, end).includes(name))
            .id,
        );
      }, name);
      await page.keyboard.press('Escape');
      await gone(page, '.card');
    }
    await page.evaluate(() => {
      const text = document.querySelector('#host')?.shadowRoot?.querySelector('p')?.firstChild;
      /** @type {Text} */ (text).data =
        'The county may pay for a new ferry next year, said Tomas Lind, who keeps the lighthouse.';
    });
    await marked(page, 'Tomas Lind');
    assert.deepEqual(complaints, []);
  });

  it('whose form has fields with the names of its properties is read past it', async () => {
    const { page, complaints } = await open('/form.html');
    await start(page);
    await page.waitForFunction(() => /** @type {any} */ (window).light.report.text.split('Ana Ruiz').length === 5, {
      timeout: PATIENCE,
    });
    assert.deepEqual(complaints, []);
  });

  it('is read again when a click opens what was not displayed', async () => {
    const { page, complaints } = await open('/closed.html');
    await start(page);
    await marked(page, 'Ana Ruiz');
    assert.ok(!(await sources(page)).includes('Mara Holt'));
    await page.click('article button');
    await marked(page, 'Mara Holt');
    assert.deepEqual(complaints, []);
  });

  it('with paragraphs in other languages has them left out, counted and said so', async () => {
    const { page, complaints } = await open('/languages.html');
    await start(page, { panel: 'open', interfaceLanguage: 'en' });
    assert.match(await shown(page, '.notice'), /2 paragraphs in another language were not read/);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).light.report.page.foreign), 2);
    assert.deepEqual(await paintedIn(page, '[lang=de], [lang=fr]'), []);
    assert.equal((await sources(page)).length, 5);
    assert.deepEqual(complaints, []);
  });

  it('that runs from right to left is marked, and has its strip on the left', async () => {
    const { page, complaints } = await open('/rtl.html');
    await start(page);
    assert.deepEqual(await sources(page), Array(4).fill('Ana Ruiz'));
    const left = () => document.querySelector('claimlight-host')?.shadowRoot?.querySelector('.strip.left') !== null;
    await page.waitForFunction(left, { timeout: PATIENCE });
    assert.deepEqual(complaints, []);
  });

  it(
    'with ten thousand comments below three hundred words is marked in those alone',
    longIn(name, 'firefox'),
    async () => {
      const { page, complaints } = await open('/thread.html');
      await start(page, { panel: 'none' });
      assert.deepEqual(await sources(page), Array(8).fill('Ana Ruiz'));
      assert.deepEqual(await paintedIn(page, '#comments'), []);
      assert.deepEqual(complaints, []);
    },
  );

  it('says itself what is to be read, and what not', async () => {
    const { page, complaints } = await open('/own.html');
    await start(page);
    assert.deepEqual(await sources(page), ['Mara Holt']);
    assert.deepEqual(complaints, []);
  });

  it('is read where the caller says: in an element, or a range', async () => {
    const { page, complaints } = await open('/article.html');
    await startAt(page, `document.querySelector('article p:last-child')`);
    assert.deepEqual(await sources(page), ['Mara Holt']);
    await page.evaluate(() => /** @type {any} */ (window).light.stop());
    await startAt(page, RANGE);
    const text = await page.evaluate(() => /** @type {any} */ (window).light.report.text);
    assert.match(
      text,
      /^ferry at Aldwick may stop in 3 days.*history\.\nThe ferry at Aldwick may stop in 4 days.*union\.$/s,
    );
    assert.deepEqual(await sources(page), ['Ana Ruiz', 'Ana Ruiz']);
    assert.deepEqual(complaints, []);
  });

  it('of which the reader has selected a part is read there alone, until they ask for the article', async () => {
    const { page, complaints } = await open('/article.html');
    await page.evaluate(`getSelection().addRange(${RANGE})`);
    await startAt(page, 'document.body');
    assert.deepEqual(await sources(page), ['Ana Ruiz', 'Ana Ruiz']);
    assert.match(await shown(page, '.notice'), /Only what you selected was read/);
    await press(page, 'Read the article');
    await marked(page, 'Mara Holt');
    assert.deepEqual(complaints, []);
  });

  it('that is no article has nothing marked, and says why in a sentence', longIn(name, 'chromium'), async () => {
    for (const path of NO_ARTICLES) {
      const { page, complaints } = await open(path);
      await start(page, { interfaceLanguage: 'en' });
      assert.match(await shown(page, '.panel'), /No article was found|nothing to read|no text/i, path);
      assert.deepEqual(await painted(page), [], path);
      assert.deepEqual(complaints, [], path);
    }
  });

  it('that is no article is read whole, or where the reader selects, when they ask for it', async () => {
    const { page, complaints } = await open('/front.html');
    await start(page, { interfaceLanguage: 'en' });
    assert.match(await shown(page, '.panel'), /No article was found/);
    assert.deepEqual(await painted(page), []);
    await page.evaluate(() =>
      getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector('section'))),
    );
    const enabled = () =>
      [...(document.querySelector('claimlight-host')?.shadowRoot?.querySelectorAll('button') ?? [])].some(
        (button) => button.textContent?.includes('I selected') && !button.disabled,
      );
    await page.waitForFunction(enabled, { timeout: PATIENCE });
    await press(page, 'Read what I selected');
    await marked(page, 'Ana Ruiz');
    assert.deepEqual(await sources(page), ['Ana Ruiz']);
    await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      /** @type {any} */ (window).light.stop();
    });
    await start(page, { interfaceLanguage: 'en' });
    await press(page, 'Read the whole page');
    await marked(page, 'Ana Ruiz');
    assert.equal((await sources(page)).filter((name) => name === 'Ana Ruiz').length, 12);
    assert.deepEqual(complaints, []);
  });
});
