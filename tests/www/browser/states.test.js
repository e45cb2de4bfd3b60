/** Whoever reads, and whatever the page or the browser cannot do: names, contrast, and one sentence instead of a blank. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { longIn } from '../../e2e/browsers.js';
import { clickOn, enter, inside, onTheDesk, until } from './desk.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Each state of the interface, and how it is reached from the one before. @type {Record<string, (page: import('puppeteer-core').Page) => Promise<unknown>>} */
const STATES = {
  overview: async () => {},
  findings: (page) => enter(page, 'findings'),
  'a finding open': async (page) => {
    await enter(page, 'findings');
    await inside(page, `root.querySelectorAll('.finding > button')[3].click()`);
  },
  'nothing matches': async (page) => {
    await enter(page, 'findings');
    await inside(
      page,
      `(root.querySelector('input').value = 'zzz', root.querySelector('input').dispatchEvent(new Event('input')))`,
    );
  },
  'one speaker only': async (page) => {
    await enter(page, 'overview');
    await inside(page, `root.querySelector('.speaker').click()`);
  },
  'take away': (page) => enter(page, 'take'),
  copied: async (page) => {
    // Copying wants a reader's own key.
    await inside(page, `root.querySelector('.take .button').focus()`);
    await page.keyboard.press('Enter');
    const says = `root.querySelector('.take .button').nextElementSibling`;
    await until(
      page,
      `${says}.matches('[role=status]') && ${says}.textContent === root.querySelector('.take .button').textContent`,
    );
  },
  settings: (page) => enter(page, 'settings'),
  'below the text': (page) => inside(page, `root.querySelector('.dock').click()`),
  'on a phone': (page) => page.setViewport({ width: 390, height: 800 }),
  'in a low window': (page) => page.setViewport({ width: 320, height: 256 }),
  'beside again': async (page) => {
    await page.setViewport({ width: 1280, height: 900 });
    await inside(page, `root.querySelector('.dock').click()`);
  },
  'card of a claim': (page) => cardOf(page, 'claim-1'),
  'card of a hedge': (page) => cardOf(page, 'hedge-1'),
  'card of a word in two marks': async (page) => {
    await page.keyboard.press('Escape');
    await page.evaluate('scrollTo(0, 0)');
    await clickOn(page, 'k may c');
    await until(page, `root.querySelector('.card .also')`);
  },
  card: async (page) => {
    await page.evaluate(`light.select('attribution-4')`);
    await until(page, `root.querySelector('.card:popover-open')`);
  },
  'not right': async (page) => {
    await inside(page, `root.querySelector('.card .actions .plain').click()`);
    await page.evaluate('localStorage.clear()');
  },
  small: (page) => inside(page, `root.querySelector('.head button:not(.dock)').click()`),
};

/** Looks that a state is tried in; each time the first in both browsers, the others in one. */
const LOOKS = ['theme=', 'theme=dark', 'interfaceLanguage=ar'];

/** @param {import('puppeteer-core').Page} page @param {string} id */
async function cardOf(page, id) {
  await page.evaluate(`light.select('${id}')`);
  await until(page, `root.querySelector('.card:popover-open')`);
}

/** Has the sample's article say nothing but this. @param {string} sentence @returns {(page: import('puppeteer-core').Page) => Promise<unknown>} */
const saying = (sentence) => (page) =>
  page.evaluateOnNewDocument(`document.addEventListener('readystatechange', () => {
    if (document.readyState === 'interactive') document.querySelector('article').innerHTML = '<p>${sentence}</p>';
  })`);

/** Whether a name holds what is seen is no rule axe asks unasked. */
const AS_ASKED = `{ resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: true } } }`;

/** What axe finds wrong in the interface. @param {import('puppeteer-core').Page} page @returns {Promise<string[]>} */
function faults(page) {
  return /** @type {any} */ (
    page.evaluate(`axe.run(document.querySelector('claimlight-host'), ${AS_ASKED}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.filter(({ target }) => JSON.stringify(target).includes('claimlight-host'))
        .map(({ target }) => id + ' ' + JSON.stringify(target))))`)
  );
}

onTheDesk('every state', ({ name, openSample }) => {
  for (const [index, query] of LOOKS.entries()) {
    const how = index === 0 ? {} : longIn(name, 'chromium');
    test(`axe finds nothing in any state, ${query}, and a fault that is planted`, how, async () => {
      const page = await openSample(`panel=open&${query}`);
      await page.evaluate(AXE);
      for (const [state, reach] of Object.entries(STATES)) {
        await reach(page);
        assert.deepEqual(await faults(page), [], state);
      }
      await inside(page, `root.querySelector('.launcher button').replaceChildren()`);
      assert.ok((await faults(page)).some((fault) => fault.startsWith('button-name')));
      await page.close();
    });
  }

  test('where copying is refused the text is shown to be selected, of a long one the beginning, and nothing is out of place', async () => {
    const page = await openSample('panel=open', (fresh) =>
      fresh.evaluateOnNewDocument(
        `if (navigator.clipboard) navigator.clipboard.write = navigator.clipboard.writeText = async () => { throw new Error('no') }`,
      ),
    );
    await enter(page, 'take');
    await inside(page, `root.querySelectorAll('.take .button[aria-label^=Copy]').forEach((button) => button.click())`);
    await until(page, `root.querySelectorAll('.take .report').length === 4`);
    const [shown, said] = await inside(
      page,
      `['.report', '.small'].map((part) => [...root.querySelectorAll('.take ' + part)].map(({ textContent }) => textContent))`,
    );
    assert.match(shown[0], /^# Who says what: Bridge at Aldwick/);
    for (const [index, text] of shown.entries()) {
      assert.equal(/Download it/.test(said[index]), / …$/.test(text));
      assert.ok(text.length > 1000 && text.length <= 10_002, `${text.length}`);
    }
    assert.ok(said.some((/** @type {string} */ text) => /Download it/.test(text)));
    const widths = `[...root.querySelectorAll('.take :is(.report, .small)')].map((part) => part.offsetWidth / part.parentElement.offsetWidth)`;
    assert.ok((await inside(page, widths)).every((/** @type {number} */ width) => width > 0.95));
    await page.evaluate(AXE);
    assert.deepEqual(await faults(page), []);
    await page.close();
  });

  test('a page without an article is told so in one sentence', async () => {
    const page = await openSample('empty=1');
    assert.deepEqual(
      await page.evaluate('light.layers'),
      ['attributed', 'unnamed', 'hedge', 'unsourced'],
      'what would be on',
    );
    assert.match(await inside(page, `root.querySelector('.panel .empty').textContent`), /^No article was found/);
    assert.ok(await inside(page, `root.querySelector('.panel').matches(':popover-open')`));
    await page.evaluate(AXE);
    assert.deepEqual(await faults(page), []);
    // The cross leaves a way back, and what ends it has its name here too.
    await inside(page, `root.querySelector('.head button:not(.dock)').click()`);
    await inside(page, `root.querySelector('.launcher button').click()`);
    await inside(page, `[...root.querySelectorAll('.room .button')].at(-1).click()`);
    assert.equal(await page.evaluate('document.documentElement.outerHTML === claimlightBefore'), true);
    await page.close();
  });

  test('an article in which nothing is marked is said to be one; what was left out of it is a click away', async () => {
    const quiet = await openSample('panel=open', saying('Nothing happened in the town that day.'));
    assert.match(await inside(quiet, `root.querySelector('.panel .empty').textContent`), /^Nothing to mark here/);
    await quiet.close();
    const unsure = 'And traders on the east bank had been told nothing, according to Tomasz Lind, a baker.';
    const page = await openSample('panel=open', saying(unsure));
    const said = () => inside(page, `root.querySelector('.room .empty')?.textContent`);
    assert.equal(await said(), 'Nothing is marked here with these settings. Left out: 1.');
    await page.evaluate(AXE);
    assert.deepEqual(await faults(page), []);
    await enter(page, 'findings');
    assert.equal(await said(), 'Nothing is marked here with these settings. Left out: 1.');
    await inside(page, `root.querySelector('.room .empty + .row button').click()`);
    assert.match(await inside(page, `root.querySelector('.finding').textContent`), /Tomasz Lind/);
    await enter(page, 'overview');
    assert.equal(await said(), undefined);
    await page.close();
  });

  test('a browser that cannot paint shows the panel, and says so', async () => {
    const page = await openSample('panel=open', (fresh) => fresh.evaluateOnNewDocument('delete window.Highlight'));
    assert.match(await inside(page, `root.querySelector('.notice').textContent`), /cannot draw marks/);
    await page.evaluate(AXE);
    assert.deepEqual(await faults(page), []);
    await enter(page, 'findings');
    assert.ok((await inside(page, `root.querySelectorAll('.finding').length`)) > 5);
    await page.close();
  });

  test('a page whose library has an older Array.from, and writes its own JSON, is read as any other', async () => {
    const page = await openSample('panel=open', (fresh) =>
      fresh.evaluateOnNewDocument(`{
        Array.from = (list) => { const all = []; for (let at = 0; at < (list.length ?? 0); at++) all.push(list[at]); return all; };
        Array.prototype.toJSON = function () { return String(this); };
      }`),
    );
    await enter(page, 'findings');
    await until(page, `root.querySelectorAll('.finding').length > 5`);
    const listed = () => inside(page, `Number(root.querySelector('.finding').getAttribute('aria-setsize'))`);
    const n = await listed();
    await inside(page, `root.querySelector('.finding > button').click()`);
    await inside(page, `root.querySelector('.finding .actions .plain').click()`);
    await until(page, `root.querySelector('.complaint')`);
    await page.reload();
    await page.waitForFunction('window.light');
    await enter(page, 'findings');
    await until(page, `root.querySelectorAll('.finding').length > 5`);
    assert.equal(await listed(), n - 1);
    await page.evaluate('localStorage.clear()');
    await page.close();
  });

  test('a second start gives the light that is on; an unknown option is named', async () => {
    const page = await openSample();
    /** @type {string[]} */
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    const isSame = await page.evaluate(
      `import('/www/claimlight.js').then(async ({ start }) => (await start({ layer: [], strength: 'quiet' })) === light)`,
    );
    assert.equal(isSame, true);
    assert.ok(said.some((text) => text.includes('unknown option "layer"')));
    assert.ok(
      said.some((text) => text.includes('is on already and stays as it is, whatever layer, strength asks for')),
    );
    await page.close();
  });

  test('a front page opens nothing where a small panel was asked for', async () => {
    const page = await openSample('empty=1&panel=small');
    await until(page, `root.querySelector('.launcher:popover-open')`);
    assert.equal(await inside(page, `root.querySelector('.panel').matches(':popover-open')`), false);
    await inside(page, `root.querySelector('.launcher button').click()`);
    await until(
      page,
      `root.querySelector('.panel:popover-open .empty').textContent.startsWith('No article was found')`,
    );
    await page.close();
  });

  test('an abort takes the light off; ready and select are told', async () => {
    const page = await openSample();
    await page.evaluate(`light.stop(); window.told = [];
        for (const type of ['ready', 'select']) document.addEventListener('claimlight:' + type, ({ detail }) => told.push(type, detail.id));
        window.controller = new AbortController();
        import('/www/claimlight.js').then(async ({ start }) => { window.again = await start({ signal: controller.signal }); again.select('hedge-0'); })`);
    await until(page, `window.told.length === 4`);
    assert.deepEqual(await page.evaluate('[told[0], told[2], told[3]]'), ['ready', 'select', 'hedge-0']);
    await page.evaluate('controller.abort()');
    assert.equal(await page.evaluate('document.documentElement.outerHTML === claimlightBefore'), true);
    await page.close();
  });
});
