/** Lights on and off in any order: there is never more than one, and nothing of one is left. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSERS, shared } from '../../e2e/browsers.js';
import { openSample, serveProject } from './desk.js';

/** Loads two copies of the module, as a page and an extension have them, and counts what there is of them. */
const COPIES = `(async () => {
  const { start } = await import('/www/claimlight.js');
  const { start: startOther } = await import('/www/claimlight.js?other');
  const left = () => [document.querySelectorAll('claimlight-host').length, CSS.highlights.size, document.adoptedStyleSheets.length];
  /** Another world, an extension's, knows nothing of this one's light. */
  const apart = (start) => { delete globalThis[Symbol.for('claimlight')]; return start(); };
  Object.assign(window, { start, startOther: () => apart(startOther), left });
})()`;

/** What is done in each order, in the page; it returns what must be as expected. @type {Record<string, {act: string, expected: unknown}>} */
const ORDERS = {
  'a stop ends its own light alone, however often it is called': {
    act: `const one = await start(); one.stop(); const two = await start(); one.stop(); one.stop();
      const same = (await start()) === two; const [hosts] = left(); two.stop(); return [same, hosts, ...left()]`,
    expected: [true, 1, 0, 0, 0],
  },
  'an abort while it is loading leaves nothing and lets it be started again': {
    act: `const controller = new AbortController(); const begun = start({ signal: controller.signal }); controller.abort('enough');
      const reason = await begun.catch((cause) => cause); const nothing = left();
      const again = await start(); const [hosts] = left(); again.stop(); return [reason, ...nothing, hosts, ...left()]`,
    expected: ['enough', 0, 0, 0, 1, 0, 0, 0],
  },
  'a signal that was aborted before draws nothing': {
    act: `const reason = await start({ signal: AbortSignal.abort('before') }).catch((cause) => cause); return [reason, ...left()]`,
    expected: ['before', 0, 0, 0],
  },
  'a light that is stopped as soon as it is there says that it is off': {
    act: `document.addEventListener('claimlight:ready', ({ detail }) => detail.light.stop(), { once: true });
      const light = await start(); return [light.isOn, ...left()]`,
    expected: [false, 0, 0, 0],
  },
  'a signal that was aborted before is given no light that is on': {
    act: `const one = await start(); const reason = await start({ signal: AbortSignal.abort('before') }).catch((cause) => cause);
      const [hosts] = left(); one.stop(); return [reason, hosts, ...left()]`,
    expected: ['before', 1, 0, 0, 0],
  },
  'an abort and a start at once, at any moment of loading, end in the light that was started last': {
    act: `const ends = new Set();
      for (const wait of [0, 1, 5, 20, 60]) {
        const controller = new AbortController(); const begun = start({ signal: controller.signal }).catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, wait)); controller.abort();
        const again = await start({ signal: new AbortController().signal }); await begun;
        ends.add(again.findings.length > 15).add('hosts ' + left()[0]); again.stop(); ends.add(left().join());
      }
      return [...ends]`,
    expected: [true, 'hosts 1', '0,0,0'],
  },
  'who waits for a light that another ends gets one of their own, and who ends their own waiting ends no light': {
    act: `const [first, second] = [new AbortController(), new AbortController()];
      const begun = start({ signal: first.signal }).catch((cause) => cause); const other = start(); first.abort('one');
      const reason = await begun; const light = await other; const n = light.findings.length;
      const waiting = start({ signal: second.signal }).catch((cause) => cause); second.abort('two');
      const ended = await waiting; const [hosts] = left(); light.stop(); return [reason, n > 15, ended, hosts, ...left()]`,
    expected: ['one', true, 'two', 1, 0, 0, 0],
  },
  'a second copy takes the place of the first, also where the page has removed its element': {
    act: `const one = await start(); await one.painted(); document.querySelector('claimlight-host').remove();
      const two = await startOther(); await two.painted();
      // The first looks for its element in a while.
      await new Promise((resolve) => setTimeout(resolve, 500)); const [hosts] = left();
      one.stop(); const [still] = left(); two.stop(); return [hosts, still, ...left()]`,
    expected: [1, 1, 0, 0, 0],
  },
  'of two copies that start at once one is on, and both can be stopped': {
    act: `const lights = await Promise.all([start(), startOther()]); const [hosts] = left();
      const nOn = lights.filter(({ report }) => report).length; lights.forEach((light) => light.stop()); return [hosts, nOn, ...left()]`,
    expected: [1, 1, 0, 0, 0],
  },
  'a page that has no body yet is waited for': {
    act: `const html = document.documentElement.outerHTML.replace(/<script[^]*?<\\/script>/g, ''); document.open();
      const begun = start({ panel: 'none' }); const { body } = document; document.write(html); document.close();
      const light = await begun; const n = light.findings.length; light.stop(); return [body, n > 15]`,
    expected: [null, true],
  },
};

for (const name of BROWSERS) {
  describe(`lights in ${name}`, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serveProject>>} */
    let server;
    /** @type {import('puppeteer-core').Page} */
    let page;
    before(async () => {
      server = await serveProject();
      browser = await shared(name);
      page = await openSample(browser, server.address, 'panel=none');
      await page.evaluate('light.stop()');
      await page.evaluate(COPIES);
    });
    after(async () => {
      await page.close();
      await server.close();
    });

    for (const [order, { act, expected }] of Object.entries(ORDERS)) {
      test(order, async () => {
        assert.deepEqual(await page.evaluate(`(async () => { ${act} })()`), expected);
      });
    }
  });
}
