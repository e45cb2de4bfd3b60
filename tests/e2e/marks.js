/**
 * What stands painted on a page, and Claimlight's own interface, as a test asks for them.
 * @import { Page } from 'puppeteer-core'
 */
import assert from 'node:assert/strict';

/** @typedef {{style: string, text: string, place: string}} Painted */

/**
 * Starts Claimlight as a page would. The page's `window` keeps the light for later.
 * @param {Page} page @param {object} [options]
 */
export async function start(page, options = {}) {
  await page.evaluate(async (options) => {
    const address = '/claimlight-widget/claimlight.js';
    const { start } = await import(address);
    Object.assign(window, { light: await start(options) });
  }, options);
}

/** @param {Page} page */
export async function stop(page) {
  await page.evaluate(() => /** @type {any} */ (window).light.stop());
}

/** Waits until all marks are painted, those of what a reader has just done too. @param {Page} page */
export function settled(page) {
  return page.evaluate(async () => {
    const painted = async () => /** @type {any} */ (window).lightOn?.painted();
    await painted();
    // What is drawn once a frame is begun in the next.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await painted();
  });
}

/**
 * Every mark that is painted, with the elements around it from the outside in ("main.page > article > p").
 * @param {Page} page
 * @returns {Promise<Painted[]>}
 */
export async function painted(page) {
  await settled(page);
  return page.evaluate(() => {
    const nameOf = (/** @type {Element} */ { localName, id, classList }) =>
      localName + (id && `#${id}`) + [...classList].map((name) => `.${name}`).join('');
    const placeOf = (/** @type {Node} */ node) => {
      const names = [];
      for (let at = node.parentElement; at; at = at.parentElement) names.unshift(nameOf(at));
      return names.join(' > ');
    };
    return [...CSS.highlights].flatMap(([name, highlight]) =>
      [.../** @type {Iterable<Range>} */ (/** @type {unknown} */ (highlight))].map((range) => ({
        style: name.replace(/^claimlight-|-\d+$/g, ''),
        text: range.toString(),
        place: placeOf(range.startContainer),
      })),
    );
  });
}

/**
 * The texts of all elements that match `outside` and in which something is painted: what must be none.
 * @param {Page} page @param {string} outside
 */
export async function paintedIn(page, outside) {
  await settled(page);
  return page.evaluate((outside) => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [
      .../** @type {Iterable<Range>} */ (/** @type {unknown} */ (highlight)),
    ]);
    const isPainted = (/** @type {Element} */ element) => ranges.some((range) => range.intersectsNode(element));
    return [...document.querySelectorAll(outside)].filter(isPainted).map((element) => element.textContent?.trim());
  }, outside);
}

/** How many marks each style has. @param {Painted[]} marks */
export function countByStyle(marks) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { style } of marks) counts[style] = (counts[style] ?? 0) + 1;
  return counts;
}

/** Asserts that `text` is painted in `style`. @param {Painted[]} marks @param {string} style @param {string} text */
export function assertPainted(marks, style, text) {
  const found = marks.some((mark) => mark.style === style && mark.text.includes(text));
  const near = marks.filter((mark) => mark.text.includes(text)).map((mark) => mark.style);
  assert.ok(found, `“${text}” is not painted as ${style}; it is painted as: ${near.join(', ') || 'nothing'}`);
}

/** How long something that is to come may take on a slow machine that is busy, in milliseconds. */
const PATIENCE = 30_000;

/** The words in one part of Claimlight's interface, which is waited for. @param {Page} page @param {string} part @returns {Promise<string>} */
export async function shown(page, part) {
  const words = await page.waitForFunction(wordsIn, { timeout: PATIENCE }, part);
  return /** @type {string} */ (await words.jsonValue());
}

/** Waits until a part of the interface is not shown. @param {Page} page @param {string} part */
export function gone(page, part) {
  return page.waitForFunction(
    (part) => {
      const found = document.querySelector('claimlight-host')?.shadowRoot?.querySelectorAll(part) ?? [];
      return ![...found].some((element) => element.checkVisibility());
    },
    { timeout: PATIENCE },
    part,
  );
}

/** Whether a part of the interface is shown; one that opens does so within a few frames, and these are waited for. @param {Page} page @param {string} part */
export async function isShown(page, part) {
  await settled(page);
  return page.evaluate(wordsIn, part).then((words) => words !== null);
}

/** @param {string} part */
function wordsIn(part) {
  const found = document.querySelector('claimlight-host')?.shadowRoot?.querySelectorAll(part) ?? [];
  const visible = [...found].find((element) => element.checkVisibility());
  return visible ? (visible.textContent ?? '').replace(/\s+/g, ' ').trim() : null;
}

/**
 * Where the first letters of `text` stand on the screen, scrolled into view.
 * @param {Page} page @param {string} selector @param {string} text
 * @returns {Promise<{x: number, y: number}>}
 */
export async function pointAt(page, selector, text) {
  const point = await page.evaluate(
    (selector, text) => {
      const root = document.querySelector(selector);
      if (!root) return null;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(text) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, width, top, height } = range.getClientRects()[0];
        return { x: left + width / 2, y: top + height / 2 };
      }
      return null;
    },
    selector,
    text,
  );
  assert.ok(point, `“${text}” does not stand in ${selector}`);
  return point;
}
