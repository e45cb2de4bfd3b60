/** Whatever a reader does with the interface: the page keeps its nodes, its place, its selection; nothing is sent. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSERS, shared } from '../../e2e/browsers.js';
import { clickOn, enter, inside, onTheDesk, openSample, serveProject, until } from './desk.js';

/** @typedef {import('puppeteer-core').Page} Page */

/** What of the page could have changed. */
const STATE = `[document.head.outerHTML, document.body.outerHTML, document.documentElement.cloneNode().outerHTML,
  String(getSelection()), scrollY, window.copied].join()`;

/** Each thing a reader can do, one after the other. @type {Record<string, (page: Page) => Promise<unknown>>} */
const DEEDS = {
  'opening a card': async (page) => {
    await clickOn(page, 'Critics');
    await until(page, `root.querySelector('.card:popover-open')`);
    await page.keyboard.press('Escape');
    await page.evaluate(`getSelection().selectAllChildren(document.querySelector('h1'))`);
  },
  filtering: async (page) => {
    await enter(page, 'findings');
    await inside(page, `root.querySelector('[data-name=hedge]').click()`);
    await inside(
      page,
      `(root.querySelector('input').value = 'ruiz', root.querySelector('input').dispatchEvent(new Event('input')))`,
    );
    await until(page, `root.querySelectorAll('.finding').length > 1`);
  },
  downloading: async (page) => {
    await enter(page, 'take');
    await inside(
      page,
      `root.querySelectorAll('.take .button[aria-label^=Download]').forEach((button) => button.click())`,
    );
    await page.waitForFunction('downloads.length === 4');
  },
  printing: async (page) => {
    await page.evaluate(`light.show({ print: 'notes' })`);
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    assert.ok(await inside(page, `root.querySelectorAll('.notes li').length > 5`));
    await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
    assert.equal(await inside(page, `root.querySelector('.notes')`), null);
  },
  settings: async (page) => {
    await enter(page, 'settings');
    await inside(page, `root.querySelectorAll('.options input').forEach((input) => input.click())`);
  },
};

/** Catches what would leave the page, so that the test leaves nothing on the machine either. @param {Page} page */
function watch(page) {
  return page.evaluateOnNewDocument(`{
    window.copied = 0; window.downloads = [];
    const { clipboard } = navigator;
    for (const way of ['write', 'writeText']) if (clipboard) clipboard[way] = async () => void window.copied++;
    document.execCommand = () => !!++window.copied;
    const { click } = HTMLElement.prototype;
    HTMLAnchorElement.prototype.click = function () { this.download ? downloads.push(this.download) : click.call(this); };
  }`);
}

/** What is read of the panel beside its plain text, in order. */
const PANEL = [
  'complementary: Who says what',
  'separator: Width of the panel',
  'heading: Who says what',
  'button: Move the panel below the text',
  'button: Make the panel small',
  'list: Where it comes from',
  'link: By its own account, this article retells another: Original Source: Aldwick Herald',
  'navigation: Rooms of the panel',
  'tab: Overview',
  'tab: Findings',
  'tab: Export',
  'tab: Settings',
  'tabpanel: Overview',
  'heading: What its checkable statements rest on',
  'image: Bar: A named source: 1 (9%), A role, document, outlet or link: 3 (27%), Nobody named: 3 (27%), The author’s own caution: 1 (9%), No source given: 3 (27%)',
  'heading: Marks on the page',
  'switch: Attributed, 6. Somebody is named, or can be identified, as saying it.',
  'switch: Nobody named, 4. Hearsay, or a source that stays vague or unnamed.',
  'switch: Caution, 4. Words that make a statement less than certain.',
  'switch: No source given, 3. A checkable statement that the article gives no source for.',
  'heading: Who speaks here',
  'button: Ana Ruiz , leads the union of bridge workers · Named , 3 times , 33% of attributions. Show them.',
  'button: the mayor , Identified by role , 1 time , 11% of attributions. Show them.',
  'button: A report by the regional engineers , Document , 1 time , 11% of attributions. Show them.',
  'button: a senior official in the transport ministry , asked not to be named because the talks go on · Name withheld , 1 time , 11% of attributions. Show them.',
  'button: Critics , Unspecified group , 1 time , 11% of attributions. Show them.',
  'button: The Aldwick Herald , Another outlet , 1 time , 11% of attributions. Show them.',
  'button: Nobody named , Reported without a source , 1 time , 11% of attributions. Show them.',
];

/** What is read of a card. */
const CARD = [
  'dialog: The article quotes Ana Ruiz.',
  'button: Close',
  'StaticText: Attributed',
  'StaticText: The article quotes Ana Ruiz.',
  'StaticText: Source',
  'StaticText: Ana Ruiz, who leads the union of bridge workers',
  'StaticText: Kind',
  'StaticText: Named',
  'StaticText: Wording',
  'StaticText: “said”',
  'StaticText: Why it is marked',
  'StaticText: A reporting verb stands beside its source.',
  'StaticText: How sure the mark is',
  'StaticText: Very likely right (98%)',
  'button: Next from this source',
  'button: Copy',
  'button: Link to this sentence',
  'button: Not right?',
];

onTheDesk('what is done with the interface', ({ openSample }) => {
  test('changes nothing of the page and sends nothing', async () => {
    const page = await openSample('panel=open', watch);
    await page.evaluate(`getSelection().selectAllChildren(document.querySelector('h1'))`);
    const before = await page.evaluate(STATE);
    /** @type {string[]} */
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    for (const [deed, act] of Object.entries(DEEDS)) {
      await act(page);
      assert.equal(await page.evaluate(STATE), before, deed);
    }
    await page.evaluate('light.stop()');
    assert.equal(await page.evaluate('document.documentElement.outerHTML === claimlightBefore'), true);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith('blob:')),
      [],
    );
    await page.close();
  });

  test('of five thousand findings those near the window are painted, wherever that is', async () => {
    const page = await openSample('panel=none&copies=300');
    const ranges = `[...CSS.highlights.values()].flatMap((ranges) => [...ranges])`;
    // What is painted first is still, and says nothing of its place.
    const seen = `${ranges}.filter(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return Math.abs(range.getBoundingClientRect().top - innerHeight / 2) < innerHeight / 2;
    }).length`;
    for (const share of [0, 0.5, 0.98]) {
      await page.evaluate(`scrollTo(0, ${share} * document.documentElement.scrollHeight)`);
      await page.waitForFunction(`${seen} > 10`);
      assert.ok(Number(await page.evaluate(`${ranges}.length`)) < 1000);
    }
    await page.close();
  });

  test('a mark called not right in the panel leaves its report there, with the focus; undone, it is back', async () => {
    const page = await openSample();
    await enter(page, 'findings');
    await inside(page, `root.querySelector('.finding > button').click()`);
    await inside(page, `root.querySelector('.finding .actions .plain').click()`);
    assert.match(await inside(page, `root.querySelector('.finding .report').textContent`), /the mayor · said/);
    assert.ok(await inside(page, `root.activeElement.closest('.complaint') !== null`));
    await inside(page, `root.querySelector('.complaint .row').lastElementChild.click()`);
    assert.equal(await inside(page, `root.querySelector('.complaint')`), null);
    assert.equal(await inside(page, `root.querySelector('.finding').textContent.includes('the mayor · said')`), true);
    assert.ok(await inside(page, `root.activeElement.matches('.finding > button')`));
    await page.evaluate('localStorage.clear()');
    await page.close();
  });
});

describe('in Chromium, which tells', { skip: !BROWSERS.includes('chromium') }, () => {
  /** @type {Awaited<ReturnType<typeof serveProject>>} */
  let server;
  before(async () => {
    server = await serveProject();
  });
  after(() => server.close());

  test('the page is never shifted, and a shift would be seen', async () => {
    const page = await openSample(await shared('chromium'), server.address, 'panel=small', async (fresh) => {
      await watch(fresh);
      await fresh.evaluateOnNewDocument(`window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries()
        .flatMap(({ sources }) => sources.map(({ node }) => node)).filter((node) => document.body.contains(node))))
        .observe({ type: 'layout-shift', buffered: true })`);
    });
    await inside(page, `root.querySelector('.launcher button').click()`);
    for (const act of Object.values(DEEDS)) await act(page);
    await page.evaluate('light.stop()');
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 100)))');
    assert.equal(await page.evaluate('shifts.length'), 0);
    await page.evaluate(`document.querySelector('header').style.paddingTop = '80px'`);
    await page.waitForFunction('shifts.length > 0');
    await page.close();
  });

  test('what is copied is the whole text, as it is written in its turns', async () => {
    const browser = await shared('chromium');
    const page = await openSample(browser, server.address, 'panel=open');
    const context = browser.defaultBrowserContext();
    await context.overridePermissions(server.address, [
      'clipboard-read',
      'clipboard-write',
      'clipboard-sanitized-write',
    ]);
    await page.bringToFront();
    await enter(page, 'take');
    await inside(page, `root.querySelector('.take .button').focus()`);
    await page.keyboard.press('Enter');
    await until(page, `root.querySelector('.take .button').textContent === 'Copied'`);
    const text = String(await page.evaluate('navigator.clipboard.readText()'));
    await page.evaluate(`navigator.clipboard.writeText('')`);
    await context.clearPermissionOverrides();
    assert.match(text, /^# Who says what: Bridge at Aldwick/);
    assert.equal(text.split(':~:text=').length - 1, await page.evaluate('light.shown.length'));
    assert.ok(text.endsWith('It does not judge what is true.\n'), text.slice(-80));
    await page.close();
  });

  test('a screen reader is read sentences', async () => {
    const page = await openSample(await shared('chromium'), server.address, 'panel=open');
    const panel = (await read(page, '.panel')).filter((line) => !line.startsWith('StaticText'));
    assert.deepEqual(panel, PANEL);
    await page.evaluate(`light.select('attribution-1')`);
    await until(page, `root.querySelector('.card:popover-open')`);
    assert.deepEqual(await read(page, '.card'), CARD);
    await page.close();
  });
});

/** What a screen reader comes by, as "role: name". @param {Page} page @param {string} part @returns {Promise<string[]>} */
async function read(page, part) {
  const root = await page.waitForSelector(`claimlight-host >>> ${part}`);
  const tree = await page.accessibility.snapshot({ root: root ?? undefined });
  return tree ? lines(tree) : [];
}

/** @param {import('puppeteer-core').SerializedAXNode} node @returns {string[]} */
function lines({ role, name, children = [] }) {
  return [...(name ? [`${role}: ${name}`] : []), ...children.flatMap(lines)];
}
