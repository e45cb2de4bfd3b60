/** Measures what a frame of scrolling costs in the panel's list of five thousand findings: `make frames`. */
import { inside, openSample, serveProject, enter } from '../www/browser/desk.js';
import { BROWSERS, launch } from './browsers.js';
import { settled } from './marks.js';

/** How many frames are measured, and how far each scrolls, in pixels: a fast flick. */
const N_FRAMES = 300;
const STEP = 120;

/** The most that 95 in 100 frames may take, in milliseconds: half of what a screen that is drawn 60 times a second gives, since the page has its own work. */
const MOST = 8;

/** A frame's work: from its beginning until the browser is free again, its layout and its paint done. */
const MEASURE = `new Promise((resolve) => {
  const scroller = root.querySelector('.scroller');
  const times = [];
  const { port1, port2 } = new MessageChannel();
  let begun = 0;
  port1.onmessage = () => {
    times.push(performance.now() - begun);
    if (times.length < ${N_FRAMES}) requestAnimationFrame(frame);
    else resolve(times);
  };
  const frame = () => {
    begun = performance.now();
    scroller.scrollTop += ${STEP};
    port2.postMessage(0);
  };
  requestAnimationFrame(frame);
})`;

const server = await serveProject();
for (const name of BROWSERS) {
  const browser = await launch(name);
  const page = await openSample(browser, server.address, 'panel=open&copies=300');
  await enter(page, 'findings');
  await settled(page);
  const times = /** @type {number[]} */ (await inside(page, MEASURE)).sort((one, other) => one - other);
  const at = (/** @type {number} */ share) => `${times[Math.floor((times.length - 1) * share)].toFixed(1)} ms`;
  const rows = await inside(page, `root.querySelectorAll('.finding').length`);
  const n = await page.evaluate('light.findings.length');
  const quick = times.filter((time) => time <= MOST).length;
  console.log(
    `${name}: ${n} findings, ${rows} rows built; a frame ${at(0.5)}, 95 in 100 ${at(0.95)}, the longest ${at(1)}; ` +
      `${((100 * quick) / times.length).toFixed(1)} in 100 within ${MOST} ms`,
  );
  if (quick < 0.95 * times.length) process.exitCode = 1;
  await browser.close();
}
await server.close();
process.exit();
