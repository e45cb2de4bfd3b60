/**
 * Every way onto a page under every kind of security policy: marks, or one sentence that says why not. What comes out is
 * the table in `www/embed/README.md`; UPDATE=1 writes it.
 */
import { after, before, describe, it } from 'node:test';
import * as chromium from './ways/chromium.js';
import * as firefox from './ways/firefox.js';
import { POLICIES, assertWritten, cell, serveUnder } from './ways/ways.js';
import * as webkit from './ways/webkit.js';

const chosen = Object.entries({ chromium, firefox, webkit }).filter(([name]) => name === (process.env.BROWSER ?? name));

for (const [name, { begin }] of chosen) {
  describe(`every way under every policy (${name})`, () => {
    /** @type {Record<string, Record<string, string>>} */
    const cells = {};
    /** @type {Record<string, Awaited<ReturnType<typeof serveUnder>>>} */
    const servers = {};
    /** @type {import('./ways/ways.js').Ways} */
    let browser;
    before(async () => {
      browser = await begin();
      for (const [policy, header] of Object.entries(POLICIES)) servers[policy] = await serveUnder(header);
    });
    after(async () => {
      await browser?.close();
      for (const server of Object.values(servers)) await server.close();
    });

    for (const policy of Object.keys(POLICIES)) {
      it(`${policy}: marks, or says why not`, async () => {
        /** @type {Record<string, string>} */
        const row = (cells[policy] = {});
        for (const [way, come] of Object.entries(browser.ways)) row[way] = cell(await come(servers[policy].address));
      });
    }

    it('is what the table in the documentation says', () => assertWritten(name, cells));

    it('on one page, two ways make one interface', async () => {
      await browser.twoWays(servers.none.address);
    });
  });
}
