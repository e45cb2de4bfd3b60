/**
 * The documentation's pictures show the interface as it is. Letters are drawn otherwise by another browser or with other
 * fonts, and a busy machine draws a shadow otherwise; so they are compared by `make pictures`, before a release, where the
 * same hand drew them. That a lost mark or card is seen is shown each time.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../www/serve.mjs';
import { BROWSERS, shared } from './browsers.js';
import { FOLDER, hand, PICTURES, recorded, take } from './pictures.js';
import { difference } from './pixels.js';
import { readFileSync } from 'node:fs';

/** The share of pixels that may differ: a few hundred, where a card's shadow or a hyphen falls otherwise. */
const MOST = 0.0005;

describe('the pictures of the documentation', { skip: !BROWSERS.includes('chromium') }, () => {
  const { report, browser: madeBy, letters } = recorded();
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  before(async () => {
    browser = await shared('chromium');
    server = await serve();
  });
  after(() => server.close());

  /** The first of the pictures, which is taken to compare with. @type {Uint8Array | undefined} */
  let light;
  it('are the same when they are taken again, and others when the marks or the card are lost', async () => {
    /** @type {Uint8Array[]} */
    const pictures = [];
    const card = `document.querySelector('claimlight-host').shadowRoot.querySelector('.card').remove()`;
    const withoutMarks = await take(browser, server.address, PICTURES.light, report, async (page) => {
      pictures.push(await page.screenshot());
      await page.evaluate('CSS.highlights.clear()');
    });
    const withoutCard = await take(browser, server.address, PICTURES.light, report, async (page) => {
      pictures.push(await page.screenshot());
      await page.evaluate(card);
    });
    [light] = pictures;
    assert.ok(difference(pictures[0], pictures[1]) <= MOST);
    assert.ok(difference(pictures[0], withoutMarks) > MOST);
    assert.ok(difference(pictures[0], withoutCard) > MOST);
  });

  for (const [name, picture] of Object.entries(PICTURES)) {
    it(`show ${name} as it is`, { skip: !process.env.PICTURES }, async (test) => {
      const now = await hand(browser);
      if (now.browser !== madeBy || now.letters !== letters) {
        return test.skip(`taken with ${madeBy}, ${letters}; this is ${now.browser}, ${now.letters}`);
      }
      const taken = (name === 'light' && light) || (await take(browser, server.address, picture, report));
      const share = difference(readFileSync(`${FOLDER}${name}.png`), taken);
      assert.ok(share <= MOST, `${share} of it differs. If it is meant to, look at it after: make screenshots`);
    });
  }
});
