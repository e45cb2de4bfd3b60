/** Takes the pictures of the documentation: `make screenshots`. Look at each before it is committed. */
import { mkdir, writeFile } from 'node:fs/promises';
import { serve } from '../../www/serve.mjs';
import { launch } from './browsers.js';
import { FOLDER, found, hand, PICTURES, RECORD, take } from './pictures.js';

const server = await serve();
const browser = await launch('chromium');
await mkdir(FOLDER, { recursive: true });
const report = await found(browser, server.address);
for (const [name, picture] of Object.entries(PICTURES)) {
  await writeFile(`${FOLDER}${name}.png`, await take(browser, server.address, picture, report));
}
await writeFile(RECORD, `${JSON.stringify({ ...(await hand(browser)), report })}\n`);
await browser.close();
await server.close();
