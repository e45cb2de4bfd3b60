/** A page that lives: what it adds is marked, what it keeps stays as it is, and it is left its time. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inBothBrowsers, longIn } from './browsers.js';
import { made, paragraph } from './living-pages.js';
import { gone, painted, shown, start } from './marks.js';

/** How long a change may take to be marked on a slow machine that is busy, in milliseconds. */
const PATIENCE = 90_000;

/** @typedef {import('puppeteer-core').Page} Page */

/** Waits until a mark with these words is painted, or none is. @param {Page} page @param {string} words @param {boolean} [isPainted] */
function marked(page, words, isPainted = true) {
  return page.waitForFunction(
    (words, isPainted) => {
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [.../** @type {any} */ (highlight)]);
      return ranges.some((range) => String(range).includes(words)) === isPainted;
    },
    { timeout: PATIENCE },
    words,
    isPainted,
  );
}

/** The words of each finding by its id. @param {Page} page @returns {Promise<Record<string, string>>} */
function findingsOf(page) {
  return page.evaluate(() => {
    const { findings, report } = /** @type {any} */ (window).light;
    const words = (/** @type {any} */ { id, start, end }) => [id, report.text.slice(start, end)];
    return Object.fromEntries(findings.map(words));
  });
}

/** @param {Page} page @param {string} code */
const inPage = (page, code) => /** @type {Promise<any>} */ (page.evaluate(code));

/** What the open card's nth button to copy with copies. @param {Page} page @param {number} nth @returns {Promise<string>} */
function copiedBy(page, nth) {
  return page.evaluate(async (nth) => {
    /** @type {(text: string) => void} */
    let take = () => {};
    const taken = new Promise((resolve) => (take = resolve));
    navigator.clipboard.writeText = async (text) => take(text);
    const card = document.querySelector('claimlight-host')?.shadowRoot?.querySelector('.card');
    const words = [...(card?.querySelectorAll('.actions button') ?? [])].filter(({ textContent }) =>
      /^(Cop|Link)/.test(textContent ?? ''),
    );
    /** @type {HTMLElement} */ (words[nth]).click();
    return decodeURIComponent(String(await taken));
  }, nth);
}

/** Asserts that nothing but the page itself has changed the page. @param {Page} page @param {string[]} complaints */
async function assertUntouched(page, complaints) {
  assert.equal(await inPage(page, 'changes.length'), 0);
  assert.deepEqual(complaints, []);
}

inBothBrowsers('a page that lives', { made }, ({ open, name }) => {
  it('has what it adds marked; the rest keeps its ids, the card stays open and the page where it is', async () => {
    const { page, complaints } = await open('/living.html');
    await start(page, { panel: 'open', interfaceLanguage: 'en' });
    await marked(page, 'Ana Ruiz');
    await inPage(page, `add('Original Source: The Aldwick Herald')`);
    const root = `document.querySelector('claimlight-host').shadowRoot`;
    const origin = `${root}.querySelector('.from :is(a, button)')`;
    await page.waitForFunction(origin, { timeout: PATIENCE });
    const before = await findingsOf(page);
    const opened = Object.keys(before).find((id) => id.startsWith('attribution'));
    await page.evaluate((id) => /** @type {any} */ (window).light.select(id), opened);
    const card = await shown(page, '.card');
    assert.ok(card);
    const copied = [await copiedBy(page, 0), await copiedBy(page, 1)];
    assert.ok(
      copied.every((text) => text.includes('ferry')),
      String(copied),
    );
    const actions = `${root}.querySelector('.card .actions')`;
    await inPage(page, `void (window.actions = ${actions}, ${origin}.focus())`);
    await inPage(
      page,
      `scrollTo(0, 40); add('The mayor denied it on Monday. The county allegedly knew.', document.getElementById('p0'))`,
    );
    await marked(page, 'allegedly');
    const after = await findingsOf(page);
    for (const [id, words] of Object.entries(before)) assert.equal(after[id], words, id);
    assert.ok(Object.keys(after).length > Object.keys(before).length);
    assert.ok(await inPage(page, `actions === ${actions}`), 'a button that says it has copied goes on saying so');
    assert.ok(await inPage(page, `${root}.activeElement === ${origin}`), 'the keyboard is where it was in the panel');
    await page.waitForFunction(
      () =>
        !/Copied|copied/.test(
          document.querySelector('claimlight-host')?.shadowRoot?.querySelector('.card')?.textContent ?? '',
        ),
    );
    assert.equal(await shown(page, '.card'), card);
    // It copies by the places words have now.
    assert.deepEqual([await copiedBy(page, 0), await copiedBy(page, 1)], copied);
    assert.match(await shown(page, '.panel'), /Who says what/);
    await inPage(
      page,
      `{
        actions.querySelector('button').focus();
        const first = document.getElementById('p0');
        first.insertAdjacentHTML('afterend', '<p><a href="#next" id="next">What comes next</a></p>');
        first.remove();
      }`,
    );
    await page.waitForFunction(
      (n) => /** @type {any} */ (window).light.findings.length < n,
      { timeout: PATIENCE },
      Object.keys(after).length,
    );
    // Its words are gone, and so is the card; the keyboard goes on from where they stood.
    await gone(page, '.card');
    await page.keyboard.press('Tab');
    assert.equal(await inPage(page, 'document.activeElement.id'), 'next');
    await assertUntouched(page, complaints);
  });

  it(
    'that adds two hundred paragraphs while the reader scrolls has all of them marked',
    longIn(name, 'chromium'),
    async () => {
      const { page, complaints } = await open('/living.html');
      await start(page, { panel: 'open' });
      const texts = Array.from({ length: 200 }, (_, n) => `Petra Vance said the mill could close in ${n + 10} weeks.`);
      await page.evaluate(async (texts) => {
        for (const text of texts) {
          /** @type {any} */ (window).add(text);
          window.scrollBy(0, 60);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      }, texts);
      await marked(page, 'close in 209 weeks');
      const sources = (await painted(page)).filter(
        ({ style, text }) => style === 'source-attributed' && text === 'Petra Vance',
      );
      assert.equal(sources.length, 200);
      await assertUntouched(page, complaints);
    },
  );

  it('written by React is marked anew where it is written anew, and React does not stumble', async () => {
    const { page, complaints } = await open('/react.html');
    await page.waitForFunction(() => document.querySelectorAll('article p').length === 6, { timeout: PATIENCE });
    await start(page);
    await marked(page, 'Ana Ruiz');
    await inPage(page, 'tick()');
    await marked(page, 'Tomas Lind');
    for (let n = 0; n < 4; n++) await inPage(page, 'tick()');
    await page.waitForFunction(() => /** @type {any} */ (window).ticks === 5, { timeout: PATIENCE });
    const written = () => {
      const text = (/** @type {Element} */ element) => element.textContent?.replace(/\s+/g, ' ').trim();
      const blocks = [...document.querySelectorAll('article h1, article p')].map(text).join('\n');
      return /** @type {any} */ (window).light.report.text === blocks;
    };
    await page.waitForFunction(written, { timeout: PATIENCE });
    const sources = () => {
      const all = [...CSS.highlights].filter(([name]) => name.startsWith('claimlight-source'));
      const ranges = all.flatMap(([, highlight]) => [.../** @type {any} */ (highlight)]);
      return (
        ranges.length === document.querySelectorAll('article p').length && ranges.every((range) => !range.collapsed)
      );
    };
    await page.waitForFunction(sources, { timeout: PATIENCE });
    await assertUntouched(page, complaints);
  });

  it('that undoes what others write in it has nothing to undo, and keeps its marks when it writes itself anew', async () => {
    const { page, complaints } = await open('/editor.html');
    await start(page);
    await marked(page, 'Ana Ruiz');
    const before = await findingsOf(page);
    await inPage(page, 'write()');
    await marked(page, 'Ana Ruiz');
    await inPage(page, `document.querySelector('#p1').firstChild.data = document.querySelector('#p1').firstChild.data`);
    await page.waitForFunction(() => /** @type {any} */ (window).restored === 1, { timeout: PATIENCE });
    const whole = () => {
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [.../** @type {any} */ (highlight)]);
      return ranges.length > 12 && ranges.every((range) => !range.collapsed && range.startContainer.isConnected);
    };
    await page.waitForFunction(whole, { timeout: PATIENCE });
    assert.deepEqual(await findingsOf(page), before);
    assert.equal(await inPage(page, 'restored'), 1, 'only what the test wrote was undone');
    await assertUntouched(page, complaints);
  });

  it('that goes to another article by itself is read anew', async () => {
    const { page, complaints } = await open('/living.html');
    await start(page, { panel: 'open' });
    await marked(page, 'Ana Ruiz');
    const texts = [1, 2, 3].map((n) => `The mill at Orrin could close in ${n} weeks, said Petra Vance, its owner.`);
    await page.evaluate((texts) => {
      history.pushState({}, '', '/other.html');
      document.title = 'Mill at Orrin could close';
      const html = `<article><h1>Mill at Orrin could close</h1>${texts.map((text) => `<p>${text}</p>`).join('')}</article>`;
      /** @type {Element} */ (document.querySelector('main')).innerHTML = html;
    }, texts);
    await marked(page, 'Petra Vance');
    await marked(page, 'Ana Ruiz', false);
    assert.match(await shown(page, '.panel'), /Petra Vance/);
    await assertUntouched(page, complaints);
  });

  it('that draws its article only after the light is on is marked then', async () => {
    const { page, complaints } = await open('/shell.html');
    await start(page, { interfaceLanguage: 'en' });
    assert.ok(await shown(page, '.panel'));
    const texts = [1, 2, 3].map(paragraph);
    await page.evaluate((texts) => {
      const html = `<article><h1>Ferry at Aldwick may stop</h1>${texts.map((text) => `<p>${text}</p>`).join('')}</article>`;
      /** @type {Element} */ (document.querySelector('#root')).innerHTML = html;
    }, texts);
    await marked(page, 'Ana Ruiz');
    await assertUntouched(page, complaints);
  });

  it(
    'that never comes to rest is looked at less and less, and the reader is told and can have it read',
    longIn(name, 'chromium'),
    async () => {
      const { page, complaints } = await open('/short.html');
      await start(page, { panel: 'open', interfaceLanguage: 'en' });
      await page.evaluate(() => {
        let n = 0;
        setInterval(() => {
          const first = /** @type {Text} */ (document.querySelector('#p0')?.firstChild);
          first.data = `Ana Ruiz said on day ${n++} that the ferry may stop.`;
        }, 50);
      });
      await page.waitForFunction(
        () =>
          document
            .querySelector('claimlight-host')
            ?.shadowRoot?.querySelector('.notice')
            ?.textContent?.includes('keeps changing'),
        { timeout: 3 * PATIENCE },
      );
      const day = () => /** @type {any} */ (window).light.report.text.match(/day (\d+)/)[1];
      const before = await page.evaluate(day);
      await (await page.$('claimlight-host >>> .notice button'))?.click();
      await page.waitForFunction(
        (before) => /** @type {any} */ (window).light.report.text.match(/day (\d+)/)[1] !== before,
        { timeout: PATIENCE },
        before,
      );
      assert.deepEqual(complaints, []);
    },
  );

  it('that takes our element away has it back a few times, and then nothing of ours, and the reader can be told', async () => {
    const { page } = await open('/living.html');
    await start(page, { interfaceLanguage: 'en' });
    await marked(page, 'Ana Ruiz');
    await page.evaluate(() => {
      const seen = { nAway: 0, errors: /** @type {string[]} */ ([]) };
      Object.assign(window, { seen });
      addEventListener('claimlight:error', (event) =>
        seen.errors.push(/** @type {CustomEvent} */ (event).detail.message),
      );
      const sendAway = () => {
        const host = document.querySelector('claimlight-host');
        if (!host) return;
        seen.nAway++;
        host.remove();
      };
      new MutationObserver(sendAway).observe(document.documentElement, { childList: true });
      sendAway();
    });
    await page.waitForFunction(() => /** @type {any} */ (window).seen.errors.length > 0, { timeout: PATIENCE });
    const { nAway, errors } = await page.evaluate(() => /** @type {any} */ (window).seen);
    assert.equal(nAway, 4, 'once by the page, and each time it was put back');
    assert.match(errors[0], /switched off here/);
    assert.deepEqual(await painted(page), []);
    assert.equal(await inPage(page, 'changes.length'), 0);
  });

  it('has one light: the second takes the place of the first, and neither answers the other', async () => {
    const { page, complaints } = await open('/living.html');
    await start(page);
    await marked(page, 'Ana Ruiz');
    await page.evaluate(async () => {
      window.addEventListener('claimlight:change', () => /** @type {any} */ (window).nChanges++);
      /** @type {any} */ (window).nChanges = 0;
      const address = '/claimlight-widget/claimlight.js?another';
      const { start } = await import(address);
      Object.assign(window, { light: await start() });
    });
    assert.equal(await inPage(page, `document.querySelectorAll('claimlight-host').length`), 1);
    await inPage(page, `add('The county allegedly knew.')`);
    await marked(page, 'allegedly');
    await page.waitForFunction(() => /** @type {any} */ (window).nChanges === 1, { timeout: PATIENCE });
    await inPage(page, 'light.stop()');
    assert.deepEqual(await painted(page), []);
    await assertUntouched(page, complaints);
  });
});
